"""What is known beside the paper that is checked: the years' frameworks and the results of its agency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from prongsai.ita.catalogue import Framework
from prongsai.ita.catalogue.crosswalk_files import follow_same
from prongsai.ita.papers.reading import Reading, ScoreSheet
from prongsai.ita.scoring import Presumption, Scores, scores_from_sheet
from prongsai.ita.thai.refusal import Refused

FrameworkFor: TypeAlias = Callable[[int], Framework]
"""Gives the framework of a year, or a draft of it; may refuse a year."""

SameCode: TypeAlias = Callable[[str, int, int], str | None]
"""Gives the code of equal meaning in another year, or None (`follow_same` of the catalogue)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a check may look at beside the paper. `scores` are the agency's results by year."""

    framework_for: FrameworkFor
    scores: Mapping[int, Scores] = field(default_factory=dict)
    presumed: Presumption | None = None
    same_code: SameCode = follow_same

    def framework(self, year: int | None) -> Framework | None:
        """Give the framework of a printed year; None where no year is printed, or one that has no framework."""
        try:
            return self.framework_for(year) if year is not None else None
        except Refused:
            return None

    def analysed_year(self, reading: Reading) -> int | None:
        """Give the year whose result a paper's measures answer: as printed, else as the plan year's catalogue says.

        None where neither says it: no year is reckoned from another.
        """
        head = reading.document
        if head.plan_year is None or head.assessed_year not in (None, head.plan_year):
            return head.assessed_year
        framework = self.framework(head.plan_year)
        documents = framework.measures_documents if framework else None
        if documents is None or documents.plan_execution_year not in (None, head.plan_year):
            return None
        return documents.analysed_result_year


def scores_by_year(readings: Iterable[Reading]) -> dict[int, Scores]:
    """Give the results that papers print, by year; where several print one year, the fullest sheet."""
    fullest: dict[int, ScoreSheet] = {}
    for sheet in (sheet for reading in readings for sheet in reading.score_sheets):
        if sheet.year is not None and fullness(sheet) > fullness(fullest.get(sheet.year)):
            fullest[sheet.year] = sheet
    return {year: scores_from_sheet(sheet) for year, sheet in sorted(fullest.items())}


def fullness(sheet: ScoreSheet | None) -> int:
    """Count the figures of a score sheet; 0 for none."""
    if sheet is None:
        return 0
    parts = (sheet.indicators, sheet.instruments or (), sheet.questions, sheet.items)
    return sum(map(len, parts)) + (sheet.overall is not None)
