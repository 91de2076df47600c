"""Submitting a thing, and withdrawing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.file_holders import ENCLOSURE
from prongsai.registers.approvals.kinds import ThingTold, approval_kinds
from prongsai.registers.approvals.models import Part, Submission, SubmissionState, SubmissionStep
from prongsai.registers.approvals.models.submission import WRITERS, Submissions
from prongsai.registers.approvals.services.telling import tell_next, untell
from prongsai.registers.tasks.services import Channel


@dataclass(frozen=True, slots=True)
class Sentences:
    """Why, what it is, what is asked for: what the executive reads, and the three paragraphs of the memo."""

    why: str
    what: str
    asks: str


@transaction.atomic
def submit(
    *,
    acting: Acting,
    kind: str,
    thing: int,
    sentences: Sentences | None = None,
    recorded_for: Person | None = None,
    received_by: Channel | None = None,
    day: date | None = None,
    files: Sequence[CleanFile] = (),
) -> Submission:
    """Submit a thing as it stands; again after it was returned or withdrawn, as a new version that keeps the old.

    `sentences` that nobody gives are the room's own. `recorded_for` handed it in on paper, by LINE or by word of mouth
    (`received_by`), perhaps on an earlier `day`. Refuses Conflict: not whole, waiting already, a day to come.
    """
    made = write_submission(
        acting=acting,
        kind=kind,
        thing=thing,
        day=day,
        sentences=sentences,
        recorded_for=recorded_for,
        received_by=received_by,
    )
    attach_files(acting=acting, agency=made.agency_id, holder=ENCLOSURE.key, thing=made.pk, files=files)
    approval_kinds[kind].on_submitted(thing, submission=made.pk, actor=acting.actor)
    record(acting, "approvals.submitted", thing=made, figures={"kind": kind, "thing": thing, "version": made.version})
    tell_next(made, acting)
    return made


def write_submission(
    *,
    acting: Acting,
    kind: str,
    thing: int,
    day: date | None = None,
    sentences: Sentences | None = None,
    recorded_for: Person | None = None,
    received_by: Channel | None = None,
) -> Submission:
    """Write the rows of a submission: the thing as it stands, its authors, its steps. Nobody is told yet.

    Refuses Conflict as `submit` does.
    """
    room, entered = approval_kinds[kind], today(acting.agency)
    told = room.tell(thing)
    if told is None or not room.may_submit(acting, thing):
        raise Conflict(_("This cannot be submitted now. Its own page says what is missing."))
    if _earlier(kind, thing).waiting().exists():
        raise Conflict(_("This has been submitted already, and waits."))
    if day and day > entered:
        raise Conflict(_("The day is still to come."))
    made = _make(acting, kind, thing, told, sentences or Sentences(told.why, told.what, told.asks))
    made.submitter = recorded_for or acting.person
    made.received_by, made.submitted, made.entered = received_by or "", day or entered, entered
    made.author_accounts, made.author_people = _authors(acting, told, recorded_for)
    made.keep_key()
    made.save()
    _add_steps(made, told)
    return made


@transaction.atomic
def withdraw(*, acting: Acting, submission: Submission) -> None:
    """Take a waiting submission back; what was said of it stays with it. Refuses Conflict."""
    current = locked(submission)
    if not may_withdraw(acting, current):
        raise Conflict(_("Only who submitted it, or the unit whose matter it is, takes it back."))
    current.state, current.settled = SubmissionState.WITHDRAWN, today(acting.agency)
    current.asked = None
    current.save(update_fields=["state", "settled", "asked"])
    approval_kinds[current.kind].on_given_back(current.thing, None, actor=acting.actor)
    untell(current, acting)
    record(acting, "approvals.withdrawn", thing=current)


def may_withdraw(acting: Acting, submission: Submission) -> bool:
    """Say whether somebody may take a submission back: who submitted or wrote it down, or works in its unit."""
    person = acting.person
    own_unit = acting.has(*WRITERS) and bool(person and person.unit_id == submission.unit_id)
    return submission.is_waiting and (acting.user.pk in submission.author_accounts or own_unit)


def locked(submission: Submission) -> Submission:
    """Give a submission locked and read anew. Refuses Conflict where it waits no more."""
    current = Submission.objects.select_for_update(of=("self",)).select_related("unit").get(pk=submission.pk)
    if not current.is_waiting:
        raise Conflict(_("This has been decided or withdrawn meanwhile."))
    return current


def _earlier(kind: str, thing: int) -> Submissions:
    return Submission.objects.filter(kind=kind, thing=thing)


def _make(acting: Acting, kind: str, thing: int, told: ThingTold, sentences: Sentences) -> Submission:
    last = _earlier(kind, thing).aggregate(last=Max("version"))["last"] or 0
    return Submission(
        agency_id=told.unit.agency_id,
        kind=kind,
        thing=thing,
        version=last + 1,
        subject=told.title[:300],
        unit=told.unit,
        why=sentences.why,
        what=sentences.what,
        asks=sentences.asks,
        lines=[list(line) for line in told.lines],
        enclosures=list(told.enclosures),
        decides=told.decides,
        made_by=acting.actor,
    )


def _add_steps(submission: Submission, told: ThingTold) -> None:
    asked = [*((Part.OPINION, standing) for standing in told.opinions), (Part.DECISION, told.decides)]
    SubmissionStep.objects.bulk_create(
        SubmissionStep(
            agency_id=submission.agency_id, submission=submission, number=number, part=part, standing=standing
        )
        for number, (part, standing) in enumerate(asked, 1)
    )


def _authors(acting: Acting, told: ThingTold, recorded_for: Person | None) -> tuple[list[int], list[int]]:
    """Give accounts and persons of who wrote it, submitted it, or had it submitted: none of them decides.

    Who only wrote down what another handed in is no author, unless the room says so.
    """
    accounts = set(_accounts(told.written_by))
    people = set(User.objects.filter(pk__in=accounts, person__isnull=False).values_list("person_id", flat=True))
    people |= {recorded_for.pk} if recorded_for else {acting.user.person_id} if acting.user.person_id else set()
    return sorted({*accounts, acting.user.pk}), sorted(people)


def _accounts(actors: Iterable[str]) -> Iterable[int]:
    for actor in actors:
        kind, _colon, number = actor.partition(":")
        if kind in ("user", "link") and number.isdigit():
            yield int(number)
