"""Who was told of a policy and has read it: rooms above (circulars) say it of what they made known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from prongsai.ita.thai import format_date
from prongsai.platform.notices.links import Link


@dataclass(frozen=True, slots=True)
class PolicyRead:
    """Of how many people, each counted once, it is known that they were told (`asked`), and that they read or heard it.

    `number` is that of the version; what an earlier version was read by does not count.
    """

    title: str
    number: int
    asked: int
    read: int
    until: date

    @property
    def missing(self) -> int:
        """Those who were told and of whom nothing is known."""
        return self.asked - self.read

    @property
    def sentence(self) -> str:
        """What is proved, in Thai: no more than the counts."""
        day = format_date(self.until, digits="arabic")
        return f"บุคลากรรับทราบ {self.title} ฉบับที่ {self.number} แล้ว {self.read} คน จากที่แจ้ง {self.asked} คน ณ วันที่ {day}"


class ReaderSource(Protocol):
    """A room that tells people of policies, and knows who read."""

    def told(self, links: Iterable[Link], until: date) -> Mapping[int, bool]:
        """Give, by persons' numbers, who was told by the things of these pages, and whether they read it by a day."""
        ...


class ReaderSources:
    """Filled by the rooms above while Django starts."""

    def __init__(self) -> None:
        self._sources: list[ReaderSource] = []

    def register(self, source: ReaderSource) -> None:
        """Take a source."""
        self._sources.append(source)

    def told(self, links: Iterable[Link], until: date) -> dict[int, bool]:
        """Give who was told by any of them; read is who read by any."""
        pages, found = tuple(links), dict[int, bool]()
        for source in self._sources:
            for person, has_read in source.told(pages, until).items():
                found[person] = found.get(person, False) or has_read
        return found


reader_sources = ReaderSources()
"""The sources of the installation."""
