"""Breaks the cells of a table that is too wide for a terminal between words, as Thai has no blanks to break at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len


def cells_in_lines(cells: Sequence[Sequence[str]], room: int) -> list[list[str]] | None:
    """Break cells into lines so that the columns, in rows of equal length, take no more than `room` places together.

    The widest columns give way first. None where even a word for each column takes more.
    """
    columns = list(zip(*cells, strict=True))
    widest = [max(map(cell_len, column)) for column in columns]
    if sum(widest) <= room:
        return [list(row) for row in cells]
    least = [max(map(cell_len, _pieces(column))) for column in columns]
    if sum(least) > room:
        return None
    widths = _shared(widest, least, room)
    return [[wrapped(cell, width) for cell, width in zip(row, widths, strict=True)] for row in cells]


def wrapped(text: str, width: int) -> str:
    """Break a text between words into lines of at most `width` places; a single word that is wider stays whole."""
    if cell_len(text) <= width:
        return text
    lines = [""]
    for piece in _pieces([text]):
        if lines[-1] and cell_len((lines[-1] + piece).rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return "\n".join(line.rstrip() for line in lines)


def _pieces(texts: Iterable[str]) -> list[str]:
    """Give what may stand on a line of its own: words, and the parts of compounds."""
    from prongsai.ita.thai.words import compound_parts, words  # noqa: PLC0415 - half a second, where a table must wrap

    return [part for text in texts for word in words(text) for part in compound_parts(word)] or [""]


def _shared(widest: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Give each column the width it would like up to one limit for all, the largest that `room` allows."""
    limit = max(widest)
    while sum(widths := [max(low, min(wide, limit)) for wide, low in zip(widest, least, strict=True)]) > room:
        limit -= 1
    return widths
