"""Taking in an older register: send, look through, take in whole or drop."""

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
from prongsai.platform.files.list_forms import AcceptListForm
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.platform.web.saving import saved
from prongsai.registers.cases.forms.importing import ImportForm
from prongsai.registers.cases.models import ImportedCases
from prongsai.registers.cases.older_register import OldCase, read_older_register
from prongsai.registers.cases.outputs import template_workbook
from prongsai.registers.cases.services.importing import accept_import, blocking
from prongsai.registers.cases.views.finding import HANDLERS


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*HANDLERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    form = ImportForm(**sent_files(request), units=units_of(request.acting).filter(pk__in=request.acting.units))
    day = today(request.acting.agency)
    rows = read_sent(form, lambda file: read_older_register(read_rows_limited(file.data, file.name), day))
    if rows is not None:
        unit = form.cleaned_data["unit"]
        waiting = keep_list(
            ImportedCases, acting=request.acting, agency=unit.agency_id, file_name=form.file_name, rows=rows, unit=unit
        )
        return redirect("cases-import-review", waiting.pk)
    told = {"form": form, "waiting": ImportedCases.objects.visible_to(request.acting)}
    return render(request, "cases/import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*HANDLERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, doubtful first; take all in, or drop it."""
    kept = get_object_or_404(ImportedCases.objects.visible_to(request.acting).select_related("unit"), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("cases")
    rows = [OldCase.of_json(told) for told in kept.found]
    doubts = sum(bool(row.doubts) for row in rows)
    form = AcceptListForm(request.POST if request.method == "POST" else None, doubts=doubts)
    if form.is_valid():
        count = accept_import(acting=request.acting, agency=agency_of(request.acting), waiting=kept)
        messages.success(request, _("Cases taken in: %(count)s") % {"count": count})
        return redirect("cases")
    blocked = blocking(rows)
    told = {
        "form": form,
        "waiting": kept,
        "doubts": doubts,
        "blocked": blocked,
        "rows": sorted(rows, key=lambda row: (row not in blocked, not row.doubts)),
    }
    return render(request, "cases/import_review.html", told, status=400 if form.errors else 200)


@require_safe
@for_roles(*HANDLERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the workbook to be filled in and taken in again."""
    return saved(template_workbook(), _("Template of the register of cases") + ".xlsx", Kind.XLSX.content_type)
