"""What a meeting gives out to be done."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import AgendaItem, Decision, DecisionState
from prongsai.registers.meetings.services.calling import open_meeting


@transaction.atomic
def decide(
    *, acting: Acting, item: AgendaItem, what: str, due: date, person: Person | None = None, unit: Unit | None = None
) -> Decision:
    """Write down what is to be done, by whom (a person or a unit, always one) and by when.

    Refuses Conflict: nobody owns it, or it is due before the meeting, or the minutes are adopted.
    """
    meeting = open_meeting(item.meeting)
    _refuse(meeting.day, due, person, unit)
    made = Decision.objects.create(
        agency_id=meeting.agency_id,
        meeting=meeting,
        item=item,
        what=what,
        due=due,
        person=person,
        unit=unit,
        made_by=acting.actor,
    )
    meeting.keep_keys()
    meeting.save(update_fields=["search_text"])
    record(acting, "meetings.decided", thing=made, figures={"due": due})
    return made


@transaction.atomic
def save_decision(
    *, acting: Acting, decision: Decision, what: str, due: date, person: Person | None, unit: Unit | None
) -> None:
    """Mend a decision while it is open. Refuses Conflict as `decide` does, and where it is not open any more."""
    current = locked_decision(decision)
    meeting = open_meeting(current.meeting)
    if current.state != DecisionState.OPEN:
        raise Conflict(_("Only an open decision can be changed."))
    _refuse(meeting.day, due, person, unit)
    current.what, current.due, current.person, current.unit = what, due, person, unit
    current.save(update_fields=["what", "due", "person", "unit"])
    meeting.keep_keys()
    meeting.save(update_fields=["search_text"])
    record(acting, "meetings.decision_saved", thing=current, figures={"due": due})


@transaction.atomic
def drop_decision(*, acting: Acting, decision: Decision, because: str) -> None:
    """Write down that a later meeting dropped it, and why. Refuses Conflict where it is closed or dropped."""
    current = locked_decision(decision)
    if not current.is_unfinished:
        raise Conflict(_("This decision is closed or dropped already."))
    current.state, current.dropped_because = DecisionState.DROPPED, because
    current.save(update_fields=["state", "dropped_because"])
    record(acting, "meetings.decision_dropped", thing=current)


def locked_decision(decision: Decision) -> Decision:
    """Give a decision locked and read anew."""
    found = Decision.objects.select_for_update(of=("self",)).select_related("meeting__group")
    return found.get(pk=decision.pk)


def _refuse(day: date, due: date, person: Person | None, unit: Unit | None) -> None:
    if person is None and unit is None:
        raise Conflict(_("A decision needs an owner: a person or a unit."))
    if due < day:
        raise Conflict(_("It cannot be due before the meeting."))
