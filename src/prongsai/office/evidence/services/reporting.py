"""Reporting turns: done, begun, nothing to report, not done; for oneself or for somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Proof, StepTurn, TurnState
from prongsai.office.evidence.progress import is_open
from prongsai.office.evidence.rights import may_record_for, may_reopen, may_report
from prongsai.office.evidence.services.giving import Given, give_proof
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import Figure, record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What was done: the sentence, counts by their Thai name, the day, and what proves it.

    `recorded_for` and `received_by` where somebody else did it and told so by that channel.
    """

    result: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)
    happened: date | None = None
    files: Sequence[CleanFile] = ()
    link: str = ""
    document_number: str = ""
    recorded_for: Person | None = None
    received_by: Channel | None = None


@transaction.atomic
def report_done(*, acting: Acting, turn: StepTurn, told: Reported) -> StepTurn:
    """Report a turn as done; files, an address or the number of a document become proof, to be accepted by another.

    A day before today is told with the day of entry. Refuses Conflict: not one's own, reported before, a day to come.
    """
    current = _reported(acting, turn, told)
    if not (told.result or told.files):
        raise Conflict(_("Write what was done, or attach a file or a photograph."))
    current.state, current.result, current.figures = TurnState.DONE, told.result, dict(told.figures)
    current.reason = ""
    current.save()
    _record(acting, "evidence.reported", current, told, files=len(told.files))
    if told.files or told.link or told.document_number:
        give_proof(acting=acting, cycle=current.step.measure.plan.round, turn=current, given=_given(current, told))
    return current


@transaction.atomic
def report_nothing(*, acting: Acting, turn: StepTurn, told: Reported) -> StepTurn:
    """Report that there was nothing to report (ไม่มี). Refuses Conflict."""
    current = _reported(acting, turn, told)
    current.state, current.result = TurnState.NONE, told.result
    current.save()
    _record(acting, "evidence.nothing", current, told)
    return current


@transaction.atomic
def report_begun(*, acting: Acting, turn: StepTurn, told: Reported) -> StepTurn:
    """Report that a turn is under way, and how far. Refuses Conflict."""
    current = _reported(acting, turn, told)
    current.state, current.result, current.figures = TurnState.BEGUN, told.result, dict(told.figures)
    current.happened = None
    current.save()
    _record(acting, "evidence.begun", current, told)
    return current


@transaction.atomic
def report_not_done(*, acting: Acting, turn: StepTurn, told: Reported, reason: str) -> StepTurn:
    """Write down that a turn is not done, and why. Refuses Conflict: without a reason too."""
    if not reason:
        raise Conflict(_("Say why it is not done."))
    current = _reported(acting, turn, told)
    current.state, current.reason, current.happened = TurnState.DROPPED, reason, None
    current.save()
    _record(acting, "evidence.not_done", current, told)
    return current


@transaction.atomic
def prove_turn(*, acting: Acting, turn: StepTurn, told: Reported) -> Proof:
    """Give proof of a turn that was reported as done. Refuses Conflict: not done, another unit's, nothing given."""
    current = locked_turn(turn)
    if current.state != TurnState.DONE or not (may_report(acting, current) or may_record_for(acting, current)):
        raise Conflict(_("Proof is given for a step that was reported as done, by its unit."))
    if not (told.files or told.link or told.document_number):
        raise Conflict(_("Attach a photograph or a file, or write an address or the number of a document."))
    given = replace(_given(current, told), happened=told.happened or current.happened)
    return give_proof(acting=acting, cycle=current.step.measure.plan.round, turn=current, given=given)


@transaction.atomic
def reopen_turn(*, acting: Acting, turn: StepTurn) -> StepTurn:
    """Open a turn that was reported again. What was written stays in the history. Refuses Conflict."""
    current = locked_turn(turn)
    if is_open(current) or not may_reopen(acting, current):
        raise Conflict(_("Only a step that was reported can be opened again, by the coordinator or the head."))
    current.state, current.happened, current.entered, current.reason = TurnState.OPEN, None, None, ""
    current.done_by, current.recorded_for, current.received_by = "", None, ""
    current.save()
    record(acting, "evidence.reopened", thing=current)
    return current


def locked_turn(turn: StepTurn) -> StepTurn:
    """Give a turn locked and read anew. Refuses Conflict where its year is closed."""
    turns = StepTurn.objects.select_for_update(of=("self",)).select_related(
        "agency", "unit", "person", "step__measure__plan__round"
    )
    found = turns.get(pk=turn.pk)
    if found.step.measure.plan.round.closed:
        raise Conflict(_("This year is closed. Open it again to write something down."))
    return found


def _reported(acting: Acting, turn: StepTurn, told: Reported) -> StepTurn:
    """Give a turn locked, with day, writer and channel set."""
    current = locked_turn(turn)
    if not is_open(current):
        raise Conflict(_("This step has been reported meanwhile."))
    if told.recorded_for is None and not may_report(acting, current):
        raise Conflict(_("This step is another unit's. Choose “Record for somebody” to report it for them."))
    if told.recorded_for is not None and not may_record_for(acting, current):
        raise Conflict(_("Only the coordinator and colleagues of the unit report for somebody."))
    day = today(current.agency)
    if told.happened and told.happened > day:
        raise Conflict(_("The day has not come yet."))
    current.happened, current.entered, current.done_by = told.happened or day, day, acting.actor
    current.recorded_for, current.received_by = told.recorded_for, told.received_by or ""
    return current


def _given(turn: StepTurn, told: Reported) -> Given:
    return Given(
        words=told.result or turn.step.text,
        happened=turn.happened,
        figures=told.figures,
        files=told.files,
        link=told.link,
        document_number=told.document_number,
        unit=turn.unit,
        recorded_for=told.recorded_for,
        received_by=told.received_by,
    )


def _record(acting: Acting, deed: str, turn: StepTurn, told: Reported, files: int = 0) -> None:
    if told.recorded_for is None:
        record(acting, deed, thing=turn, figures={"happened": turn.happened, "files": files})
        return
    figures: dict[str, Figure] = {"person": told.recorded_for.pk, "received_by": turn.received_by, "files": files}
    record(
        acting, "evidence.reported_for", thing=turn, figures={**figures, "happened": turn.happened, "kind": turn.state}
    )
