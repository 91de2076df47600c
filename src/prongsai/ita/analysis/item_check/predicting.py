"""From the checks of the items to sub-indicators, indicators and the overall, each from a lowest to a highest score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from prongsai.ita.analysis.item_check.checking import FULL, NONE, ItemCheck
from prongsai.ita.catalogue.model import Framework, Instrument
from prongsai.ita.scoring import Outcome, Presumption, Scores, explain, item_price
from prongsai.ita.scoring.exact import as_decimal
from prongsai.ita.scoring.shares import item_share

INTERNAL = "คะแนนคาดการณ์ (ใช้ภายใน) ไม่ใช่ผลการประเมินของสำนักงาน ป.ป.ช."
"""Shown wherever a predicted score is."""

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Range:
    """A score between two ends, both included; exact (see `scoring.exact`)."""

    low: Decimal
    high: Decimal

    @property
    def settled(self) -> bool:
        """Whether both ends are the same."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Gap:
    """An item that would (`sure`) or might be lost, with its price; None where the year's rules do not tell."""

    code: str
    title: str | None
    price: Decimal | None
    sure: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearPrediction:
    """What the items of a year would come to: an internal estimate (`INTERNAL`).

    A level is left out where it cannot be computed; `overall` needs IIT and EIT besides. `lost` are the points of the
    overall that are lost for sure, `at_risk` those that may be lost besides; None where prices are not known.
    `unconfirmed` says on which rules that are not established the figures rest, `missing` what they lack.
    """

    year: int
    items: Mapping[str, Range]
    sub_indicators: Mapping[str, Range]
    indicators: Mapping[int, Range]
    instruments: Mapping[Instrument, Range]
    overall: Range | None
    gaps: tuple[Gap, ...]
    lost: Decimal | None
    at_risk: Decimal | None
    missing: tuple[str, ...]
    unconfirmed: tuple[str, ...]


def predict_year(
    framework: Framework,
    checks: Iterable[ItemCheck],
    known: Scores | None = None,
    presumed: Presumption | None = None,
) -> YearPrediction:
    """Predict a year from the checks of its items; an item without a check may score anything.

    `known` gives IIT and EIT (of the running surveys, or a guess of the office); what it knows of the OIT is left out.
    """
    checked = {check.code: check for check in checks}
    items = {item.code: _range_of(checked.get(item.code)) for item in framework.items}
    worst = explain(framework, _scores(framework, known, {code: span.low for code, span in items.items()}), presumed)
    best = explain(framework, _scores(framework, known, {code: span.high for code, span in items.items()}), presumed)
    gaps = tuple(_gaps(framework, checked, presumed))
    return YearPrediction(
        year=framework.year,
        items=items,
        sub_indicators=_spans(worst.sub_indicators, best.sub_indicators),
        indicators=_of_oit(framework, worst, best),
        instruments=_spans(worst.instruments, best.instruments),
        overall=_overall(worst, best),
        gaps=tuple(sorted(gaps, key=lambda gap: (-(gap.price or NONE), not gap.sure, int(gap.code[1:])))),
        lost=_sum(framework, (gap for gap in gaps if gap.sure), presumed),
        at_risk=_sum(framework, (gap for gap in gaps if not gap.sure), presumed),
        missing=worst.missing,
        unconfirmed=worst.unconfirmed,
    )


def _range_of(check: ItemCheck | None) -> Range:
    return Range(check.low, check.high) if check else Range(NONE, FULL)


def _scores(framework: Framework, known: Scores | None, items: Mapping[str, Decimal]) -> Scores:
    """Give the scores of the surveys with those of the items; nothing published stands in for an OIT score."""
    scores = known or Scores()
    oit = {indicator.number for indicator in framework.indicators_of("OIT")}
    return replace(
        scores,
        items=dict(items),
        sub_indicators={},
        indicators={number: score for number, score in scores.indicators.items() if number not in oit},
        instruments={name: score for name, score in scores.instruments.items() if name != "OIT"},
        overall=None,
        level=None,
    )


def _spans(worst: Mapping[K, Decimal], best: Mapping[K, Decimal]) -> dict[K, Range]:
    return {key: Range(score, best[key]) for key, score in worst.items()}


def _of_oit(framework: Framework, worst: Outcome, best: Outcome) -> dict[int, Range]:
    oit = {indicator.number for indicator in framework.indicators_of("OIT")}
    return {number: span for number, span in _spans(worst.indicators, best.indicators).items() if number in oit}


def _overall(worst: Outcome, best: Outcome) -> Range | None:
    return None if worst.overall is None or best.overall is None else Range(worst.overall, best.overall)


def _gaps(framework: Framework, checked: Mapping[str, ItemCheck], presumed: Presumption | None) -> Iterator[Gap]:
    for item in framework.items:
        check = checked.get(item.code)
        if check is None:
            title = item.title or item.candidate_title
            yield Gap(item.code, title, item_price(framework, item.code, presumed), False, ("ยังไม่ได้ตรวจข้อนี้",))
        elif not check.green:
            waiting = [part for part in check.parts if part.verdict == "open"]
            reasons = tuple(part.reason for part in (check.gaps or waiting)) or (check.label,)
            yield Gap(check.code, check.title, check.price, check.high == NONE, reasons)


def _sum(framework: Framework, gaps: Iterable[Gap], presumed: Presumption | None) -> Decimal | None:
    """Add the prices of items up in exact fractions; None where one is not known."""
    total = Fraction(0)
    for gap in gaps:
        share = item_share(framework, gap.code, presumed)
        if share is None:
            return None
        total += share.points
    return as_decimal(total)
