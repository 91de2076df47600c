"""A piece as staff see it on the page of its item: as much as is needed to know it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.reading.web_page import PageLine
from prongsai.office.disclosure.content import ShownPiece
from prongsai.office.disclosure.page_parts import Part, body_of

MOST_PARTS = 30
MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A line of text or a table: its head, its first rows, and how many follow."""

    text: str = ""
    is_heading: bool = False
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """The beginning of a piece; `more`: it goes on."""

    parts: tuple[BodyPart, ...]
    more: bool


def body_shown(piece: ShownPiece, *, parts: int = MOST_PARTS, rows: int = MOST_ROWS) -> Body:
    """Give the beginning of a piece: so many parts, and of a table so many rows.

    Names of files and the address are shown as links beside it, not here.
    """
    said = {piece.link, *(file.name for file in piece.files)}
    found = [part for part in body_of(piece) if not (isinstance(part, PageLine) and part.text in said)]
    return Body(tuple(_part(part, rows) for part in found[:parts]), len(found) > parts)


def _part(part: Part, most: int) -> BodyPart:
    if isinstance(part, PageLine):
        return BodyPart(part.text, bool(part.level))
    rows: Sequence[tuple[str, ...]] = part
    return BodyPart(head=rows[0], rows=tuple(rows[1 : most + 1]), more=max(0, len(rows) - 1 - most))
