"""What this room says on the home page: proof that is lacking by unit, and how far the measures have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from prongsai.office.evidence.models import Proof, ProofState, TurnState
from prongsai.office.evidence.progress import counted, part_of
from prongsai.office.evidence.services.looking_up import progress_of
from prongsai.office.evidence.task_source import open_turns
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import running_round
from prongsai.platform.modules import HomeLine, HomePart, Standing
from prongsai.platform.ui.states import State

PROVEN = frozenset({State.DONE, State.CONTINUING})


class ProofLacking:
    """How many turns were done and have no proof, by unit; how much proof waits to be looked at."""

    key = "evidence.lacking"
    part = HomePart.LACKING

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give a line for each unit, and one for what waits."""
        cycle = running_round(today)
        if cycle is None:
            return
        turns = open_turns(today).filter(state=TurnState.DONE)
        waits = Proof.objects.filter(round=cycle, state=ProofState.OFFERED)
        if units is not None:
            turns, waits = turns.filter(unit__in=units), waits.filter(unit__in=units)
        named = Counter(turns.values_list("unit", "unit__name"))
        for (unit, name), count in sorted(named.items(), key=lambda one: -one[1]):
            told = {"unit": name or _("No unit"), "count": count}
            words = ngettext(
                "%(unit)s: %(count)s step done without proof", "%(unit)s: %(count)s steps done without proof", count
            )
            yield HomeLine(words % told, "progress", {"round_id": cycle.pk}, unit=unit, order=100)
        if count := waits.count():
            words = ngettext("%(count)s proof waits to be accepted", "%(count)s proofs wait to be accepted", count) % {
                "count": count
            }
            yield HomeLine(words, "evidence", {"round_id": cycle.pk}, order=110)


class MeasuresProven:
    """How many measures are complete or in force with proof."""

    key = "evidence.figure"
    part = HomePart.FIGURE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give one line, none where no plan is decided."""
        cycle = running_round(today)
        found = progress_of(cycle, today) if cycle else ()
        if units is not None:
            parts = (part_of(each, units, None, today) for each in found)
            found = tuple(part for part in parts if part is not None)
        if cycle and found:
            proven = sum(each.state in PROVEN for each in found)
            words = _("Measures complete or in force with proof: %(done)s of %(whole)s")
            yield HomeLine(words % {"done": proven, "whole": len(found)}, "progress", {"round_id": cycle.pk}, order=100)


class MeasuresStanding:
    """How far the measures of a year have come, as counts."""

    key = "evidence.measures"

    def standing(self, fiscal_year: int, today: date) -> Standing | None:
        """Give the counts, None where no plan of the year is decided."""
        cycle = Round.objects.filter(fiscal_year=fiscal_year).first()
        found = progress_of(cycle, today) if cycle else ()
        if not found:
            return None
        counts = counted(found)
        return Standing(
            key="measures",
            label=gettext_noop("Measures"),
            done=sum(counts.get(state, 0) for state in PROVEN),
            whole=len(found),
            late=counts.get(State.OVERDUE, 0),
            states={state.value: count for state, count in counts.items()},
        )
