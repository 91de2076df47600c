"""Briefings for calendars: those one is asked to, and those one called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.calendars import CalendarEntry
from prongsai.platform.notices.links import Link
from prongsai.registers.circulars.models import Briefing, BriefingState

UNTOLD = timedelta(hours=1)
"""How long a briefing stands in a calendar whose end nobody told."""


class BriefingDays:
    """Briefings that are called and not held yet, or were held; none that somebody took in from an old register."""

    key = "circulars.briefings"

    def entries(self, acting: Acting, since: date, until: date) -> Iterator[CalendarEntry]:
        """Give the briefings of a person between two days."""
        person = acting.user.person_id
        if person is None:
            return
        called = Briefing.objects.filter(state__in=(BriefingState.CALLED, BriefingState.HELD), register_asked=None)
        mine = Q(convener=person) | Q(attendees__person=person)
        for briefing in called.filter(mine, day__range=(since, until)).distinct():
            yield _entry(briefing)


def _entry(briefing: Briefing) -> CalendarEntry:
    link, key = Link("briefing", {"briefing": briefing.pk}), f"circulars.briefing:{briefing.pk}"
    if briefing.begins is None:
        return CalendarEntry(key, briefing.subject, briefing.day, place=briefing.place, link=link)
    begins = _moment(briefing.day, briefing.begins)
    ends = _moment(briefing.day, briefing.ends) if briefing.ends else begins + UNTOLD
    return CalendarEntry(key, briefing.subject, begins, ends, place=briefing.place, link=link)


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=timezone.get_default_timezone())


SOURCES = (BriefingDays(),)
