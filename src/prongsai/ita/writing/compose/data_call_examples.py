"""ตัวอย่างประกอบการขอข้อมูล: for each item asked for, a page as an invented office would publish it, element by element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.ita.catalogue.pages import MarkedElement, ModelPage, ModelSection, ModelTable
from prongsai.ita.papers.blocks import Block, Column, Heading, Items, Notice, PageBreak, Paper, Row, Table
from prongsai.ita.writing.cells import UNCONFIRMED, running, text_cell
from prongsai.ita.writing.compose.data_call import CalledItem
from prongsai.ita.writing.compose.head import PaperHead

TITLE = "ตัวอย่างข้อมูลประกอบการประเมิน ITA"
NO_EXAMPLE = "ข้อนี้ยังไม่มีตัวอย่าง เพราะองค์ประกอบด้านข้อมูลของปีนี้ยังไม่ยืนยัน โปรดดูคู่มือของปี"


def data_call_examples(
    head: PaperHead, unit: str, items: Sequence[CalledItem], pages: Sequence[ModelPage | None]
) -> Paper:
    """Return the examples for the items of one unit, one item on a page; an item without a page says so.

    `items` and `pages` stand side by side. Raises ValueError where their numbers differ.
    """
    blocks: list[Block] = [
        running(f"ตัวอย่างนี้แนบการขอข้อมูลจาก{unit} ข้อความในตัวอย่างเป็นของหน่วยงานสมมุติ โปรดใช้ข้อมูลจริงของส่วนราชการแทน")
    ]
    for number, (item, page) in enumerate(zip(items, pages, strict=True)):
        blocks += [PageBreak()] if number else []
        blocks += _example(item, page)
    title = (TITLE, f"ประจำปีงบประมาณ พ.ศ. {head.year}", unit)
    return head.paper(title, f"{TITLE} {unit}", blocks)


def _example(item: CalledItem, page: ModelPage | None) -> Iterator[Block]:
    yield Heading(f"ข้อ {item.code} {item.title}" if item.code else item.title, level=2)
    if page is None:
        yield Notice(NO_EXAMPLE)
        return
    yield Notice(page.label)
    for section in page.sections:
        yield from _section(section)
    if page.unanswered:
        yield running("สิ่งที่ต้องมีและไม่มีในตัวอย่าง")
        yield _elements(page.unanswered)


def _section(section: ModelSection) -> Iterator[Block]:
    yield Heading(section.heading, level=3)
    yield _elements(section.elements)
    yield from (running(text) for text in section.text)
    if section.table:
        yield _table(section.table, section.heading)
    if section.none_text:
        yield running(f"หากไม่มี: {section.none_text}")


def _elements(elements: Sequence[MarkedElement]) -> Items:
    return Items(tuple((_marked(each),) for each in elements), numbered=False)


def _table(table: ModelTable, heading: str) -> Table:
    rows = tuple(Row(tuple(text_cell(cell) for cell in row)) for row in table.rows)
    return Table(tuple(Column(name, 1) for name in table.columns), rows, summary=heading)


def _marked(element: MarkedElement) -> str:
    return f"สิ่งที่ต้องมี: {element.text}" + ("" if element.confirmed else f" ({UNCONFIRMED})")
