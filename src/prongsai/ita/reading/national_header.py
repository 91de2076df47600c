"""Finds the header of a list of agencies' results, and says what each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from prongsai.ita.reading.folding import fold, word_data
from prongsai.ita.reading.vocabulary import instrument_of, standard_vocabulary

HEADER_WITHIN = 40
"""Rows at the top of a sheet among which the header must stand."""

_DEEPEST = 3
_ALIKE = 90
_CODE = re.compile(r"(?:ข้อ(?:ที่)?|คะแนน)*([ieo])[-.]?([0-9]{1,2})")
_NUMBER = re.compile(r"\(?([0-9]{1,2})\)?")
_SIGNS = re.compile(r"[().:*\-_/]+")


@dataclass(frozen=True, slots=True)
class Header:
    """Where a header stands (rows from 0, `last` included) and what its columns hold, by column from 0."""

    first: int
    last: int
    holds: dict[int, str]
    printed: dict[int, str]

    @property
    def fitness(self) -> tuple[int, int]:
        """Say how good a header this is: columns recognised, then how few rows."""
        return len(self.holds), self.first - self.last

    @property
    def unread(self) -> tuple[str, ...]:
        """Give the headings of columns that are not read."""
        return tuple(text for column, text in self.printed.items() if column not in self.holds and text)


def find_header(rows: Sequence[Sequence[str]]) -> Header | None:
    """Find the header among the first rows of a sheet: one to three rows that name the agency and a score.

    Of several ways to read it, the one that recognises most columns counts, then the one with fewest rows.
    """
    best: Header | None = None
    for first in range(min(HEADER_WITHIN, len(rows))):
        if best is not None and first > best.last:
            break
        for last in range(first, min(first + _DEEPEST, len(rows))):
            found = _header(rows, first, last)
            if _is_header(found) and (best is None or found.fitness > best.fitness):
                best = found
    return best


def _is_header(header: Header) -> bool:
    held = set(header.holds.values())
    return "agency" in held and any(what == "overall" or what[0].isdigit() or what[0].isupper() for what in held)


def _header(rows: Sequence[Sequence[str]], first: int, last: int) -> Header:
    holds: dict[int, str] = {}
    printed: dict[int, str] = {}
    groups = [_carried(rows[row]) for row in range(first, last)]
    for column, own in enumerate(rows[last]):
        above = [group[column] if column < len(group) else "" for group in groups]
        printed[column] = " ".join(text for text in (*above, own) if text)
        what = _what(own, tuple(above))
        if what == "result":
            what = "level" if "overall" in holds.values() else "overall"
        if what and what != "number" and what not in holds.values():
            holds[column] = what
    return Header(first, last, holds, printed)


def _carried(row: Sequence[str]) -> list[str]:
    """Carry the headings of merged cells on to the right."""
    carried: list[str] = []
    for text in row:
        carried.append(text or (carried[-1] if carried else ""))
    return carried


def _what(own: str, above: tuple[str, ...]) -> str | None:
    """Say what a column holds by its own heading, else by the headings above it, alone or together."""
    if not own:
        # a cell merged downwards: its heading stands in the row above, and nothing else does below it
        return next((found for text in reversed(above) if (found := what_of(text))), None)
    bare = _NUMBER.fullmatch(fold(own))
    if bare:
        group = fold("".join(above))
        known = standard_vocabulary().indicators
        return str(int(bare[1])) if "ตัวชี้วัด" in group and int(bare[1]) in known else None
    return what_of(own) or (what_of(" ".join((*above, own))) if any(above) else None)


@lru_cache(maxsize=2_000)
def what_of(heading: str) -> str | None:
    """Say what a heading names: `agency` and the like, an instrument (`IIT`), an indicator (`4`), a code (`O12`)."""
    if not any(char.isalpha() for char in heading):
        return None
    key = _SIGNS.sub("", fold(heading))
    vocabulary = standard_vocabulary()
    code = _CODE.fullmatch(key)
    if code:
        told = f"{code[1].upper()}{int(code[2])}"
        return told if vocabulary.is_code(told) else None
    indicator = vocabulary.indicator_of_header(heading)
    if indicator is not None:
        return str(indicator)
    return _named(key) or instrument_of(heading)


def _named(key: str) -> str | None:
    best = max((max(fuzz.ratio(key, word) for word in words), what) for what, words in _words())
    return best[1] if best[0] >= _ALIKE else None


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    data = word_data("national.yaml")
    return tuple((what, tuple(_SIGNS.sub("", fold(word)) for word in words)) for what, words in data.items())
