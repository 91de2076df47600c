"""Telling receivers of a circular, and following them up: at once for few, by a job for many."""

from __future__ import annotations

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.jobs.declaring import task
from prongsai.platform.jobs.queue import later
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import follow_up, notify
from prongsai.platform.tenancy.speaker import current_speaker
from prongsai.registers.circulars.models import Circular, CircularState, Receiver
from prongsai.registers.circulars.notice_kinds import ACKNOWLEDGE

AT_ONCE = 60
"""So many are told while the page waits: each is some sixteen questions to the database. More are told by a job."""


def tell_soon(*, by: Acting, circular: Circular) -> None:
    """Tell the receivers who were not told yet, now or by a job. Their copies are there already."""
    if circular.receivers.filter(told=False).count() <= AT_ONCE:
        tell_waiting(by=by, circular=circular)
    else:
        later(tell_receivers, agency=circular.agency_id, circular=circular.pk)


@transaction.atomic
def tell_waiting(*, by: Acting | str, circular: Circular) -> int:
    """Tell each receiver who was not told yet and has not acknowledged; give how many. Nobody is told twice."""
    waiting = circular.receivers.select_for_update(of=("self",)).missing().filter(told=False)
    receivers = list(waiting.select_related("person__unit"))
    for receiver in receivers:
        notify(
            to=receiver.person,
            kind=ACKNOWLEDGE,
            by=by,
            subject=circular.subject,
            words=circular.words,
            link=link_to(circular),
            thing=receiver.pk,
            due=circular.due,
        )
        follow_up_receiver(by, receiver, circular)
    Receiver.objects.filter(pk__in=[receiver.pk for receiver in receivers]).update(told=True)
    return len(receivers)


def follow_up_receiver(by: Acting | str, receiver: Receiver, circular: Circular) -> None:
    """Follow a receiver up until they have acknowledged, where the circular sets a day."""
    if circular.due:
        follow_up(
            kind=ACKNOWLEDGE,
            thing=receiver.pk,
            due=circular.due,
            by=by,
            person=receiver.person,
            subject=circular.subject,
            link=link_to(circular),
        )


@task()
def tell_receivers(agency: int, circular: int) -> None:
    """Tell the receivers of a circular of one agency; a circular withdrawn meanwhile tells nobody."""
    found = Circular.objects.filter(agency=agency, pk=circular, state=CircularState.SENT).first()
    speaker = current_speaker()
    if found:
        tell_waiting(by=speaker.actor if speaker else "job", circular=found)


def link_to(circular: Circular) -> Link:
    """Give the link to its page, as notices carry it."""
    return Link("circular", {"circular": circular.pk})
