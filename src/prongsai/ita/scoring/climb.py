"""The climb from the lowest scores known to the overall, in exact fractions. What is missing stays missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from prongsai.ita.catalogue.model import Framework, Indicator, Instrument, Question, Scale
from prongsai.ita.scoring.exact import mean
from prongsai.ita.scoring.rules import AppliedRule, Presumption, Step, applied_rule, applied_weights
from prongsai.ita.scoring.scores import INSTRUMENTS, Scores

Key: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Part:
    """One term of a computed score. `weight` is None in a plain mean."""

    name: str
    value: Fraction
    weight: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One score: computed from its parts, or given (no parts, no rule). `published` is kept for comparison."""

    step: Step
    key: Key
    value: Fraction
    parts: tuple[Part, ...] = ()
    rule: AppliedRule | None = None
    published: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Climb:
    """All scores that could be had, by level; None for an overall that could not be computed."""

    questions: Mapping[str, Node]
    sub_indicators: Mapping[str, Node]
    indicators: Mapping[int, Node]
    instruments: Mapping[Instrument, Node]
    overall: Node | None

    def nodes(self) -> tuple[Node, ...]:
        """Give every score from the lowest level to the overall."""
        below = (*self.questions.values(), *self.sub_indicators.values(), *self.indicators.values())
        return (*below, *self.instruments.values(), *((self.overall,) if self.overall else ()))


def climb(framework: Framework, scores: Scores, presumed: Presumption | None = None) -> Climb:
    """Compute every level from the one below it by the year's rules; a level that cannot be computed is taken as given.

    A score that is both computed and published goes up as computed.
    """
    questions = _questions(framework, scores, presumed)
    subs = _sub_indicators(framework, scores, presumed)
    indicators = _indicators(framework, scores, questions, subs, presumed)
    instruments = _instruments(framework, scores, indicators, presumed)
    return Climb(questions, subs, indicators, instruments, _overall(framework, scores, instruments, presumed))


def _settle(
    step: Step,
    key: Key,
    parts: Sequence[Part] | None,
    rule: AppliedRule | None,
    published: Decimal | None,
) -> Node | None:
    """Give the mean of the parts where all are known and a rule says so, else what is published, else None."""
    if parts and rule:
        return Node(step, key, mean([part.value for part in parts]), tuple(parts), rule, published)
    return None if published is None else Node(step, key, Fraction(published), published=published)


def _questions(framework: Framework, scores: Scores, presumed: Presumption | None) -> dict[str, Node]:
    rule = applied_rule(framework, "question", presumed)
    found: dict[str, Node] = {}
    for question in framework.questions:
        node = _answered(framework, question, scores, rule)
        if node:
            found[question.code] = node
    return found


def _answered(framework: Framework, question: Question, scores: Scores, rule: AppliedRule | None) -> Node | None:
    """Give the score of a question: of its answers, of its sub-items, or as published."""
    published = scores.questions.get(question.code)
    scale = framework.scales.get(question.scale) if question.scale else None
    points = _answer_parts(scale, scores.answers.get(question.code))
    sure = rule and AppliedRule(rule.confirmed and question.scale_confidence in ("high", "medium"), rule.from_year)
    if points and sure:
        return Node("question", question.code, _mean_answer(points), points, sure, published)
    parts: list[Part] = []
    for code in (f"{question.code}.{n}" for n in range(1, len(question.sub_items) + 1)):
        answers = _answer_parts(scale, scores.answers.get(code))
        score = _mean_answer(answers) if answers else scores.questions.get(code)
        parts += [Part(code, Fraction(score))] if score is not None else []
    return _settle("question", question.code, parts if len(parts) == len(question.sub_items) else None, sure, published)


def _answer_parts(scale: Scale | None, answers: Mapping[int, int] | None) -> tuple[Part, ...]:
    """Give each answer that somebody chose with its points and its count; none without a scale or answers."""
    if scale is None or answers is None:
        return ()
    return tuple(
        Part(scale.answers[place], Fraction(scale.points[place]), Fraction(count))
        for place, count in sorted(answers.items())
        if count
    )


