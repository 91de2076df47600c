"""Pages of a PDF as pdfium sees them: each character with its place, as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_NO_LETTER = frozenset({0, 0x0D, 0xFFFE, 0xFFFF})
_BLANK = 0.25
"""The narrowest gap between words, as a share of the height of a letter."""


class Letter(NamedTuple):
    """A character of a page and its box in points from the lower left; no box for what pdfium adds between words."""

    char: str
    box: tuple[float, float, float, float] | None


@contextmanager
def open_pdf(data: bytes) -> Iterator[Any]:
    """Open a PDF for reading."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def text_of_page(document: Any, number: int) -> str:
    """Give the text of a page, one character for each of `letters_of_page`."""
    return "".join(letter.char for letter in letters_of_page(document, number))


def letters_of_page(document: Any, number: int) -> list[Letter]:
    """Give the characters of a page in the order of reading; a line break is one character.

    pdfium leaves out blanks after marks above a letter: where a gap is seen on the page, there is one.
    """
    page = document[number]
    text = page.get_textpage()
    try:
        letters: list[Letter] = []
        for index in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in _NO_LETTER:
                continue
            drawn = not pdfium.FPDFText_IsGenerated(text, index)
            letter = Letter(chr(code), text.get_charbox(index, loose=True) if drawn else None)
            if letters and _gap_before(letter, letters[-1]):
                letters.append(Letter(" ", None))
            letters.append(letter)
        return letters
    finally:
        text.close()
        page.close()


def _gap_before(letter: Letter, last: Letter) -> bool:
    """Whether a blank is seen between two letters of one line."""
    if letter.box is None or last.box is None or letter.char.isspace() or last.char.isspace():
        return False
    left, bottom, _, top = letter.box
    same_line = bottom < last.box[3] and top > last.box[1]
    return same_line and left - last.box[2] > _BLANK * (top - bottom)
