"""Whether it helped: scores of what a measure answered, before and after, where both years can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from prongsai.ita.catalogue import Framework
from prongsai.office.evidence.services import MeasureProgress, progress_of
from prongsai.office.measures.answering import analysed_year
from prongsai.office.measures.models import Measure
from prongsai.office.measures.services import plan_of
from prongsai.office.results.services import ConfirmedResult, confirmed_result
from prongsai.office.rounds.frameworks import same_code
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of, schedule_for
from prongsai.platform.ui.states import State


class Why(StrEnum):
    """Why nothing can be concluded of a code."""

    NO_YEAR = "no-year"
    NO_BEFORE = "no-before"
    NO_AFTER = "no-after"
    NOT_SAME = "not-same"
    NO_SCORE = "no-score"


@dataclass(frozen=True, slots=True)
class Moved:
    """A question, item or indicator that a measure answered, in the codes of both years. `why`: not concluded."""

    code: str
    name: str
    later_code: str = ""
    before: Decimal | None = None
    after: Decimal | None = None
    why: Why | None = None

    @property
    def change(self) -> Decimal | None:
        """What was gained or lost; None where nothing can be concluded."""
        return None if self.before is None or self.after is None or self.why else self.after - self.before


@dataclass(frozen=True, slots=True)
class Learned:
    """A measure with what its scores did. `late_since`: it was done, or first done, only after the result was out."""

    progress: MeasureProgress
    moved: tuple[Moved, ...]
    late_since: date | None = None

    @property
    def fell_though_done(self) -> bool:
        """Whether it was carried out with proof and a score that it answers fell."""
        done = self.progress.state in (State.DONE, State.CONTINUING)
        return done and any(each.change is not None and each.change < 0 for each in self.moved)


@dataclass(frozen=True, slots=True)
class Learning:
    """What a year's measures brought. `year` is the one whose result they answer.

    `effect_first`: the plan answers the very result by which it would be judged.
    """

    year: int | None
    before: ConfirmedResult | None
    after: ConfirmedResult | None
    measures: tuple[Learned, ...]
    result_day: date | None
    effect_first: bool


def learning_of(cycle: Round, today: date) -> Learning | None:
    """Give what is learned of a year's measures; None where there is no plan.

    The later result is that of the year in which the work was done, once a person confirmed it. Scores are compared
    only where the crosswalk calls two codes the same; where questions cannot be, their indicator is.
    """
    plan = plan_of(cycle)
    if plan is None:
        return None
    year = analysed_year(cycle, plan)
    analysed = round_of(year) if year else None
    years = _Years(year, analysed, cycle, confirmed_result(analysed), confirmed_result(cycle))
    day = _result_day(cycle) if years.after else None
    found = tuple(
        Learned(each, tuple(_moved(each, years)), _late_since(each, day)) for each in progress_of(cycle, today)
    )
    effect_first = analysed is not None and analysed.pk == cycle.pk
    return Learning(year, years.before, years.after, found, day, effect_first)


@dataclass(frozen=True, slots=True)
class _Years:
    """The year whose result was analysed and that of the work, each with its result where one is confirmed."""

    year: int | None
    analysed: Round | None
    cycle: Round
    before: ConfirmedResult | None
    after: ConfirmedResult | None


def _moved(progress: MeasureProgress, years: _Years) -> Iterator[Moved]:
    codes = _codes(progress.measure)
    if years.analysed is None:
        yield from (Moved(code, "", why=Why.NO_BEFORE if years.year else Why.NO_YEAR) for code in codes)
        return
    framework = years.analysed.framework
    questions = [_compared(code, framework, years) for code in codes]
    yield from questions
    silent = [each.code for each in questions if each.why in (Why.NO_SCORE, Why.NOT_SAME)]
    for number in sorted({found for code in silent if (found := _indicator_of(code, framework)) is not None}):
        if str(number) not in codes:
            yield _compared(str(number), framework, years)


def _codes(measure: Measure) -> list[str]:
    """Give the questions, items and indicators that a measure answers, each once."""
    answers = (answer.partition(":") for answer in measure.answers)
    return list(dict.fromkeys((*measure.codes, *(code for kind, _colon, code in answers if kind == "indicator"))))


def _compared(code: str, framework: Framework, years: _Years) -> Moved:
    name = _name_of(code, framework)
    if years.before is None:
        return Moved(code, name, why=Why.NO_BEFORE)
    first = _score(years.before, code)
    if years.after is None:
        return Moved(code, name, before=first, why=Why.NO_AFTER)
    later = same_code(code, framework.year, years.cycle.codes_year)
    if later is None:
        return Moved(code, name, before=first, why=Why.NOT_SAME)
    second = _score(years.after, later)
    why = Why.NO_SCORE if first is None or second is None else None
    return Moved(code, name, later, first, second, why)


def _score(result: ConfirmedResult, code: str) -> Decimal | None:
    scores = result.scores
    if code.isdigit():
        return scores.indicators.get(int(code))
    return scores.items.get(code) if code.startswith("O") else scores.questions.get(code)


def _name_of(code: str, framework: Framework) -> str:
    if code.isdigit():
        indicator = framework.indicator(int(code))
        return indicator.name if indicator else ""
    item, question = framework.item(code), framework.question(code)
    return (question.text if question else item.title if item else None) or ""


def _indicator_of(code: str, framework: Framework) -> int | None:
    found = framework.question(code) or framework.item(code)
    return found.indicator if found else None


def _result_day(cycle: Round) -> date | None:
    """Give the day on which the result was announced, where it is told and not estimated."""
    told = (dated for dated in schedule_for(cycle) if dated.milestone is Milestone.RESULTS)
    return next((dated.start for dated in told if dated.taken_from is None), None)


def _late_since(progress: MeasureProgress, result_day: date | None) -> date | None:
    """Give the first deed of a measure where it came only when the result was out already."""
    deeds = [turn.turn.happened for turn in progress.turns if turn.turn.happened is not None]
    first = min(deeds, default=None)
    return first if first and result_day and first >= result_day else None
