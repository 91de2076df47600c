"""Brings a Word file (.docx) into the neutral shape: its body in the order of reading, as a person sees it.

Page headers and footers, footnotes, comments and the table of contents are not read. Nothing outside the file is
fetched, no macro and no field is run.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.ita.reading.docx_numbering import Marker, Numbering
from prongsai.ita.reading.docx_paragraph import ParagraphText, Passed, alternative, read_paragraph
from prongsai.ita.reading.docx_styles import Styles, W
from prongsai.ita.reading.docx_table import CellText, shown_rows, table_rows, wrapped
from prongsai.ita.reading.layout import Block, Cell, Row, Table, TextLine
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.markup import cell_lines, plain_line
from prongsai.ita.reading.ooxml import Element, Package, attribute, broken, local_name
from prongsai.ita.reading.signatures import is_for_signatures
from prongsai.ita.reading.tabbed_lines import tabbed_cells, tabbed_rows
from prongsai.ita.thai import Notice, normalise

_CONTAINERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
_CONTENTS = frozenset({"Table of Contents", "Table of Figures"})


def docx_blocks(data: bytes) -> Layout:
    """Give the blocks of a Word file in order.

    Automatic numbers stand in the text. Notices: `hidden-text`, `tracked-changes` (read as if accepted),
    `embedded-parts` (inserted objects and files, which are not read). Refuses TRUNCATED (no sound Word file) and SIZE.
    """
    package = Package(data)
    main = package.main_part("word/document.xml")
    root = package.xml(main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise broken()
    styles = Styles(package.part_of_kind(main, "styles"))
    walk = _Walk(styles, Numbering(package.part_of_kind(main, "numbering"), styles))
    walk.read(body)
    walk.close()
    return Layout(tuple(walk.blocks), tuple(_notices(walk.passed)))


@dataclass
class _Walk:
    """One walk through the body of a file. `waiting` holds the lines since the last table, each with its gap."""

    styles: Styles
    numbering: Numbering
    passed: Passed = field(default_factory=Passed)
    blocks: list[Block] = field(default_factory=list)
    waiting: list[tuple[str, bool]] = field(default_factory=list)
    number: int = 0
    gap: bool = False
    left_over: str = ""

    def read(self, parent: Element) -> None:
        for child in parent:
            self._child(child)

    def _child(self, child: Element) -> None:
        name = local_name(child)
        if name == "p":
            self._paragraph(child)
        elif name == "tbl":
            self._table(child)
        elif name == "altChunk":
            self.passed.embedded += 1
        elif name == "AlternateContent":
            for inner in alternative(child):
                self._child(inner)
        elif name in _CONTAINERS and not _is_contents(child):
            self.read(child)

    def close(self) -> None:
        """Turn the lines that wait into blocks; lines set with tabs become a table."""
        lines = [line for line, _ in self.waiting]
        at = 0
        while at < len(lines):
            taken = tabbed_rows(lines, at)
            if taken:
                self.blocks.append(Table(tuple(self._tabbed_row(n) for n in range(at, at + taken))))
            else:
                text = plain_line(lines[at])
                if text:
                    self.blocks.append(TextLine(text, self._next(), self.waiting[at][1]))
            at += taken or 1
        self.waiting = []

    def _tabbed_row(self, at: int) -> Row:
        line, gap = self.waiting[at]
        return Row(tuple(Cell(cell_lines(part)) for part in tabbed_cells(line)), self._next(), gap)

    def _next(self) -> int:
        self.number += 1
        return self.number

    def _paragraph(self, element: Element) -> None:
        style = self.styles.paragraph_style(element.find(W + "pPr"))
        found, text, _ = self._numbered(element)
        if self.styles.is_contents(style):
            return
        heading = self.styles.is_heading(style) or found.on_new_page
        lines = [line for line in text.split("\n") if line.strip()]
        for n, line in enumerate(lines):
            self.waiting.append((line, self.gap or (heading and n == 0)))
            self.gap = False
        if not lines:
            self.gap = True
        for box in found.boxes:
            self.read(box)

    def _numbered(self, element: Element) -> tuple[ParagraphText, str, Marker | None]:
        """Give a paragraph, its text with the number in front, the number; a deleted paragraph mark joins the next."""
        properties = element.find(W + "pPr")
        found = read_paragraph(element, self.styles, self.passed)
        marker = self.numbering.next_marker(properties, self.styles.paragraph_style(properties))
        text = normalise(self.left_over + found.text)
        self.left_over = ""
        if found.joins_next:
            self.left_over = text
            return found, "", None
        return found, f"{marker.text} {text.lstrip()}" if marker and text.strip() else text, marker

    def _table(self, table: Element) -> None:
        if _is_frame(table):
            for row in shown_rows(table, self.passed):
                for cell in wrapped(row, "tc"):
                    self.read(cell)
                    self.gap = True
            return
        self.close()
        rows = table_rows(table, self._cell, self.passed)
        after = bool(self.blocks) and isinstance(self.blocks[-1], Table)
        read = tuple(
            Row(row.cells, self._next(), row.on_new_page or (n == 0 and after))
            for n, row in enumerate(rows)
            if row.cells
        )
        if is_for_signatures(read):
            self.waiting += ((" ".join(row.own(n).text for n in row.filled()), True) for row in read)
        elif read:
            self.blocks.append(Table(read))
        self.gap = True

    def _cell(self, cell: Element) -> CellText:
        """Give the lines of a cell; a nested table gives one line for each of its rows."""
        lines: list[str] = []
        alone = ""
        on_new_page: bool | None = None
        for part in _cell_parts(cell):
            if local_name(part) == "tbl":
                lines += self._nested(part)
                continue
            found, text, marker = self._numbered(part)
            lines += cell_lines(text)
            for box in found.boxes:
                lines += self._cell(box).lines
            if marker and not marker.bullet:
                alone = alone or marker.text
            on_new_page = found.on_new_page if on_new_page is None else on_new_page
        # A cell with a number alone: a column of running numbers that Word writes by itself.
        return CellText(tuple(lines) or ((alone,) if alone else ()), on_new_page=on_new_page is True)

    def _nested(self, table: Element) -> list[str]:
        rows = table_rows(table, self._cell, self.passed)
        texts = (" ".join(cell.text for cell in row.cells if cell and not cell.held) for row in rows)
        return [text for text in texts if text]


def _cell_parts(cell: Element) -> list[Element]:
    """Give the paragraphs and tables of a cell in order, also those inside content controls."""
    parts: list[Element] = []
    for child in cell:
        name = local_name(child)
        if name in ("p", "tbl"):
            parts.append(child)
        elif name in _CONTAINERS:
            parts += _cell_parts(child)
        elif name == "AlternateContent":
            parts += (inner for inner in alternative(child) if local_name(inner) in ("p", "tbl"))
    return parts


def _is_frame(table: Element) -> bool:
    """Whether a table has one cell in each row, so that it only frames what stands in it."""
    return all(sum(1 for _ in wrapped(row, "tc")) == 1 for row in wrapped(table, "tr"))


def _is_contents(control: Element) -> bool:
    """Whether a content control holds the table of contents."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    return any(attribute(gallery, "val") in _CONTENTS for gallery in properties.iter(W + "docPartGallery"))


def _notices(passed: Passed) -> list[Notice]:
    notices = []
    if passed.hidden:
        notices.append(Notice("hidden-text", "ในแฟ้มมีข้อความที่ซ่อนไว้ จึงไม่ได้อ่านส่วนนั้น", str(passed.hidden)))
    if passed.deleted:
        message = "ในแฟ้มมีการแก้ไขที่ยังไม่ได้ยอมรับ จึงอ่านตามข้อความหลังแก้ไข"
        notices.append(Notice("tracked-changes", message, str(passed.deleted)))
    if passed.embedded:
        message = "ในแฟ้มมีเอกสารหรือวัตถุอื่นแทรกอยู่ ซึ่งไม่ได้อ่าน โปรดวางเนื้อหาเป็นข้อความหรือตารางแทน"
        notices.append(Notice("embedded-parts", message, str(passed.embedded)))
    return notices
