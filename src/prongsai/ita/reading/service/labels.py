"""Which part of a manual a heading, a label or a header of a column speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from prongsai.ita.papers.service import ServiceKind
from prongsai.ita.reading.folding import fold, word_data

_WORDS = word_data("service_words.yaml")
_PART_OF = {fold(word): part for part, words in _WORDS["parts"].items() for word in words.split()}
_STEM = re.compile("|".join(re.escape(stem) for stem in sorted(_PART_OF, key=len, reverse=True)))
_KIND_OF = {fold(word): ServiceKind(kind) for kind, words in _WORDS["kinds"].items() for word in words.split()}
_NONE = re.compile("|".join(re.escape(fold(word)) for word in _WORDS["none"].split()))
_NUMBERING = re.compile(r"^\s*(?:[(]?[0-9๐-๙]{1,2}(?:[.][0-9๐-๙]{1,2})*[.)]\s*|[-–•*]\s*)+")
_LONGEST_LABEL = 60
_LONGEST_HEADING = 48
_LONGEST_NAME = 250
_HEADINGS = frozenset(
    {
        "name", "kind", "unit", "law", "criteria", "discretion", "steps", "total", "documents", "fees", "channels",
        "complaints", "remarks", "forms", "other",
    }
)  # fmt: skip
DASHES = frozenset("-–—") | {"", "--", "..."}


@dataclass(frozen=True, slots=True)
class Heading:
    """The part that a line opens, what follows on the same line, how it is numbered, whether a colon makes it sure."""

    part: str
    rest: str
    numbering: str
    sure: bool = False


@lru_cache(maxsize=4_000)
def part_of(label: str) -> str | None:
    """Give the part that a label or header names, by the longest wording it begins with; None for other texts."""
    match = _STEM.match(fold(unnumbered(label)).strip("()[]*:-. "))
    return _PART_OF[match.group()] if match else None


def heading_of(line: str) -> Heading | None:
    """Give the heading that a line of text is, or None."""
    plain = unnumbered(line)
    label, colon, rest = plain.partition(":")
    numbering = style_of_number(line)
    if colon and len(label) <= _LONGEST_LABEL and (part := part_of(label)) in _HEADINGS:
        return Heading(part, rest.strip(), numbering, sure=True)
    part = part_of(plain)
    if part == "name" and len(plain) <= _LONGEST_NAME:
        return Heading(part, _rest_of_name(plain), numbering)
    if part in _HEADINGS and len(plain) <= _LONGEST_HEADING:
        return Heading(part, plain if part == "total" else "", numbering)
    return None


def style_of_number(line: str) -> str:
    """Give the sign behind the number of a line: `.`, `)`, or `-` for a dash before it; nothing for a plain line."""
    match = _NUMBERING.match(line)
    signs = [char for char in match.group() if char in ".)-–•*"] if match else []
    return "" if not signs else "-" if signs[-1] in "-–•*" else signs[-1]


def unnumbered(text: str) -> str:
    """Give a text without the number or dash that stands before it."""
    return _NUMBERING.sub("", text).strip()


def kind_of(text: str) -> ServiceKind | None:
    """Give the kind of service that a text names."""
    key = fold(text)
    return next((kind for word, kind in _KIND_OF.items() if key.startswith(word)), None)


def says_none(text: str) -> bool:
    """Say whether a text says that there is nothing."""
    return len(text) <= _LONGEST_LABEL and bool(_NONE.match(fold(unnumbered(text))))


def _rest_of_name(line: str) -> str:
    """Give the name behind its label on a line without a colon: `คู่มือสำหรับประชาชน เรื่อง การแจ้งซ่อม`."""
    _, word, rest = line.partition("เรื่อง")
    if not word:
        _, _, rest = line.partition(" ")
    return rest.strip()
