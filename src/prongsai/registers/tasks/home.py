"""The home page of staff, gathered from all rooms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.platform.modules import Headline, HomeLine, HomePart, HomeSource, MonthSource, Registry, registry
from prongsai.registers.tasks.gathering import Listed
from prongsai.registers.tasks.hearing import hear

MOST_OF_THE_WEEK = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """A line and its address, empty where it leads nowhere."""

    words: str
    address: str


@dataclass(slots=True)
class Owed:
    """How many tasks a unit has that no room tells itself, and how many of them are late."""

    unit: str
    count: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class MonthShown:
    """The head of the page: what the month is about, the lines of the rooms, what keeps an office busy."""

    title: str
    address: str
    lines: tuple[Shown, ...]
    busy: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Home:
    """The head of the month, the lines of each part, and the titles of the rooms that could not tell theirs."""

    month: MonthShown | None
    parts: dict[str, list[Shown]]
    silent: tuple[str, ...]


def home_of(
    on: date, *, units: frozenset[int] | None, tasks: Sequence[Listed] = (), modules: Registry = registry
) -> Home:
    """Ask every room for its lines. One broken room silences nobody else, and is named.

    `tasks` are those that the page knows already: how many each unit owes stands among what is waited for, in one line
    with what rooms say themselves of that unit.
    """
    asked = [*_home_sources(modules), *_month_sources(modules, on)]
    heard = hear(asked, lambda source: [(line, _shown(line)) for line in source.lines(on, units=units)])
    parts: dict[str, list[tuple[int, Shown]]] = {part.value: [] for part in HomePart}
    month: list[tuple[int, Shown]] = []
    awaited: list[tuple[HomeLine, Shown]] = []
    for _title, source, told in heard.answers:
        part = getattr(source, "part", None)
        if part is HomePart.AWAITED:
            awaited += told
        else:
            (parts[part.value] if part else month).extend((line.order, shown) for line, shown in told)
    parts[HomePart.AWAITED.value] += _one_line_a_unit(awaited, owed_by_unit(tasks, units))
    ordered = {part: _in_order(lines) for part, lines in parts.items()}
    return Home(_month_of(on, _in_order(month), modules), ordered, heard.silent)


def _home_sources(modules: Registry) -> Iterator[tuple[str, HomeSource | MonthSource]]:
    return ((module.title, source) for module in modules for source in module.home)


def _month_sources(modules: Registry, on: date) -> Iterator[tuple[str, HomeSource | MonthSource]]:
    return ((module.title, source) for module in modules for source in module.month if on.month in source.months)


def _month_of(on: date, lines: list[Shown], modules: Registry) -> MonthShown | None:
    said: Headline | None = modules.headline.headline(on) if modules.headline else None
    if said is None:
        return MonthShown("", "", tuple(lines), ()) if lines else None
    address = reverse(said.url_name, kwargs=dict(said.arguments) or None) if said.url_name else ""
    return MonthShown(said.title, address, tuple(lines), said.busy)


def owed_by_unit(tasks: Iterable[Listed], units: frozenset[int] | None) -> dict[int, Owed]:
    """Count by unit what no room tells on the home page itself."""
    found: dict[int, Owed] = {}
    for each in tasks:
        if each.unit and not each.task.told_at_home and (units is None or each.unit in units):
            owed = found.setdefault(each.unit, Owed(each.unit_name))
            owed.count += 1
            owed.late += each.is_late
    return found


def _one_line_a_unit(told: Iterable[tuple[HomeLine, Shown]], owed: Mapping[int, Owed]) -> Iterator[tuple[int, Shown]]:
    """Give the lines of rooms, with what else the unit owes behind the first one of it, then the other units."""
    left = dict(owed)
    for line, shown in told:
        more = left.pop(line.unit, None) if line.unit else None
        yield line.order, Shown(f"{shown.words} {_other(more)}", shown.address) if more else shown
    for each in left.values():
        yield 1000 - each.late, Shown(_owed(each), "")


def _owed(owed: Owed) -> str:
    told = ngettext("%(unit)s: %(count)s task", "%(unit)s: %(count)s tasks", owed.count)
    return _with_late(told % {"unit": owed.unit, "count": owed.count}, owed.late)


def _other(owed: Owed) -> str:
    told = ngettext("%(count)s other task", "%(count)s other tasks", owed.count)
    return _with_late(told % {"count": owed.count}, owed.late)


def _with_late(told: str, late: int) -> str:
    if not late:
        return told
    said = _("late: %(count)s") % {"count": late}
    return f"{told} ({said})"


def _shown(line: HomeLine) -> Shown:
    address = reverse(line.url_name, kwargs=dict(line.arguments) or None) if line.url_name else ""
    return Shown(line.words, address)


def _in_order(lines: list[tuple[int, Shown]]) -> list[Shown]:
    return [shown for _, shown in sorted(lines, key=lambda line: line[0])]
