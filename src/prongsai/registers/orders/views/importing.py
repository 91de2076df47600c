"""Taking in orders: a list is looked through first, one order from Word becomes a draft."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.reading import read_bytes_limited, read_rows_limited
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.registers.orders import services
from prongsai.registers.orders.forms import AcceptImportForm, ImportForm
from prongsai.registers.orders.models import ImportedOrders
from prongsai.registers.orders.reading import order_of_reading
from prongsai.registers.orders.services.importing import blocking
from prongsai.registers.orders.sheet import OrderRow, read_orders
from prongsai.registers.orders.views.finding import WRITERS

LISTS = (Kind.XLSX, Kind.CSV)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    form = ImportForm(**sent_files(request))
    answer = read_sent(
        form, lambda file: _take_list(request, file) if file.kind in LISTS else _take_order(request, file)
    )
    if answer is not None:
        return answer
    told = {"form": form, "waiting": ImportedOrders.objects.visible_to(request.acting)}
    return render(request, "orders/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, doubtful first; take all in, or drop it."""
    kept = get_object_or_404(ImportedOrders.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("orders")
    rows = [OrderRow.of_json(told) for told in kept.found]
    doubts = sum(bool(row.doubts) for row in rows)
    sent = request.POST if request.method == "POST" else None
    form = AcceptImportForm(sent, units=units_of(request.acting), doubts=doubts)
    if form.is_valid():
        taken = services.accept_import(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        messages.success(request, _("Papers taken in: %(count)s") % {"count": len(taken)})
        return redirect("orders")
    blocked = blocking(rows)
    told = {
        "form": form,
        "waiting": kept,
        "doubts": doubts,
        "blocked": blocked,
        "rows": sorted(rows, key=lambda row: (row not in blocked, not row.doubts)),
    }
    return render(request, "orders/import_review.html", told, status=400 if form.errors else 200)


def _take_list(request: StaffRequest, file: CleanFile) -> HttpResponse:
    agency = agency_of(request.acting)
    rows = read_orders(read_rows_limited(file.data, file.name), today(agency))
    waiting = keep_list(ImportedOrders, acting=request.acting, agency=agency.pk, file_name=file.name, rows=rows)
    return redirect("orders-import-review", waiting.pk)


def _take_order(request: StaffRequest, file: CleanFile) -> HttpResponse:
    """Make a draft of one order; its number and day are told, since they come with the scan."""
    told, printed = order_of_reading(read_bytes_limited(file.data, file.name), units_of(request.acting))
    order = services.add_order(acting=request.acting, agency=agency_of(request.acting).pk, told=told)
    messages.success(request, _("Read as a draft. Look through every line.") + (f" {printed}" if printed else ""))
    return redirect("order-edit", order.pk)
