"""The measures of a year as bars over its months, each told with its state; late ones hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from prongsai.ita.thai import fiscal_year_span
from prongsai.ita.writing.svg import PlanBar, plan_svg
from prongsai.office.evidence.progress import MeasureProgress
from prongsai.platform.ui.states import State

LONGEST = 28


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture, and for each measure what it says: period, days that were kept, days that are open."""

    picture: SafeString
    rows: tuple[tuple[MeasureProgress, date | None, date | None, tuple[date, ...], tuple[date, ...]], ...]


def _cut(title: str) -> str:
    """Give the beginning of a title: the whole stands in the table below the picture."""
    return title if len(title) <= LONGEST else f"{title[:LONGEST].rstrip()}…"


def chart_of(found: Sequence[MeasureProgress], fiscal_year: int) -> Drawn | None:
    """Draw measures with their states; None where there is none."""
    if not found:
        return None
    span = fiscal_year_span(fiscal_year)
    assert span.start is not None
    rows = []
    bars = []
    for each in found:
        start, end = each.measure.since or span.start, each.measure.until or span.end
        closed = sorted({turn.turn.due for turn in each.turns if turn.is_closed and turn.turn.due})
        waiting = sorted({turn.turn.due for turn in each.turns if not turn.is_closed and turn.turn.due})
        rows.append((each, start, end, tuple(closed), tuple(waiting)))
        bars.append(
            PlanBar(
                label=f"{each.measure.label} {_cut(each.measure.title)} ·",
                start=start,
                end=end,
                marks=tuple(sorted({*closed, *waiting})),
                told=str(each.state.label),
                hatched=each.state in {State.OVERDUE, State.NOT_DONE},
            )
        )
    title = _("Progress of measures in fiscal year %(year)s") % {"year": fiscal_year}
    summary = _("Bars over the months; a mark is a day due. Late and stopped measures are hatched.")
    drawn = plan_svg(bars, year=fiscal_year, title=title, summary=summary)
    return Drawn(mark_safe(drawn), tuple(rows))  # noqa: S308 our own drawing: every text was set by an XML library
