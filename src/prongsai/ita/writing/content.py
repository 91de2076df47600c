"""Turns a paper into plain data for the Typst template: texts cut into pieces, widths and sizes worked out.

A text is a list of the numbers of its pieces in `words` (see `vocabulary.py`), and of `{"gap": numbers}` where a fact
is lacking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from prongsai.ita.papers.blocks import (
    BarChart,
    Block,
    ChangeChart,
    Field,
    FormLine,
    Gap,
    Heading,
    HeatMap,
    Inline,
    Items,
    Notice,
    PageBreak,
    Paper,
    PaperStyle,
    Paragraph,
    Radar,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.writing.content_charts import chart_data
from prongsai.ita.writing.emblem import ALT as EMBLEM_ALT
from prongsai.ita.writing.emblem import emblem_of
from prongsai.ita.writing.figures import with_figures
from prongsai.ita.writing.forms import (
    EMBLEM_PLACE,
    FORM_LABEL,
    TITLE_LARGER,
    emblem_rise,
    lacks_emblem,
    style_of_form,
    title_size,
)
from prongsai.ita.writing.measures import PAGE, SHORT_LIST, column_widths, may_break, stays_together, table_size
from prongsai.ita.writing.numerals import as_printed, as_set, printable
from prongsai.ita.writing.pieces import Piece, pieces, proper_name, with_whole_years
from prongsai.ita.writing.running_foot import footer_of
from prongsai.ita.writing.vocabulary import Vocabulary

Data: TypeAlias = dict[str, Any]


def paper_data(paper: Paper, style: PaperStyle, written_on: date) -> Data:
    """Return what the template `paper.typ` sets, ready for JSON."""
    style = style_of_form(paper, style)
    writer = _Writer(style, proper_name(printable(paper.agency)), Vocabulary())
    data: Data = {
        "title": [writer.title(line) for line in paper.title],
        "meta": {
            "title": title_of(paper, style),
            "subject": as_printed(paper.subject, style.digits),
            "agency": as_printed(paper.agency, style.digits),
            "date": [written_on.year, written_on.month, written_on.day],
        },
        "draft": paper.draft,
        "footer": writer.text(footer_of(paper, style)),
        "sections": [
            writer.section(landscape, list(with_figures(blocks, drawn_with_figures=(HeatMap,))))
            for landscape, blocks in sections(paper.blocks)
        ],
        "emblem": _emblem(style),
        "emblem_place": writer.inlines([EMBLEM_PLACE]) if lacks_emblem(paper, style) else None,
        "title_size": float(title_size(paper, style.size_pdf, TITLE_LARGER)),
        "style": {
            "font": style.font_pdf,
            "size": float(style.size_pdf),
            "thai": style.digits == "thai",
            "emblem_align": style.emblem_align,
            "emblem_height": float(style.emblem_height),
            "emblem_rise": emblem_rise(paper, style),
            "label": float(FORM_LABEL),
            "margin": {side: float(getattr(style, f"margin_{side}")) for side in ("left", "right", "top", "bottom")},
        },
    }
    return data | {"words": writer.vocabulary.entries}


def _emblem(style: PaperStyle) -> Data | None:
    emblem = emblem_of(style)
    if emblem is None:
        return None
    return {
        "bytes": list(emblem.content),
        "height": float(style.emblem_height),
        "align": style.emblem_align,
        "alt": EMBLEM_ALT,
    }


def title_of(paper: Paper, style: PaperStyle) -> str:
    """Return the title for a file's properties, which may not be empty: the subject or the agency else."""
    named = (" ".join(paper.title), paper.subject, paper.agency, "เอกสาร")
    return next(title for title in (as_printed(text, style.digits).strip() for text in named) if title)


def sections(blocks: Iterable[Block]) -> list[tuple[bool, list[Block]]]:
    """Return the blocks parted at the page breaks, each part with whether its pages lie."""
    parts: list[tuple[bool, list[Block]]] = [(False, [])]
    for block in blocks:
        if isinstance(block, PageBreak):
            parts.append((block.landscape, []))
        else:
            parts[-1][1].append(block)
    return [part for part in parts if part[1]] or parts[:1]


