"""Following up what has a due day: three times who owes it, then up the line of posts; it stops when it is done."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.calendar.working import WorkingCalendar, calendar_of_speaker
from prongsai.platform.notices import wording
from prongsai.platform.notices.being_done import is_done
from prongsai.platform.notices.kinds import kinds
from prongsai.platform.notices.ladder import RUNGS, who_is_told
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import Copy, FollowUp, FollowUpStep, Notice, Step
from prongsai.platform.notices.models.follow_ups import Ending
from prongsai.platform.notices.services.notifying import Recipient, Words, notify, say
from prongsai.platform.notices.services.settling import close_notices, end_follow_up, settle
from prongsai.platform.notices.services.speaking_agency import actor_of, speaking_agency
from prongsai.platform.notices.stepping import Days, Taken, days_of_agency, due_step

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Followed:
    """How often who owes a thing was followed up, on which day the last step was taken, whether a superior heard."""

    times: int
    last: date
    raised: bool


@transaction.atomic
def follow_up(
    *,
    kind: str,
    thing: int,
    due: date,
    by: Acting | str,
    unit: Unit | None = None,
    person: Person | None = None,
    subject: Words = "",
    link: Link | None = None,
) -> FollowUp:
    """Follow a thing up until its room says that it is done. The agency speaks.

    A `person` owes it, or a whole `unit`. Called again for the same thing it takes the new day, subject, and who owes
    it; steps are then counted from the new day. Raises ValueError for a kind that cannot say what is done
    (`Kind.is_done`), for nobody who owes it, and for what `notify` refuses.
    """
    named = kinds[kind]
    if named.is_done is None:
        raise ValueError(f"{kind} cannot say what is done, and would be followed up for ever")
    owing = person.unit if person else unit
    if owing is None:
        raise ValueError("somebody owes what is followed up")
    if link and not link.path():
        raise ValueError(f"no page of ours: {link.url_name}")
    told = {
        "subject": say(named, subject, "")[0],
        "due": due,
        "unit": unit or owing,
        "person": person,
        "url_name": link.url_name if link else "",
        "url_args": dict(link.args) if link else {},
        "ended": None,
        "ending": "",
    }
    begun, _ = FollowUp.objects.update_or_create(
        agency=speaking_agency(),
        kind=kind,
        thing=thing,
        defaults=told,
        create_defaults={**told, "begun_by": actor_of(by), "begun": timezone.now()},
    )
    record(by, "follow_up.begun", thing=begun, figures={"due": due})
    return begun


@transaction.atomic
def withdraw_follow_up(*, kind: str, thing: int, by: Acting | str) -> None:
    """Stop following a thing up although it is not done; what was told about it counts as done."""
    close_notices(kind, thing)
    for begun in FollowUp.objects.running().select_for_update().filter(kind=kind, thing=thing):
        end_follow_up(begun, Ending.WITHDRAWN, by)


@transaction.atomic
def take_due_steps(*, by: str) -> int:
    """Take the steps that are due today for the agency that speaks; give how many. May run many times a day."""
    agency = speaking_agency()
    day, calendar, days = today(agency), calendar_of_speaker(), days_of_agency()
    taken = 0
    for begun in FollowUp.objects.running().select_for_update(skip_locked=True, of=("self",)).select_related("unit"):
        try:
            with transaction.atomic():
                taken += _take_step(begun, day, days, calendar, by)
        except Exception:
            log.exception("follow-up %s could not be taken further", begun.pk)
    return taken


@transaction.atomic
def follow_up_now(*, kind: str, thing: int, by: Acting | str) -> int | None:
    """Take the next step to who owes a thing today, because a person pressed for it; give which time it is.

    The steps that come by themselves go on from there, at their usual distance. None, and nobody is told, where the
    thing is not followed up, was followed up today, or its three follow-ups are used: then superiors hear of it.
    """
    running = FollowUp.objects.running().select_for_update(of=("self",)).select_related("unit")
    begun = running.filter(kind=kind, thing=thing).first()
    if begun is None:
        return None
    day = today(speaking_agency())
    earlier = {Step(one.step): one.day for one in begun.steps.filter(due=begun.due)}
    step = next((step for step in Step if step not in earlier), None)
    if step is None or step in RUNGS or day in earlier.values():
        return None
    _note_step(begun, step, day, _tell(begun, step, day, calendar_of_speaker(), by), by)
    return _times(begun)


def followed_up(kind: str, things: Iterable[int]) -> dict[int, Followed]:
    """Tell how far things of a kind have been followed up, by their numbers; those never followed up are left out."""
    found: dict[int, Followed] = {}
    steps = FollowUpStep.objects.filter(follow_up__kind=kind, follow_up__thing__in=list(things), notice__isnull=False)
    for thing, step, day in steps.order_by("day", "id").values_list("follow_up__thing", "step", "day"):
        before = found.get(thing, Followed(0, day, raised=False))
        raised = step in RUNGS
        found[thing] = Followed(before.times + (not raised), day, raised=before.raised or raised)
    return found


def _times(begun: FollowUp) -> int:
    """Count how often who owes it was asked."""
    return begun.steps.exclude(step__in=RUNGS).exclude(notice=None).count()


def _take_step(begun: FollowUp, day: date, days: Days, calendar: WorkingCalendar, by: str) -> bool:
    """Take the next step of one follow-up if it is due; end it instead if the thing is done."""
    done = is_done(begun.kind, begun.thing)
    if done:
        settle(kind=begun.kind, thing=begun.thing, by=by)
    if done is not False:  # where the room cannot say, nobody is asked for what may be done
        return False
    earlier = list(begun.steps.filter(due=begun.due))
    step = due_step([Taken(Step(one.step), one.day) for one in earlier], begun.due, day, days, calendar)
    if step is None:
        return False
    _note_step(begun, step, day, _tell(begun, step, day, calendar, by), by)
    return True


def _note_step(begun: FollowUp, step: Step, day: date, notice: Notice | None, by: Acting | str) -> None:
    FollowUpStep.objects.create(
        agency_id=begun.agency_id, follow_up=begun, step=step, due=begun.due, day=day, notice=notice
    )
    people = notice.copies.count() if notice else 0
    record(by, "follow_up.step_taken", thing=begun, figures={"step": step.value, "due": begun.due, "told": people})


def _tell(begun: FollowUp, step: Step, day: date, calendar: WorkingCalendar, by: Acting | str) -> Notice | None:
    """Tell who is to be told at a step; None where that is nobody who does not know already."""
    times = _times(begun)
    if step not in RUNGS:
        said = wording.to_who_owes(begun, times + 1, overdue=day > begun.due)
        return _notify(begun, begun.person or begun.unit, said, by)
    found = who_is_told(step, begun.unit, day)
    if found is None or found.person.pk == begun.person_id or _was_told(begun, found.person):
        return None
    late = max(calendar.between(begun.due, day), 0)
    return _notify(begun, found.person, wording.to_a_superior(begun, found, times=times, late=late), by)


def _was_told(begun: FollowUp, person: Person) -> bool:
    """Say whether a superior was told about this delay already: one person may hold two posts."""
    notices = begun.steps.filter(due=begun.due, step__in=RUNGS).values("notice")
    return Copy.objects.filter(notice__in=notices, person=person).exists()


def _notify(begun: FollowUp, to: Recipient, said: wording.Said, by: Acting | str) -> Notice:
    return notify(
        to=to,
        kind=begun.kind,
        by=by,
        subject=said.subject,
        words=said.words,
        link=begun.link if begun.path else None,
        thing=begun.thing,
        due=begun.due,
    )
