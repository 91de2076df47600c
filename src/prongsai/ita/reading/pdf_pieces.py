"""Groups the letters of a PDF page into pieces that stand close together, and pieces of a line into its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from prongsai.ita.reading.pdf_letters import Letter
from prongsai.ita.reading.pdf_view import Point

_CLOSE = 0.18
"""Gap, in parts of the size of the letters, up to which letters make one piece."""

_BLANK = 0.19
"""What a gap is wider than usual, in parts of the size of the letters, where a blank is seen."""

_BLANK_IN_CODE = 0.23
_BLANK_IN_NUMBER = 0.6
_POINTS = frozenset(".,%")


@dataclass(slots=True)
class Piece:
    """Letters close together on one baseline, or a printed blank."""

    letters: list[Letter]

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
        """Direction in quarter turns."""
        return self.letters[0].turn

    @property
    def is_blank(self) -> bool:
        """Whether it is a printed blank."""
        return self.letters[0].is_blank

    @property
    def text(self) -> str:
        """Its letters as one text."""
        return "".join(letter.text for letter in self.letters)

    @property
    def middle(self) -> Point:
        """Its middle on the page as shown."""
        (x, y), (u, v) = self.letters[0].middle, self.letters[-1].middle
        return (x + u) / 2, (y + v) / 2


def pieces_of(letters: Iterable[Letter]) -> list[Piece]:
    """Give the pieces that letters make up; a printed blank is a piece of its own."""
    pieces: list[Piece] = []
    open_piece: Piece | None = None
    blank: Letter | None = None
    for letter in letters:
        if letter.is_blank:
            pieces.append(Piece([letter]))
            blank = letter
        elif open_piece is not None and _close(open_piece.letters[-1], letter, blank):
            open_piece.letters.append(letter)
        else:
            open_piece = Piece([letter])
            pieces.append(open_piece)
    return pieces


def joined_text(pieces: Sequence[Piece]) -> str:
    """Give pieces of one line, from left to right, as one text with blanks where blanks are printed or seen.

    A blank is seen where a gap is clearly wider than the usual gap of the line: the letters of a justified line stand
    further apart.
    """
    usual = _usual_gap(pieces)
    text = ""
    last: Piece | None = None
    for piece in pieces:
        if piece.is_blank:
            text += " "
            continue
        if last is not None and piece.left - last.right > usual + _least_blank(last, piece):
            text += " "
        text += piece.text
        last = piece
    return text


def _close(last: Letter, letter: Letter, blank: Letter | None) -> bool:
    gap = letter.left - last.right
    size = max(last.size, letter.size)
    if letter.turn != last.turn or abs(letter.base - last.base) >= 0.2 * size:
        return False
    if not -0.6 * size < gap < _CLOSE * size or letter.left < last.left:
        return False
    return blank is None or not _between(blank, last, letter)


def _between(blank: Letter, last: Letter, letter: Letter) -> bool:
    middle = (blank.left + blank.right) / 2
    slack = 0.1 * last.size
    level = blank.turn == last.turn and abs(blank.base - last.base) < 0.2 * last.size
    return level and last.right - slack <= middle <= letter.left + slack


def _least_blank(last: Piece, piece: Piece) -> float:
    """Give the gap that tells a blank: a wide one inside numbers and codes, where Thai figures stand a little apart."""
    size = max(last.size, piece.size)
    before, after = last.letters[-1].text[0], piece.letters[0].text[0]
    if after in _POINTS or (before in _POINTS and after.isdecimal()):
        return _BLANK_IN_NUMBER * size
    if before.isascii() == after.isascii() or not (_in_code(before) and _in_code(after)):
        return _BLANK * size
    return (_BLANK_IN_NUMBER if before.isdecimal() and after.isdecimal() else _BLANK_IN_CODE) * size


def _in_code(char: str) -> bool:
    return char.isdecimal() or (char.isascii() and char.isalpha())


def _usual_gap(pieces: Sequence[Piece]) -> float:
    letters = [letter for piece in pieces for letter in piece.letters if not letter.is_blank]
    gaps = sorted(right.left - left.right for left, right in pairwise(letters))
    return gaps[len(gaps) // 4] if gaps else 0.0
