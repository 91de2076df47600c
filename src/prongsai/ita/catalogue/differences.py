"""What differs between two frameworks, in words: for a person who corrects a year or compares two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.ita.catalogue.fields import Leaf, value_at
from prongsai.ita.catalogue.labels import choice_label, field_label
from prongsai.ita.catalogue.model import Framework, Record
from prongsai.ita.catalogue.tables import TABLES, Table, single_leaves
from prongsai.ita.thai.dates import format_date

EMPTY = "ไม่ระบุ"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `path` names the field for programs, `label` for people; None means that there is nothing."""

    path: str
    label: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        return f"{self.label}: {self.before or EMPTY} → {self.after or EMPTY}"


def diff(before: Framework, after: Framework) -> list[Difference]:
    """Give all differences, in the order of the file.

    Records are told apart by code, number, name or key, so that moving one is no difference; one that only one side
    has is a single difference.
    """
    found = list(_between(before, after, single_leaves(), "", ""))
    for table in TABLES:
        found.extend(_between_tables(table, before, after))
    found.extend(_between_open_points(before, after))
    return found


def _between(before: Record, after: Record, leaves: tuple[Leaf, ...], path: str, label: str) -> Iterator[Difference]:
    for leaf in leaves:
        values = value_at(before, leaf.path), value_at(after, leaf.path)
        if values[0] != values[1]:
            yield Difference(path + ".".join(leaf.path), label + leaf.heading, _shown(values[0]), _shown(values[1]))


def _between_tables(table: Table, before: Framework, after: Framework) -> Iterator[Difference]:
    old, new = _named(table, before), _named(table, after)
    group = ".".join(table.path)
    for name in [*old, *(name for name in new if name not in old)]:
        path, label = f"{group}.{name}", f"{table.name} {name}"
        if name in old and name in new:
            yield from _between(old[name], new[name], table.columns, f"{path}.", f"{label} › ")
        else:
            yield Difference(path, label, *(_summary(side[name]) if name in side else None for side in (old, new)))


def _named(table: Table, framework: Framework) -> dict[str, Record]:
    """Give the records by name; names that come twice (two windows of one calendar) are numbered."""
    named: dict[str, Record] = {}
    for name, record in table.rows(framework):
        number = 2
        unique = name
        while unique in named:
            unique, number = f"{name} ({number})", number + 1
        named[unique] = record
    return named


def _between_open_points(before: Framework, after: Framework) -> Iterator[Difference]:
    for point in before.open_points:
        if point not in after.open_points:
            yield Difference("open_points", field_label("open_points"), point, None)
    for point in after.open_points:
        if point not in before.open_points:
            yield Difference("open_points", field_label("open_points"), None, point)


def _summary(record: Record) -> str:
    """Tell what a record is by the first of its names that is known."""
    for name in ("title", "text", "name", "candidate_title", "candidate_text"):
        if text := getattr(record, name, None):
            return str(text)
    return "มี"


def _shown(value: object) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return " / ".join(_shown(entry) or "" for entry in value)
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, date):
        return format_date(value, digits="arabic")
    return f"{value:f}" if isinstance(value, Decimal) else choice_label(str(value))
