"""Puts pieces of text on lines by their baselines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.ita.reading.pdf_letters import Letter, is_mark, stands_over
from prongsai.ita.reading.pdf_pieces import Piece, joined_text
from prongsai.ita.thai import normalise

_SAME_LINE = 0.4
"""Difference of baselines, in parts of the size of the letters, up to which pieces stand on one line."""

_FAR_APART = 4.0


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed: its text, its ends, baseline and size in points. `blank`: it ends with a printed blank."""

    text: str
    left: float
    right: float
    base: float
    size: float
    blank: bool
    pieces: tuple[Piece, ...]

    def letters(self) -> Iterable[Letter]:
        """Give its letters from left to right."""
        return (letter for piece in self.pieces for letter in piece.letters)


def lines_of(pieces: Iterable[Piece]) -> list[PrintedLine]:
    """Give the lines that pieces of one direction make up, from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.base):
        if rows and piece.base - rows[-1][0].base <= _SAME_LINE * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = (_line(sorted(row, key=lambda piece: piece.left)) for row in rows)
    return [line for line in lines if line is not None]


def parted(line: PrintedLine) -> list[PrintedLine]:
    """Give a line in parts wherever a gap as wide as several letters stands in it, as in the head of a page."""
    parts: list[list[Piece]] = []
    for piece in line.pieces:
        if parts and piece.left - parts[-1][-1].right <= _FAR_APART * line.size:
            parts[-1].append(piece)
        else:
            parts.append([piece])
    if len(parts) == 1:
        return [line]
    return [part for pieces in parts if (part := _line(pieces)) is not None]


def _line(pieces: list[Piece]) -> PrintedLine | None:
    """Give the line that pieces make up from left to right; None where they are blanks only."""
    pieces = _with_marks(pieces)
    text = " ".join(normalise(joined_text(pieces)).split())
    if not text:
        return None
    seen = tuple(piece for piece in pieces if not piece.is_blank)
    largest = max(seen, key=lambda piece: len(piece.letters))
    right = max(piece.right for piece in seen)
    return PrintedLine(text, seen[0].left, right, largest.base, largest.size, pieces[-1].is_blank, seen)


def _with_marks(pieces: list[Piece]) -> list[Piece]:
    """Put marks that the file draws apart from their letters to the letters over which they stand."""
    if not any(is_mark(piece.text[0]) for piece in pieces):
        return pieces
    letters = [letter for piece in pieces for letter in piece.letters if letter.text[0].isalpha()]
    rest: list[Piece] = []
    for piece in pieces:
        mark = piece.letters[0]
        over = [letter for letter in letters if letter is not mark and stands_over(letter, mark)]
        if is_mark(mark.text[0]) and len(piece.letters) == 1 and over:
            nearest = min(over, key=lambda letter: abs(letter.left + letter.right - mark.left - mark.right))
            nearest.text += mark.text
        else:
            rest.append(piece)
    return rest
