"""The places where a result is weak, dearest first: what measures should answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from prongsai.ita.catalogue.model import Component, Framework, TopicId
from prongsai.ita.scoring.explain import Outcome, explain
from prongsai.ita.scoring.levels import component_scores
from prongsai.ita.scoring.prices import Price, PriceKind, price_list
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import Scores

WeakKind: TypeAlias = Literal["question", "item", "indicator", "component"]
_FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One weak place. `code` is a question, an item, the number of an indicator, or a component (`EIT2`).

    `name` is what it is about, None where that is not established; `price` the points of the overall lost, None where
    it cannot be told (a component costs a level, not points). `score` is None where a paper only names the place as
    weak. `confirmed` tells whether subject and price are.
    """

    kind: WeakKind
    code: str
    name: str | None
    topic: TopicId | None
    score: Decimal | None
    price: Decimal | None
    confirmed: bool


def weak_points(
    framework: Framework, scores: Scores, *, mark: Decimal | None = None, presumed: Presumption | None = None
) -> list[WeakPoint]:
    """Find the weak points of a year's result, dearest first; those without a price come last.

    The rule: a question under the mark, and the lowest question of each indicator even above it; an OIT item that was
    lost; where an indicator's questions are not all known, the indicator itself when it is under the mark or the
    lowest of its instrument; an OIT indicator under 100 whose known lost items do not explain the whole loss; a part
    of the EIT under the mark, where the year's levels look at it. What scored 100 is never weak.

    `mark` is the year's pass mark unless given. Without either only the lowest, the lost and the unexplained are found.
    """
    outcome = explain(framework, scores, presumed)
    least = mark if mark is not None else framework.pass_mark.overall
    prices = {(price.kind, price.code): price for price in price_list(framework, scores, presumed)}
    found = [
        *_weak_questions(framework, outcome, least, prices),
        *_lost_items(framework, scores, prices),
        *_weak_indicators(framework, outcome, least, prices),
        *_weak_parts(framework, outcome, least),
    ]
    return sorted(found, key=lambda point: (point.price is None, -(point.price or 0), point.score or 0))


Prices: TypeAlias = Mapping[tuple[PriceKind, str], Price]


def _weak_questions(
    framework: Framework, outcome: Outcome, least: Decimal | None, prices: Prices
) -> Iterator[WeakPoint]:
    for indicator in framework.indicators:
        known = [entry for entry in framework.questions_of(indicator.number) if entry.code in outcome.questions]
        lowest = min((outcome.questions[entry.code] for entry in known), default=None)
        for entry in known:
            score = outcome.questions[entry.code]
            if _is_weak(score, least, lowest):
                sure = entry.confirmed and entry.text is not None
                yield WeakPoint(
                    "question",
                    entry.code,
                    entry.text,
                    entry.topic,
                    score,
                    *_priced(prices, "question", entry.code, sure),
                )


def _lost_items(framework: Framework, scores: Scores, prices: Prices) -> Iterator[WeakPoint]:
    for code, score in scores.items.items():
        item = framework.item(code)
        if item is not None and score < _FULL:
            sure = item.confirmed and item.title is not None
            yield WeakPoint("item", code, item.title, item.topic, score, *_priced(prices, "item", code, sure))


def _weak_indicators(
    framework: Framework, outcome: Outcome, least: Decimal | None, prices: Prices
) -> Iterator[WeakPoint]:
    for indicator in framework.indicators:
        score = outcome.indicators.get(indicator.number)
        if score is None or _told_below(framework, outcome, indicator.number, prices):
            continue
        siblings = [entry.number for entry in framework.indicators_of(indicator.instrument)]
        lowest = min(outcome.indicators[number] for number in siblings if number in outcome.indicators)
        if _is_weak(score, _FULL if indicator.instrument == "OIT" else least, lowest):
            code = str(indicator.number)
            priced = _priced(prices, "indicator", code, indicator.confirmed)
            yield WeakPoint("indicator", code, indicator.name, None, score, *priced)


def _told_below(framework: Framework, outcome: Outcome, number: int, prices: Prices) -> bool:
    """Whether the questions or lost items of an indicator are known so far that they tell its whole loss."""
    questions = framework.questions_of(number)
    if questions:
        return all(entry.code in outcome.questions for entry in questions)
    own = prices.get(("indicator", str(number)))
    lost = [prices[("item", item.code)].points for item in framework.items_of(number) if ("item", item.code) in prices]
    return bool(lost) and own is not None and abs(sum(lost, Decimal(0)) - own.points) < Decimal("0.001")


def _weak_parts(framework: Framework, outcome: Outcome, least: Decimal | None) -> Iterator[WeakPoint]:
    looked_at: set[Component] = {name for level in framework.ratings.levels for name in level.components}
    for name, score in component_scores(outcome).items():
        if name in outcome.eit_parts and name in looked_at and least is not None and score < least:
            title = f"EIT ส่วนที่ {name[-1]}"
            yield WeakPoint("component", name, title, None, score, None, framework.ratings.confirmed)


def _is_weak(score: Decimal, least: Decimal | None, lowest: Decimal | None) -> bool:
    return score < _FULL and (score == lowest or (least is not None and score < least))


def _priced(prices: Prices, kind: PriceKind, code: str, sure: bool) -> tuple[Decimal | None, bool]:
    """Give the price of a place, if it has one, and whether it and its subject are established."""
    price = prices.get((kind, code))
    return (price.points, sure and price.confirmed) if price else (None, False)
