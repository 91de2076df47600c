"""Model pages of OIT items: what a complete page looks like, section by section, with the elements each one answers."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.catalogue.model import Framework, Item, TopicId
from prongsai.ita.catalogue.page_files import YEAR_MARK, PageTable, WrittenPage, WrittenSection, load_topic_pages
from prongsai.ita.thai.digits import to_thai

__all__ = [
    "CONFIRMED_LABEL",
    "UNCONFIRMED_LABEL",
    "MarkedElement",
    "ModelPage",
    "ModelSection",
    "ModelTable",
    "page_for",
    "pages_of",
]

CONFIRMED_LABEL = "ตัวอย่าง ข้อมูลสมมุติเพื่อการสาธิต"
UNCONFIRMED_LABEL = "ตัวอย่าง เกณฑ์ยังไม่ยืนยัน"
OFFICE = "องค์การบริหารส่วนตำบลหนองกระจ่าง จังหวัดตัวอย่างธานี (สมมุติ)"


@dataclass(frozen=True, slots=True)
class MarkedElement:
    """An element in the catalogue's words. `confirmed` is False for a candidate and for a low confidence."""

    text: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class ModelTable:
    """A table of an example page; every row has a cell for every column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ModelSection:
    """One part of the page: what is published (`text`, `table`), and beside it what helps its writer.

    `note` is advice; `none_text` is what to write where there is nothing, None where the part cannot be left out.
    """

    heading: str
    elements: tuple[MarkedElement, ...]
    text: tuple[str, ...]
    table: ModelTable | None
    note: str | None
    none_text: str | None


@dataclass(frozen=True, slots=True)
class ModelPage:
    """The page of one OIT item of one year as the invented `office` would publish it.

    `confirmed` tells whether the item has established elements and an established title (leads beside them stay marked
    one by one); `label` says so in Thai and is shown wherever the page is. `unanswered` are elements for which the page
    has no section, as when an agency loaded another list: they must not be lost.
    """

    year: int
    code: str
    topic: TopicId
    item_title: str | None
    title: str
    office: str
    label: str
    confirmed: bool
    sections: tuple[ModelSection, ...]
    unanswered: tuple[MarkedElement, ...]


def page_for(framework: Framework, code: str) -> ModelPage | None:
    """Give the model page of an item; None where the item is unknown or nothing is known of what it must hold.

    Elements that are only candidates are answered too, marked as not confirmed. In a draft year the page is that of
    the year it was copied from, and nothing in it is confirmed. Raises CatalogueError where a packaged file is bad.
    """
    item = framework.item(code)
    written = _written(framework, item) if item else None
    if item is None or written is None or item.topic is None:
        return None
    elements = _elements(item)
    confirmed = item.elements.values is not None and item.elements.confirmed and item.title is not None
    sections = tuple(
        section for entry in written.sections if (section := _section(entry, elements, framework)) is not None
    )
    answered = {entry.text for section in sections for entry in section.elements}
    return ModelPage(
        year=framework.year,
        code=item.code,
        topic=item.topic,
        item_title=item.title or item.candidate_title,
        title=_said(written.title, framework),
        office=OFFICE,
        label=CONFIRMED_LABEL if confirmed else UNCONFIRMED_LABEL,
        confirmed=confirmed,
        sections=sections,
        unanswered=tuple(entry for entry in elements if entry.text not in answered),
    )


def pages_of(framework: Framework) -> tuple[ModelPage, ...]:
    """Give all model pages of a year, in the order of its items."""
    found = (page_for(framework, item.code) for item in framework.items)
    return tuple(page for page in found if page is not None)


def _written(framework: Framework, item: Item) -> WrittenPage | None:
    file = load_topic_pages(item.topic) if item.topic and _elements(item) else None
    year = framework.drafted_from or framework.year
    return next((page for page in file.pages if page.serves(year, item.code)), None) if file else None


def _elements(item: Item) -> tuple[MarkedElement, ...]:
    """Give what an assessor looks for, established elements first, then leads that are not among them."""
    known = item.elements.values or ()
    leads = dict.fromkeys(entry for entry in item.elements.candidates if entry not in known)
    sure = item.elements.confirmed
    return (*(MarkedElement(text, sure) for text in known), *(MarkedElement(text, False) for text in leads))


def _section(written: WrittenSection, elements: tuple[MarkedElement, ...], framework: Framework) -> ModelSection | None:
    """Give a section as it stands in a year, or None where it answers nothing that the year asks for."""
    year = framework.drafted_from or framework.year
    asked = {answer.element for answer in written.answers if year in answer.years}
    answered = tuple(entry for entry in elements if entry.text in asked)
    if not answered:
        return None
    return ModelSection(
        heading=_said(written.heading, framework),
        elements=answered,
        text=tuple(_said(text, framework) for text in written.text),
        table=_table(written.table, framework) if written.table else None,
        note=_said(written.note, framework) if written.note else None,
        none_text=_said(written.none_text, framework) if written.none_text else None,
    )


def _table(table: PageTable, framework: Framework) -> ModelTable:
    rows = tuple(tuple(_said(cell, framework) for cell in row) for row in table.rows)
    return ModelTable(tuple(_said(column, framework) for column in table.columns), rows)


def _said(text: str, framework: Framework) -> str:
    return text.replace(YEAR_MARK, to_thai(str(framework.year)))
