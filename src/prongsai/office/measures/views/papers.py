"""The plan as papers and as a workbook."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from prongsai.office.measures import services
from prongsai.office.measures.outputs import PAPERS, paper_of
from prongsai.office.measures.sheet import workbook_of
from prongsai.office.measures.views.finding import READERS, plan_or_404, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.written import written_paper
from prongsai.platform.web.saving import saved


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, round_id: int, kind: str, form: str) -> HttpResponse:
    """Give a paper of the plan; 404 for one that cannot be."""
    plan, agency = plan_or_404(request.acting, round_id), agency_of(request.acting)
    made = paper_of(plan, agency, kind) if kind in PAPERS else None
    if made is None:
        raise Http404
    return written_paper(made, form, f"{PAPERS[kind]} {plan.round.fiscal_year}", today(agency))


@require_safe
@for_roles(*READERS)
def workbook(request: StaffRequest, round_id: int) -> HttpResponse:
    """Give the plan as a workbook that can be changed and taken in again; without measures one to fill in."""
    cycle = round_or_404(request.acting, round_id)
    plan = services.plan_of(cycle)
    content = workbook_of(services.measures_of(plan) if plan else [])
    return saved(content, f"มาตรการ {cycle.fiscal_year}.xlsx", Kind.XLSX.content_type)
