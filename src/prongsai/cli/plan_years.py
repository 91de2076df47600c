"""For which fiscal years papers can give measures, so that nobody has to guess. No year is counted from another."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.cli.years import framework_of, years
from prongsai.ita.analysis import scores_by_year
from prongsai.ita.papers.reading import Reading
from prongsai.ita.thai import Period, fiscal_year_of


def measures_year(reading: Reading) -> int | None:
    """Give the fiscal year of a paper's measures: as printed, else the one in which all their periods lie."""
    if not reading.measures or reading.document.plan_year is not None:
        return reading.document.plan_year
    periods = [row.period for row in reading.measures if isinstance(row.period, Period)]
    told = {fiscal_year_of(day) for period in periods for day in (period.start, period.end) if day is not None}
    return told.pop() if len(told) == 1 else None


def names_no_year(reading: Reading) -> bool:
    """Whether a paper with measures tells neither their year nor that of a result."""
    return bool(reading.measures) and reading.document.assessed_year is None and measures_year(reading) is None


def has_yearless_scores(readings: Sequence[Reading]) -> bool:
    """Whether papers print scores without saying of which year."""
    return any(sheet.year is None for reading in readings for sheet in reading.score_sheets)


def measures_years(readings: Sequence[Reading]) -> list[int]:
    """Give the fiscal years of the measures that papers tell, in order."""
    told = {measures_year(reading) for reading in readings if reading.measures}
    return sorted(year for year in told if year is not None)


def plan_year_to_try(reading: Reading) -> int | None:
    """Give the year for which a paper can be used: of its measures, else the one whose plan analyses its newest result.

    The latter is data of the catalogue; None where it says nothing.
    """
    if reading.measures:
        told = measures_year(reading)
        if told is not None:
            return told
    results = {*scores_by_year([reading]), reading.document.assessed_year} - {None}
    newest = max((year for year in results if year is not None), default=None)
    return None if newest is None else _year_that_analyses(newest)


def _year_that_analyses(result_year: int) -> int | None:
    chains = [(year, framework_of(year).measures_documents) for year in years()]
    found = [chain.plan_execution_year for _year, chain in chains if chain.analysed_result_year == result_year]
    return found[-1] if found else None
