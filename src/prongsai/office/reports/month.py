"""Where a year stands on a day, for the executive: three sentences and what waits for a signature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from prongsai.ita.writing.compose import DatedEvent, WaitingPaper
from prongsai.office.evidence.services import progress_of
from prongsai.office.rounds.home_sources import source_words
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.schedule import Ahead, next_day, phase_on
from prongsai.office.rounds.services import schedule_for
from prongsai.platform.agency.models import Unit
from prongsai.platform.modules import HomeLine, HomePart, registry
from prongsai.platform.ui.states import State


@dataclass(frozen=True, slots=True)
class MonthPicture:
    """A year on a day. `counted` says how many measures are in each state; never whose."""

    day: date
    phase: str
    ahead: Ahead | None
    counted: Counter[State]
    waiting: tuple[HomeLine, ...]
    units: dict[int, str]

    @property
    def measures(self) -> int:
        """How many measures the year has."""
        return self.counted.total()

    @property
    def proven(self) -> int:
        """How many are complete or in force, with proof."""
        return self.counted[State.DONE] + self.counted[State.CONTINUING]

    @property
    def next_event(self) -> DatedEvent | None:
        """The next day that counts, for the memo; an estimate and what nobody confirmed say so beside the name."""
        if self.ahead is None:
            return None
        dated = self.ahead.dated
        name = str(dated.milestone.label)
        told = name if dated.confirmed or dated.typed else f"{name} ({source_words(dated)})"
        return DatedEvent(told, self.ahead.day)

    @property
    def papers(self) -> tuple[WaitingPaper, ...]:
        """What waits for a signature, for the memo."""
        return tuple(WaitingPaper(line.words, self.units.get(line.unit or 0)) for line in self.waiting)

    @property
    def matters(self) -> tuple[str, ...]:
        """What the records say that the executive should know, in the language that is spoken; never who is late."""
        late, lacking = self.counted[State.OVERDUE], self.counted[State.AWAITING_EVIDENCE]
        stopped = self.counted[State.NOT_DONE]
        told = (
            (late, ngettext("%(count)s measure is late", "%(count)s measures are late", late)),
            (lacking, ngettext("%(count)s measure waits for proof", "%(count)s measures wait for proof", lacking)),
            (stopped, ngettext("%(count)s measure was stopped", "%(count)s measures were stopped", stopped)),
        )
        return tuple(words % {"count": count} for count, words in told if count)


def month_of(cycle: Round, day: date) -> MonthPicture:
    """Give where a year stands on a day, by the records."""
    schedule = schedule_for(cycle)
    return MonthPicture(
        day=day,
        phase=str(phase_on(schedule, day, cycle.fiscal_year).label),
        ahead=next_day(schedule, day),
        counted=Counter(each.state for each in progress_of(cycle, day)),
        waiting=tuple(waiting_for_signature(day)),
        units=dict(Unit.objects.values_list("pk", "name")),
    )


def waiting_for_signature(day: date) -> Iterable[HomeLine]:
    """Give what all rooms say that waits for a signature, in the order of the home page."""
    sources = (source for module in registry for source in module.home if source.part is HomePart.SIGNATURES)
    return sorted((line for source in sources for line in source.lines(day)), key=lambda line: line.order)
