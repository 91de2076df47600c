"""Days of the example desk for calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.calendars import CalendarEntry
from prongsai.platform.notices.links import Link


class TalkDays:
    """The days of talks, for the whole office."""

    key = "example.talks"

    def entries(self, acting: Acting, since: date, until: date) -> Iterable[CalendarEntry]:
        """Give the talks between two days."""
        for talk in Talk.objects.visible_to(acting).filter(happened__range=(since, until)):
            link = Link("example-talk", {"talk_id": talk.pk})
            yield CalendarEntry(f"example.talk:{talk.pk}", talk.village, talk.happened, link=link)


SOURCES = (TalkDays(),)
