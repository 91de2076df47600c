"""What the register proves: staff were told, and have read it; briefings were held, and people came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.evidence import Fact, TopicId
from prongsai.ita.papers.blocks import Block, Cell, Column, Heading, Paragraph, Row, Table
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.registers.circulars.models import Briefing, Circular
from prongsai.registers.circulars.services.counting import (
    Counts,
    came_to,
    counts_of_all,
    sentence_of,
    sentence_of_briefing,
)


class ToldEvidence:
    """Speaks on whatever topic a circular or briefing was written for; without a topic it proves nothing.

    Counts are those of the last day of the period: what was acknowledged later is not told of it.
    """

    key = "circulars.told"
    topics: frozenset[TopicId] = frozenset(load_topics())  # staff can be told about any

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Give a fact for each circular sent and each briefing held between two days, on the topic it names."""
        circulars = list(_circulars(since, until))
        counts = counts_of_all(circulars, until)
        for circular in circulars:
            if circular.topic and circular.sent:
                yield _of_circular(circular, counts[circular.pk], until)
        for briefing in _briefings(since, until):
            if briefing.topic:
                yield _of_briefing(briefing)

    def content(self, topic: TopicId, agency: str, since: date, until: date) -> Iterable[Block]:
        """Give the tables of circulars and briefings on a topic in a period; ไม่มี where there was none."""
        circulars = [circular for circular in _circulars(since, until) if circular.topic == topic]
        counts = counts_of_all(circulars, until)
        briefings = [briefing for briefing in _briefings(since, until) if briefing.topic == topic]
        return (
            Heading("การแจ้งเวียนให้บุคลากรรับทราบ", 2),
            _circular_table([(circular, counts[circular.pk]) for circular in circulars])
            if circulars
            else running(NONE),
            Heading("การประชุมชี้แจงบุคลากร", 2),
            _briefing_table(briefings) if briefings else running(NONE),
        )


def _circulars(since: date, until: date) -> Iterable[Circular]:
    return Circular.objects.sent().filter(sent__range=(since, until)).select_related("unit").order_by("sent", "pk")


def _briefings(since: date, until: date) -> Iterable[Briefing]:
    return Briefing.objects.held().filter(day__range=(since, until)).select_related("unit").order_by("day", "pk")


def _of_circular(circular: Circular, counts: Counts, until: date) -> Fact:
    assert circular.sent is not None
    figures = {"asked": Decimal(counts.asked), "acknowledged": Decimal(counts.acknowledged)}
    sentence = sentence_of(circular, counts, until)
    return Fact(circular.topic, sentence, circular.sent, figures, link=circular.get_absolute_url())


def _of_briefing(briefing: Briefing) -> Fact:
    asked, came = came_to(briefing)
    figures = {"asked": Decimal(asked), "came": Decimal(came), "others": Decimal(briefing.guests)}
    sentence = sentence_of_briefing(briefing, asked, came)
    return Fact(briefing.topic, sentence, briefing.day, figures, link=briefing.get_absolute_url())


def _circular_table(told: list[tuple[Circular, Counts]]) -> Table:
    columns = (Column("เรื่อง", 9), Column("วันที่แจ้งเวียน", 4), Column("ผู้รับ", 2), Column("รับทราบ", 2))
    rows = tuple(
        Row((text_cell(row.subject), text_cell(_day(row.sent)), _number(counts.asked), _number(counts.acknowledged)))
        for row, counts in told
    )
    return Table(columns, rows, summary="หนังสือแจ้งเวียน จำนวนผู้รับ และจำนวนผู้รับทราบ")


def _briefing_table(briefings: list[Briefing]) -> Table:
    columns = (Column("เรื่อง", 7), Column("วันที่", 4), Column("สถานที่", 4), Column("เชิญ", 2), Column("เข้าร่วม", 2))
    rows = []
    for row in briefings:
        asked, came = came_to(row)
        cells = (text_cell(row.subject), text_cell(_day(row.day)), text_cell(row.place or "–"))
        rows.append(Row((*cells, _number(asked), _number(came))))
    return Table(columns, tuple(rows), summary="การประชุมชี้แจง จำนวนผู้ที่เชิญ และจำนวนผู้เข้าร่วม")


def _number(count: int) -> Cell:
    return Cell((Paragraph((str(count),)),), numeric=True)


def _day(day: date | None) -> str:
    return format_date(day, form="short", digits="arabic") if day else "–"
