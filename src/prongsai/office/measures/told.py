"""What a person says of a measure and its steps: what forms, drafts and papers give to the services."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from prongsai.platform.agency.models import Person, Unit


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step. See `models.Step`."""

    text: str
    unit: Unit | None = None
    person: Person | None = None
    each_unit: bool = False
    due: date | None = None
    every_months: int = 0


@dataclass(frozen=True, slots=True)
class MeasureTold:
    """A measure without its steps. See `models.Measure`."""

    title: str
    further_titles: list[str] = field(default_factory=list)
    issue: int | None = None
    indicator: int | None = None
    codes: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    finding: str = ""
    lead_unit: Unit | None = None
    supporting: tuple[Unit, ...] = ()
    units_as_printed: str = ""
    since: date | None = None
    until: date | None = None
    every_months: int = 0
    follow_up: str = ""
    expected_proof: list[str] = field(default_factory=list)
    feeds: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a measure that a person picked comes from: its place in the playbook, why it was proposed."""

    topic: str = ""
    play: str = ""
    why: str = ""
    is_confirmed: bool = False
