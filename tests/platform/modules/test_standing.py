"""Rooms count how far the office has come; a count that cannot be had is never taken for none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from prongsai.platform.modules import Module, Registry, Standing, standings_of

DAY = date(2025, 3, 17)


@dataclass
class Counts:
    key: str
    of_year: int

    def standing(self, fiscal_year: int, today: date) -> Standing | None:
        if fiscal_year != self.of_year:
            return None
        return Standing(self.key, "Measures", done=3, whole=9, late=int(today > DAY))


@dataclass
class Broken:
    key: str = "broken"

    def standing(self, fiscal_year: int, today: date) -> Standing | None:
        raise OSError("unreadable")


def registry_of(*sources) -> Registry:
    made = Registry()
    for number, source in enumerate(sources):
        made.register(Module(f"room{number}", "Room", standings=(source,)))
    return made


def test_each_room_tells_its_own_and_a_room_with_nothing_of_that_year_is_left_out():
    rooms = registry_of(Counts("measures", 2568), Counts("items", 2567))
    assert [told.key for told in standings_of(2568, DAY, rooms)] == ["measures"]
    assert standings_of(2566, DAY, rooms) == []


def test_what_is_late_hangs_on_the_day():
    rooms = registry_of(Counts("measures", 2568))
    assert standings_of(2568, DAY, rooms)[0].late == 0
    assert standings_of(2568, date(2025, 3, 18), rooms)[0].late == 1


def test_a_room_that_fails_lets_the_asker_fail():
    with pytest.raises(OSError, match="unreadable"):
        standings_of(2568, DAY, registry_of(Counts("measures", 2568), Broken()))
