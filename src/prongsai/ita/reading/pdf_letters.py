"""Takes the letters of a PDF page with their places.

The text layer is pdfium's. Thai vowels and tone marks above and below belong to the letter before them and share its
baseline. Text that runs up or down the page is turned, so that every letter stands in a frame read from left to right.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.ita.reading.pdf_view import Point, View
from prongsai.ita.thai import from_mistaken_latin, looks_mistaken_for_latin

Box = tuple[Point, Point]

_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_SHIFTED_BASES = frozenset("\uf700\uf70f")
_HYPHENS = frozenset("\x02\ufffe")
_MARK_HEIGHT = 0.45
_SLANT = math.radians(3)
_QUARTER = math.pi / 2


@dataclass(slots=True)
class Letter:
    """A letter with its marks, or a blank; `left`, `right` and `base` (baseline) in points, in the frame of its text.

    `turn` is the direction of the text in quarter turns: 0 level, 1 upwards, 3 downwards.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int
    middle: Point
    """Its middle on the page as shown, whatever its direction."""

    @property
    def is_blank(self) -> bool:
        """Whether it is a printed blank."""
        return self.text == " "


def letters_of(textpage: pypdfium2.PdfTextpage, view: View, *, mistaken: bool = False) -> Iterator[Letter]:
    """Give the letters of a page in the order of the file. Slanted text, as of watermarks, is left out.

    Blanks that the file prints are letters; a file may print them out of order. Blanks and line ends that pdfium only
    guesses are left out.

    `mistaken`: letters that name themselves Latin are those of an old Thai font.
    """
    waiting: Letter | None = None
    places = Places(textpage, view)
    for n in range(pdfium.FPDFText_CountChars(textpage)):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, n))
        if char in _HYPHENS:  # pdfium's sign for a hyphen at the end of a line
            char = "-"
        blank = char.isspace()
        if (blank and pdfium.FPDFText_IsGenerated(textpage, n) == 1) or (char < " " and not blank):
            continue
        letter = places.letter(n, " " if blank else char)
        if letter is None:
            continue
        if mistaken:
            letter.text = from_mistaken_latin(letter.text)
        if blank:
            yield letter
        elif waiting is not None and is_mark(letter.text) and stands_over(waiting, letter):
            waiting.text += letter.text
            _widen(waiting, letter)
        else:
            if waiting is not None:
                yield waiting
            waiting = letter
    if waiting is not None:
        yield waiting


def _widen(letter: Letter, mark: Letter) -> None:
    """Let a letter reach as far as its mark: a syllable drawn as one is parted among its letters by pdfium."""
    reach = 0.5 * letter.size
    letter.left = min(letter.left, max(mark.left, letter.left - reach))
    letter.right = max(letter.right, min(mark.right, letter.right + reach))


def is_mistaken(textpage: pypdfium2.PdfTextpage) -> bool:
    """Whether a page is set in an old Thai font whose letters name themselves Latin."""
    return looks_mistaken_for_latin(textpage.get_text_range())


def unreadable_letters(textpage: pypdfium2.PdfTextpage) -> int:
    """Give the number of letters of which the file does not say what they are."""
    count = pdfium.FPDFText_CountChars(textpage)
    return sum(pdfium.FPDFText_HasUnicodeMapError(textpage, n) == 1 for n in range(count))


def is_mark(char: str) -> bool:
    """Whether a character stands above or below the letter before it."""
    if char in _MARKS or ("\uf700" <= char <= "\uf71a" and char not in _SHIFTED_BASES):
        return True
    return char >= "\u0300" and unicodedata.combining(char) != 0


def stands_over(below: Letter, mark: Letter) -> bool:
    """Whether a mark stands above or below a letter, not beside it."""
    middle = (mark.left + mark.right) / 2
    near = below.left - 0.35 * below.size <= middle <= below.right + 0.6 * below.size
    return mark.turn == below.turn and near and abs(mark.base - below.base) < below.size


class Places:
    """Gives the characters of a page with their places."""

    def __init__(self, textpage: pypdfium2.PdfTextpage, view: View) -> None:
        self.textpage = textpage
        self.view = view
        self._numbers = [ctypes.c_double() for _ in range(6)]
        self._matrix = pdfium.FS_MATRIX()
        self._echo: Point | None = None

    def letter(self, n: int, char: str) -> Letter | None:
        """Give the n-th character as a letter; None where it is slanted, off the page or an echo."""
        angle = pdfium.FPDFText_GetCharAngle(self.textpage, n)
        turn = round(angle / _QUARTER)  # clockwise, in the coordinates of the file
        if abs(angle - turn * _QUARTER) > _SLANT:
            return None
        left, right, bottom, top, x, y = self._numbers
        pdfium.FPDFText_GetCharBox(self.textpage, n, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(self.textpage, n, x, y)
        box = self.view.shown(left.value, bottom.value), self.view.shown(right.value, top.value)
        if not self.view.holds(box):
            return None
        origin = self.view.shown(x.value, y.value)
        letter = _letter(char, box, origin, self._size(n, box), (-turn - self.view.turns) % 4)
        return None if turn == 0 and self._is_echo(letter, box, origin) else letter

    def _is_echo(self, letter: Letter, box: Box, origin: Point) -> bool:
        """Whether a letter stands for a mark that a file draws by itself but calls by the whole syllable (`ทั่ทั่ว`).

        No consonant stands wholly above the middle of the line or below the baseline, as such a mark does.
        """
        if self._echo == origin:
            return True
        upper, lower = min(box[0][1], box[1][1]), max(box[0][1], box[1][1])
        over = letter.base - lower > _MARK_HEIGHT * letter.size
        under = upper > letter.base + 0.01 * letter.size
        self._echo = origin if "ก" <= letter.text <= "ฮ" and upper < lower and (over or under) else None
        return self._echo is not None

    def _size(self, n: int, box: Box) -> float:
        """Give the size of a letter in points on the page: the font size times the scale of its matrix."""
        size = float(pdfium.FPDFText_GetFontSize(self.textpage, n))
        if pdfium.FPDFText_GetMatrix(self.textpage, n, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        tallest = max(abs(box[0][1] - box[1][1]), abs(box[0][0] - box[1][0]))
        return min(max(size, 1.0), max(6 * tallest, 4.0))


def _letter(char: str, box: Box, origin: Point, size: float, turn: int) -> Letter:
    (x0, y0), (x1, y1) = box
    x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    x, y = origin
    middle = ((x0 + x1) / 2, y - 0.3 * size)
    if turn == 0:
        return Letter(char, x0, x1, y, size, 0, middle)
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    if turn == 1:
        return Letter(char, -y1, -y0, x, size, 1, middle)
    if turn == 3:
        return Letter(char, y0, y1, -x, size, 3, middle)
    return Letter(char, -x1, -x0, -y, size, 2, middle)
