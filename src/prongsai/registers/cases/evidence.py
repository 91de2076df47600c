"""What the register proves: how many came, by channel, and how many were answered in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from prongsai.ita.evidence import Fact, TopicId
from prongsai.ita.papers.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from prongsai.registers.cases.counts import HIDDEN, Counts, counts_of

STATISTICS: TopicId = "service-statistics"


class CaseEvidence:
    """Speaks of the statistics of services."""

    key = "cases.counts"
    topics: frozenset[TopicId] = frozenset({STATISTICS})

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Give one fact: how many came in and how many ended in time."""
        told = counts_of(since, until)
        sentence = f"รับเรื่อง {told.received} เรื่อง ดำเนินการแล้วเสร็จ {told.ended} เรื่อง"
        if told.share_in_time is not None:
            sentence += f" ภายในเวลาที่กำหนดร้อยละ {told.share_in_time}"
        figures = {"received": Decimal(told.received), "ended": Decimal(told.ended)}
        yield Fact(STATISTICS, sentence, until, figures)

    def content(self, topic: TopicId, agency: str, since: date, until: date) -> Iterable[Block]:
        """Give the counts by service, month and channel, small ones hidden; a period without cases says so."""
        told = counts_of(since, until)
        if not told.received:
            return (Heading("สถิติการให้บริการ"), Paragraph(("ไม่มีผู้ยื่นเรื่องในช่วงเวลานี้",)))
        return (Heading("สถิติการให้บริการ"), *tables_of(told))


def tables_of(told: Counts) -> list[Table]:
    """Give the three tables of counts."""
    return [
        _table("จำนวนเรื่องตามงานบริการ", "งานบริการ", told.by_service),
        _table("จำนวนเรื่องรายเดือน", "เดือน", told.by_month),
        _table("จำนวนเรื่องตามช่องทาง", "ช่องทาง", told.by_channel),
    ]


def _table(caption: str, head: str, counts: Iterable[tuple[str, int | None]]) -> Table:
    rows = tuple(
        Row((_cell(name), _cell(HIDDEN if count is None else f"{count:,}", numeric=True))) for name, count in counts
    )
    return Table((Column(head, 4), Column("จำนวน (เรื่อง)", 1)), rows, summary=caption, caption=caption)


def _cell(text: str, *, numeric: bool = False) -> Cell:
    return Cell((Paragraph((text,), indent=False),), numeric=numeric)
