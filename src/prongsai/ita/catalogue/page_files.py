"""The file of a topic's model pages: pages of OIT items as an invented office would publish them, every element marked.

Written for this project. What is asked for (the elements) is the catalogue's; the example texts are nobody's data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from prongsai.ita.catalogue.checking import build_record
from prongsai.ita.catalogue.model import ItemCode, Record, TopicId, Year
from prongsai.ita.catalogue.problems import FieldPath, Problem, stop
from prongsai.ita.catalogue.scalars import Text
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.catalogue.yaml_source import read_yaml_file

YEAR_MARK = "{year}"
"""Stands in an example text for the fiscal year of the item, in Thai digits."""

PageId: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]

_PAGES = Path(__file__).parent / "data" / "pages"


class ItemYears(Record):
    """An OIT item's code, and the years in which the page is that item's."""

    code: ItemCode
    years: Annotated[tuple[Year, ...], Field(min_length=1)]


class Answer(Record):
    """An element in the catalogue's own words, and the years in which it is asked for."""

    element: Text
    years: Annotated[tuple[Year, ...], Field(min_length=1)]


class PageTable(Record):
    """A table of the page: headings, and rows of as many cells."""

    columns: Annotated[tuple[Text, ...], Field(min_length=1)]
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]


class WrittenSection(Record):
    """One part of a page, with the elements that it answers.

    `text` and `table` are what the office publishes; `note` is advice to the writer, which is not. `none_text` is what
    to write where the office has nothing to tell; None where a page cannot do without the section.
    """

    heading: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=1)]
    text: tuple[Text, ...] = ()
    table: PageTable | None = None
    note: Text | None = None
    none_text: Text | None = None


class WrittenPage(Record):
    """One model page and the items whose page it is. A section belongs to a year by its answers."""

    id: PageId
    title: Text
    items: Annotated[tuple[ItemYears, ...], Field(min_length=1)]
    sections: Annotated[tuple[WrittenSection, ...], Field(min_length=1)]

    def serves(self, year: int, code: str) -> bool:
        """Tell whether this is the page of an item of a year."""
        return any(item.code == code and year in item.years for item in self.items)

    @property
    def years(self) -> tuple[int, ...]:
        """All years of the page's items, a year with two items twice."""
        return tuple(year for item in self.items for year in item.years)


class TopicPages(Record):
    """The file of a topic."""

    schema_: Literal["prongsai.pages/1"] = Field(alias="schema")
    topic: TopicId
    pages: Annotated[tuple[WrittenPage, ...], Field(min_length=1)]


def topics_with_pages() -> tuple[TopicId, ...]:
    """Give the topics that have model pages."""
    return tuple(path.stem for path in sorted(_PAGES.glob("*.yaml")))


@cache
def load_topic_pages(topic: TopicId) -> TopicPages | None:
    """Load the packaged pages of a topic, or None where it has none. Raises CatalogueError as `read_topic_pages`."""
    return read_topic_pages(_PAGES / f"{topic}.yaml") if topic in topics_with_pages() else None


def read_topic_pages(path: Path) -> TopicPages:
    """Read a file of model pages.

    Raises CatalogueError with the rules of form, and FILE-NAME, TOPIC (an unknown one), TWICE (an id, or an item that
    two pages claim), YEAR (an answer for a year of no item), EMPTY (a section with neither text nor table), SHAPE (a
    row with other cells than its table has headings), MARK (braces that are not the mark of the year).
    """
    source = read_yaml_file(path)
    pages = build_record(TopicPages, source.data, source.places, source.file)
    problems = list(_problems(pages, path.stem))
    if problems:
        raise stop(problems, source.places, source.file)
    return pages


def _problems(file: TopicPages, file_name: str) -> Iterator[Problem]:
    if file.topic != file_name:
        yield Problem("FILE-NAME", f"แฟ้มเป็นของหัวเรื่อง {file.topic} แต่ชื่อแฟ้มคือ {file_name}", ("topic",))
    if file.topic not in load_topics():
        yield Problem("TOPIC", f"ไม่มีหัวเรื่อง {file.topic} ในรายการหัวเรื่อง", ("topic",))
    for n, page in enumerate(file.pages):
        yield from _twice_problems(page, file.pages[:n], n)
        if _stray_brace(page.title):
            yield _mark_problem(("pages", n, "title"))
        for m, section in enumerate(page.sections):
            yield from _section_problems(section, set(page.years), ("pages", n, "sections", m))


def _twice_problems(page: WrittenPage, earlier: tuple[WrittenPage, ...], n: int) -> Iterator[Problem]:
    if page.id in {other.id for other in earlier}:
        yield Problem("TWICE", f"มีหน้า {page.id} มากกว่าหนึ่งครั้ง", ("pages", n, "id"))
    for item in page.items:
        for year in item.years:
            if any(other.serves(year, item.code) for other in earlier):
                yield Problem("TWICE", f"ข้อ {item.code} ปี {year} มีมากกว่าหนึ่งหน้า", ("pages", n, "items"))
    if len(page.years) != len(set(page.years)):
        yield Problem("TWICE", f"หน้า {page.id} มีสองข้อในปีเดียวกัน", ("pages", n, "items"))


def _section_problems(section: WrittenSection, years: set[int], path: FieldPath) -> Iterator[Problem]:
    for n, answer in enumerate(section.answers):
        if strange := sorted(set(answer.years) - years):
            yield Problem("YEAR", f"หน้านี้ไม่มีข้อของปี {strange[0]}", (*path, "answers", n, "years"))
    if not section.text and section.table is None:
        yield Problem("EMPTY", "หัวข้อนี้ไม่มีทั้งข้อความและตาราง", path)
    if section.table and any(len(row) != len(section.table.columns) for row in section.table.rows):
        yield Problem("SHAPE", "จำนวนช่องของแถวไม่เท่ากับจำนวนหัวตาราง", (*path, "table", "rows"))
    if any(map(_stray_brace, _texts(section))):
        yield _mark_problem(path)


def _stray_brace(text: str) -> bool:
    return re.search("[{}]", text.replace(YEAR_MARK, "")) is not None


def _mark_problem(path: FieldPath) -> Problem:
    return Problem("MARK", f"เครื่องหมายปีกกาใช้ได้เฉพาะ {YEAR_MARK}", path)


def _texts(section: WrittenSection) -> Iterator[str]:
    yield from (section.heading, *section.text, section.note or "", section.none_text or "")
    if section.table:
        yield from section.table.columns
        for row in section.table.rows:
            yield from row
