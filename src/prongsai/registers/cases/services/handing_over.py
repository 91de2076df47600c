"""Putting a case into other hands."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.services.writing import add_entry, locked, set_follow_ups, settle_news, tell_staff


@transaction.atomic
def hand_over(*, acting: Acting | str, case: Case, unit: Unit, officer: Person | None = None, words: str = "") -> Case:
    """Hand a case over to a unit, and in it to an officer where one is named. The clock goes on.

    Refuses Conflict for a case at its end, for who has it already, for an officer of another unit or who left.
    """
    current = locked(case)
    day = today(current.agency)
    if not current.is_open:
        raise Conflict(_("This case is at an end."))
    if (current.unit_id, current.officer_id) == (unit.pk, officer.pk if officer else None):
        raise Conflict(_("The case is there already."))
    if officer and (officer.unit_id != unit.pk or not officer.is_here(day)):
        raise Conflict(_("The officer does not work in this unit."))
    current.unit, current.officer = unit, officer
    current.save(update_fields=["unit", "officer"])
    told = f"{unit}: {officer}" if officer else str(unit)
    add_entry(current, EntryKind.HANDED_OVER, acting, day, words=f"{told}\n{words}".strip())
    settle_news(current, acting)
    set_follow_ups(current, acting, day)
    tell_staff(current, acting)
    figures = {"unit": unit.pk, "officer": officer.pk if officer else 0}
    record(acting, "cases.handed_over", thing=current, figures=figures)
    return current
