"""A paper as lines of text, so that two versions of it can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.ita.papers.blocks import (
    Block,
    Cell,
    FormLine,
    Gap,
    Heading,
    Inline,
    Items,
    Notice,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
)


def lines_of(paper: Paper) -> list[str]:
    """Give all that a paper says, one line for each heading, paragraph, item and row; a gap stands in «guillemets»."""
    return [*paper.title, *(line for block in paper.blocks for line in _lines(block) if line)]


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Notice(text):
            yield text
        case Paragraph(content):
            yield _text(content)
        case Items(entries):
            yield from (_text(entry) for entry in entries)
        case FormLine(fields):
            yield "  ".join(f"{field.label} {_text(field.content)}" for field in fields)
        case SignatureBlock(role, post, name):
            yield _text((f"{role} ", name, " ", post)).strip()
        case Table(columns, rows):
            yield " | ".join(column.header for column in columns)
            for row in rows:
                yield row.band if row.band is not None else " | ".join(_cell(cell) for cell in row.cells)
        case _:  # a chart repeats the figures of its table; a page break says nothing
            return


def _cell(cell: Cell) -> str:
    parts: list[str] = []
    for part in cell.content:
        parts += [_text(part.content)] if isinstance(part, Paragraph) else [_text(entry) for entry in part.entries]
    return " / ".join(parts)


def _text(content: Iterable[Inline]) -> str:
    return "".join(f"«{part.asks_for}»" if isinstance(part, Gap) else part for part in content)
