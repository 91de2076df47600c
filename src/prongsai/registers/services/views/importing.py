"""Taking in manuals from a file: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.papers.service_gaps import gaps_of
from prongsai.ita.reading.service import FoundService, read_services_limited
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.registers.services.forms import AcceptImportForm, ImportForm
from prongsai.registers.services.models import ImportedManuals
from prongsai.registers.services.services import accept_import
from prongsai.registers.services.services.importing import blocking
from prongsai.registers.services.views.finding import WRITERS
from prongsai.registers.services.views.showing import Shown, gaps_in_words


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = ImportForm(**sent_files(request))
    found = read_sent(form, lambda file: read_services_limited(file.data, file.name))
    if found is not None:
        waiting = keep_list(
            ImportedManuals, acting=request.acting, agency=agency.pk, file_name=form.file_name, rows=found
        )
        return redirect("services-import-review", waiting.pk)
    told = {"form": form, "waiting": ImportedManuals.objects.visible_to(request.acting)}
    return render(request, "services/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, doubtful first; take all in, or drop it."""
    kept = get_object_or_404(ImportedManuals.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("services")
    found = [FoundService.of_json(told) for told in kept.found]
    doubts = sum(len(service.doubts) for service in found)
    sent = request.POST if request.method == "POST" else None
    form = AcceptImportForm(sent, units=units_of(request.acting), doubts=doubts)
    if form.is_valid():
        taken = accept_import(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        messages.success(request, _("Services taken in as drafts: %(count)s") % {"count": len(taken)})
        return redirect("services")
    told = {
        "form": form,
        "waiting": kept,
        "doubts": doubts,
        "blocked": blocking(found),
        "found": [(service, Shown(service.sheet), gaps_in_words(gaps_of(service.sheet))) for service in found],
    }
    return render(request, "services/import_review.html", told, status=400 if form.errors else 200)
