"""On screen: an opinion, the decision, the return for changes. A click is a record inside the office, no signature."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.line import InPost
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.kinds import Decision, approval_kinds
from prongsai.registers.approvals.models import Submission, SubmissionState, SubmissionStep, Verdict
from prongsai.registers.approvals.services.asking import Turn, turn_of, turns_of
from prongsai.registers.approvals.services.submitting import locked
from prongsai.registers.approvals.services.telling import tell_decided, tell_next

OPINIONS = (Verdict.AGREES, Verdict.REMARKS, Verdict.OBJECTS)


@transaction.atomic
def give_opinion(*, acting: Acting, submission: Submission, verdict: Verdict, text: str = "") -> None:
    """Give the opinion whose turn it is. Refuses Conflict: not one's turn; a remark or objection without words."""
    current = locked(submission)
    turn = own_turn(acting, current)
    if turn.step.is_decision or verdict not in OPINIONS:
        raise Conflict(_("A decision is asked for, not an opinion."))
    if verdict != Verdict.AGREES and not text.strip():
        raise Conflict(_("Please write the remark in a few words."))
    answer(turn.step, verdict, text, by=turn.by, day=today(acting.agency), acting=acting)
    record(acting, "approvals.opinion_given", thing=current, figures={"step": turn.step.number, "verdict": verdict})
    tell_next(current, acting)


@transaction.atomic
def approve(*, acting: Acting, submission: Submission, text: str = "") -> None:
    """Approve on screen; the room that owns the thing is told. Refuses Conflict: not one's turn, opinions open."""
    current = locked(submission)
    turn = own_turn(acting, current)
    if not turn.step.is_decision:
        raise Conflict(_("An opinion is asked for first."))
    answer(turn.step, Verdict.APPROVES, text, by=turn.by, day=today(acting.agency), acting=acting)
    close(current, turn.step, acting)
    record(acting, "approvals.approved", thing=current, figures={"kind": current.kind, "thing": current.thing})


@transaction.atomic
def return_for_changes(*, acting: Acting, submission: Submission, because: str) -> None:
    """Return it with a reason: who is asked for an opinion may do so too. Refuses Conflict."""
    current = locked(submission)
    turn = own_turn(acting, current)
    if not because.strip():
        raise Conflict(_("Please say what is to be changed."))
    answer(turn.step, Verdict.RETURNS, because, by=turn.by, day=today(acting.agency), acting=acting)
    close(current, turn.step, acting)
    record(acting, "approvals.returned", thing=current, figures={"kind": current.kind, "thing": current.thing})


def own_turn(acting: Acting, submission: Submission) -> Turn:
    """Give the step whose turn it is, where it is that of who acts. Refuses Conflict, also by personal link."""
    if acting.by_link:
        raise Conflict(_("A personal link decides nothing. Log in with your passphrase."))
    turn = turn_of(submission, today(acting.agency))
    if turn is None or not turn.is_of(acting) or acting.user.pk in submission.author_accounts:
        raise Conflict(_("It is not your turn, or you wrote or submitted this yourself."))
    return turn


def answer(
    step: SubmissionStep,
    verdict: Verdict,
    text: str,
    *,
    by: InPost | None,
    day: date,
    acting: Acting,
    paper_number: str = "",
) -> None:
    """Write an answer into a step: what, by whom in which post, on which day, and who wrote it down."""
    step.verdict, step.text, step.day = verdict, text.strip(), day
    step.entered, step.entered_by = today(acting.agency), acting.actor
    step.on_paper, step.paper_number = bool(paper_number), paper_number
    if by:
        step.person, step.post = by.person, by.title[:200]
        step.is_acting, step.order_reference = by.acting, by.order_reference
    step.save()


def close(submission: Submission, step: SubmissionStep, acting: Acting) -> None:
    """End a submission by the answer of a step, and tell the room that owns the thing."""
    open_opinions = submission.steps.filter(verdict="").exclude(pk=step.pk).exclude(part="decision")
    needed = {turn.step.pk for turn in turns_of(submission, step.day or today(acting.agency))}
    for left in open_opinions:
        verdict = Verdict.ON_PAPER if step.on_paper and left.pk in needed else Verdict.FELL_AWAY
        answer(left, verdict, "", by=None, day=step.day or today(acting.agency), acting=acting)
    approved = step.verdict == Verdict.APPROVES
    submission.state = SubmissionState.APPROVED if approved else SubmissionState.RETURNED
    submission.settled = step.day
    submission.save(update_fields=["state", "settled"])
    room, decision = approval_kinds[submission.kind], decision_of(submission, step)
    if approved:
        room.on_approved(submission.thing, decision, actor=acting.actor)
    else:
        room.on_given_back(submission.thing, decision, actor=acting.actor)
    tell_decided(submission, acting, step.text)


def decision_of(submission: Submission, step: SubmissionStep) -> Decision:
    """Give a step as other rooms are told of it."""
    assert step.day and step.entered
    return Decision(
        submission=submission.pk,
        version=submission.version,
        day=step.day,
        entered=step.entered,
        person=step.person_id,
        post=step.post,
        on_paper=step.on_paper,
        number=step.paper_number,
        text=step.text,
    )
