"""The words of a paper, each once. A text is told to Typst as the numbers of its words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeAlias

from prongsai.ita.writing.letter_widths import is_thai, width_of
from prongsai.ita.writing.partings import Parting, parting
from prongsai.ita.writing.pieces import LINE_FEED, SPACE, Piece

Entry: TypeAlias = tuple[str, float, float, bool, list[Any] | None]
"""A piece, its width in the upright and in the bold face, whether these are exact or what the piece never exceeds, and
its parts if it may give way: strings that always fit, and entries. Widths are in parts of the size of the letters."""

BOUNDLESS = 1e6


class Vocabulary:
    """Numbers the pieces of a paper in the order in which they come."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._numbers: dict[Piece, int] = {}

    def number(self, piece: Piece) -> int:
        """Return the number of a piece, a new one for a piece that was not met before."""
        known = self._numbers.get(piece)
        if known is None:
            known = self._numbers[piece] = len(self.entries)
            self.entries.append(_entry(piece))
        return known

    def widest(self, numbers: Iterable[int | object]) -> float:
        """Return the width that no piece of a text exceeds; a gap is without bound, since its room decides about it."""
        return max((self.entries[n][1] if isinstance(n, int) else BOUNDLESS for n in numbers), default=0.0)


@lru_cache(maxsize=8192)
def _entry(piece: Piece) -> Entry:
    return (piece[0], 0.0, 0.0, False, None) if piece in {(SPACE,), (LINE_FEED,)} else _measured(parting(piece))


def _measured(whole: Parting) -> Entry:
    if isinstance(whole, str):
        text, parts = whole, None
    else:
        text, parts = whole["w"], [part if isinstance(part, str) else _measured(part) for part in whole["p"]]
    return text, width_of(text, "regular"), width_of(text, "bold"), is_thai(text), parts
