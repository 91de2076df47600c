"""Taking in an old register: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.registers.circulars import services
from prongsai.registers.circulars.forms import AcceptImportForm, ImportForm
from prongsai.registers.circulars.models import ImportedCirculars
from prongsai.registers.circulars.models.circular import WRITERS
from prongsai.registers.circulars.reading import RegisterRow, read_register
from prongsai.registers.circulars.services.importing import new_ones

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = ImportForm(**sent_files(request))
    rows = read_sent(form, lambda file: read_register(read_rows_limited(file.data, file.name), today(agency)))
    if rows is not None:
        waiting = keep_list(
            ImportedCirculars, acting=request.acting, agency=agency.pk, file_name=form.file_name, rows=rows
        )
        return redirect("circulars-import-review", waiting.pk)
    told = {"form": form, "waiting": ImportedCirculars.objects.visible_to(request.acting)}
    return render(request, "circulars/import.html", told, status=status_of(form))


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all in, or drop it."""
    kept = get_object_or_404(ImportedCirculars.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("circulars")
    rows = [RegisterRow.of_json(told) for told in kept.found]
    doubts = sum(bool(row.doubts) for row in rows)
    sent = request.POST if request.method == "POST" else None
    form = AcceptImportForm(sent, units=units_of(request.acting), doubts=doubts)
    if form.is_valid():
        taken = services.accept_import(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        messages.success(request, _("Circulars taken in: %(count)s") % {"count": len(taken)})
        return redirect("circulars")
    new = new_ones(rows)
    told = {
        "form": form,
        "waiting": kept,
        "doubts": doubts,
        "faults": [row for row in rows if row.faults],
        "known": len(rows) - len(new),
        "rows": sorted(rows, key=lambda row: (not row.faults, not row.doubts)),
    }
    return render(request, "circulars/import_review.html", told, status=400 if form.errors else 200)
