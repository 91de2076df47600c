"""A measure as a paper or list tells it, with what is wrong or doubtful about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.reading.row_cells import Finding
from prongsai.ita.thai import Period, Recurrence, compact
from prongsai.office.measures.gaps import period_doubts
from prongsai.office.measures.told import MeasureTold, StepTold
from prongsai.office.measures.unit_names import named_units, unit_of
from prongsai.platform.agency.models import Unit

UNIT = "UNIT"
"""The rule of a doubt about a name that is no unit."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a row; `unit` is a name."""

    text: str
    unit: str = ""
    due: date | None = None
    every_months: int = 0
    each_unit: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One measure as told. `faults` keep the whole paper out, `doubts` are for a person to look at."""

    place: str
    titles: tuple[str, ...] = ()
    issue: int | None = None
    indicator: int | None = None
    codes: tuple[str, ...] = ()
    finding: str = ""
    units: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    every_months: int = 0
    follow_up: str = ""
    proof: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    steps: tuple[StepRow, ...] = ()
    faults: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        told = asdict(self)
        told["steps"] = [{**step, "due": _written(step["due"])} for step in told["steps"]]
        return {**told, "since": _written(self.since), "until": _written(self.until)}

    @staticmethod
    def of_json(told: Mapping[str, Any]) -> PlanRow:
        """Make it from what `as_json` gave."""
        lists = {
            entry.name: tuple(tuple(each) if isinstance(each, list) else each for each in told[entry.name])
            for entry in fields(PlanRow)
            if isinstance(told[entry.name], list) and entry.name != "steps"
        }
        steps = tuple(StepRow(**{**step, "due": _day(step["due"])}) for step in told["steps"])
        days = {"since": _day(told["since"]), "until": _day(told["until"])}
        return PlanRow(**{**told, **lists, **days, "steps": steps})


def rows_of_reading(reading: Reading, *, year: int, decided: date | None, known: Mapping[str, Unit]) -> list[PlanRow]:
    """Give the measures of a paper, in its own words and order, with what is doubtful about each."""
    rows = [_row_of(row, number, reading) for number, row in enumerate(reading.measures, 1)]
    return [with_doubts(row, year=year, decided=decided, known=known) for row in rows]


def with_doubts(row: PlanRow, *, year: int, decided: date | None, known: Mapping[str, Unit]) -> PlanRow:
    """Add what a person should look at: units that are none of the office, periods, what is not said."""
    doubts = [*row.doubts, *_unit_doubts(row, known)]
    for words in period_doubts(row.since, row.until, year=year, decided=decided):
        doubts.append(("PERIOD", _("Period"), words))
    if not row.titles:
        doubts.append(("REQUIRED", _("Measure"), _("The measure itself is not said.")))
    return replace(row, doubts=tuple(doubts))


def missing_units(rows: Iterable[PlanRow], known: Mapping[str, Unit]) -> list[str]:
    """Give the names in rows that are no unit of the office, each once, in their order."""
    names = (name for row in rows for name in _unmatched(row, known))
    return list({compact(name): name for name in names}.values())


def with_units_now(row: PlanRow, known: Mapping[str, Unit]) -> PlanRow:
    """Give a row with its doubts about units as the office has them now; other doubts stay."""
    others = [doubt for doubt in row.doubts if doubt[0] != UNIT]
    return replace(row, doubts=(*_unit_doubts(row, known), *others))


def _unmatched(row: PlanRow, known: Mapping[str, Unit]) -> list[str]:
    steps = [step.unit for step in row.steps if step.unit and unit_of(step.unit, known) is None]
    return list(dict.fromkeys([*named_units(row.units, known).unmatched, *steps]))


def _unit_doubts(row: PlanRow, known: Mapping[str, Unit]) -> list[Finding]:
    said = _("No unit of the office has this name: %(name)s")
    return [(UNIT, _("Unit"), said % {"name": name}) for name in _unmatched(row, known)]


def told_of(row: PlanRow, known: Mapping[str, Unit]) -> tuple[MeasureTold, list[StepTold]]:
    """Give a row as the services take it. Steps without a unit of their own go to the lead unit."""
    units = named_units(row.units, known)
    titles = [title[:500] for title in row.titles] or [_("Measure to be said")]
    told = MeasureTold(
        title=titles[0],
        further_titles=titles[1:],
        issue=row.issue,
        indicator=row.indicator,
        codes=list(row.codes),
        finding=row.finding,
        lead_unit=units.lead,
        supporting=units.supporting,
        units_as_printed=", ".join(units.unmatched)[:300],
        since=row.since,
        until=row.until,
        every_months=row.every_months,
        follow_up=row.follow_up,
        expected_proof=[line[:300] for line in row.proof],
        feeds=list(row.feeds),
    )
    return told, [_step(step, units.lead, known) for step in row.steps]


def _step(step: StepRow, lead: Unit | None, known: Mapping[str, Unit]) -> StepTold:
    unit = None if step.each_unit else unit_of(step.unit, known) if step.unit else lead
    return StepTold(
        text=step.text[:500], unit=unit, each_unit=step.each_unit, due=step.due, every_months=step.every_months
    )


def _row_of(row: MeasureRow, number: int, reading: Reading) -> PlanRow:
    period = row.period
    return PlanRow(
        place=_("measure %(number)s") % {"number": number},
        titles=row.measures,
        issue=row.issue,
        indicator=row.indicator,
        codes=(*row.questions, *row.oit),
        finding=row.finding or _finding_of(row.issue, reading),
        units=row.units,
        since=period.start if isinstance(period, Period) else None,
        until=period.end if isinstance(period, Period) else None,
        every_months=period.every_months if isinstance(period, Recurrence) else 0,
        follow_up=row.follow_up or "",
        steps=tuple(StepRow(text) for text in row.steps),
    )


def _finding_of(issue: int | None, reading: Reading) -> str:
    """Give what the paper's own analysis found under an issue."""
    found: Sequence[str] = [entry.finding for entry in reading.analysis if issue is not None and entry.issue == issue]
    return " ".join(found)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