def _mean_answer(parts: Sequence[Part]) -> Fraction:
    """Give the mean of the points over all who answered."""
    count = sum((part.weight or Fraction(0) for part in parts), Fraction(0))
    return sum((part.value * (part.weight or 0) for part in parts), Fraction(0)) / count


def _sub_indicators(framework: Framework, scores: Scores, presumed: Presumption | None) -> dict[str, Node]:
    rule = applied_rule(framework, "sub_indicator", presumed)
    found: dict[str, Node] = {}
    for sub in framework.sub_indicators:
        codes = [item.code for item in framework.items_of(sub.indicator) if item.sub_indicator == sub.code]
        parts = [Part(code, Fraction(scores.items[code])) for code in codes if code in scores.items]
        complete = parts if len(parts) == len(codes) else None
        node = _settle("sub_indicator", sub.code, complete, rule, scores.sub_indicators.get(sub.code))
        if node:
            found[sub.code] = node
    return found


def _indicators(
    framework: Framework,
    scores: Scores,
    questions: Mapping[str, Node],
    subs: Mapping[str, Node],
    presumed: Presumption | None,
) -> dict[int, Node]:
    found: dict[int, Node] = {}
    for indicator in framework.indicators:
        step: Step = "oit_indicator" if indicator.instrument == "OIT" else "indicator"
        below = subs if indicator.instrument == "OIT" else questions
        codes = _codes_below(framework, indicator)
        parts = [Part(code, below[code].value) for code in codes if code in below]
        complete = parts if len(parts) == len(codes) else None
        rule = applied_rule(framework, step, presumed)
        node = _settle(step, indicator.number, complete, rule, scores.indicators.get(indicator.number))
        if node:
            found[indicator.number] = node
    return found


def _codes_below(framework: Framework, indicator: Indicator) -> list[str]:
    if indicator.instrument == "OIT":
        return [sub.code for sub in framework.sub_indicators if sub.indicator == indicator.number]
    return [question.code for question in framework.questions_of(indicator.number)]


def _instruments(
    framework: Framework, scores: Scores, indicators: Mapping[int, Node], presumed: Presumption | None
) -> dict[Instrument, Node]:
    rule = applied_rule(framework, "instrument", presumed)
    found: dict[Instrument, Node] = {}
    for instrument in INSTRUMENTS:
        numbers = [indicator.number for indicator in framework.indicators_of(instrument)]
        parts = [Part(str(number), indicators[number].value) for number in numbers if number in indicators]
        complete = parts if len(parts) == len(numbers) else None
        node = _settle("instrument", instrument, complete, rule, scores.instruments.get(instrument))
        if node is None and instrument == "EIT":
            node = _eit_of_parts(framework, scores)
        if node:
            found[instrument] = node
    return found


def _eit_of_parts(framework: Framework, scores: Scores) -> Node | None:
    """Give the EIT as the mean of its two parts, only where the year is known to combine them so."""
    combination = framework.scoring.eit_parts
    if combination.combination != "mean" or len(scores.eit_parts) < 2:
        return None
    parts = [Part(name, Fraction(value)) for name, value in sorted(scores.eit_parts.items())]
    return _settle("instrument", "EIT", parts, AppliedRule(combination.confirmed), None)


def _overall(
    framework: Framework, scores: Scores, instruments: Mapping[Instrument, Node], presumed: Presumption | None
) -> Node | None:
    """Give the weighted sum of the three instruments; None where one, the rule or the weights are missing."""
    rule = applied_rule(framework, "overall", presumed)
    weights = applied_weights(framework, presumed)
    if not rule or not weights or len(instruments) < len(INSTRUMENTS) or len(weights.shares) < len(INSTRUMENTS):
        return None
    parts = tuple(Part(name, instruments[name].value, weights.shares[name]) for name in INSTRUMENTS)
    value = sum((part.value * (part.weight or 0) for part in parts), Fraction(0))
    joint = AppliedRule(rule.confirmed and weights.confirmed, rule.from_year or weights.from_year)
    return Node("overall", "overall", value, parts, joint, scores.overall)
