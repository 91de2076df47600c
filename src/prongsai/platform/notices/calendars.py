"""Days for calendars: each room gives its own through `calendar_sources.py` (`SOURCES`)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from django.apps import apps

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.links import Link

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A due day (`start` is a date) or a meeting (`start` and `end` are moments).

    `key` stays the same for the same thing, so that calendars move it instead of showing it twice. Of a `sensitive`
    entry only the day is told.
    """

    key: str
    title: str
    start: date | datetime
    end: datetime | None = None
    words: str = ""
    place: str = ""
    link: Link | None = None
    sensitive: bool = False


class CalendarSource(Protocol):
    """What a room gives. `key` names it once."""

    key: str

    def entries(self, acting: Acting, since: date, until: date) -> Iterable[CalendarEntry]:
        """Give what concerns this person between two days, both included, while the agency speaks."""
        ...


class Calendars:
    """Holds each source once."""

    def __init__(self, sources: Iterable[CalendarSource] = ()) -> None:
        self._sources: dict[str, CalendarSource] = {}
        self.add(*sources)

    def add(self, *sources: CalendarSource) -> None:
        """Take sources. Raises ValueError for a key that is there already."""
        for source in sources:
            if self._sources.setdefault(source.key, source) is not source:
                raise ValueError(f"Two sources of days are called “{source.key}”.")

    def gather(self) -> None:
        """Read `SOURCES` of each installed room."""
        for room in apps.get_app_configs():
            if room.name.startswith("prongsai.") and find_spec(f"{room.name}.calendar_sources"):
                self.add(*import_module(f"{room.name}.calendar_sources").SOURCES)

    def entries_of(self, acting: Acting, since: date, until: date) -> Iterator[CalendarEntry]:
        """Give the entries of all rooms; one that breaks silences nobody else."""
        for source in self._sources.values():
            try:
                yield from list(source.entries(acting, since, until))
            except Exception:
                log.exception("the source of days %s failed", source.key)


calendars = Calendars()
"""The sources of the installation."""
