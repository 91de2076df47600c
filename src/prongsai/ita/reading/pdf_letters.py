"""Takes the letters of a PDF page with their places, and groups them into pieces: letters that stand close together.

The text layer is pdfium's. Thai vowels and tone marks above and below belong to the letter before them and share its
baseline. Text that runs up or down the page is turned, so that every piece reads from left to right in its own frame.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.ita.reading.pdf_view import Point, View

Box = tuple[Point, Point]

_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_SHIFTED_BASES = frozenset("\uf700\uf70f")
_HYPHENS = frozenset("\x02\ufffe")
_CLOSE = 0.18
"""Gap, in parts of the size of the letters, up to which letters make one piece."""

_MARK_HEIGHT = 0.45
_SLANT = math.radians(3)
_QUARTER = math.pi / 2


@dataclass(slots=True)
class Letter:
    """A letter with its marks; `left`, `right` and `base` (baseline) in points, in the frame of its own direction."""

    text: str
    left: float
    right: float
    base: float
    size: float
    turn: int
    middle: tuple[float, float]
    """Its middle on the page as shown, whatever its direction."""


@dataclass(slots=True)
class Piece:
    """Letters close together on one baseline. `blank`: a printed blank follows."""

    letters: list[Letter]
    blank: bool = False

    @property
    def left(self) -> float:
        """Left end in points."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Right end in points."""
        return self.letters[-1].right

    @property
    def base(self) -> float:
        """Height of the baseline in points, counted downwards."""
        return self.letters[0].base

    @property
    def size(self) -> float:
        """Size of the first letter in points."""
        return self.letters[0].size

    @property
    def turn(self) -> int:
        """Direction: 0 level, 1 upwards, 3 downwards, in quarter turns."""
        return self.letters[0].turn

    @property
    def text(self) -> str:
        """Its letters as one text."""
        return "".join(letter.text for letter in self.letters)

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle on the page as shown."""
        (x, y), (u, v) = self.letters[0].middle, self.letters[-1].middle
        return (x + u) / 2, (y + v) / 2


def pieces_of(textpage: pypdfium2.PdfTextpage, view: View) -> list[Piece]:
    """Give the pieces of a page in the order in which the file draws them. Slanted text, as of watermarks, is left out."""
    pieces: list[Piece] = []
    open_piece: Piece | None = None
    for letter in _letters(textpage, view):
        if letter is None:
            if open_piece is not None:
                open_piece.blank = True
            open_piece = None
        elif open_piece is not None and _close(open_piece.letters[-1], letter):
            open_piece.letters.append(letter)
        else:
            open_piece = Piece([letter])
            pieces.append(open_piece)
    return pieces


def unreadable_letters(textpage: pypdfium2.PdfTextpage) -> int:
    """Give the number of letters of which the file does not say what they are."""
    return sum(
        pdfium.FPDFText_HasUnicodeMapError(textpage, n) == 1 for n in range(pdfium.FPDFText_CountChars(textpage))
    )


def is_mark(char: str) -> bool:
    """Whether a character stands above or below the letter before it."""
    if char in _MARKS or ("\uf700" <= char <= "\uf71a" and char not in _SHIFTED_BASES):
        return True
    return char >= "\u0300" and unicodedata.combining(char) != 0


def _close(last: Letter, letter: Letter) -> bool:
    gap = letter.left - last.right
    return (
        letter.turn == last.turn
        and abs(letter.base - last.base) < 0.2 * last.size
        and -0.6 * last.size < gap < _CLOSE * max(last.size, letter.size)
        and letter.left >= last.left
    )


def _letters(textpage: pypdfium2.PdfTextpage, view: View) -> Iterator[Letter | None]:
    """Give letters with their marks; None where a blank or a line end is printed."""
    waiting: Letter | None = None
    places = _Places(textpage, view)
    for n in range(pdfium.FPDFText_CountChars(textpage)):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, n))
        if char in _HYPHENS:
            char = "-"
        if char.isspace():
            if waiting is not None:
                yield waiting
                waiting = None
            if pdfium.FPDFText_IsGenerated(textpage, n) != 1:
                yield None
            continue
        if char < " " or (letter := places.letter(n, char)) is None:
            continue
        if waiting is not None and is_mark(char) and _over(waiting, letter):
            waiting.text += char
            waiting.right = max(waiting.right, min(letter.right, waiting.right + 0.5 * waiting.size))
            continue
        if waiting is not None:
            yield waiting
        waiting = letter
    if waiting is not None:
        yield waiting


def _over(below: Letter, mark: Letter) -> bool:
    return mark.turn == below.turn and abs(mark.left - below.right) < 1.5 * below.size and abs(mark.base - below.base) < below.size


class _Places:
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
        turn = round(angle / _QUARTER)
        if abs(angle - turn * _QUARTER) > _SLANT:
            return None
        left, right, bottom, top, x, y = self._numbers
        pdfium.FPDFText_GetCharBox(self.textpage, n, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(self.textpage, n, x, y)
        box = self.view.shown(left.value, bottom.value), self.view.shown(right.value, top.value)
        if not self.view.holds(box):
            return None
        origin = self.view.shown(x.value, y.value)
        letter = _letter(char, box, origin, self._size(n, box), (turn - self.view.turns) % 4)
        return None if self._is_echo(letter, box, origin) else letter

    def _is_echo(self, letter: Letter, box: Box, origin: Point) -> bool:
        """Whether a letter stands for a mark that a file draws by itself but calls by the whole syllable (`ทั่ทั่ว`).

        No consonant stands wholly above the middle of the line or below the baseline, as such a mark does.
        """
        if self._echo == origin:
            return True
        upper, lower = min(box[0][1], box[1][1]), max(box[0][1], box[1][1])
        over = letter.base - lower > _MARK_HEIGHT * letter.size
        under = upper > letter.base + 0.01 * letter.size
        drawn = letter.turn == 0 and upper < lower
        self._echo = origin if "ก" <= letter.text <= "ฮ" and drawn and (over or under) else None
        return self._echo is not None

    def _size(self, n: int, box: Box) -> float:
        """Give the size of a letter in points on the page: the font size times the scale of its matrix."""
        size = float(pdfium.FPDFText_GetFontSize(self.textpage, n))
        if pdfium.FPDFText_GetMatrix(self.textpage, n, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        tallest = max(abs(box[0][1] - box[1][1]), abs(box[0][0] - box[1][0]))
        return min(max(size, 1.0), max(6 * tallest, 4.0))


def _letter(
    char: str, box: Box, origin: Point, size: float, turn: int
) -> Letter:
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


def joined_text(pieces: Iterable[Piece]) -> str:
    """Give pieces of one line, from left to right, as one text with blanks where blanks are printed or seen."""
    text = ""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and (last.blank or _seen_blank(last, piece)):
            text += " "
        text += piece.text
        last = piece
    return text


def _seen_blank(last: Piece, piece: Piece) -> bool:
    """Whether the gap between two pieces is wider than the spread of letters in a justified line."""
    thai = "ก" <= last.letters[-1].text[0] <= "๎" and "ก" <= piece.letters[0].text[0] <= "๎"
    return piece.left - last.right > (0.45 if thai else 0.22) * max(last.size, piece.size)
