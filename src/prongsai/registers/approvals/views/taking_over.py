"""The older register: what was taken over, and taking over more: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.list_forms import AcceptOwnedListForm
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.platform.web.saving import saved
from prongsai.registers.approvals.forms import OlderSearchForm, RegisterForm
from prongsai.registers.approvals.models import ImportedSubmissions, TakenOver
from prongsai.registers.approvals.models.submission import READERS, WRITERS
from prongsai.registers.approvals.services.taking_over import accept_register, new_entries
from prongsai.registers.approvals.sheet import OldEntry, read_register, taken_over_workbook, workbook_to_fill_in

ON_A_PAGE = 50


@require_safe
@for_roles(*READERS)
def older(request: StaffRequest) -> HttpResponse:
    """List what was taken over."""
    form = OlderSearchForm(request.GET or None)
    found = form.found_in(TakenOver.objects.visible_to(request.acting)).select_related("unit")
    query = request.GET.copy()
    query.pop("page", None)
    told = {
        "form": form,
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "may_write": request.acting.has(*WRITERS),
    }
    return render(request, "approvals/older.html", told)


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the entries that were found as a workbook that reads back; that is itself a deed."""
    form = OlderSearchForm(request.GET or None)
    rows = list(form.found_in(TakenOver.objects.visible_to(request.acting)).select_related("unit"))
    record(request.acting, "approvals.exported", figures={"entries": len(rows)})
    name = _("Older register of submissions") + ".xlsx"
    return saved(taken_over_workbook(rows), name, Kind.XLSX.content_type)


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001 the same for everybody
    """Give the workbook into which an older register is typed."""
    name = _("Template of the older register") + ".xlsx"
    return saved(workbook_to_fill_in(), name, Kind.XLSX.content_type)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a file and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = RegisterForm(**sent_files(request))
    rows = read_sent(form, lambda file: read_register(read_rows_limited(file.data, file.name), today(agency)))
    if rows is not None:
        waiting = keep_list(
            ImportedSubmissions, acting=request.acting, agency=agency.pk, file_name=form.file_name, rows=rows
        )
        return redirect("approvals-older-review", waiting.pk)
    told = {"form": form, "waiting": ImportedSubmissions.objects.visible_to(request.acting)}
    return render(request, "approvals/older_import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all over, or drop it."""
    kept = get_object_or_404(ImportedSubmissions.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("approvals-older")
    rows = [OldEntry.of_json(told) for told in kept.found]
    new = new_entries(rows)
    sent = request.POST if request.method == "POST" else None
    form = AcceptOwnedListForm(sent, units=units_of(request.acting), doubts=sum(len(row.doubts) for row in new))
    if form.is_valid():
        taken = accept_register(acting=request.acting, waiting=kept, unit=form.cleaned_data["owner"])
        messages.success(request, _("Entries taken over: %(count)s") % {"count": len(taken)})
        return redirect("approvals-older")
    here = sum(row.here and not row.faults for row in rows)
    told = {
        "form": form,
        "waiting": kept,
        "rows": sorted(new, key=lambda row: (not row.faults, not row.doubts)),
        "wrong": sum(bool(row.faults) for row in new),
        "here": here,
        "known": len(rows) - len(new) - here,
    }
    return render(request, "approvals/older_review.html", told, status=400 if form.errors else 200)
