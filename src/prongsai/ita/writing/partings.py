"""Where a piece is parted when its column is too narrow for the whole: at words, in compounds, then anywhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, TypeAlias

from prongsai.ita.thai import compound_parts
from prongsai.ita.writing.pieces import LEADS_A_WORD, Piece

Parting: TypeAlias = str | dict[str, Any]
"""A string that always fits, or `{"w": whole, "p": [parting, ...]}`."""

LONG = 10  # letters; nothing shorter is wider than the narrowest column

# A consonant with the vowel before it, the marks on it and the vowel after it: the least that may stand on a line.
_CLUSTER = re.compile(r"[เ-ไ]?[^เ-ไ][ัิ-ฺ็-๎]*(?:[ะาำๅ][ัิ-ฺ็-๎]*)*|[เ-ไ]")
_LATIN_PART = re.compile(r"[^/._?&=-]{1,12}[/._?&=-]*|[/._?&=-]+")
_IS_THAI = re.compile(r"[ก-๎]")


@lru_cache(maxsize=8192)
def parting(piece: Piece) -> Parting:
    """Return how a piece is to be set: whole where the column has room for it, else part by part."""
    whole = "".join(piece)
    if len(whole) <= LONG:
        return whole
    parts = word_parts(piece)
    if len(parts) > 1:
        return {"w": whole, "p": [parting((part,)) for part in parts]}
    if _IS_THAI.search(whole):
        return {"w": whole, "p": list(letters(whole))}
    return {"w": whole, "p": [{"w": part, "p": list(part)} for part in letters(whole)]}


def word_parts(piece: Piece) -> tuple[str, ...]:
    """Return the words of a piece at which it is parted first; one that has no such place whole."""
    if len(piece) == 1:
        return _of_a_compound(piece[0])
    for n, atom in enumerate(piece[:-1]):
        if atom in LEADS_A_WORD:  # การตรวจสอบ|ภายใน before การ|ตรวจสอบภายใน
            first, *rest = _of_a_compound(piece[n + 1])
            parts = (*piece[:n], atom + first, *rest, *piece[n + 2 :])
            return parts if len(parts) > 1 else piece
    return piece


def _of_a_compound(word: str) -> tuple[str, ...]:
    """Return the marked parts of a compound; signs that cling to it stay on its last part."""
    bare = word.rstrip('ๆฯ),.:;%!?…/-–”’]»"')
    parts = compound_parts(bare)
    return (*parts[:-1], parts[-1] + word[len(bare) :]) if bare else (word,)


def letters(word: str) -> tuple[str, ...]:
    """Return the smallest parts of a word: Thai letters with their vowels and marks, Latin parts of twelve letters."""
    return tuple((_CLUSTER if _IS_THAI.search(word) else _LATIN_PART).findall(word))