@dataclass(frozen=True, slots=True)
class _Writer:
    style: PaperStyle
    name: str
    vocabulary: Vocabulary

    def title(self, text: str) -> list[Any]:
        return [self.vocabulary.number(piece) for piece in self._cut(text)]

    def text(self, text: str) -> list[Any]:
        return [self.vocabulary.number(piece) for piece in with_whole_years(self._cut(text))]

    def _cut(self, text: str) -> tuple[Piece, ...]:
        return pieces(as_set(text, self.style.digits), self.name)

    def inlines(self, content: Sequence[Inline]) -> list[Any]:
        data: list[Any] = []
        for inline in content:
            data.extend(
                [{"gap": self.text(f"«โปรดระบุ: {inline.asks_for}»")}] if isinstance(inline, Gap) else self.text(inline)
            )
        return data

    def measured(self, content: Sequence[Inline]) -> Data:
        text = self.inlines(content)
        return {"text": text, "widest": self.vocabulary.widest(text)}

    def section(self, landscape: bool, blocks: Sequence[Block]) -> Data:
        width = PAGE.text_width(self.style, landscape=landscape)
        level = 0
        data: list[Data] = []
        for block in blocks:
            if isinstance(block, Heading):
                if not printable(block.text).strip():
                    continue
                level = min(block.level, level + 1)
            written = self.block(block, level, width, landscape)
            if written["kind"] == "signatures" and data:
                if data[-1]["kind"] == "signatures":
                    data[-1]["signers"] += written["signers"]
                    continue
                for above in data[-2:]:  # no signature stands alone with one line of text
                    short = above["kind"] == "items" and len(above["entries"]) <= SHORT_LIST
                    above["sticky"] = short or above["kind"] == "paragraph"
            data.append(written)
        return {"landscape": landscape, "width": width, "blocks": data}

    def block(self, block: Block, level: int, width: float, landscape: bool) -> Data:
        match block:
            case Heading():
                return {"kind": "heading", "level": level, "text": self.text(block.text)}
            case Paragraph() | Items() | Notice():
                return self.running(block)
            case Table():
                return self.table(block, width, PAGE.text_height(self.style, landscape=landscape))
            case BarChart() | Radar() | ChangeChart() | HeatMap():
                return chart_data(block, self.text, self.style.digits)
            case FormLine():
                return {"kind": "form-line", "fields": [self.field(field) for field in block.fields]}
            case SignatureBlock():
                return {"kind": "signatures", "signers": [self.signer(block)]}
            case PageBreak():
                raise AssertionError("page breaks part the sections")

    def signer(self, block: SignatureBlock) -> Data:
        return {
            "role": self.text(block.role),
            "post": self.inlines([block.post]),
            "name": self.inlines([block.name]),
        }

    def field(self, field: Field) -> Data:
        return {"label": self.text(field.label), "text": self.inlines(field.content)}

    def running(self, block: Paragraph | Items | Notice) -> Data:
        if isinstance(block, Notice):
            return {"kind": "notice", "text": self.text(block.text)}
        if isinstance(block, Items):
            return {
                "kind": "items",
                "numbered": block.numbered,
                "entries": [self.measured(entry) for entry in block.entries],
            }
        return self.measured(block.content) | {
            "kind": "paragraph",
            "align": block.align,
            "bold": block.bold,
            "indent": block.indent and block.align == "start",
        }

    def table(self, table: Table, width: float, height: float) -> Data:
        widths = column_widths(table, width)
        size = table_size(float(self.style.size_pdf), widths)
        return {
            "kind": "table",
            "caption": self.text(table.caption) if table.caption else None,
            "widths": widths,
            "together": stays_together(table, widths, size, height),
            "size": size,
            "header": [self.text(column.header) for column in table.columns],
            "rows": [self.row(row, widths, size, height) for row in table.rows],
        }

    def row(self, row: Row, widths: Sequence[float], size: float, height: float) -> Data:
        if row.band is not None:
            return {"band": self.text(row.band)}
        return {
            "breakable": may_break(row, widths, size, height),
            "cells": [
                {"numeric": cell.numeric, "blocks": [self.running(block) for block in cell.content]}
                for cell in row.cells
            ],
        }
