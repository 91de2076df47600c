"""A case on paper."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.web.saving import saved
from prongsai.registers.cases.outputs import OUTPUTS, case_on_paper
from prongsai.registers.cases.views.finding import HANDLERS, case_of


@require_safe
@for_roles(*HANDLERS)
def output(request: StaffRequest, case: int, output: str) -> HttpResponse:
    """Give a case as a paper."""
    found = case_of(request.acting, case)
    asked = OUTPUTS.get(output)
    if asked is None:
        raise Http404
    name = f"{found.told_number.replace('/', '-')} {asked.label}.{asked.suffix}"
    return saved(case_on_paper(found, agency_of(request.acting), asked), name, asked.content_type)
