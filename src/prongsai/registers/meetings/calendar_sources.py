"""Meetings one is called to, for one's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import timezone

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.calendars import CalendarEntry
from prongsai.platform.notices.links import Link
from prongsai.registers.meetings.models import Meeting, MeetingState

AS_LONG_AS = timedelta(hours=2)
"""How long a meeting is shown whose end nobody knows yet."""


class OwnMeetings:
    """Meetings on whose list one stands."""

    key = "meetings.called"

    def entries(self, acting: Acting, since: date, until: date) -> Iterable[CalendarEntry]:
        """Give the meetings between two days that were not cancelled; of a closed circle the day alone is told."""
        person = acting.user.person_id
        if person is None:
            return
        found = Meeting.objects.filter(attendances__person=person, day__gte=since, day__lte=until)
        for meeting in found.exclude(state=MeetingState.CANCELLED).select_related("group").distinct():
            start = self._moment(meeting)
            yield CalendarEntry(
                f"meetings:meeting:{meeting.pk}",
                str(meeting),
                start or meeting.day,
                end=start + AS_LONG_AS if start else None,
                place=meeting.place,
                link=Link("meeting", {"meeting": meeting.pk}),
                sensitive=meeting.group.is_closed_circle,
            )

    def _moment(self, meeting: Meeting) -> datetime | None:
        return timezone.make_aware(datetime.combine(meeting.day, meeting.starts)) if meeting.starts else None


SOURCES = (OwnMeetings(),)
