"""The medians of groups as tables: only of five agencies or more."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from prongsai.office.advice.models import GroupYear
from prongsai.office.advice.models.groups import EVERYBODY, OVERALL
from prongsai.office.rounds.frameworks import framework_of
from prongsai.platform.agency.kinds import kind_of


@dataclass(frozen=True, slots=True)
class MedianRow:
    """A median and of how many agencies it is; both None where there are fewer than five with such a score."""

    name: str
    median: Decimal | None
    of: int | None


@dataclass(frozen=True, slots=True)
class GroupTable:
    """A group and its medians; no rows where none may be told."""

    title: str
    counts: GroupYear
    rows: tuple[MedianRow, ...]


def medians_of(year: int) -> list[GroupTable]:
    """Give the groups of an adviser in a year: all agencies first, then each kind."""
    names = [(OVERALL, _("Overall score"))]
    names += [(str(entry.number), f"{entry.number} {entry.name}") for entry in framework_of(year).indicators]
    groups = GroupYear.objects.filter(fiscal_year=year).order_by("group")
    return [GroupTable(_title(group), group, _rows(group, names)) for group in groups]


def _title(group: GroupYear) -> str:
    return _("All advised agencies") if group.group == EVERYBODY else str(kind_of(group.group))


def _rows(group: GroupYear, names: list[tuple[str, str]]) -> tuple[MedianRow, ...]:
    if not group.medians:
        return ()
    told = ((name, group.medians.get(key)) for key, name in names)
    return tuple(
        MedianRow(name, Decimal(found["median"]) if found else None, found["of"] if found else None)
        for name, found in told
    )
