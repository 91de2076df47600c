"""Puts copies into the outbox, and sees to it that the queue looks there in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.working import calendar_of_speaker
from prongsai.platform.jobs.queue import later
from prongsai.platform.notices.channels.senders import senders_of, wished
from prongsai.platform.notices.models import Copy, Notice, Preference, Sending
from prongsai.platform.notices.sending_time import first_time

A_MINUTE = 60


def put_out(notice: Notice, copies: Sequence[Copy], agency: Agency) -> None:
    """Queue the copies of a notice for every channel that is open and that their owner wishes."""
    senders = senders_of(agency)
    owners = accounts_of(copies) if senders else {}
    if not owners:
        return
    preferences = {wish.user_id: wish for wish in Preference.objects.filter(user__in=owners.values())}
    addresses = {channel: sender.addresses(owners.values()) for channel, sender in senders.items()}
    calendar, now = calendar_of_speaker(), timezone.now()
    sendings = []
    for copy_pk, user in owners.items():
        wish = preferences.get(user.pk) or Preference(user=user)
        when = first_time(now, wish.rhythm, wish.quiet, calendar, urgent=notice.urgent)
        sendings += [
            Sending(
                agency=agency, copy_id=copy_pk, user=user, channel=channel, wanted=when, not_before=when, changed=now
            )
            for channel in senders
            if channel in wished(wish) and addresses[channel].get(user.pk)
        ]
    Sending.objects.bulk_create(sendings)
    for moment in sorted({sending.not_before for sending in sendings}):
        send_later(agency.pk, moment)


def accounts_of(copies: Sequence[Copy]) -> dict[int, User]:
    """Give the account that owns each copy, by the number of the copy; who may not log in owns none."""
    users = User.objects.select_related("agency", "person")
    found = users.filter(person__in=[copy.person_id for copy in copies if copy.person_id])
    by_person = {user.person_id: user for user in found}
    by_number = users.in_bulk([copy.user_id for copy in copies if copy.user_id])
    owners = {
        copy.pk: by_person.get(copy.person_id) if copy.person_id else by_number.get(copy.user_id or 0)
        for copy in copies
    }
    return {number: user for number, user in owners.items() if user and user.may_enter and not user.is_kiosk}


def send_later(agency: int, moment: datetime) -> None:
    """Have the queue look into the outbox of an agency at a moment; one job for each minute is enough."""
    from prongsai.platform.notices.tasks import send_notices  # noqa: PLC0415 tasks import the sending, which needs this

    now = timezone.now()
    slot = int(max(moment, now).timestamp()) // A_MINUTE
    later(send_notices, agency=agency, at=moment if moment > now else None, once=True, slot=slot)
