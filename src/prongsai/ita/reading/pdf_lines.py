"""Puts pieces of text on lines by their baselines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.ita.reading.pdf_letters import Letter, Piece, joined_text
from prongsai.ita.thai import normalise

_SAME_LINE = 0.4
"""Difference of baselines, in parts of the size of the letters, up to which pieces stand on one line."""


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
    return [line for line in lines if line.text]


def _line(pieces: list[Piece]) -> PrintedLine:
    largest = max(pieces, key=lambda piece: len(piece.letters))
    return PrintedLine(
        " ".join(normalise(joined_text(pieces)).split()),
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        largest.base,
        largest.size,
        pieces[-1].blank,
        tuple(pieces),
    )
