"""A plan as a whole: begun, what it rests on, what is left out, when a decided one may be changed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.measures.decided import tell_decided
from prongsai.office.measures.models import Amendment, MeasurePlan, PlanState
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

FIRST_YEAR, LAST_YEAR = 2556, 2640


@transaction.atomic
def ensure_plan(*, acting: Acting, cycle: Round) -> MeasurePlan:
    """Give the plan of a year, begun now where there is none. Refuses Conflict for a closed year."""
    plan, new = MeasurePlan.objects.get_or_create(
        agency_id=cycle.agency_id, round=cycle, defaults={"made_by": acting.actor}
    )
    if new:
        if cycle.closed is not None:
            raise Conflict(_("This year is closed. Open it again to work on it."))
        record(acting, "measures.begun", thing=plan, figures={"year": cycle.fiscal_year})
    return plan


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a plan says beside its measures."""

    analysed_year: int | None
    limitations: str = ""
    proposals: str = ""


@transaction.atomic
def set_plan_facts(*, acting: Acting, plan: MeasurePlan, told: PlanFacts, because: str = "") -> None:
    """Write the analysed year, limitations and proposals. Refuses Conflict, as `change` does; a year that cannot be."""
    current = locked(plan)
    if told.analysed_year is not None and not FIRST_YEAR <= told.analysed_year <= LAST_YEAR:
        raise Conflict(_("There is no assessment of the year %(year)s.") % {"year": told.analysed_year})
    current.analysed_year = told.analysed_year
    current.limitations, current.proposals = told.limitations, told.proposals
    current.save(update_fields=["analysed_year", "limitations", "proposals"])
    amend(acting, current, _("What the plan rests on"), because)
    record(acting, "measures.plan_written", thing=current, figures={"analysed": told.analysed_year or 0})


@transaction.atomic
def leave_out(*, acting: Acting, plan: MeasurePlan, key: str, take_back: bool = False) -> None:
    """Leave a draft out, or offer it again. Refuses Conflict unless the plan is being drawn up."""
    current = draft(plan)
    kept = [entry for entry in current.set_aside if entry != key]
    current.set_aside = kept if take_back else [*kept, key[:200]]
    current.save(update_fields=["set_aside"])
    record(acting, "measures.draft_left_out", thing=current, figures={"left_out": len(current.set_aside)})


def locked(plan: MeasurePlan) -> MeasurePlan:
    """Give a plan locked and read anew."""
    found = MeasurePlan.objects.select_for_update(of=("self",)).select_related("round").get(pk=plan.pk)
    if found.state == PlanState.SUBMITTED:
        raise Conflict(_("The plan is submitted and waits. Take it back to change it."))
    if found.round.closed is not None:
        raise Conflict(_("This year is closed. Open it again to work on it."))
    return found


def draft(plan: MeasurePlan) -> MeasurePlan:
    """Give a plan that is being drawn up, locked. Refuses Conflict."""
    found = locked(plan)
    if found.is_decided:
        raise Conflict(_("The plan is decided. It is changed by amendments, each with its reason."))
    return found


def amend(acting: Acting, plan: MeasurePlan, what: str, because: str) -> None:
    """Keep the reason of a change of a decided plan, and tell who follows it. Refuses Conflict without one."""
    if not plan.is_decided:
        return
    if not because.strip():
        raise Conflict(_("The plan is decided: please say why it is changed."))
    Amendment.objects.create(
        agency_id=plan.agency_id,
        plan=plan,
        what=what[:300],
        because=because.strip()[:500],
        day=today(acting.agency),
        by=acting.actor,
    )
    record(acting, "measures.amended", thing=plan)
    tell_decided(plan)
