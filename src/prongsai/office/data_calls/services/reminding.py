"""ติดตามครั้งที่ 1, 2, 3: pressed by the coordinator, or taken by itself; after three the superiors hear of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.data_calls.models import Addressee, Reminder
from prongsai.office.data_calls.notice_kinds import ASKED
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.services import Followed, follow_up_now, followed_up
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel


@transaction.atomic
def remind(*, acting: Acting, addressee: Addressee, channel: Channel, words: str) -> Reminder:
    """Follow somebody up today: told here as a notice, and kept with the words sent by another channel.

    Refuses Conflict: nothing is owed, followed up today already, or three times: then superiors are told.
    """
    time = follow_up_now(kind=ASKED, thing=addressee.pk, by=acting)
    if time is None:
        raise Conflict(
            _("Nothing is to be followed up today: all is handed in, or it was followed up today, or three times.")
        )
    made = Reminder.objects.create(
        agency_id=addressee.agency_id,
        addressee=addressee,
        number=time,
        day=today(acting.agency),
        channel=channel,
        words=words,
        made_by=acting.actor,
    )
    record(acting, "data_calls.reminded", thing=addressee, figures={"time": time, "channel": str(channel)})
    return made


def followed(addressees: Sequence[Addressee]) -> dict[int, Followed]:
    """Tell how far each was followed up, by its number; who never was is left out."""
    return followed_up(ASKED, [addressee.pk for addressee in addressees])
