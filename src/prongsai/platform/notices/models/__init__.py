"""Notices, how they are sent, follow-ups, LINE, calendar feeds."""

from prongsai.platform.notices.models.feeds import Feed
from prongsai.platform.notices.models.follow_ups import FollowUp, FollowUpDays, FollowUpStep, Step
from prongsai.platform.notices.models.line import LineAccount, LineLink, LineSignal, LinkingCode
from prongsai.platform.notices.models.notices import Copy, Notice
from prongsai.platform.notices.models.preferences import Preference, Quiet, Rhythm
from prongsai.platform.notices.models.sendings import Channel, Sending, State

__all__ = [
    "Channel",
    "Copy",
    "Feed",
    "FollowUp",
    "FollowUpDays",
    "FollowUpStep",
    "LineAccount",
    "LineLink",
    "LineSignal",
    "LinkingCode",
    "Notice",
    "Preference",
    "Quiet",
    "Rhythm",
    "Sending",
    "State",
    "Step",
]
