"""What is past its time goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from prongsai.platform.notices.models import (
    Copy,
    Feed,
    FollowUp,
    LineLink,
    LineSignal,
    LinkingCode,
    Notice,
    Sending,
    State,
)
from prongsai.platform.notices.models.line import CODE_LIFE

NOTICES_KEPT = timedelta(days=400)
FOLLOW_UPS_KEPT = timedelta(days=400)
SENDINGS_KEPT = timedelta(days=90)
CODES_KEPT = CODE_LIFE
EVENTS_KEPT = timedelta(days=7)


def remove_notices(now: datetime) -> int:
    """Remove notices made long ago with their copies, for the agency that speaks; give how many."""
    old = Notice.objects.filter(made__lt=now - NOTICES_KEPT)
    count = old.count()
    old.delete()
    return count


def remove_copies(now: datetime) -> int:
    """Remove copies of notices made long ago."""
    return Copy.objects.filter(notice__made__lt=now - NOTICES_KEPT).delete()[1].get("notices.Copy", 0)


def remove_follow_ups(now: datetime) -> int:
    """Remove follow-ups that ended long ago, with their steps."""
    return FollowUp.objects.filter(ended__lt=now - FOLLOW_UPS_KEPT).delete()[1].get("notices.FollowUp", 0)


def remove_sendings(now: datetime) -> int:
    """Remove from the outbox what ended long ago."""
    over = Sending.objects.exclude(state__in=(State.WAITING, State.SENDING))
    return over.filter(changed__lt=now - SENDINGS_KEPT).delete()[0]


def remove_codes(now: datetime) -> int:
    """Remove linking codes that open nothing any more."""
    return LinkingCode.objects.filter(made__lt=now - CODES_KEPT).delete()[0]


def remove_events(now: datetime) -> int:
    """Forget what LINE told a week ago; older events are not taken again."""
    return LineSignal.objects.filter(told__lt=now - EVENTS_KEPT).delete()[0]


def remove_ways_to_who_left() -> int:
    """Forget the LINE and the calendar address of accounts that were switched off."""
    off = {"user__is_active": False}
    return LineLink.objects.filter(**off).delete()[0] + Feed.objects.filter(**off).delete()[0]


def remove_short_lived(now: datetime) -> None:
    """Remove what is kept for days only, and what belongs to accounts that were switched off."""
    remove_codes(now)
    remove_events(now)
    remove_sendings(now)
    remove_ways_to_who_left()
