"""The page of one case."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.outputs import OUTPUTS
from prongsai.registers.cases.sealed_number import unseal
from prongsai.registers.cases.views.finding import HANDLERS, case_of
from prongsai.registers.cases.views.showing import OfferedDeed, days_left, lines_for_staff, offered_deeds


@require_safe
@for_roles(*HANDLERS, by_link=True)
def case(request: StaffRequest, case: int) -> HttpResponse:
    """Show a case, what happened to it, and what can be done."""
    return render(request, "cases/case.html", told_of(request, case_of(request.acting, case)))


def told_of(request: StaffRequest, found: Case, *, refused: OfferedDeed | None = None) -> dict[str, Any]:
    """Give what the page of a case shows; `refused` is a deed whose form was not right."""
    day = today(request.acting.agency)
    return {
        "case": found,
        "lines": lines_for_staff(found),
        "deeds": offered_deeds(request.acting, found, refused=refused),
        "is_late": found.is_late(day),
        "reason_due": found.reason_due(day),
        "days_left": days_left(found, day),
        "doubles": found.doubles.all(),
        "citizen_id": unseal(found.asker_number),
        "outputs": OUTPUTS.values(),
        "history": history_of(found),
        "by_link": request.acting.by_link,
        "form": refused.form if refused else None,
    }
