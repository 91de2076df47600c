"""Notices: whose turn it is, and what was decided."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import notify, settle
from prongsai.registers.approvals.models import Submission, SubmissionState
from prongsai.registers.approvals.notice_kinds import DECIDED, WAITING
from prongsai.registers.approvals.services.asking import turn_of, waiting_turns


def tell_next(submission: Submission, by: Acting | str) -> None:
    """Tell whose turn it is now, and nobody else any more."""
    untell(submission, by)
    turn = turn_of(submission, today(Agency.objects.get(pk=submission.agency_id)))
    submission.asked = turn.by.person if turn and turn.by else None
    submission.save(update_fields=["asked"])
    if turn is None or submission.asked is None:
        return
    asks = gettext_lazy("For your decision") if turn.step.is_decision else gettext_lazy("For your opinion")
    notify(
        to=submission.asked,
        kind=WAITING.key,
        by=by,
        subject=format_lazy("{}: {}", asks, submission.subject),
        words=submission.asks,
        link=_page(submission),
        thing=submission.pk,
    )


@transaction.atomic
def tell_anew(agency: Agency, by: str) -> int:
    """Tell, for the agency that speaks, those whose turn it has become because posts changed hands; give how many."""
    moved = 0
    for submission, turn in list(waiting_turns(today(agency))):
        if (turn.by.person.pk if turn.by else None) != submission.asked_id:
            tell_next(submission, by)
            moved += 1
    return moved


def untell(submission: Submission, by: Acting | str) -> None:
    """End the notices of who was asked before."""
    settle(kind=WAITING.key, thing=submission.pk, by=by)


def tell_decided(submission: Submission, acting: Acting, because: str = "") -> None:
    """Tell who submitted it."""
    submission.asked = None
    submission.save(update_fields=["asked"])
    untell(submission, acting)
    to: Person | None = submission.submitter
    if to is not None:
        notify(
            to=to,
            kind=DECIDED.key,
            by=acting,
            subject=format_lazy("{}: {}", SubmissionState(submission.state).label, submission.subject),
            words=because,
            link=_page(submission),
            thing=submission.pk,
        )


def _page(submission: Submission) -> Link:
    return Link("approval", {"submission": submission.pk})
