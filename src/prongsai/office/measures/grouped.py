"""Measures under the issues of their year or, where it has none, under its indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.planning import DraftMeasure
from prongsai.ita.planning.grouping import group_by_of
from prongsai.office.measures.models import Measure
from prongsai.office.rounds.models import Round


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it; an empty title holds what nobody put under one."""

    title: str
    rows: Sequence[Measure | DraftMeasure]


def heads_of(cycle: Round) -> list[tuple[int, str]]:
    """Give number and words of each heading of a year."""
    framework = cycle.framework
    if group_by_of(framework) == "issue":
        return [(issue.number, f"ประเด็นที่ {issue.number} {issue.name}") for issue in framework.issues]
    return [(entry.number, f"ตัวชี้วัดที่ {entry.number} {entry.name}") for entry in framework.indicators]


def is_by_issue(cycle: Round) -> bool:
    """Whether the year has issues, by which its plan is grouped."""
    return group_by_of(cycle.framework) == "issue"


def grouped(cycle: Round, rows: Sequence[Measure | DraftMeasure]) -> list[Group]:
    """Give the rows under their headings, those of none last; headings without rows are left out."""
    by = group_by_of(cycle.framework)
    heads = heads_of(cycle)
    found = [Group(words, [row for row in rows if getattr(row, by) == number]) for number, words in heads]
    known = {number for number, _words in heads}
    found.append(Group("", [row for row in rows if getattr(row, by) not in known]))
    return [group for group in found if group.rows]
