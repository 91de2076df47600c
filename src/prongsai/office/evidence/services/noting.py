"""Problems and proposals of units through the year, for the report."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Note, NoteKind
from prongsai.office.evidence.models.turn import own_units
from prongsai.office.measures.models import Measure
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def add_note(
    *,
    acting: Acting,
    cycle: Round,
    kind: NoteKind,
    words: str,
    measure: Measure | None = None,
    unit: Unit | None = None,
) -> Note:
    """Note a problem or a proposal, of today. Refuses Conflict in a closed year, and for a unit not one's own."""
    _refuse_closed(cycle)
    if unit is not None and unit.pk not in own_units(acting) and not acting.has(Role.COORDINATOR):
        raise Conflict(_("You note problems and proposals of your own unit."))
    note = Note.objects.create(
        agency_id=cycle.agency_id,
        round=cycle,
        kind=kind,
        words=words,
        measure=measure,
        unit=unit,
        day=today(acting.agency),
        by=acting.actor,
    )
    record(acting, "evidence.noted", thing=note, figures={"kind": str(kind)})
    return note


@transaction.atomic
def carry_note(*, acting: Acting, note: Note, carried: bool) -> Note:
    """Decide whether the report carries a note. It is never deleted. Refuses Conflict in a closed year."""
    current = Note.objects.select_for_update(of=("self",)).select_related("round").get(pk=note.pk)
    _refuse_closed(current.round)
    current.in_report = carried
    current.save()
    record(acting, "evidence.note_carried", thing=current, figures={"carried": int(carried)})
    return current


@transaction.atomic
def change_note(*, acting: Acting, note: Note, words: str, kind: NoteKind) -> Note:
    """Change the words of a note: who wrote it, or the coordinator. Refuses Conflict."""
    current = Note.objects.select_for_update(of=("self",)).select_related("round").get(pk=note.pk)
    _refuse_closed(current.round)
    if not may_change_note(acting, current):
        raise Conflict(_("Who noted it and the coordinator may change it."))
    current.words, current.kind = words, kind
    current.save()
    record(acting, "evidence.note_changed", thing=current)
    return current


def may_change_note(acting: Acting, note: Note) -> bool:
    """Say whether somebody may change a note: who wrote it, or the coordinator."""
    own = note.by.partition(":")[2] == str(acting.user.pk)
    return own or (acting.has(Role.COORDINATOR) and not acting.by_link)


def _refuse_closed(cycle: Round) -> None:
    if cycle.closed:
        raise Conflict(_("This year is closed. Open it again to write something down."))
