"""Meetings in one's own calendar."""

from __future__ import annotations

from datetime import date, timedelta

from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings import services
from prongsai.registers.meetings.calendar_sources import OwnMeetings
from working_group import secretary

MARCH = (date(2025, 3, 1), date(2025, 3, 31))


def entries(here, role: Role, since=MARCH[0], until=MARCH[1]):
    return list(OwnMeetings().entries(acting_as(here.accounts[role]), since, until))


def test_a_meeting_is_in_the_calendar_of_who_is_called_and_of_nobody_else(here, called):
    with here.speaks():
        (entry,) = entries(here, Role.OFFICER)
        assert (entry.start.date(), entry.place) == (called.day, "ห้องประชุม")
        assert entry.end - entry.start == timedelta(hours=2)
        assert not entry.sensitive
        assert entries(here, Role.AUDITOR) == entries(here, Role.KIOSK) == []
        assert entries(here, Role.OFFICER, since=date(2025, 3, 11)) == []


def test_of_a_closed_circle_the_day_alone_is_told_and_a_cancelled_meeting_goes(here, group, called):
    with here.speaks():
        services.save_group(acting=secretary(here), group=group, told={"is_closed_circle": True})
        assert [entry.sensitive for entry in entries(here, Role.OFFICER)] == [True]
        services.cancel_meeting(acting=secretary(here), meeting=called, because="น้ำท่วม")
        assert entries(here, Role.OFFICER) == []


def test_without_a_time_the_whole_day_is_shown(here, called):
    with here.speaks():
        services.save_meeting(acting=secretary(here), meeting=called, told={"starts": None})
        (entry,) = entries(here, Role.OFFICER)
        assert (entry.start, entry.end) == (called.day, None)
