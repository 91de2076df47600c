"""Removes what accounts leave behind once its period is over."""

from __future__ import annotations

from datetime import datetime, timedelta

from prongsai.platform.accounts.models import AccountSession, PassphraseCode, PersonalLink

SESSIONS_KEPT = timedelta(days=1)
"""At the longest: they are removed in the night after they ended."""
KEPT = timedelta(days=30)


def remove_ended_sessions(now: datetime) -> int:
    """Remove sessions that ended; give how many."""
    return AccountSession.objects.filter(expire_date__lt=now).delete()[0]


def remove_old_codes(now: datetime) -> int:
    """Remove one-time codes asked for a month ago; give how many."""
    return PassphraseCode.objects.filter(asked__lt=now - KEPT).delete()[0]


def remove_old_links(now: datetime) -> int:
    """Remove personal links of the agency that speaks, made a month ago; give how many."""
    return PersonalLink.objects.filter(made__lt=now - KEPT).delete()[0]
