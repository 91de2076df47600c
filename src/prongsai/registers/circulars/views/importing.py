"""Taking in an old register: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
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
from prongsai.registers.circulars.models import ImportedCirculars, ListKind
from prongsai.registers.circulars.models.circular import WRITERS
from prongsai.registers.circulars.reading import RegisterRow, read_register
from prongsai.registers.circulars.services.importing import new_ones

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def send(request: StaffRequest, kind: str) -> HttpResponse:
    """Take a file and read it in a limited child process, as a list of the kind of its page."""
    agency = agency_of(request.acting)
    form = ImportForm(**sent_files(request), kind=kind)
    rows = read_sent(form, lambda file: read_register(read_rows_limited(file.data, file.name), today(agency), kind))
    if rows is not None:
        waiting = keep_list(
            ImportedCirculars, acting=request.acting, agency=agency.pk, file_name=form.file_name, rows=rows, kind=kind
        )
        return redirect("circulars-import-review", waiting.pk)
    lists = ImportedCirculars.objects.visible_to(request.acting).filter(kind=kind)
    told = {"form": form, "waiting": lists, **_addresses(kind)}
    return render(request, "circulars/import.html", told, status=status_of(form))


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all in, or drop it."""
    kept = get_object_or_404(ImportedCirculars.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect(kept.kind)
    rows = [RegisterRow.of_json(told) for told in kept.found]
    of_briefings = kept.kind == ListKind.BRIEFINGS
    doubts = sum(bool(row.doubts) for row in rows)
    sent = request.POST if request.method == "POST" else None
    form = AcceptImportForm(sent, units=units_of(request.acting), doubts=doubts)
    if form.is_valid():
        taken = services.accept_import(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        said = _("Briefings taken in: %(count)s") if of_briefings else _("Circulars taken in: %(count)s")
        messages.success(request, said % {"count": len(taken)})
        return redirect(kept.kind)
    new = new_ones(rows, kept.kind)
    told = {
        "form": form,
        "waiting": kept,
        "doubts": doubts,
        "faults": [row for row in rows if row.faults],
        "known": sum(row.stands for row in rows) - len(new),
        "rows": sorted(rows, key=lambda row: (not row.faults, not row.doubts)),
        **_addresses(kept.kind),
    }
    return render(request, "circulars/import_review.html", told, status=400 if form.errors else 200)


def _addresses(kind: str) -> dict[str, str | bool]:
    """Give the pages a list of a kind belongs to: a kind is named as the list it goes into."""
    return {
        "of_briefings": kind == ListKind.BRIEFINGS,
        "register": reverse(kind),
        "start": reverse(f"{kind}-import"),
        "blank": reverse(f"{kind}-template"),
    }
