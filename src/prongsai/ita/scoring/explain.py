"""The year's arithmetic told step by step, in lines that a person can check with a pocket calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from prongsai.ita.catalogue.model import Framework, Instrument
from prongsai.ita.scoring.climb import Climb, Key, Node, climb
from prongsai.ita.scoring.exact import as_decimal, rounded, shown
from prongsai.ita.scoring.lacking import missing_sentences, unconfirmed_sentences
from prongsai.ita.scoring.names import short_name, what_name
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.rules import Step as StepName
from prongsai.ita.scoring.scores import EitPart, Scores

K = TypeVar("K")
UNCONFIRMED = "ยังไม่ยืนยัน"


@dataclass(frozen=True, slots=True)
class Step:
    """One computed score. `what` is its Thai name, `formula` the right-hand side, `value` exact (see `as_decimal`)."""

    step: StepName
    key: Key
    what: str
    formula: str
    inputs: tuple[tuple[str, Decimal], ...]
    value: Decimal
    confirmed: bool
    note: str | None = None

    @property
    def line(self) -> str:
        """The step on one line, such as `IIT = (93.40 + 87.92) ÷ 2 = 90.66`."""
        remark = f" [{self.note}]" if self.note else ""
        return f"{self.what} = {self.formula}{remark}"


@dataclass(frozen=True, slots=True)
class Difference:
    """A published score that differs from the computed one by more than the year's tolerance. Neither is changed."""

    step: StepName
    key: Key
    what: str
    published: Decimal
    computed: Decimal

    @property
    def gap(self) -> Decimal:
        """Published less computed."""
        return self.published - self.computed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the scores of a year come to. Exact values; `overall_shown` is rounded as the year prints it.

    `overall` is None where something is missing, and `missing` says what. `unconfirmed` says on which facts that are
    not established the figures rest. `published_*` are what the agency was told.
    """

    year: int
    steps: tuple[Step, ...]
    questions: Mapping[str, Decimal]
    sub_indicators: Mapping[str, Decimal]
    indicators: Mapping[int, Decimal]
    instruments: Mapping[Instrument, Decimal]
    eit_parts: Mapping[EitPart, Decimal]
    overall: Decimal | None
    overall_shown: Decimal | None
    published_overall: Decimal | None
    published_level: str | None
    differences: tuple[Difference, ...]
    missing: tuple[str, ...]
    unconfirmed: tuple[str, ...]

    @property
    def confirmed(self) -> bool:
        """Whether every rule behind the figures is established for this year."""
        return not self.unconfirmed

    @property
    def lines(self) -> tuple[str, ...]:
        """The steps as lines of text."""
        return tuple(step.line for step in self.steps)


def explain(framework: Framework, scores: Scores, presumed: Presumption | None = None) -> Outcome:
    """Compute a year's scores upward from the lowest level given, each step explained.

    Rules are the year's own. A rule or weight that is not established is taken from `presumed` (see `presume_from`)
    and marked ยังไม่ยืนยัน; without it the levels above are not computed, and `missing` says so.
    """
    reached = climb(framework, scores, presumed)
    places = framework.scoring.decimals
    return Outcome(
        year=framework.year,
        steps=tuple(_step(framework, node, places) for node in reached.nodes() if node.rule),
        questions=_values(reached.questions),
        sub_indicators=_values(reached.sub_indicators),
        indicators=_values(reached.indicators),
        instruments=_values(reached.instruments),
        eit_parts=dict(scores.eit_parts),
        overall=as_decimal(reached.overall.value) if reached.overall else None,
        overall_shown=rounded(reached.overall.value, places) if reached.overall else None,
        published_overall=scores.overall,
        published_level=scores.level,
        differences=_differences(framework, reached),
        missing=missing_sentences(framework, reached, presumed),
        unconfirmed=unconfirmed_sentences(framework, reached),
    )


def _values(nodes: Mapping[K, Node]) -> dict[K, Decimal]:
    return {key: as_decimal(node.value) for key, node in nodes.items()}


def _step(framework: Framework, node: Node, places: int) -> Step:
    confirmed = node.rule is not None and node.rule.confirmed
    note = None
    if not confirmed:
        year = node.rule.from_year if node.rule else None
        note = f"ใช้กติกาของปี {year} แทน {UNCONFIRMED}" if year else f"กติกา{UNCONFIRMED}"
    return Step(
        step=node.step,
        key=node.key,
        what=what_name(framework, node.step, node.key),
        formula=_formula(node, places),
        inputs=tuple((_input_name(node, part.name), as_decimal(part.value)) for part in node.parts),
        value=as_decimal(node.value),
        confirmed=confirmed,
        note=note,
    )


def _input_name(node: Node, name: str) -> str:
    return short_name("indicator", name) if node.step == "instrument" and name.isdigit() else name


def _formula(node: Node, places: int) -> str:
    """Write the right-hand side: terms, result, and the rounded result where that is another figure."""
    if node.step == "overall":
        terms = " + ".join(f"{shown(part.weight or Fraction(0))} × {shown(part.value)}" for part in node.parts)
    elif node.parts[0].weight is not None:
        counted = " + ".join(f"{part.weight} คน × {shown(part.value)}" for part in node.parts)
        terms = f"({counted}) ÷ {sum((part.weight or Fraction(0) for part in node.parts), Fraction(0))}"
    else:
        terms = " + ".join(shown(part.value) for part in node.parts)
        terms = f"({terms}) ÷ {len(node.parts)}" if len(node.parts) > 1 else terms
    exact = shown(node.value)
    equals = "=" if Fraction(exact) == node.value else "≈"
    final = shown(rounded(node.value, places))
    return f"{terms} {equals} {exact}" + ("" if exact == final else f" ปัดเป็น {final}")


def _differences(framework: Framework, reached: Climb) -> tuple[Difference, ...]:
    tolerance = Fraction(framework.scoring.tolerance)
    return tuple(
        Difference(
            node.step, node.key, what_name(framework, node.step, node.key), node.published, as_decimal(node.value)
        )
        for node in reached.nodes()
        if node.rule and node.published is not None and abs(Fraction(node.published) - node.value) > tolerance
    )
