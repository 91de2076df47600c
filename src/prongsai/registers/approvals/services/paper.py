"""Writing down what was signed on paper: who signed, the number and day that the paper carries, and its picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.line import InPost
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.file_holders import SIGNED_PAPER
from prongsai.registers.approvals.models import Submission, SubmissionStep, Verdict
from prongsai.registers.approvals.services.asking import turn_of, who_may_decide
from prongsai.registers.approvals.services.deciding import OPINIONS, answer, close
from prongsai.registers.approvals.services.submitting import locked
from prongsai.registers.approvals.services.telling import tell_next


@transaction.atomic
def record_on_paper(
    *,
    acting: Acting,
    submission: Submission,
    signer: Person,
    verdict: Verdict,
    number: str,
    day: date,
    scan: Sequence[CleanFile],
    text: str = "",
) -> None:
    """Write down an opinion, approval or return that was signed by hand. Opinions still open then stand on that paper.

    Refuses Conflict: no scan or number, a day to come, a signer who wrote it or did not stand in the line on that day.
    """
    current, entered = locked(submission), today(acting.agency)
    if day > entered or not scan or not number.strip():
        raise Conflict(_("A signed paper needs its picture, its number, and a day that is not to come."))
    if verdict in (Verdict.REMARKS, Verdict.OBJECTS, Verdict.RETURNS) and not text.strip():
        raise Conflict(_("Please write what stands on the paper in a few words."))
    step, by = _step_and_signer(current, signer, verdict, day)
    answer(step, verdict, text, by=by, day=day, acting=acting, paper_number=number.strip())
    attach_files(acting=acting, agency=current.agency_id, holder=SIGNED_PAPER.key, thing=current.pk, files=scan)
    if verdict in OPINIONS:
        tell_next(current, acting)
    else:
        close(current, step, acting)
    record(
        acting,
        "approvals.written_down",
        thing=current,
        figures={"step": step.number, "verdict": verdict.value, "day": day},
    )


def _step_and_signer(
    submission: Submission, signer: Person, verdict: Verdict, day: date
) -> tuple[SubmissionStep, InPost]:
    """Give the step that was signed and in which post. Refuses Conflict where the signer had no turn on that day."""
    turn = turn_of(submission, day)
    if turn and turn.by and turn.by.person.pk == signer.pk:
        if turn.step.is_decision == (verdict not in OPINIONS) or verdict == Verdict.RETURNS:
            return turn.step, turn.by
    elif verdict not in OPINIONS:
        for leader in who_may_decide(submission, day):
            if leader.person.pk == signer.pk:
                return submission.steps.get(part="decision"), leader
    raise Conflict(_("By the posts of that day it was not for this person to sign this, or the person wrote it."))
