"""A thing is done, a notice is read."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.notices.kinds import kinds
from prongsai.platform.notices.models import Copy, FollowUp, Notice, Sending, State
from prongsai.platform.notices.models.follow_ups import Ending
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def settle(*, kind: str, thing: int, by: Acting | str) -> None:
    """Say that a thing is done: its notices are done for everybody, nothing more is sent, its follow-up ends."""
    close_notices(kind, thing)
    for follow_up in FollowUp.objects.running().select_for_update().filter(kind=kind, thing=thing):
        end_follow_up(follow_up, Ending.DONE, by)


def end_follow_up(follow_up: FollowUp, ending: Ending, by: Acting | str) -> None:
    """End a follow-up that runs."""
    follow_up.ended, follow_up.ending = timezone.now(), ending
    follow_up.save(update_fields=["ended", "ending"])
    record(by, "follow_up.ended", thing=follow_up, figures={"why": ending.value})


def close_notices(kind: str, thing: int) -> None:
    """Mark the notices about a thing as done, and take what waits to be sent out of the outbox."""
    now = timezone.now()
    told = Notice.objects.filter(kind=kind, thing=thing)
    Copy.objects.filter(notice__in=told, done__isnull=True).update(done=now)
    waiting = Sending.objects.filter(copy__notice__in=told, state=State.WAITING)
    waiting.update(state=State.DROPPED, changed=now)


@transaction.atomic
def mark_done(*, acting: Acting, copy: Copy) -> None:
    """Mark one's own copy as done. Refuses Conflict where the work itself says when it is done."""
    kind = kinds.get(copy.notice.kind)
    if kind and kind.is_done and copy.notice.thing is not None:
        raise Conflict(_("This notice is done by itself once the matter is."))
    now = timezone.now()
    Copy.objects.visible_to(acting).filter(pk=copy.pk, read__isnull=True).update(read=now)
    Copy.objects.visible_to(acting).filter(pk=copy.pk, done__isnull=True).update(done=now)


@transaction.atomic
def mark_read(*, acting: Acting, copy: Copy | None = None) -> None:
    """Mark one's own copy as read, or all of them."""
    mine = Copy.objects.visible_to(acting).unread()
    if copy:
        mine = mine.filter(pk=copy.pk)
    mine.update(read=timezone.now())
