"""How many points of the overall each indicator, question and item carries, by the year's own rules."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.exact import HUNDRED
from prongsai.ita.scoring.rules import AppliedRule, Presumption, Step, applied_rule, applied_weights
from prongsai.ita.scoring.structure import split_confirmed, sub_indicators_of


@dataclass(frozen=True, slots=True)
class Share:
    """Points of the overall (of 100) that a full score brings; `confirmed` where every rule behind it is."""

    points: Fraction
    confirmed: bool


def indicator_share(framework: Framework, number: int, presumed: Presumption | None = None) -> Share | None:
    """Give the share of an indicator, or None where it or a rule above it is not known."""
    indicator = framework.indicator(number)
    weights = applied_weights(framework, presumed)
    rules = _rules(framework, ("overall", "instrument"), presumed)
    if indicator is None or weights is None or rules is None or indicator.instrument not in weights.shares:
        return None
    siblings = len(framework.indicators_of(indicator.instrument))
    points = weights.shares[indicator.instrument] * HUNDRED / siblings
    return Share(points, weights.confirmed and all(rule.confirmed for rule in rules))


def question_share(framework: Framework, code: str, presumed: Presumption | None = None) -> Share | None:
    """Give the share of a question, or None where it or a rule above it is not known."""
    question = framework.question(code)
    rules = _rules(framework, ("indicator",), presumed)
    above = indicator_share(framework, question.indicator, presumed) if question else None
    if question is None or above is None or rules is None:
        return None
    siblings = len(framework.questions_of(question.indicator))
    return Share(above.points / siblings, above.confirmed and rules[0].confirmed)


def item_share(framework: Framework, code: str, presumed: Presumption | None = None) -> Share | None:
    """Give the share of an OIT item by the structure of its sub-indicators, or None where that is not known."""
    item = framework.item(code)
    rules = _rules(framework, ("oit_indicator", "sub_indicator"), presumed)
    above = indicator_share(framework, item.indicator, presumed) if item else None
    if item is None or item.sub_indicator is None or above is None or rules is None:
        return None
    subs = sub_indicators_of(framework, item.indicator)
    if item.sub_indicator not in {sub.code for sub in subs}:
        return None
    siblings = [other for other in framework.items_of(item.indicator) if other.sub_indicator == item.sub_indicator]
    sure = above.confirmed and all(rule.confirmed for rule in rules)
    points = above.points / len(subs) / len(siblings)
    return Share(points, sure and split_confirmed(framework, item.indicator))


def _rules(framework: Framework, steps: tuple[Step, ...], presumed: Presumption | None) -> list[AppliedRule] | None:
    rules = [rule for step in steps if (rule := applied_rule(framework, step, presumed))]
    return rules if len(rules) == len(steps) else None
