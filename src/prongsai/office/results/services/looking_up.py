"""What other rooms ask about results of the agency that speaks."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.scoring import Scores
from prongsai.office.results.models import LineKind, ReadPaper, ResultSheet
from prongsai.office.results.models.sheet import Sheets
from prongsai.office.results.printed import scores_of_lines
from prongsai.office.rounds.models import Round


@dataclass(frozen=True, slots=True)
class ConfirmedResult:
    """The result of a year that holds: its scores, remarks of the assessor by item, and the mark of the version."""

    fiscal_year: int
    sheet: int
    number: int
    mark: str
    scores: Scores
    remarks: dict[str, str]


def confirmed_result(cycle: Round | None) -> ConfirmedResult | None:
    """Give the result of a round as confirmed last, None where nothing is confirmed."""
    sheet = ResultSheet.objects.filter(round=cycle).confirmed().first() if cycle else None
    if sheet is None or cycle is None:
        return None
    lines = list(sheet.lines.all())
    remarks = {line.code: line.remark for line in lines if line.kind == LineKind.ITEM and line.remark}
    scores = scores_of_lines(lines)
    return ConfirmedResult(cycle.fiscal_year, sheet.pk, sheet.number, sheet.mark, scores, remarks)


def sheets_of(cycle: Round) -> Sheets:
    """Give the versions of a round, newest first."""
    return ResultSheet.objects.filter(round=cycle).select_related("paper", "round")


def scores_of(sheet: ResultSheet) -> Scores:
    """Give the scores that a version holds."""
    return scores_of_lines(list(sheet.lines.all()))


def remarks_of(sheet: ResultSheet) -> dict[str, str]:
    """Give the remarks of the assessor by item."""
    return {line.code: line.remark for line in sheet.lines.filter(kind=LineKind.ITEM).exclude(remark="")}


def papers_read(year: int) -> list[ReadPaper]:
    """Give every paper that speaks of a fiscal year, newest first; of one content only the newest.

    What was read in a paper is fetched when its `reading` is asked for.
    """
    seen: dict[str, ReadPaper] = {}
    for paper in ReadPaper.objects.filter(years__contains=[year]).defer("found", "traces"):
        seen.setdefault(paper.sha256, paper)
    return list(seen.values())
