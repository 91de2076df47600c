"""Which rule and which weights hold for a year, and where a rule of another year stands in: never silently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from prongsai.ita.catalogue.model import Framework, Instrument, Rule

Step: TypeAlias = Literal["question", "indicator", "sub_indicator", "oit_indicator", "instrument", "overall"]
STEPS: tuple[Step, ...] = ("question", "indicator", "sub_indicator", "oit_indicator", "instrument", "overall")
KNOWN_RULES: Mapping[Step, str] = {step: "weighted-sum" if step == "overall" else "mean" for step in STEPS}


@dataclass(frozen=True, slots=True)
class AppliedRule:
    """The rule of one step of the arithmetic. `from_year` is set where it was taken from another year."""

    confirmed: bool
    from_year: int | None = None


@dataclass(frozen=True, slots=True)
class AppliedWeights(AppliedRule):
    """The weights of the instruments, as shares of 1."""

    shares: Mapping[Instrument, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Presumption:
    """Rules and weights of other years, to be used only where a year's own are not established.

    `rules` says from which year each step's rule is taken.
    """

    rules: Mapping[Step, int] = field(default_factory=dict)
    weights: Mapping[Instrument, Decimal] | None = None
    weights_year: int | None = None


def presume_from(frameworks: Iterable[Framework]) -> Presumption:
    """Gather, for each step and for the weights, the newest year in which they are confirmed; drafts are left out."""
    oldest_first = sorted((entry for entry in frameworks if not entry.is_draft), key=lambda entry: entry.year)
    rules: dict[Step, int] = {}
    weighing: Framework | None = None
    for framework in oldest_first:
        sure = {step for step in STEPS if established(framework, step) and _rule(framework, step).confirmed}
        rules.update(dict.fromkeys(sure, framework.year))
        if framework.weights.values is not None and framework.weights.confirmed:
            weighing = framework
    if weighing is None:
        return Presumption(rules)
    return Presumption(rules, weighing.weights.values, weighing.year)


def established(framework: Framework, step: Step) -> bool:
    """Whether the year's own rule of a step is known, and is the one that the arithmetic of this room carries out."""
    return _rule(framework, step).rule == KNOWN_RULES[step]


def applied_rule(framework: Framework, step: Step, presumed: Presumption | None) -> AppliedRule | None:
    """Give the rule of a step: the year's own, else the presumed one (unconfirmed), else None.

    A year whose own rule is another than `KNOWN_RULES` says gets None: nothing is presumed against what is known.
    """
    own = _rule(framework, step)
    if own.rule is not None:
        return AppliedRule(confirmed=own.confirmed) if established(framework, step) else None
    year = presumed.rules.get(step) if presumed else None
    return None if year is None else AppliedRule(confirmed=False, from_year=year)


def applied_weights(framework: Framework, presumed: Presumption | None) -> AppliedWeights | None:
    """Give the weights of the year: its own, else the presumed ones (unconfirmed), else None."""
    if framework.weights.values is not None:
        return AppliedWeights(framework.weights.confirmed, None, _shares(framework.weights.values))
    if presumed is None or presumed.weights is None:
        return None
    return AppliedWeights(False, presumed.weights_year, _shares(presumed.weights))


def _rule(framework: Framework, step: Step) -> Rule:
    return {
        "question": framework.scoring.question,
        "indicator": framework.scoring.indicator,
        "sub_indicator": framework.scoring.sub_indicator,
        "oit_indicator": framework.scoring.oit_indicator,
        "instrument": framework.scoring.instrument,
        "overall": framework.scoring.overall,
    }[step]


def _shares(weights: Mapping[Instrument, Decimal]) -> dict[Instrument, Fraction]:
    return {instrument: Fraction(weight) / 100 for instrument, weight in weights.items()}
