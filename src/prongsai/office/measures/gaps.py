"""What a plan still lacks, and what a person should look at: named, never filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from prongsai.ita.thai import Period, outside_fiscal_year
from prongsai.office.measures.models import Measure
from prongsai.platform.ui.wording import day_in_words


@dataclass(frozen=True, slots=True)
class PlanGap:
    """What is lacking in a measure (`lacks`), or to be looked at."""

    measure: Measure
    words: str
    lacks: bool


def gaps_of(measures: Sequence[Measure], *, year: int, decided: date | None) -> list[PlanGap]:
    """Give what the measures of a fiscal year lack, in their order; what is lacking before what is doubtful."""
    found = [gap for measure in measures for gap in gaps_of_measure(measure, year=year, decided=decided)]
    return sorted(found, key=lambda gap: not gap.lacks)


def gaps_of_measure(measure: Measure, *, year: int, decided: date | None) -> list[PlanGap]:
    """Give what one measure lacks and what in it is doubtful."""
    lacking = [PlanGap(measure, words, True) for words in _lacking(measure)]
    return lacking + [PlanGap(measure, words, False) for words in _doubtful(measure, year, decided)]


def _lacking(measure: Measure) -> Iterator[str]:
    steps = list(measure.steps.all())
    if measure.lead_unit is None:
        yield _("no responsible unit")
    if measure.period is None:
        yield _("no period")
    if not steps:
        yield _("no steps")
    if not measure.expected_proof:
        yield _("no expected proof")
    yield from _numbered(
        _("steps without a unit: %(steps)s"), (s.number for s in steps if not s.unit and not s.each_unit)
    )
    yield from _numbered(_("steps without a day of their own: %(steps)s"), (s.number for s in steps if s.due is None))
    if measure.issue is None and measure.indicator is None:
        yield _("stands under no issue or indicator")


def _doubtful(measure: Measure, year: int, decided: date | None) -> Iterator[str]:
    yield from period_doubts(measure.since, measure.until, year=year, decided=decided)
    if measure.units_as_printed:
        yield _("units that are none of the office: %(names)s") % {"names": measure.units_as_printed}
    end = measure.until
    late = [step.number for step in measure.steps.all() if step.due and end and step.due > end]
    yield from _numbered(_("steps due after the end of the measure: %(steps)s"), late)
    early = [s.number for s in measure.steps.all() if s.due and measure.since and s.due < measure.since]
    yield from _numbered(_("steps due before the measure begins: %(steps)s"), early)


def period_doubts(since: date | None, until: date | None, *, year: int, decided: date | None) -> Iterator[str]:
    """Say where a period leaves its fiscal year, or begins before the plan was decided."""
    if until is not None and outside_fiscal_year(Period(since, until), year):
        yield _("the period leaves the fiscal year %(year)s") % {"year": year}
    if decided is not None and (since or until or decided) < decided:
        yield _("the period begins before the plan was decided (%(day)s)") % {"day": day_in_words(decided)}


def _numbered(words: str, numbers: Iterable[int]) -> Iterator[str]:
    if told := ", ".join(str(number) for number in numbers):
        yield words % {"steps": told}
