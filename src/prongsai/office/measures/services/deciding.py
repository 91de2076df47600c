"""Deciding a plan: submitted and approved, or decided in a meeting and written down; making it known."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.measures.decided import tell_decided
from prongsai.office.measures.models import Measure, MeasurePlan, PlanState
from prongsai.office.measures.services.plans import draft
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def decide(*, acting: Acting, plan: MeasurePlan, day: date, decided_in: str) -> None:
    """Write down that a plan was decided on a day, in a meeting or by an approval on paper.

    An earlier day is kept beside that of writing it down. Refuses Conflict: a day to come, no measure, decided before.
    """
    current = draft(plan)
    if day > today(acting.agency):
        raise Conflict(_("The day is still to come."))
    decide_now(current, day=day, entered=today(acting.agency), decided_in=decided_in)
    record(acting, "measures.decided", thing=current, figures={"day": day})


def decide_now(plan: MeasurePlan, *, day: date, entered: date, decided_in: str) -> None:
    """Make a plan hold, inside a transaction that others began, and tell the rooms that follow it. Refuses Conflict."""
    if not Measure.objects.filter(plan=plan).exists():
        raise Conflict(_("The plan holds no measure yet."))
    plan.state, plan.decided, plan.entered, plan.decided_in = PlanState.DECIDED, day, entered, decided_in[:300]
    plan.save(update_fields=["state", "decided", "entered", "decided_in"])
    tell_decided(plan)


@transaction.atomic
def make_known(*, acting: Acting, plan: MeasurePlan, day: date) -> None:
    """Write down when a decided plan was made known. Refuses Conflict: not decided, before that, a day to come."""
    found = MeasurePlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    if found.decided is None:
        raise Conflict(_("The plan is not decided yet."))
    if not found.decided <= day <= today(acting.agency):
        raise Conflict(_("A plan is made known after it was decided, and not on a day to come."))
    found.made_known = day
    found.save(update_fields=["made_known"])
    record(acting, "measures.made_known", thing=found, figures={"day": day})
