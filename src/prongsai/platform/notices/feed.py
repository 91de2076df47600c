"""A person's days as an iCalendar file (RFC 5545), and its secret address."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.calendars import CalendarEntry, Calendars, calendars
from prongsai.platform.notices.composing import SOMETHING_NEW
from prongsai.platform.notices.links import whole_address
from prongsai.platform.notices.models import Feed
from prongsai.platform.notices.services.wishes import hash_of_token

BACK, AHEAD = timedelta(days=60), timedelta(days=400)


def find_feed(token: str) -> Feed | None:
    """Find the feed of a token, while its agency speaks; None if unknown, withdrawn, or its owner may not log in."""
    feeds = Feed.objects.select_related("user__agency", "user__person")
    feed = feeds.filter(token_hash=hash_of_token(token)).first()
    return feed if feed and feed.user.may_enter else None


def read_feed(feed: Feed, agency: Agency, sources: Calendars = calendars) -> bytes:
    """Give the file of a feed, and note that it was read."""
    if feed.is_due_for_a_note():
        Feed.objects.filter(pk=feed.pk).update(last_read=timezone.now())
    day = today(agency)
    with translation.override(settings.LANGUAGE_CODE):
        name = _("Due days and meetings, %(agency)s") % {"agency": agency.short_name or agency.name}
        entries = sources.entries_of(acting_as(feed.user), day - BACK, day + AHEAD)
        return calendar_file(entries, agency, name)


def calendar_file(entries: Iterable[CalendarEntry], agency: Agency, name: str) -> bytes:
    """Put entries into a file that calendars subscribe to. Moments stand in UTC, so no table of zones is needed."""
    calendar = Calendar()
    for key, value in (
        ("prodid", "-//Prongsai//Notices//TH"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", name),
        ("x-wr-timezone", settings.TIME_ZONE),
        ("x-published-ttl", "PT6H"),
    ):
        calendar.add(key, value)
    now = timezone.now().astimezone(UTC)
    for entry in entries:
        calendar.add_component(_event(entry, agency, now))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, agency: Agency, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.key.replace(':', '-')}@{agency.code}.prongsai")
    event.add("dtstamp", now)
    event.add("summary", _(SOMETHING_NEW) if entry.sensitive else entry.title)
    _add_time(event, entry)
    if entry.sensitive:
        return event
    if entry.words:
        event.add("description", entry.words)
    if entry.place:
        event.add("location", entry.place)
    if address := whole_address(agency, entry.link.path() if entry.link else ""):
        event.add("url", address)
    return event


def _add_time(event: Event, entry: CalendarEntry) -> None:
    """Add when it is: a meeting by moments, a due day as a whole day during which one is not busy."""
    if isinstance(entry.start, datetime):
        event.add("dtstart", entry.start.astimezone(UTC))
        event.add("dtend", (entry.end or entry.start + timedelta(hours=1)).astimezone(UTC))
        return
    day: date = entry.start
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
