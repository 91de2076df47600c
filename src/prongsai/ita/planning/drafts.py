"""Records of a drafted plan: rows for a person to choose, change and decide. Nothing in them is a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import TopicId
from prongsai.ita.papers.blocks import Gap, Inline
from prongsai.ita.thai.periods import Period, Recurrence

GroupBy: TypeAlias = Literal["issue", "indicator"]

NO_PLAY = Gap("ยังไม่มีแบบมาตรการสำหรับเรื่องนี้ โปรดกำหนด")


@dataclass(frozen=True, slots=True)
class DraftMeasure:
    """One row of a plan.

    `issue` or `indicator` heads the row (both None where nobody could tell); `codes` are the questions and items it
    answers, in the numbering of the year whose result was analysed; `feeds` are OIT items in the numbering of the plan
    year. `measure_id` and `alternatives` (titles) point into the playbook. A `Gap` stands where a person must decide.
    `further_titles` are the other measures of a row that
    an office wrote itself. `confirmed` tells whether every fact that the row leans on is established.
    """

    weak_points: tuple[WeakPoint, ...]
    codes: tuple[str, ...]
    finding: Inline
    why: str
    title: Inline
    lead_unit: Inline
    period: Period | Recurrence | Gap
    follow_up: Inline
    issue: int | None = None
    indicator: int | None = None
    steps: tuple[str, ...] = ()
    supporting_units: tuple[str, ...] = ()
    expected_proof: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    topic: TopicId | None = None
    measure_id: str | None = None
    alternatives: tuple[str, ...] = ()
    confirmed: bool = False
    remarks: tuple[str, ...] = ()
    further_titles: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[Inline, ...]:
        """Give all measures of the row: offices often put several into one."""
        return (self.title, *self.further_titles)

    @property
    def has_gap(self) -> bool:
        """Whether a person still has to say what is to be done."""
        return isinstance(self.title, Gap)


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A drafted plan of a fiscal year (BE). `analysed_year` is None where the user has still to say it.

    `unconfirmed` says in Thai what the plan leans on although it is not established.
    """

    plan_year: int
    analysed_year: int | None
    group_by: GroupBy
    measures: tuple[DraftMeasure, ...]
    unconfirmed: tuple[str, ...] = ()

    def of_group(self, number: int | None) -> tuple[DraftMeasure, ...]:
        """Give the rows of an issue or indicator; None gives those that belong to none."""
        return tuple(row for row in self.measures if getattr(row, self.group_by) == number)
