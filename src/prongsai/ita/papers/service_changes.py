"""What differs between two versions of a service, and whether it has become lighter for who comes."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_lines import PART_WORDS, lines_of
from prongsai.ita.papers.service_time import WholeTime, whole_time


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part of which the lines differ."""

    part: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def title(self) -> str:
        """The heading of the part."""
        return PART_WORDS[self.part]


@dataclass(frozen=True, slots=True)
class Burden:
    """What a service asks of people: steps, time, papers to bring (originals and copies together)."""

    steps: int
    time: WholeTime
    papers: int


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Two versions beside each other, for the news that a service became shorter (ลดขั้นตอน)."""

    before: Burden
    after: Burden

    @property
    def changed(self) -> bool:
        """Whether any of the three differs."""
        return self.before != self.after

    @property
    def lighter(self) -> bool:
        """Whether something became less and nothing more. Times that are not all known say nothing."""
        if self.before.time.unknown or self.after.time.unknown:
            return False
        old = (self.before.steps, self.before.time.working_days, self.before.time.minutes, self.before.papers)
        new = (self.after.steps, self.after.time.working_days, self.after.time.minutes, self.after.papers)
        return new != old and all(after <= before for before, after in zip(old, new, strict=True))


def changes(before: ServiceSheet, after: ServiceSheet) -> tuple[PartChange, ...]:
    """Give the parts that differ, in the order of the manual."""
    found = (PartChange(part, lines_of(before, part), lines_of(after, part)) for part in PART_WORDS)
    return tuple(change for change in found if change.before != change.after)


def burden(sheet: ServiceSheet) -> Burden:
    """Count what a service asks of people."""
    papers = sum(document.originals + document.copies for document in sheet.documents)
    return Burden(len(sheet.steps), whole_time(sheet.steps), papers)


def before_and_after(before: ServiceSheet, after: ServiceSheet) -> BeforeAfter:
    """Put the burdens of two versions beside each other."""
    return BeforeAfter(burden(before), burden(after))
