"""Where every score of a year stands, exactly: the ground on which a change is priced and a way to a goal is sought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.ascent import OVERALL
from prongsai.ita.scoring.climb import Climb, climb
from prongsai.ita.scoring.exact import HUNDRED, mean, rounded
from prongsai.ita.scoring.explain import Outcome, explain
from prongsai.ita.scoring.rules import Presumption, applied_rule
from prongsai.ita.scoring.scores import Scores
from prongsai.ita.scoring.structure import items_per_sub_indicator, sub_indicators_of
from prongsai.ita.scoring.targets import Target


@dataclass(frozen=True, slots=True)
class Standing:
    """A year's scores, the climb over them and its explanation, and the exact value of every score that is known."""

    framework: Framework
    scores: Scores
    presumed: Presumption | None
    reached: Climb
    outcome: Outcome
    values: Mapping[Target, Fraction]


def take_standing(framework: Framework, scores: Scores, presumed: Presumption | None = None) -> Standing:
    """Compute where the scores stand, with the items that follow from what is known."""
    known = replace(scores, items=deduced_items(framework, scores, presumed))
    reached = climb(framework, known, presumed)
    return Standing(framework, known, presumed, reached, explain(framework, known, presumed), _values(reached, known))


def _values(reached: Climb, scores: Scores) -> dict[Target, Fraction]:
    values = {Target("item", code): Fraction(score) for code, score in scores.items.items()}
    values |= {Target("question", code): node.value for code, node in reached.questions.items()}
    values |= {Target("sub_indicator", code): node.value for code, node in reached.sub_indicators.items()}
    values |= {Target("indicator", str(number)): node.value for number, node in reached.indicators.items()}
    values |= {Target("instrument", name): node.value for name, node in reached.instruments.items()}
    return values | ({OVERALL: reached.overall.value} if reached.overall else {})


def deduced_items(framework: Framework, scores: Scores, presumed: Presumption | None = None) -> Mapping[str, Decimal]:
    """Give the items known, and as passed those that must be: where the lost ones alone make the published indicator.

    No guess: with one more item lost the indicator would have been printed lower, as an item weighs far more than the
    last decimal.
    """
    rules = [applied_rule(framework, step, presumed) for step in ("sub_indicator", "oit_indicator")]
    items = dict(scores.items)
    for indicator in framework.indicators_of("OIT") if all(rules) else ():
        published = scores.indicators.get(indicator.number)
        best = _if_the_rest_passed(framework, indicator.number, scores)
        places = framework.scoring.decimals
        if published is not None and best and rounded(best[0], places) == rounded(published, places):
            items |= best[1]
    return items


def _if_the_rest_passed(
    framework: Framework, indicator: int, scores: Scores
) -> tuple[Fraction, dict[str, Decimal]] | None:
    """Give the indicator as it would be were every unknown item passed, and its items so; None without a structure."""
    counts = items_per_sub_indicator(framework, indicator)
    if not counts or not all(counts):
        return None
    own = framework.items_of(indicator)
    items = {item.code: scores.items.get(item.code, Decimal(HUNDRED.numerator)) for item in own}
    means = [
        mean([Fraction(items[item.code]) for item in own if item.sub_indicator == sub.code])
        for sub in sub_indicators_of(framework, indicator)
    ]
    return mean(means), items
