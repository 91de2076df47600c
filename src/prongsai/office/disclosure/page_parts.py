"""The pieces of an item as the lines and tables of a page, as somebody who reads it would see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from prongsai.ita.papers.blocks import Block, Cell, FormLine, Gap, Heading, Inline, Items, Notice, Paragraph, Table
from prongsai.ita.reading.web_page import PageLine, PageLink, WebPage
from prongsai.office.disclosure.content import ShownPiece

Part: TypeAlias = PageLine | tuple[tuple[str, ...], ...]
NOTHING = "ไม่มี"
_OF_PIECE = 2
"""The level of the heading of a piece: the title of the page stands above."""


def page_of(pieces: Iterable[ShownPiece]) -> WebPage:
    """Give the page of an item, piece below piece."""
    listed = tuple(pieces)
    parts = tuple(part for piece in listed for part in parts_under(piece))
    links = [PageLink(piece.link, piece.heading or piece.link) for piece in listed if piece.link]
    links += [PageLink(file.address, file.name) for piece in listed for file in piece.files]
    return WebPage("", "th", parts, tuple(links), ())


def parts_under(piece: ShownPiece) -> Iterator[Part]:
    """Give a piece: its heading, then what stands below it."""
    if heading := piece.heading or piece.element:
        yield PageLine(heading, _OF_PIECE)
    yield from body_of(piece)


def body_of(piece: ShownPiece) -> Iterator[Part]:
    """Give what stands below the heading of a piece; of a table that has only its head, nothing."""
    if piece.nothing:
        yield PageLine(NOTHING)
    yield from (PageLine(line) for line in piece.words)
    if len(piece.rows) > 1:
        yield piece.rows
    if paper := piece.blocks:
        yield from (PageLine(line, _OF_PIECE) for line in paper.title)
        for block in paper.blocks:
            yield from _parts_of(block)
    yield from (PageLine(file.name) for file in piece.files)
    if piece.link:
        yield PageLine(piece.link)


def _parts_of(block: Block) -> Iterator[Part]:
    match block:
        case Heading(text, level):
            yield PageLine(text, _OF_PIECE + level)
        case Paragraph(content):
            yield PageLine(_text(content))
        case Notice(text):
            yield PageLine(text)
        case Items(entries):
            yield from (PageLine(_text(entry)) for entry in entries)
        case FormLine(fields):
            yield from (PageLine(f"{field.label}: {_text(field.content)}") for field in fields)
        case Table(columns, rows):
            head = tuple(column.header for column in columns)
            yield (head, *(((row.band,) if row.band is not None else tuple(map(_cell, row.cells))) for row in rows))
        case _:  # a chart repeats the figures of its table; a signature and a page break answer no element
            return


def _cell(cell: Cell) -> str:
    lines: list[str] = []
    for part in cell.content:
        lines += [_text(part.content)] if isinstance(part, Paragraph) else [_text(entry) for entry in part.entries]
    return " ".join(lines)


def _text(content: Iterable[Inline]) -> str:
    """Give a text; a gap is a place where nothing stands yet."""
    return "".join("…" if isinstance(part, Gap) else part for part in content)
