"""Records of the reading contract `prongsai.reading/1`: what stands in an office's paper, as printed.

Every field is always present; what the paper does not print is None or empty. Scores are `Decimal` on a scale of
0 to 100, years are Buddhist-era integers, codes are `I4`, `E12`, `O7`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from prongsai.ita.thai.periods import Period, Recurrence

SCHEMA = "prongsai.reading/1"

PaperKind: TypeAlias = Literal["measures", "analysis_and_measures", "measures_report", "results"]
MeasureStatus: TypeAlias = Literal["completed", "in_progress", "not_started"]
InstrumentKey: TypeAlias = Literal["IIT", "EIT", "EIT1", "EIT2", "OIT"]


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What the paper is and which fiscal years it speaks of."""

    kind: PaperKind
    title: str
    assessed_year: int | None = None
    plan_year: int | None = None
    round_months: Literal[6, 12] | None = None


@dataclass(frozen=True, slots=True)
class AgencyHead:
    """The agency as the paper names it."""

    name: str | None = None
    kind: str | None = None
    district: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """Printed score of one indicator."""

    number: int
    score: Decimal


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """Printed score of one question of the surveys."""

    code: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class ItemResult:
    """Printed result of one OIT item (100 passed, 0 not, None where only a remark stands) and the assessor's remark."""

    code: str
    score: Decimal | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All scores printed for one fiscal year. `questions` and `items` go further than the contract."""

    year: int | None
    overall: Decimal | None = None
    level: str | None = None
    instruments: dict[InstrumentKey, Decimal] | None = None
    indicators: tuple[IndicatorScore, ...] = ()
    questions: tuple[QuestionScore, ...] = ()
    items: tuple[ItemResult, ...] = ()

    def indicator(self, number: int) -> Decimal | None:
        """Give the printed score of an indicator, or None where none is printed."""
        return next((entry.score for entry in self.indicators if entry.number == number), None)


@dataclass(frozen=True, slots=True)
class Change:
    """A printed difference between two years; `indicator` is None for the overall."""

    indicator: int | None
    from_year: int
    to_year: int
    stated: Decimal


@dataclass(frozen=True, slots=True)
class AnalysisRow:
    """One finding of an analysis section outside the table of measures."""

    finding: str
    issue: int | None = None
    indicator: int | None = None
    instrument: Literal["IIT", "EIT", "OIT"] | None = None
    questions: tuple[str, ...] = ()
    recommendation: str | None = None
    oit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One row of a table of measures. `oit` (items named beside the questions) goes further than the contract."""

    issue: int | None = None
    indicator: int | None = None
    questions: tuple[str, ...] = ()
    finding: str | None = None
    measures: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: Period | Recurrence | None = None
    follow_up: str | None = None
    status: MeasureStatus | None = None
    results: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    oit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """The working group that an order appoints. `year` (the fiscal year it is for) goes further than the contract."""

    order_number: str | None = None
    order_date: str | None = None
    duties: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """A doubt about the paper. `where` is a path in the reading's JSON, counted from 0."""

    code: str
    where: str
    found: str
    expected: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One paper as read: the whole of `prongsai.reading/1`."""

    document: DocumentHead
    agency: AgencyHead = AgencyHead()
    score_sheets: tuple[ScoreSheet, ...] = ()
    changes: tuple[Change, ...] = ()
    analysis: tuple[AnalysisRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    working_group: WorkingGroup | None = None
    limitations: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    def sheet(self, year: int) -> ScoreSheet | None:
        """Give the score sheet of a fiscal year, or None."""
        return next((sheet for sheet in self.score_sheets if sheet.year == year), None)
