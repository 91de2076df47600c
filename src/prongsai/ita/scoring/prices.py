"""What each low score costs: the points of the overall lost at each indicator, question and item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.climb import Climb, climb
from prongsai.ita.scoring.exact import HUNDRED, as_decimal
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import Scores
from prongsai.ita.scoring.shares import Share, indicator_share, item_share, question_share

PriceKind: TypeAlias = Literal["indicator", "question", "item"]


@dataclass(frozen=True, slots=True)
class Price:
    """Points of the overall lost at one place. Prices of questions and items are inside that of their indicator.

    `code` is the number of an indicator, or the code of a question or item; `name` may be None where it is not
    established. `confirmed` is False where a rule behind the figure is not.
    """

    kind: PriceKind
    code: str
    indicator: int
    name: str | None
    score: Decimal
    points: Decimal
    confirmed: bool


def price_list(framework: Framework, scores: Scores, presumed: Presumption | None = None) -> list[Price]:
    """Give what was lost, dearest first: every indicator with a score, and the questions and items below 100.

    The prices of the indicators add up to 100 less the overall. Where weights or rules are neither established nor
    presumed, the list is empty.
    """
    reached = climb(framework, scores, presumed)
    prices = [
        *_indicator_prices(framework, reached, presumed),
        *_question_prices(framework, reached, presumed),
        *_item_prices(framework, scores, presumed),
    ]
    order = {"item": 0, "question": 1, "indicator": 2}
    return sorted(prices, key=lambda price: (-price.points, order[price.kind], price.indicator))


def item_price(framework: Framework, code: str, presumed: Presumption | None = None) -> Decimal | None:
    """Give what losing one OIT item costs of the overall, or None where the structure or a rule is not known.

    An item is all or nothing and every level above is a mean, so the price does not depend on the other items.
    """
    share = item_share(framework, code, presumed)
    return as_decimal(share.points) if share else None


def _lost(share: Share, score: Fraction) -> Decimal:
    return as_decimal(share.points * (HUNDRED - score) / HUNDRED)


def _indicator_prices(framework: Framework, reached: Climb, presumed: Presumption | None) -> Iterator[Price]:
    for number, node in reached.indicators.items():
        share = indicator_share(framework, number, presumed)
        indicator = framework.indicator(number)
        if share and indicator:
            yield Price(
                "indicator",
                str(number),
                number,
                indicator.name,
                as_decimal(node.value),
                _lost(share, node.value),
                share.confirmed,
            )


def _question_prices(framework: Framework, reached: Climb, presumed: Presumption | None) -> Iterator[Price]:
    for code, node in reached.questions.items():
        share = question_share(framework, code, presumed)
        question = framework.question(code)
        if share and question and node.value < HUNDRED:
            yield Price(
                "question",
                code,
                question.indicator,
                question.text,
                as_decimal(node.value),
                _lost(share, node.value),
                share.confirmed,
            )


def _item_prices(framework: Framework, scores: Scores, presumed: Presumption | None) -> Iterator[Price]:
    for code, score in scores.items.items():
        share = item_share(framework, code, presumed)
        item = framework.item(code)
        if share and item and score < HUNDRED:
            yield Price("item", code, item.indicator, item.title, score, _lost(share, Fraction(score)), share.confirmed)
