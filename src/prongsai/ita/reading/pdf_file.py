"""Opens a PDF and takes what is printed on its pages.

The file is opened by pdfium, built without JavaScript and without forms: scripts, launch actions, links and embedded
files are never looked at, and nothing is written. A damaged list of objects is rebuilt by pdfium where it can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.ita.reading.pdf_grids import grids_of
from prongsai.ita.reading.pdf_letters import is_mistaken, letters_of, unreadable_letters
from prongsai.ita.reading.pdf_lines import PrintedLine, lines_of
from prongsai.ita.reading.pdf_pieces import pieces_of
from prongsai.ita.reading.pdf_rules import rules_of
from prongsai.ita.reading.pdf_tables import PrintedTable, filled_tables
from prongsai.ita.reading.pdf_view import View
from prongsai.ita.thai import Refused

MOST_PAGES = 300
MOST_LETTERS = 2_000_000
LARGEST_PAGE = 5_000.0
"""Points that a page may measure on a side: somewhat more than the largest sheets that are printed."""

FEWEST_LETTERS = 20
"""Letters under which a page that is covered by a picture is a scan."""

_COVERED = 0.5

LinesOfScan = Callable[[pypdfium2.PdfPage], list[PrintedLine]]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What stands on a page: its tables and the lines outside them.

    `unreadable` counts letters of which the file does not say what they are; `scanned`: a picture without text.
    """

    width: float
    height: float
    tables: list[PrintedTable]
    lines: list[PrintedLine]
    letters: int
    unreadable: int
    scanned: bool
    mistaken: bool
    """Whether an old Thai font, whose letters name themselves Latin, was read."""


def pages_of(data: bytes, read_scan: LinesOfScan | None = None) -> list[PrintedPage]:
    """Give the pages of a PDF. `read_scan` gives the lines of a page that is a picture.

    Refuses ENCRYPTED, TRUNCATED (cannot be opened), PAGES (more than 300) and SIZE (a page or the text is too large).
    """
    with _opened(data) as document:
        return list(_pages(document, read_scan))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            advice = "โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน แล้วส่งอีกครั้ง"
            raise Refused("ENCRYPTED", f"แฟ้ม PDF นี้ตั้งรหัสผ่านไว้ {advice}") from None
        advice = "แฟ้มอาจขาดหรือเสียหาย โปรดบันทึกหรือดาวน์โหลดใหม่แล้วส่งอีกครั้ง"
        raise Refused("TRUNCATED", f"เปิดแฟ้ม PDF นี้ไม่ได้ {advice}") from None
    if count > MOST_PAGES:
        document.close()
        raise Refused("PAGES", f"แฟ้ม PDF มี {count:,} หน้า เกินที่รับได้ {MOST_PAGES} หน้า โปรดแยกแฟ้มแล้วส่งทีละส่วน")
    return document


def _pages(document: pypdfium2.PdfDocument, read_scan: LinesOfScan | None) -> Iterator[PrintedPage]:
    letters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            message = f"หน้า {number + 1} ของแฟ้ม PDF เสียหาย โปรดบันทึกใหม่แล้วส่งอีกครั้ง"
            raise Refused("TRUNCATED", message) from None
        try:
            read = _page(page, MOST_LETTERS - letters)
            if read.scanned and read_scan is not None:
                read = replace(read, lines=read_scan(page))
        finally:
            page.close()
        letters += read.letters
        yield read


def _page(page: pypdfium2.PdfPage, most_letters: int) -> PrintedPage:
    view = View.of(page)
    if not (0 < view.width <= LARGEST_PAGE and 0 < view.height <= LARGEST_PAGE):
        raise Refused("SIZE", "หน้ากระดาษในแฟ้ม PDF ใหญ่ผิดปกติ โปรดบันทึกใหม่เป็นขนาด A4")
    textpage = page.get_textpage()
    try:
        if pdfium.FPDFText_CountChars(textpage) > most_letters:
            message = f"ข้อความในแฟ้ม PDF ยาวเกิน {MOST_LETTERS:,} ตัวอักษร โปรดแยกแฟ้มแล้วส่งทีละส่วน"
            raise Refused("SIZE", message)
        mistaken = is_mistaken(textpage)
        pieces = pieces_of(letters_of(textpage, view, mistaken=mistaken))
        unreadable = unreadable_letters(textpage)
    finally:
        textpage.close()
    rules = rules_of(page, view)
    letters = sum(len(piece.letters) for piece in pieces if not piece.is_blank)
    tables, outside = filled_tables(grids_of(rules), pieces)
    return PrintedPage(
        width=view.width,
        height=view.height,
        tables=tables,
        lines=lines_of(piece for piece in outside if piece.turn == 0),
        letters=letters,
        unreadable=unreadable,
        scanned=rules.pictured >= _COVERED and letters < FEWEST_LETTERS,
        mistaken=mistaken,
    )
