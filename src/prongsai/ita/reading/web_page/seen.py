"""What a visitor sees on a page that was fetched before: lines, headings, tables, links, images, language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from prongsai.ita.reading.html_layout import page_layout, parsed_page
from prongsai.ita.reading.html_lines import is_hidden
from prongsai.ita.reading.layout import Table
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.thai.dates import FoundDate, find_dates

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MARK = "\ue0f1"
"""Put before the text of a heading, so that the layout of the page still tells it from other lines."""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line; `level` is that of a heading (1 to 6), 0 for any other line."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of the page: its whole address, and the words (or the words for its image) that a visitor reads."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class PageImage:
    """An image; `words` is None where it has no text in its place, empty where it is only ornament."""

    address: str
    words: str | None


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page. `parts` are its lines and tables in order, a table as rows of cells; `language` as the page says."""

    title: str
    language: str | None
    parts: tuple[PageLine | tuple[tuple[str, ...], ...], ...]
    links: tuple[PageLink, ...]
    images: tuple[PageImage, ...]

    @property
    def headings(self) -> tuple[PageLine, ...]:
        """The headings in order."""
        return tuple(part for part in self.parts if isinstance(part, PageLine) and part.level)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is read, a row of a table as one line."""
        return tuple(_as_lines(self.parts))

    @property
    def dates(self) -> tuple[FoundDate, ...]:
        """The days written with a month name, line by line."""
        return tuple(found for line in self.lines for found in find_dates(line))

    def leads_to(self, address: str) -> bool:
        """Whether a link of the page leads to an address; its fragment and a stroke at the end do not count."""
        return _plain(address) in {_plain(link.address) for link in self.links}

    def advice(self) -> tuple[str, ...]:
        """Give in Thai what would help readers; advice, never a loss."""
        told = []
        if not self.language:
            told.append("หน้านี้ไม่ได้ระบุภาษา (lang) โปรแกรมอ่านออกเสียงจึงเลือกเสียงไม่ถูก")
        bare = sum(image.words is None for image in self.images)
        if bare:
            told.append(f"มีภาพที่ไม่มีคำอธิบาย (alt) {bare} ภาพ")
        silent = sum(not link.words for link in self.links)
        if silent:
            told.append(f"มีลิงก์ที่ไม่มีข้อความ {silent} ลิงก์")
        if not self.headings:
            told.append("หน้านี้ไม่มีหัวข้อ (h1 ถึง h6) ผู้ใช้โปรแกรมอ่านหน้าจอจึงข้ามไปยังส่วนที่ต้องการไม่ได้")
        return tuple(told)


def see_page(html: str, address: str = "") -> WebPage:
    """Look at a page; `address` is where it was fetched from, to which its links are relative.

    Refuses SIZE, HTML and EMPTY as `html_layout` does. Nothing is fetched.
    """
    root = parsed_page(html.replace(_MARK, ""))
    links, images = tuple(_links(root, address)), tuple(_images(root, address))
    title = " ".join((root.findtext(".//title") or "").split())
    for element in root.iter(*_HEADINGS):
        element.text = f"{_MARK}{_HEADINGS[element.tag]}{element.text or ''}"
    return WebPage(title, root.get("lang"), tuple(_parts(page_layout(root))), links, images)


def _parts(layout: Layout) -> Iterator[PageLine | tuple[tuple[str, ...], ...]]:
    for block in layout.blocks:
        if isinstance(block, Table):
            yield tuple(tuple(_unmarked(" ".join(cell.lines)) for cell in row.cells) for row in block.rows)
            continue
        before, mark, heading = block.text.partition(_MARK)
        text = " ".join((before + heading[1:]).split()) if mark else block.text
        yield PageLine(_unmarked(text), int(heading[0]) if mark and text else 0)


def _unmarked(text: str) -> str:
    while _MARK in text:
        before, _, after = text.partition(_MARK)
        text = before + after[1:]
    return text


def _links(root: etree._Element, address: str) -> Iterator[PageLink]:
    for element in root.iter("a", "area"):
        target = (element.get("href") or "").strip()
        if target and not is_hidden(element):
            words = " ".join("".join(element.itertext()).split())
            instead = " ".join(image.get("alt") or "" for image in element.iter("img"))
            yield PageLink(_joined(address, target), words or " ".join(instead.split()) or element.get("alt") or "")


def _images(root: etree._Element, address: str) -> Iterator[PageImage]:
    for element in root.iter("img"):
        if not is_hidden(element) and element.get("role") != "presentation":
            yield PageImage(_joined(address, element.get("src") or ""), element.get("alt"))


def _joined(address: str, target: str) -> str:
    """Give the whole address; a target that is none is kept as written."""
    try:
        return urljoin(address, target)
    except ValueError:
        return target


def _plain(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), fragment="").geturl().rstrip("/")


def _as_lines(parts: tuple[PageLine | tuple[tuple[str, ...], ...], ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, PageLine):
            yield part.text
        else:
            yield from (" ".join(row) for row in part)
