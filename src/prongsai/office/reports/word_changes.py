"""What changed between two texts, word by word: kept, added, taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from prongsai.ita.thai import words

Change = Literal["same", "added", "removed"]
FAR_APART = 0.3
"""Below this likeness two lines are told as one taken out and one added, not as one that was changed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and what became of them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line of either version; `is_same` where nothing changed in it."""

    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether both versions have it as it is."""
        return all(piece.change == "same" for piece in self.pieces)


def changed_lines(before: Sequence[str], after: Sequence[str]) -> list[ChangedLine]:
    """Give the lines of both in order: without what was added they are the one, without what was removed the other."""
    found = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            found += [_whole("same", line) for line in after[c:d]]
        else:
            found += _replaced(before[a:b], after[c:d])
    return found


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[ChangedLine]:
    for old, new in zip(before, after, strict=False):
        pieces = _words(old, new)
        same = sum(len(piece.text) for piece in pieces if piece.change == "same")
        if 2 * same >= FAR_APART * (len(old) + len(new)):
            yield ChangedLine(tuple(pieces))
        else:
            yield _whole("removed", old)
            yield _whole("added", new)
    yield from (_whole("removed", line) for line in before[len(after) :])
    yield from (_whole("added", line) for line in after[len(before) :])


def _words(old: str, new: str) -> list[Piece]:
    first, second = words(old), words(new)
    pieces: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", "".join(first[a:b])))
            continue
        pieces += [Piece("removed", "".join(first[a:b]))] if b > a else []
        pieces += [Piece("added", "".join(second[c:d]))] if d > c else []
    return pieces


def _whole(change: Change, line: str) -> ChangedLine:
    return ChangedLine((Piece(change, line),))
