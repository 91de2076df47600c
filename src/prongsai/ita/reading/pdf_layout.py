"""Reads the layout of a PDF: ruled tables with their cells, and paragraphs outside them.

The file is opened by pdfium, built without JavaScript and without forms: scripts, launch actions, links and embedded
files are never looked at, nothing is drawn and nothing is written. A damaged list of objects is rebuilt by pdfium where
it can be; else the file is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.ita.reading.layout import Block, Row, Table, TextLine
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.pdf_grids import grids_of
from prongsai.ita.reading.pdf_letters import pieces_of
from prongsai.ita.reading.pdf_lines import PrintedLine, lines_of
from prongsai.ita.reading.pdf_paragraphs import Column, PrintedParagraph, add_line, goes_on, paragraphs_of, usual_pitch
from prongsai.ita.reading.pdf_rules import rules_of
from prongsai.ita.reading.pdf_running import without_running
from prongsai.ita.reading.pdf_tables import PrintedTable, filled_tables, numbered_rows, shared_columns
from prongsai.ita.reading.pdf_view import View
from prongsai.ita.thai import Notice, Refused

MOST_PAGES = 300
MOST_LETTERS = 2_000_000
LARGEST_PAGE = 5_000.0
"""Points that a page may measure on a side: somewhat more than the largest sheets that are printed."""

_SCANNED = 0.5
_FEWEST_LETTERS = 20
_WIDEST_MARGIN = 85.0
_BLANK_LINE = 1.45


@dataclass(frozen=True, slots=True)
class _Page:
    """What stands on a page: its tables, the lines outside them, whether it is a picture without text."""

    width: float
    height: float
    tables: list[PrintedTable]
    lines: list[PrintedLine]
    letters: int
    scanned: bool


def pdf_blocks(data: bytes) -> Layout:
    """Give the blocks of a PDF that has a text layer.

    Refuses ENCRYPTED, TRUNCATED (cannot be opened), PAGES (more than 300), SIZE (a page or the text too large) and
    NO-TEXT (a scan). A notice `scanned-pages` names pages that are pictures without text beside pages with text.
    """
    with _opened(data) as document:
        pages = list(_pages(document))
    scanned = [n for n, page in enumerate(pages, 1) if page.scanned]
    if not any(page.letters for page in pages) or (scanned and sum(p.letters for p in pages) < _FEWEST_LETTERS * len(pages)):
        raise Refused(
            "NO-TEXT",
            "แฟ้มนี้เป็นเอกสารสแกน ไม่มีข้อความให้อ่าน เก็บไว้แนบเป็นหลักฐานได้ แต่อ่านคะแนนหรือมาตรการจากแฟ้มนี้ไม่ได้ "
            "โปรดส่งแฟ้มต้นฉบับ (.docx .xlsx หรือ PDF ที่บันทึกจากโปรแกรมโดยตรง)",
        )
    notices = []
    if scanned:
        listed = ", ".join(map(str, scanned[:20])) + (" ..." if len(scanned) > 20 else "")
        notices.append(Notice("scanned-pages", f"หน้า {listed} เป็นภาพสแกน จึงไม่ได้อ่านข้อความในหน้านั้น", listed))
    return Layout(tuple(_blocks(pages)), tuple(notices))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Refused("ENCRYPTED", "แฟ้ม PDF นี้ตั้งรหัสผ่านไว้ โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน แล้วส่งอีกครั้ง") from None
        raise Refused("TRUNCATED", "เปิดแฟ้ม PDF นี้ไม่ได้ แฟ้มอาจขาดหรือเสียหาย โปรดบันทึกหรือดาวน์โหลดใหม่แล้วส่งอีกครั้ง") from None
    if count > MOST_PAGES:
        document.close()
        raise Refused("PAGES", f"แฟ้ม PDF มี {count:,} หน้า เกินที่รับได้ {MOST_PAGES} หน้า โปรดแยกแฟ้มแล้วส่งทีละส่วน")
    return document


def _pages(document: pypdfium2.PdfDocument) -> Iterator[_Page]:
    letters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            raise Refused("TRUNCATED", f"หน้า {number + 1} ของแฟ้ม PDF เสียหาย โปรดบันทึกใหม่แล้วส่งอีกครั้ง") from None
        try:
            read = _page(page, MOST_LETTERS - letters)
        finally:
            page.close()
        letters += read.letters
        yield read


def _page(page: pypdfium2.PdfPage, most_letters: int) -> _Page:
    view = View.of(page)
    if not (0 < view.width <= LARGEST_PAGE and 0 < view.height <= LARGEST_PAGE):
        raise Refused("SIZE", "หน้ากระดาษในแฟ้ม PDF ใหญ่ผิดปกติ โปรดบันทึกใหม่เป็นขนาด A4")
    textpage = page.get_textpage()
    try:
        if pdfium.FPDFText_CountChars(textpage) > most_letters:
            raise Refused("SIZE", f"ข้อความในแฟ้ม PDF ยาวเกิน {MOST_LETTERS:,} ตัวอักษร โปรดแยกแฟ้มแล้วส่งทีละส่วน")
        pieces = pieces_of(textpage, view)
    finally:
        textpage.close()
    rules = rules_of(page, view)
    letters = sum(len(piece.letters) for piece in pieces)
    tables, outside = filled_tables(grids_of(rules), pieces)
    lines = lines_of(piece for piece in outside if piece.turn == 0)
    scanned = rules.pictured >= _SCANNED and letters < _FEWEST_LETTERS
    return _Page(view.width, view.height, tables, lines, letters, scanned)


def _blocks(pages: list[_Page]) -> list[Block]:
    """Give the blocks of all pages in order, numbered as they stand."""
    lines = without_running([page.lines for page in pages], [page.height for page in pages])
    pitch = usual_pitch(lines)
    writer = _Writer(pitch)
    for page, kept in zip(pages, lines, strict=True):
        writer.begin_page(_text_column(page, pages, lines, pitch))
        items: list[PrintedTable | PrintedLine] = [*page.tables, *kept]
        for item in sorted(items, key=lambda item: item.top if isinstance(item, PrintedTable) else item.base):
            writer.add(item)
    return writer.finish()


def _text_column(page: _Page, pages: list[_Page], lines: list[list[PrintedLine]], pitch: float) -> Column:
    """Give the room for text on the pages of the same width."""
    alike = [n for n, other in enumerate(pages) if abs(other.width - page.width) < 1]
    found = [line for n in alike for line in lines[n]]
    left = min((line.left for line in found), default=_WIDEST_MARGIN)
    right = max((line.right for line in found), default=0.0)
    right = min(max(right, page.width - min(left, _WIDEST_MARGIN)), page.width)
    return Column(min(left, page.width - right), right, pitch)


class _Writer:
    """Collects lines and tables in order, going on with paragraphs and tables of the page before."""

    def __init__(self, pitch: float) -> None:
        self.pitch = pitch
        self.found: list[PrintedParagraph | list[tuple[PrintedTable, bool]]] = []
        self.column = Column(0, 0)
        self.fresh = False
        self.base: float | None = None

    def begin_page(self, column: Column) -> None:
        self.column = column
        self.fresh = bool(self.found)
        self.base = None

    def add(self, item: PrintedTable | PrintedLine) -> None:
        if isinstance(item, PrintedTable):
            self._table(item)
            self.base = item.grid.down[-1]
        else:
            self._line(item)
            self.base = item.base
        self.fresh = False

    def _table(self, table: PrintedTable) -> None:
        last = self.found[-1] if self.found else None
        if self.fresh and isinstance(last, list) and shared_columns(last[-1][0].grid.across, table.grid.across):
            last.append((table, True))
        else:
            self.found.append([(table, False)])

    def _line(self, line: PrintedLine) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, PrintedParagraph) and goes_on(last, line, self.column, new_page=self.fresh):
            add_line(last, line)
            return
        gap = self.base is not None and line.base - self.base > _BLANK_LINE * (self.pitch or 1.6) * line.size
        self.found.append(PrintedParagraph([line], line.text, gap))

    def finish(self) -> list[Block]:
        blocks: list[Block] = []
        number = 0
        for item in self.found:
            if isinstance(item, PrintedParagraph):
                number += 1
                blocks.append(TextLine(item.text, number, item.gap))
                continue
            rows: list[Row] = []
            across = max((table.grid.across for table, _ in item), key=len)
            for table, broken in item:
                rows += numbered_rows(table.rows(across), number + len(rows) + 1, gap=broken)
            number += len(rows)
            blocks.append(Table(tuple(rows)))
        return blocks
