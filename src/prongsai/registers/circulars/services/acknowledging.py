"""Reading and acknowledging one's own copy, on screen or by personal link."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.services import settle
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.models import Circular, Receiver, Way
from prongsai.registers.circulars.notice_kinds import ACKNOWLEDGE


def copy_of(acting: Acting, circular: Circular) -> Receiver | None:
    """Give one's own copy, None for who did not receive it."""
    person = acting.user.person_id
    return Receiver.objects.filter(circular=circular, person=person, person__isnull=False).first()


def note_opening(*, acting: Acting, circular: Circular) -> None:
    """Keep when a receiver opened it first: to open is not to acknowledge."""
    copy = copy_of(acting, circular)
    if copy:
        Receiver.objects.filter(pk=copy.pk, opened=None).update(opened=timezone.now())


@transaction.atomic
def acknowledge(*, acting: Acting, circular: Circular) -> Receiver:
    """Acknowledge one's own copy; a second time changes nothing. Refuses Conflict: not out, or not sent to oneself."""
    copy = Receiver.objects.select_for_update().filter(circular=circular, person=acting.user.person_id).first()
    current = Circular.objects.get(pk=circular.pk)
    if copy is None or not current.is_sent:
        raise Conflict(_("This circular does not ask you for an acknowledgement."))
    if copy.acknowledged:
        return copy
    day = today(acting.agency)
    copy.acknowledged, copy.entered, copy.recorded_by = day, day, acting.actor
    copy.way = Way.LINK if acting.by_link else Way.SCREEN
    copy.save(update_fields=["acknowledged", "entered", "recorded_by", "way"])
    settle(kind=ACKNOWLEDGE, thing=copy.pk, by=acting)
    record(acting, "circulars.acknowledged", thing=copy, figures={"way": copy.way})
    return copy
