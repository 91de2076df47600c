"""A draft as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Gap, Inline
from prongsai.ita.planning import DraftMeasure
from prongsai.ita.planning.wording import label
from prongsai.ita.thai import format_period
from prongsai.office.measures.answering import draft_key
from prongsai.office.measures.grouped import heads_of
from prongsai.office.rounds.models import Round


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft in words. What nobody has said is empty; `asks` names it."""

    key: str
    head: str
    title: str
    asks: str
    finding: str
    units: str
    period: str
    follow_up: str
    labels: str
    row: DraftMeasure


def cards_of(cycle: Round, rows: Sequence[DraftMeasure]) -> list[DraftCard]:
    """Give drafts as cards, each with the heading under which it would stand."""
    heads = dict(heads_of(cycle))
    return [_card(row, heads.get(row.issue or row.indicator or 0, "")) for row in rows]


def _card(row: DraftMeasure, head: str) -> DraftCard:
    units = [text for text in (_text(row.lead_unit), *row.supporting_units) if text]
    return DraftCard(
        key=draft_key(row),
        head=head,
        title=_text(row.title),
        asks=row.title.asks_for if isinstance(row.title, Gap) else "",
        finding=_text(row.finding),
        units=" · ".join(units),
        period="" if isinstance(row.period, Gap) else format_period(row.period, digits="arabic"),
        follow_up=_text(row.follow_up),
        labels=" ".join(label(point) for point in row.weak_points),
        row=row,
    )


def _text(said: Inline) -> str:
    return "" if isinstance(said, Gap) else said
