"""Reads the layout of a PDF: ruled tables, paragraphs outside them, and what is doubtful of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.ocr import ocr_lines
from prongsai.ita.reading.pdf_file import FEWEST_LETTERS, PrintedPage, pages_of
from prongsai.ita.reading.pdf_flow import blocks_of
from prongsai.ita.thai import Notice, Refused

_MOST_LISTED = 20
_FEWEST_UNREADABLE = 5
_GARBLED = 0.5


def pdf_blocks(data: bytes, *, ocr: bool = False) -> Layout:
    """Give the blocks of a PDF that has a text layer.

    `ocr`: read scanned pages with tesseract, where it is installed; then a notice `ocr-used` says that every value on
    these pages is doubtful. Other notices: `scanned-pages` (pictures without text, not read), `unreadable-letters` and
    `encoding-concluded` (old Thai fonts). Refuses what `pdf_file.pages_of` refuses, NO-TEXT (a scan), GARBLED (the
    file does not say what its letters are), and with `ocr` what `ocr.ocr_lines` refuses.
    """
    pages = pages_of(data, ocr_lines if ocr else None)
    _require_text(pages, ocr=ocr)
    return Layout(blocks_of(pages), tuple(_notices(pages, ocr=ocr)))


def _require_text(pages: Sequence[PrintedPage], *, ocr: bool) -> None:
    letters = sum(page.letters for page in pages)
    scans = any(page.scanned for page in pages)
    read = ocr and any(page.scanned and page.lines for page in pages)
    if not read and (not letters or (scans and letters < FEWEST_LETTERS * len(pages))):
        raise Refused(
            "NO-TEXT",
            "แฟ้มนี้เป็นเอกสารสแกน ไม่มีข้อความให้อ่าน เก็บไว้แนบเป็นหลักฐานได้ แต่อ่านคะแนนหรือมาตรการจากแฟ้มนี้ไม่ได้ "
            "โปรดส่งแฟ้มต้นฉบับ (.docx .xlsx หรือ PDF ที่บันทึกจากโปรแกรมโดยตรง)",
        )
    if sum(page.unreadable for page in pages) > _GARBLED * letters:
        raise Refused(
            "GARBLED",
            "ข้อความในแฟ้ม PDF นี้อ่านเป็นตัวอักษรไม่ได้ เพราะแฟ้มไม่ได้บอกว่าแต่ละรูปคือตัวอักษรใด โปรดส่งแฟ้มต้นฉบับ หรือบันทึกเป็น PDF ใหม่",
        )


def _notices(pages: Sequence[PrintedPage], *, ocr: bool) -> list[Notice]:
    notices = []
    scanned = _listed(pages, lambda page: page.scanned)
    if scanned and ocr:
        told = f"อ่านหน้า {scanned} ด้วยโปรแกรมรู้จำตัวอักษร (OCR) ทุกค่าในหน้านี้อาจคลาดเคลื่อน โปรดตรวจกับต้นฉบับ"
        notices.append(Notice("ocr-used", told, scanned))
    elif scanned:
        notices.append(Notice("scanned-pages", f"หน้า {scanned} เป็นภาพสแกน จึงไม่ได้อ่านข้อความในหน้านั้น", scanned))
    if sum(page.unreadable for page in pages) >= _FEWEST_UNREADABLE:
        unreadable = _listed(pages, lambda page: page.unreadable > 0)
        told = f"ตัวอักษรบางตัวในหน้า {unreadable} อ่านไม่ได้ โปรดตรวจกับต้นฉบับ"
        notices.append(Notice("unreadable-letters", told, unreadable))
    mistaken = _listed(pages, lambda page: page.mistaken)
    if mistaken:
        told = f"หน้า {mistaken} ใช้แบบอักษรไทยรุ่นเก่า โปรดตรวจว่าตัวอักษรถูกต้อง"
        notices.append(Notice("encoding-concluded", told, mistaken))
    return notices


def _listed(pages: Sequence[PrintedPage], wanted: Callable[[PrintedPage], bool]) -> str:
    """Give the numbers of pages as a person lists them."""
    numbers = [str(number) for number, page in enumerate(pages, start=1) if wanted(page)]
    return ", ".join(numbers[:_MOST_LISTED]) + (" ..." if len(numbers) > _MOST_LISTED else "")
