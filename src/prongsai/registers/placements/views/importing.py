"""Taking in placements from a list: send, look through, take in whole or drop."""

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
from prongsai.registers.placements.forms import AcceptImportForm, ImportForm
from prongsai.registers.placements.models import ReadPlacements
from prongsai.registers.placements.services import accept_import
from prongsai.registers.placements.services.importing import new_ones
from prongsai.registers.placements.sheet import Listed, read_listed
from prongsai.registers.placements.views.finding import WRITERS


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = ImportForm(**sent_files(request))
    listed = read_sent(form, lambda file: read_listed(read_rows_limited(file.data, file.name), today(agency)))
    if listed is not None:
        waiting = keep_list(
            ReadPlacements, acting=request.acting, agency=agency.pk, file_name=form.file_name, rows=listed
        )
        return redirect("placements-import-review", waiting.pk)
    told = {"form": form, "waiting": ReadPlacements.objects.visible_to(request.acting)}
    return render(request, "placements/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all in, or drop it."""
    kept = get_object_or_404(ReadPlacements.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("placements")
    listed = [Listed.of_json(told) for told in kept.found]
    new = new_ones(listed)
    doubts = sum(len(each.doubts) for each in listed)
    form = AcceptImportForm(
        request.POST if request.method == "POST" else None, units=units_of(request.acting), doubts=doubts
    )
    if form.is_valid():
        taken = accept_import(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        messages.success(request, _("Placements taken in: %(count)s") % {"count": len(taken)})
        return redirect("placements")
    told = {
        "form": form,
        "waiting": kept,
        "wrong": [(each, fault) for each in listed for fault in each.faults],
        "doubtful": [(each, doubt) for each in listed for doubt in each.doubts],
        "new": new,
        "known": len(listed) - len(new),
    }
    return render(request, "placements/import_review.html", told, status=400 if form.errors else 200)
