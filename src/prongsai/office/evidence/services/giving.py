"""Giving proof, changing it, using it for one thing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.evidence.file_holders import PROOF_FILES
from prongsai.office.evidence.models import Proof, ProofState, ProofUse, StepTurn
from prongsai.office.evidence.notice_kinds import RETURNED
from prongsai.office.evidence.rights import may_change
from prongsai.office.measures.models import Measure
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.notices.services import settle
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel

CHANGED = ("words", "document_number", "link", "happened", "published", "expires", "may_be_public")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a proof says. `received` is today where None is given; `topic`, `source`, `fact` where a desk told it."""

    words: str
    document_number: str = ""
    link: str = ""
    happened: date | None = None
    received: date | None = None
    published: date | None = None
    expires: date | None = None
    figures: Mapping[str, int | Decimal | str] = field(default_factory=dict)
    files: Sequence[CleanFile] = ()
    unit: Unit | None = None
    may_be_public: bool = False
    recorded_for: Person | None = None
    received_by: Channel | None = None
    topic: str = ""
    source: str = ""
    fact: str = ""


@transaction.atomic
def give_proof(
    *,
    acting: Acting,
    cycle: Round,
    given: Given,
    turn: StepTurn | None = None,
    measure: Measure | None = None,
    item: str = "",
) -> Proof:
    """Keep a proof and use it for a turn, a measure, an item, or nothing yet. It waits until another accepts it.

    Refuses Conflict: a deed of a day to come, a closed year.
    """
    day = today(acting.agency)
    _refuse_tomorrow(day, given.happened, given.received, given.published)
    if cycle.closed:
        raise Conflict(_("This year is closed. Open it again to write something down."))
    proof = Proof.objects.create(
        agency_id=cycle.agency_id,
        round=cycle,
        **{name: getattr(given, name) for name in (*CHANGED, "unit", "recorded_for", "topic", "source", "fact")},
        figures={name: _plain(value) for name, value in given.figures.items()},
        received=given.received or day,
        received_by=given.received_by or "",
        made_by=acting.actor,
    )
    attach_files(acting=acting, agency=cycle.agency_id, holder=PROOF_FILES.key, thing=proof.pk, files=given.files)
    record(acting, "evidence.proof_given", thing=proof, figures={"happened": given.happened, "files": len(given.files)})
    if turn or measure or item:
        use_for(acting=acting, proof=proof, turn=turn, measure=measure, item=item)
    return proof


@transaction.atomic
def change_proof(*, acting: Acting, proof: Proof, told: Mapping[str, object], files: Sequence[CleanFile] = ()) -> Proof:
    """Change a proof that is not accepted; one that was returned waits again. Refuses Conflict."""
    current = locked_proof(proof)
    if not may_change(acting, current):
        raise Conflict(_("This proof was accepted or is another unit's: it stays as it is."))
    days = [value for value in (told.get("happened"), told.get("published")) if isinstance(value, date)]
    _refuse_tomorrow(today(acting.agency), *days)
    for name in CHANGED:
        if name in told:
            setattr(current, name, told[name])
    current.state, current.returned_because = ProofState.OFFERED, ""
    current.decided, current.decided_by = None, ""
    current.save()
    attach_files(acting=acting, agency=current.agency_id, holder=PROOF_FILES.key, thing=current.pk, files=files)
    settle(kind=RETURNED, thing=current.pk, by=acting)
    record(acting, "evidence.proof_changed", thing=current, figures={"files": len(files)})
    return current


@transaction.atomic
def use_for(
    *, acting: Acting, proof: Proof, turn: StepTurn | None = None, measure: Measure | None = None, item: str = ""
) -> None:
    """Use a proof for one thing more: exactly one of turn, measure, item. Nothing happens where it already is."""
    if sum((turn is not None, measure is not None, bool(item))) != 1:
        raise ValueError("a use is of one turn, one measure or one item")
    use, new = ProofUse.objects.get_or_create(
        agency_id=proof.agency_id, proof=proof, turn=turn, measure=measure, item=item
    )
    if new:
        record(acting, "evidence.proof_used", thing=proof, figures={"use": use.pk, "item": item})


@transaction.atomic
def stop_using(*, acting: Acting, use: ProofUse) -> None:
    """Take a proof away from a thing. Refuses Conflict where it was accepted: then it is returned first."""
    proof = locked_proof(use.proof)
    if not may_change(acting, proof):
        raise Conflict(_("This proof was accepted or is another unit's: it stays as it is."))
    record(acting, "evidence.proof_unused", thing=proof, figures={"use": use.pk})
    use.delete()


def locked_proof(proof: Proof) -> Proof:
    """Give a proof locked and read anew. Refuses Conflict where its year is closed."""
    found = Proof.objects.select_for_update(of=("self",)).select_related("agency", "round", "unit").get(pk=proof.pk)
    if found.round.closed:
        raise Conflict(_("This year is closed. Open it again to write something down."))
    return found


def _refuse_tomorrow(day: date, *days: date | None) -> None:
    if any(told is not None and told > day for told in days):
        raise Conflict(_("The day has not come yet."))


def _plain(value: int | Decimal | str) -> int | str:
    return value if isinstance(value, int) else str(value)
