"""Reads the text of a scanned page with the program tesseract, where it is installed with Thai. Each word is doubtful.

Optional and off unless asked for. The page is drawn in memory and handed over by a pipe; no file is written. It starts
a program, so it cannot run inside the limits of `limits.allow_only_reading`.
"""

from __future__ import annotations

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from statistics import median

import pypdfium2

from prongsai.ita.reading.pdf_letters import Letter
from prongsai.ita.reading.pdf_lines import PrintedLine
from prongsai.ita.reading.pdf_pieces import Piece
from prongsai.ita.thai import Refused, normalise

DOTS_PER_INCH = 300
SECONDS_PER_PAGE = 90
_POINT = 72 / DOTS_PER_INCH
_LANGUAGES = "tha+eng"
_COLUMNS = 12
_WORD = "5"
_LARGEST_SIDE = 1_300.0
"""Points of a side that is still drawn: somewhat more than A3."""


def ocr_program() -> str | None:
    """Give the path of tesseract, None where it is not installed."""
    return shutil.which("tesseract")


def ocr_lines(page: pypdfium2.PdfPage) -> list[PrintedLine]:
    """Give the lines that tesseract sees on a page, with their places in points.

    Refuses OCR where the program is missing, has no Thai, fails, or takes longer than `SECONDS_PER_PAGE`, and SIZE
    where the page is larger than A3.
    """
    program = ocr_program()
    if program is None:
        raise Refused("OCR", "เครื่องนี้ไม่มีโปรแกรม tesseract สำหรับอ่านเอกสารสแกน โปรดติดตั้งพร้อมภาษาไทย (tha) แล้วลองใหม่")
    if max(page.get_size()) > _LARGEST_SIDE:
        raise Refused("SIZE", "หน้าสแกนใหญ่เกิน A3 จึงไม่ได้อ่าน โปรดสแกนใหม่เป็น A4")
    command = [program, "stdin", "stdout", "-l", _LANGUAGES, "--dpi", str(DOTS_PER_INCH), "--psm", "4", "tsv"]
    try:
        ended = subprocess.run(command, input=_picture(page), capture_output=True, timeout=SECONDS_PER_PAGE, check=True)  # noqa: S603 - a fixed program, no shell
    except (subprocess.SubprocessError, OSError):
        raise Refused("OCR", "โปรแกรม tesseract อ่านหน้าสแกนไม่สำเร็จ โปรดตรวจว่าติดตั้งภาษาไทย (tha) แล้ว") from None
    return _lines(ended.stdout.decode("utf-8", "replace").splitlines())


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """Draw a page in shades of grey, as a PGM file."""
    bitmap = page.render(scale=DOTS_PER_INCH / 72, grayscale=True)
    try:
        rows = memoryview(bitmap.buffer).cast("B")
        pixels = b"".join(rows[n * bitmap.stride : n * bitmap.stride + bitmap.width] for n in range(bitmap.height))
        return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels
    finally:
        bitmap.close()


def _lines(table: Iterable[str]) -> list[PrintedLine]:
    """Read tesseract's table: one row a word, with the numbers of its block, paragraph and line."""
    words: dict[tuple[str, ...], list[Letter]] = defaultdict(list)
    for row in table:
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) == _COLUMNS and cells[0] == _WORD and cells[11].strip():
            left, top, width, height = (int(cell) * _POINT for cell in cells[6:10])
            letter = Letter(cells[11].strip(), left, left + width, top + height, height, 0, (left + width / 2, top))
            words[tuple(cells[1:5])].append(letter)
    return [_line(letters) for letters in words.values()]


def _line(letters: list[Letter]) -> PrintedLine:
    text = " ".join(normalise(" ".join(letter.text for letter in letters)).split())
    base, size = (median(values) for values in ([one.base for one in letters], [one.size for one in letters]))
    pieces = tuple(Piece([letter]) for letter in letters)
    return PrintedLine(text, letters[0].left, letters[-1].right, base, size, False, pieces)
