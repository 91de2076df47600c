"""Turns a paper into plain data for the Typst template: texts cut into pieces, widths and sizes worked out.

A text is a list of pieces as `partings.py` makes them, and of `{"gap": pieces}` where a fact is lacking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from prongsai.ita.papers.blocks import (
    BarChart,
    Block,
    Gap,
    Heading,
    Inline,
    Items,
    Notice,
    PageBreak,
    Paper,
    PaperStyle,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.measures import PAGE, column_widths, may_break, stays_together, table_size
from prongsai.ita.writing.numerals import as_printed, printable
from prongsai.ita.writing.partings import parting
from prongsai.ita.writing.pieces import pieces, proper_name

Data: TypeAlias = dict[str, Any]


def paper_data(paper: Paper, style: PaperStyle, written_on: date) -> Data:
    """Return what the template `paper.typ` sets, ready for JSON."""
    writer = _Writer(style, proper_name(printable(paper.agency)))
    return {
        "title": [writer.text(line) for line in paper.title],
        "meta": {
            "title": title_of(paper, style),
            "subject": as_printed(paper.subject, style.digits),
            "agency": as_printed(paper.agency, style.digits),
            "date": [written_on.year, written_on.month, written_on.day],
        },
        "draft": paper.draft,
        "footer": writer.text(paper.footer),
        "sections": [writer.section(landscape, blocks) for landscape, blocks in sections(paper.blocks)],
        "style": {
            "font": style.font_pdf,
            "size": float(style.size_pdf),
            "thai": style.digits == "thai",
            "margin": {side: float(getattr(style, f"margin_{side}")) for side in ("left", "right", "top", "bottom")},
        },
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

    def text(self, text: str) -> list[Any]:
        return [parting(piece) for piece in pieces(printable(as_printed(text, self.style.digits)), self.name)]

    def inlines(self, content: Sequence[Inline]) -> list[Any]:
        data: list[Any] = []
        for inline in content:
            data.extend([{"gap": self.text(inline.asks_for)}] if isinstance(inline, Gap) else self.text(inline))
        return data

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
                data[-1]["sticky"] = data[-1]["kind"] == "paragraph"
            data.append(written)
        return {"landscape": landscape, "width": width, "blocks": data}

    def block(self, block: Block, level: int, width: float, landscape: bool) -> Data:
        match block:
            case Heading():
                return {"kind": "heading", "level": level, "text": self.text(block.text)}
            case Paragraph() | Items():
                return self.running(block)
            case Notice():
                return {"kind": "notice", "text": self.text(block.text)}
            case Table():
                return self.table(block, width, PAGE.text_height(self.style, landscape=landscape))
            case BarChart():
                return self.chart(block)
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

    def running(self, block: Paragraph | Items) -> Data:
        if isinstance(block, Items):
            return {
                "kind": "items",
                "numbered": block.numbered,
                "entries": [self.inlines(entry) for entry in block.entries],
            }
        return {
            "kind": "paragraph",
            "text": self.inlines(block.content),
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

    def chart(self, chart: BarChart) -> Data:
        return {
            "kind": "chart",
            "caption": self.text(chart.caption),
            "alt": as_printed(chart.summary, self.style.digits) or "แผนภูมิแท่ง",
            "mark": None if chart.mark is None else float(chart.mark),
            "mark_text": None if chart.mark is None else self.text(_short(chart.mark)),
            "bars": [
                {
                    "label": self.text(bar.label),
                    "value": float(bar.value),
                    "shown": self.text(format_decimal(bar.value)),
                    "weak": bar.weak,
                }
                for bar in chart.bars
            ],
        }


def _short(value: Decimal) -> str:
    return format_decimal(value, places=0 if value == value.to_integral_value() else 2)
