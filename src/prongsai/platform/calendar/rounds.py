"""The halves of a fiscal year: what the reports of 6 and of 12 months cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.ita.thai import fiscal_quarter, fiscal_year_of, fiscal_year_span


@dataclass(frozen=True, slots=True)
class HalfYearRound:
    """A round of 6 or 12 months of a fiscal year (Buddhist era), both days included."""

    fiscal_year: int
    months: int
    start: date
    end: date


def half_year_round(fiscal_year: int, months: int) -> HalfYearRound:
    """Give the round of 6 months (October to March) or of 12 (the whole year). Raises ValueError for other lengths."""
    span = fiscal_year_span(fiscal_year)
    if months not in {6, 12} or span.start is None or span.end is None:
        raise ValueError("a round is 6 or 12 months long")
    end = span.end if months == 12 else fiscal_quarter(fiscal_year, 2).end
    assert end is not None
    return HalfYearRound(fiscal_year, months, span.start, end)


def running_round(day: date) -> HalfYearRound:
    """Give the round that ends next from a day on."""
    year = fiscal_year_of(day)
    half = half_year_round(year, 6)
    return half if day <= half.end else half_year_round(year, 12)
