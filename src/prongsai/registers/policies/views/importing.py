"""Taking in policies from a list: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.platform.web.saving import saved
from prongsai.registers.policies import sheet
from prongsai.registers.policies.forms import AcceptImportForm, ImportForm
from prongsai.registers.policies.models import ReadPolicies
from prongsai.registers.policies.models.policy import WRITERS
from prongsai.registers.policies.services.importing import accept_import, new_ones
from prongsai.registers.policies.sheet import Listed


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the workbook to be typed over and taken in again."""
    return saved(sheet.template(), _("Template of the register of policies") + ".xlsx", Kind.XLSX.content_type)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = ImportForm(**sent_files(request))
    listed = read_sent(form, lambda file: sheet.read_listed(read_rows_limited(file.data, file.name), today(agency)))
    if listed is not None:
        waiting = keep_list(
            ReadPolicies, acting=request.acting, agency=agency.pk, file_name=form.file_name, rows=listed
        )
        return redirect("policies-import-review", waiting.pk)
    told = {"form": form, "waiting": ReadPolicies.objects.visible_to(request.acting)}
    return render(request, "policies/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all in, or drop it."""
    kept = get_object_or_404(ReadPolicies.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("policies")
    listed = [Listed.of_json(told) for told in kept.found]
    new = new_ones(listed)
    doubtful = [(each, doubt) for each in new for doubt in each.doubts]
    sent = request.POST if request.method == "POST" else None
    form = AcceptImportForm(sent, units=units_of(request.acting), doubts=len(doubtful))
    if form.is_valid():
        taken = accept_import(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        messages.success(request, _("Policies taken in: %(count)s") % {"count": len(taken)})
        return redirect("policies")
    told = {
        "form": form,
        "waiting": kept,
        "wrong": [(each, fault) for each in new for fault in each.faults],
        "doubtful": doubtful,
        "new": new,
        "known": len(listed) - len(new),
    }
    return render(request, "policies/import_review.html", told, status=400 if form.errors else 200)
