"""Comparisons of what a paper prints with itself, as the reading contract defines them: pure functions of the reading.

Weights and tolerance are those of the contract (30/30/40, 0.01); the rule of a single year belongs to the scoring room.
Reckoned in exact fractions, so that a figure on the very edge of the tolerance is judged rightly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from rapidfuzz import fuzz

from prongsai.ita.papers.reading import Change, MeasureRow, Reading, ScoreSheet
from prongsai.ita.thai import compact, round_half_up

TOLERANCE = Fraction(1, 100)
COPIED_AT = 0.9

_PARTS = ((range(1, 6), Fraction(3, 10)), (range(6, 9), Fraction(3, 10)), (range(9, 11), Fraction(4, 10)))
_NOTHING = frozenset({"", "-", "ไม่มี", "-ไม่มี-"})
_MOST_COMPARED = 300
"""Rows above a row with which it is compared; papers have far fewer."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A printed overall and the recomputed one, to two decimals, which differ by more than the tolerance."""

    printed: Decimal
    recomputed: Decimal


@dataclass(frozen=True, slots=True)
class WrongChange:
    """A printed change that is not the difference of the two scores; `index` counts in `Reading.changes`."""

    index: int
    change: Change
    difference: Decimal


@dataclass(frozen=True, slots=True)
class CopiedResult:
    """Results or outcomes of a row that repeat those of an earlier row; both rows counted from 0."""

    index: int
    field: Literal["results", "outcomes"]
    earlier: int


def overall_mismatch(sheet: ScoreSheet) -> Mismatch | None:
    """Compare the printed overall with the recomputed one; None where they agree or one of them is lacking."""
    recomputed = _recomputed_overall(sheet)
    if sheet.overall is None or recomputed is None or abs(Fraction(sheet.overall) - recomputed) <= TOLERANCE:
        return None
    exact = Decimal(recomputed.numerator) / Decimal(recomputed.denominator)
    return Mismatch(sheet.overall, round_half_up(exact))


def wrong_changes(reading: Reading) -> list[WrongChange]:
    """Give every printed change that the scores of the two years contradict by more than the tolerance, in order."""
    found = []
    for index, change in enumerate(reading.changes):
        difference = _difference(change, reading)
        if difference is not None and abs(Fraction(change.stated) - Fraction(difference)) > TOLERANCE:
            found.append(WrongChange(index, change, difference))
    return found


def copied_results(rows: Sequence[MeasureRow]) -> list[CopiedResult]:
    """Give the results and the outcomes that repeat those of an earlier row by at least 0.9, in order of the rows.

    Compared are the joined lists in the comparing form of the contract. Where nothing is reported, nothing is repeated.
    """
    found: list[CopiedResult] = []
    seen: dict[str, list[tuple[int, str]]] = {"results": [], "outcomes": []}
    fields: tuple[Literal["results", "outcomes"], ...] = ("results", "outcomes")
    for index, row in enumerate(rows):
        for field in fields:
            text = compact("".join(row.results if field == "results" else row.outcomes))
            if text in _NOTHING:
                continue
            earlier = next((k for k, other in seen[field][-_MOST_COMPARED:] if _repeats(text, other)), None)
            if earlier is not None:
                found.append(CopiedResult(index, field, earlier))
            seen[field].append((index, text))
    return found


def _recomputed_overall(sheet: ScoreSheet) -> Fraction | None:
    """Give the overall from the ten indicators, without all ten from the three instruments, else None."""
    scores = {number: score for number in range(1, 11) if (score := sheet.indicator(number)) is not None}
    if len(scores) == 10:
        means = (weight * sum(Fraction(scores[n]) for n in part) / len(part) for part, weight in _PARTS)
        return sum(means, Fraction(0))
    instruments = sheet.instruments or {}
    if "IIT" in instruments and "EIT" in instruments and "OIT" in instruments:
        iit, eit, oit = (Fraction(instruments[name]) for name in ("IIT", "EIT", "OIT"))
        return (3 * iit + 3 * eit + 4 * oit) / 10
    return None


def _difference(change: Change, reading: Reading) -> Decimal | None:
    sheets = [reading.sheet(year) for year in (change.from_year, change.to_year)]
    before, after = (
        None if sheet is None else sheet.overall if change.indicator is None else sheet.indicator(change.indicator)
        for sheet in sheets
    )
    return None if before is None or after is None else after - before


def _repeats(text: str, other: str) -> bool:
    return fuzz.ratio(text, other, score_cutoff=100 * COPIED_AT) > 0
