"""Sends what is due. What waits for one person goes in one message, so that nobody gets a heap after a pause.

A message is claimed before it is sent and noted after, each in a transaction of its own; between the two nothing is
held. So two who send at once never take the same one, and a killed sender leaves a claim that is looked at later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import models, transaction
from django.utils import timezone

from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.working import calendar_of_speaker
from prongsai.platform.notices.being_done import is_done
from prongsai.platform.notices.channels.outcomes import Failure, Never, NotAccepted, Unknown
from prongsai.platform.notices.channels.senders import Sender, senders_of, wished
from prongsai.platform.notices.composing import Message, compose
from prongsai.platform.notices.models import Channel, Preference, Quiet, Sending, State
from prongsai.platform.notices.outbox import send_later
from prongsai.platform.notices.sending_time import out_of_quiet

KEPT = timedelta(days=7)
STUCK = timedelta(minutes=10)
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 20, 60, 180, 360))


@dataclass(frozen=True, slots=True)
class Bundle:
    """One claimed message to one address: the sendings it carries, by number."""

    sendings: tuple[int, ...]
    channel: str
    sender: Sender
    address: str
    message: Message
    key: UUID


def send_due(agency: Agency) -> None:
    """Send what is due for an agency, which speaks, and have the queue come back for the rest.

    A channel whose server does not answer is left alone until the next time.
    """
    with transaction.atomic():
        _look_at_claims_of_the_dead()
    broken: set[str] = set()
    while bundle := claim(agency, without=broken):
        failure = _try(bundle)
        with transaction.atomic():
            _note(bundle, failure)
            if failure and failure.stops_channel:
                broken.add(bundle.channel)
                _let_the_others_wait_too(bundle)
    with transaction.atomic():
        _come_back(agency)


@transaction.atomic
def claim(agency: Agency, *, without: Collection[str] = ()) -> Bundle | None:
    """Take the next message; None when nothing is due. What is not needed any more is dropped on the way."""
    senders = senders_of(agency)
    while due := _due_together(without):
        now = timezone.now()
        sender = senders.get(due[0].channel)
        if sender is None:
            _postpone(due, "off", now)
            continue
        user = due[0].user
        wish = Preference.objects.filter(user=user).first() or Preference(user=user)
        address = sender.addresses([user]).get(user.pk, "")
        reached = bool(address) and due[0].channel in wished(wish) and user.may_enter
        sendings = _allowed_now(_needed(due, now, reached=reached), wish.quiet, now)
        if sendings:
            key = sendings[0].key or uuid4()
            numbers = tuple(sending.pk for sending in sendings)
            Sending.objects.filter(pk__in=numbers).update(state=State.SENDING, key=key, changed=now)
            message = compose([sending.copy.notice for sending in sendings], agency)
            return Bundle(numbers, due[0].channel, sender, address, message, key)
    return None


def _due_together(without: Collection[str]) -> list[Sending]:
    """Lock the most pressing sending and those that go with it: same person, same channel, same message if begun."""
    waiting = (
        Sending.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("copy__notice", "user__agency", "user__person")
        .filter(state=State.WAITING, not_before__lte=timezone.now())
        .exclude(channel__in=without)
    )
    first = waiting.order_by(models.F("key").asc(nulls_last=True), "not_before", "pk").first()
    if first is None:
        return []
    return list(waiting.filter(user=first.user, channel=first.channel, key=first.key).order_by("pk"))


def _needed(due: Sequence[Sending], now: datetime, *, reached: bool) -> list[Sending]:
    """Drop what was read, done, or is not wished any more; give up what waited too long."""
    needed, states = [], {}
    for sending in due:
        copy = sending.copy
        if not reached or copy.read or copy.done or is_done(copy.notice.kind, copy.notice.thing):
            states[sending.pk] = State.DROPPED
        elif now - sending.wanted > KEPT:
            states[sending.pk] = State.GIVEN_UP
        else:
            needed.append(sending)
    for state in (State.DROPPED, State.GIVEN_UP):
        numbers = [number for number, new in states.items() if new == state]
        Sending.objects.filter(pk__in=numbers).update(state=state, changed=now)
    return needed


def _allowed_now(needed: Sequence[Sending], quiet: str, now: datetime) -> list[Sending]:
    """Put off what fell into the quiet hours because nobody sent it in time."""
    calendar = calendar_of_speaker()
    allowed = []
    for sending in needed:
        moment = now if sending.copy.notice.urgent else out_of_quiet(now, quiet, calendar)
        if moment > now:
            Sending.objects.filter(pk=sending.pk).update(not_before=moment)
        else:
            allowed.append(sending)
    return allowed


def _try(bundle: Bundle) -> Failure | None:
    try:
        bundle.sender.send(bundle.address, bundle.message, bundle.key)
    except (NotAccepted, Unknown, Never) as failure:
        return failure
    return None


def _note(bundle: Bundle, failure: Failure | None) -> None:
    sendings = Sending.objects.filter(pk__in=bundle.sendings)
    now = timezone.now()
    if failure is None:
        sendings.update(state=State.SENT, trouble="", changed=now)
    elif isinstance(failure, Never):
        sendings.update(state=State.GIVEN_UP, trouble=failure.trouble, changed=now)
    elif isinstance(failure, Unknown) and not bundle.sender.repeats_safely:
        sendings.update(state=State.UNSURE, trouble=failure.trouble, changed=now)
    else:
        if isinstance(failure, NotAccepted):  # nobody took it: it may go with what comes meanwhile
            sendings.update(key=None)
        _postpone(sendings.select_related("copy__notice"), failure.trouble, now)


def _postpone(sendings: Iterable[Sending], trouble: str, now: datetime) -> None:
    """Put off to the next try, longer each time; after seven days give up."""
    calendar = calendar_of_speaker()
    for sending in sendings:
        then = now + PAUSES[min(sending.tries, len(PAUSES) - 1)]
        sending.state = State.GIVEN_UP if then - sending.wanted > KEPT else State.WAITING
        sending.not_before = then if sending.copy.notice.urgent else out_of_quiet(then, Quiet.NIGHT, calendar)
        sending.tries += 1
        sending.trouble, sending.changed = trouble, now
        sending.save(update_fields=["state", "not_before", "tries", "trouble", "changed"])


def _let_the_others_wait_too(bundle: Bundle) -> None:
    """Put the rest of a channel off until the message that met its fault is tried again: that one counts the tries."""
    then = Sending.objects.filter(pk__in=bundle.sendings).aggregate(then=models.Max("not_before"))["then"]
    due = Sending.objects.filter(channel=bundle.channel, state=State.WAITING, not_before__lt=then)
    due.filter(copy__notice__urgent=False).update(not_before=then)


def _look_at_claims_of_the_dead() -> None:
    """Free what a killed sender claimed where it may be sent again safely; elsewhere say that nobody knows."""
    now = timezone.now()
    stuck = Sending.objects.filter(state=State.SENDING, changed__lt=now - STUCK)
    safe = [Channel.LINE]
    stuck.filter(channel__in=safe).update(state=State.WAITING, changed=now)
    stuck.exclude(channel__in=safe).update(state=State.UNSURE, trouble="lost", changed=now)


def _come_back(agency: Agency) -> None:
    open_ones = Sending.objects.filter(state__in=(State.WAITING, State.SENDING))
    times = open_ones.aggregate(
        waiting=models.Min("not_before", filter=models.Q(state=State.WAITING)),
        claimed=models.Min("changed", filter=models.Q(state=State.SENDING)),
    )
    moments = [times["waiting"], times["claimed"] and times["claimed"] + STUCK]
    if known := [moment for moment in moments if moment]:
        send_later(agency.pk, max(min(known), timezone.now() + PAUSES[0]))
