"""What waits for one, the register, and the register as a file."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.written import written_paper
from prongsai.platform.web.saving import saved
from prongsai.registers.approvals.forms import SearchForm
from prongsai.registers.approvals.models import Submission
from prongsai.registers.approvals.models.submission import READERS, WRITERS
from prongsai.registers.approvals.register_paper import register_paper
from prongsai.registers.approvals.services.asking import asked_of, waiting_turns
from prongsai.registers.approvals.sheet import submissions_workbook

ON_A_PAGE = 50
NARROWING = ("state", "unit", "year")


@require_safe
@for_roles(*READERS, by_link=True)
def waiting(request: StaffRequest) -> HttpResponse:
    """Show what waits for the opinion or signature of who asks, each in three sentences."""
    day, person = today(request.acting.agency), request.acting.user.person_id
    told = {"asked": asked_of(person, day) if person else [], "by_link": request.acting.by_link}
    return render(request, "approvals/waiting.html", told)


@require_safe
@for_roles(*READERS)
def submissions(request: StaffRequest) -> HttpResponse:
    """List the submissions of the agency."""
    form = SearchForm(request.GET or None, units=units_of(request.acting))
    found = form.found_in(Submission.objects.visible_to(request.acting)).select_related("unit", "submitter")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    turns = {submission.pk: turn for submission, turn in waiting_turns(today(request.acting.agency))}
    query = request.GET.copy()
    query.pop("page", None)
    told = {"form": form, "page": page, "query": query.urlencode(), "may_write": request.acting.has(*WRITERS)}
    told |= {"sought": form["q"].value() or "", "narrowed": any(request.GET.get(name) for name in NARROWING)}
    return render(request, "approvals/submissions.html", told | {"listed": [(row, turns.get(row.pk)) for row in page]})


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the submissions that were found as a workbook; that is itself a deed."""
    name = _("Register of submissions") + ".xlsx"
    return saved(submissions_workbook(_taken_out(request)), name, Kind.XLSX.content_type)


@require_POST
@for_roles(*READERS)
def print_register(request: StaffRequest) -> HttpResponse:
    """Give them as a paper."""
    agency = agency_of(request.acting)
    day = today(agency)
    return written_paper(register_paper(_taken_out(request), agency, day), "pdf", _("Register of submissions"), day)


def _taken_out(request: StaffRequest) -> list[Submission]:
    search = SearchForm(request.GET or None, units=units_of(request.acting))
    found = search.found_in(Submission.objects.visible_to(request.acting)).select_related("unit", "submitter")
    rows = list(found.prefetch_related("steps"))
    record(request.acting, "approvals.exported", figures={"submissions": len(rows)})
    return rows
