"""How much text a row of a sheet can show: Excel stops at 409 points, other programs do not fit rows by themselves."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from prongsai.ita.writing.measures import letters
from prongsai.ita.writing.pieces import pieces

HIGHEST_ROW = 400.0
LINE_EM = 1.5
_LETTERS_PER_UNIT = 0.9
_MOST_CHARACTERS = 16_000  # a cell of Excel holds 32,767 units of UTF-16


def line_height(size: float) -> float:
    """Return the height of one line in points at a size of letters: room for two marks above a letter."""
    return size * LINE_EM


def lines_needed(text: str, width: float) -> int:
    """Return how many lines a text takes in a column so many letters wide."""
    room = max(1.0, width * _LETTERS_PER_UNIT)
    return sum(max(1, math.ceil(letters((line,)) / room)) for line in text.split("\n"))


def portions(text: str, width: float, size: float) -> list[str]:
    """Return a text in portions that rows can show, one as a rule. It is parted between lines, else between words."""
    most = max(1, int(HIGHEST_ROW / line_height(size)))
    found: list[str] = []
    open_lines: list[str] = []
    for line in _short_lines(text, width, most):
        longer = "\n".join([*open_lines, line])
        if open_lines and (lines_needed(longer, width) > most or len(longer) > _MOST_CHARACTERS):
            found.append("\n".join(open_lines))
            open_lines = []
        open_lines.append(line)
    return [*found, "\n".join(open_lines)]


def _short_lines(text: str, width: float, most: int) -> Iterator[str]:
    """Give the lines of a text; a line that fills more than a row can show is cut between words."""
    room = max(1, int(width * _LETTERS_PER_UNIT * most * 0.8))
    for line in text.split("\n"):
        if len(line) <= room:
            yield line
            continue
        part = ""
        for piece in _cut(["".join(piece) for piece in pieces(line)], room):
            if part and len(part) + len(piece) > room:
                yield part
                part = ""
            part += piece
        yield part


def _cut(words: Sequence[str], room: int) -> Iterator[str]:
    for word in words:
        for start in range(0, len(word), room):
            yield word[start : start + room]
