"""What people decide about a measure while it runs: complete, in force, stopped; and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Standing
from prongsai.office.evidence.rights import may_stand
from prongsai.office.evidence.services.looking_up import progress_of_measure
from prongsai.office.measures.models import Measure
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """How a measure stands: at most one of the three days; `because` belongs to `stopped`."""

    completed: date | None = None
    in_force: date | None = None
    stopped: date | None = None
    stopped_because: str = ""
    outcome: str = ""


@transaction.atomic
def set_standing(*, acting: Acting, measure: Measure, told: Stands) -> Standing:
    """Set how a measure stands.

    Refuses Conflict: complete without accepted proof or with an open turn, in force without accepted proof, stopped
    without a reason, two of the three at once, a day to come, a closed year.
    """
    day = today(acting.agency)
    days = [each for each in (told.completed, told.in_force, told.stopped) if each is not None]
    if not may_stand(acting) or len(days) > 1:
        raise Conflict(_("A measure is complete, in force or stopped: one of the three, set by the coordinator."))
    if any(each > day for each in days):
        raise Conflict(_("The day has not come yet."))
    Measure.objects.select_for_update().get(pk=measure.pk)
    if measure.plan.round.closed:
        raise Conflict(_("This year is closed. Open it again to write something down."))
    _refuse_without_proof(measure, told, day)
    standing, _new = Standing.objects.update_or_create(
        agency_id=measure.agency_id,
        measure=measure,
        defaults={
            "completed": told.completed,
            "in_force": told.in_force,
            "stopped": told.stopped,
            "stopped_because": told.stopped_because if told.stopped else "",
            "outcome": told.outcome,
            "by": acting.actor,
        },
    )
    record(acting, "evidence.standing_set", thing=standing, figures={"kind": kind_of(told), "measure": measure.pk})
    return standing


def kind_of(told: Stands | Standing) -> str:
    """Name which of the three holds, or `none`."""
    kinds = (("completed", told.completed), ("in-force", told.in_force), ("stopped", told.stopped))
    return next((name for name, day in kinds if day), "none")


def _refuse_without_proof(measure: Measure, told: Stands, day: date) -> None:
    if told.stopped and not told.stopped_because:
        raise Conflict(_("A measure is stopped for a reason: write it down."))
    if not (told.completed or told.in_force):
        return
    progress = progress_of_measure(measure, day)
    if not progress.has_proof:
        raise Conflict(_("There is no accepted proof yet: a measure is complete or in force only with proof."))
    if told.completed and not progress.may_be_completed:
        raise Conflict(_("A step is still open or lacks its proof: a measure is complete when all its steps are."))
