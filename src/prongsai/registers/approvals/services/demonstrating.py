"""For demonstrations only: those whose turn it is say yes, now or on an earlier day."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.registers.approvals.kinds import approval_kinds
from prongsai.registers.approvals.models import Part, Submission, SubmissionState, Verdict
from prongsai.registers.approvals.services.asking import turn_of, turns_of
from prongsai.registers.approvals.services.deciding import answer, approve, decision_of, give_opinion
from prongsai.registers.approvals.services.submitting import write_submission


@transaction.atomic
def agree(*, agency: Agency, submission: Submission, times: int) -> None:
    """Let the next so many say yes, in an agency of the demonstration. Stops at a post without person or account.

    Refuses ValueError for an agency that is real: nobody answers in the name of another there.
    """
    _refuse_real(agency)
    for _time in range(times):
        turn = turn_of(submission, today(agency))
        account = User.objects.filter(person=turn.by.person).first() if turn and turn.by else None
        if turn is None or account is None:
            return
        if turn.step.is_decision:
            approve(acting=acting_as(account), submission=submission)
        else:
            give_opinion(acting=acting_as(account), submission=submission, verdict=Verdict.AGREES)
        submission.refresh_from_db()


@transaction.atomic
def approved_before(*, acting: Acting, agency: Agency, kind: str, thing: int, day: date) -> Submission:
    """Write down, in a demonstration, that a thing went through the line and was approved on an earlier day.

    Nobody is told of it. Refuses ValueError for a real agency, and where nobody may decide.
    """
    _refuse_real(agency)
    room = approval_kinds[kind]
    made = write_submission(acting=acting, kind=kind, thing=thing, day=day)
    room.on_submitted(thing, submission=made.pk, actor=acting.actor)
    for turn in turns_of(made, day):
        if turn.by is None:
            raise ValueError("Nobody in this office may decide on it.")
        verdict = Verdict.APPROVES if turn.step.is_decision else Verdict.AGREES
        answer(turn.step, verdict, "", by=turn.by, day=day, acting=acting)
    made.state, made.settled, made.entered = SubmissionState.APPROVED, day, day
    made.save(update_fields=["state", "settled", "entered"])
    made.steps.filter(verdict="").update(verdict=Verdict.FELL_AWAY, day=day, entered=day)
    made.steps.update(entered=day)
    decision = decision_of(made, made.steps.get(part=Part.DECISION))
    room.on_approved(thing, decision, actor=acting.actor)
    return made


def _refuse_real(agency: Agency) -> None:
    if not agency.is_demo:
        raise ValueError("Only in a demonstration somebody is made to say yes.")
