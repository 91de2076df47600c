"""Writes a paper as a workbook: its texts in order on the first sheet, each table on a sheet of its own.

Figures are numbers, in Arabic digits by custom, so that an office can reckon with them. No text becomes a formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO

import xlsxwriter

from prongsai.ita.papers.blocks import Block, Chart, Paper, PaperStyle, Table
from prongsai.ita.writing.content import title_of
from prongsai.ita.writing.figures import figures_table, wants_figures
from prongsai.ita.writing.forms import style_of_form
from prongsai.ita.writing.xlsx_cells import in_arabic
from prongsai.ita.writing.xlsx_names import sheet_names
from prongsai.ita.writing.xlsx_pages import Pages
from prongsai.ita.writing.xlsx_tables import write_table
from prongsai.ita.writing.xlsx_texts import TextSheet

TEXTS = "เนื้อความ"
TABLE = "ตาราง"
_NO_GUESSING = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PROPERTY = 255


def write_xlsx(paper: Paper, written_on: date, style: PaperStyle | None = None) -> bytes:
    """Return the paper as an XLSX file that is the same, byte for byte, for the same content and date."""
    style = style_of_form(paper, style or PaperStyle())
    tables = [table for block in paper.blocks if (table := _table_of(block)) is not None]
    first, *names = sheet_names([TEXTS, *_captions(paper.blocks)], other=TABLE)
    written = BytesIO()
    fonts = {"font_name": style.font_xlsx, "font_size": float(style.size_xlsx), "valign": "top"}
    with xlsxwriter.Workbook(written, _NO_GUESSING | {"default_format_properties": fonts}) as book:
        _set_properties(book, paper, written_on)
        pages = Pages(book, paper, style)
        texts = TextSheet(pages, first)
        texts.title(paper)
        _write_texts(texts, paper.blocks, names)
        texts.end()
        for table, name in zip(tables, names, strict=True):
            write_table(pages, name, table)
    return written.getvalue()


def _table_of(block: Block) -> Table | None:
    """Return what gets a sheet: tables, and the figures of charts that no table tells."""
    if wants_figures(block):
        return figures_table(block)
    return block if isinstance(block, Table) else None


def _captions(blocks: Sequence[Block]) -> list[str]:
    return [
        in_arabic(block.caption or "")
        for block in blocks
        if isinstance(block, Table | Chart) and _table_of(block) is not None
    ]


def _write_texts(texts: TextSheet, blocks: Sequence[Block], names: Sequence[str]) -> None:
    left = iter(names)
    for block in blocks:
        sheet = next(left) if _table_of(block) is not None else None
        if isinstance(block, Table):
            texts.pointer(block.caption or TABLE, sheet)
        elif isinstance(block, Chart):
            texts.pointer(block.caption, sheet)
        else:
            texts.block(block)


def _set_properties(book: xlsxwriter.Workbook, paper: Paper, written_on: date) -> None:
    arabic = PaperStyle(digits="arabic")
    book.set_properties(
        {
            "title": title_of(paper, arabic)[:_PROPERTY],
            "subject": in_arabic(paper.subject)[:_PROPERTY],
            "author": in_arabic(paper.agency)[:_PROPERTY],
            "created": datetime.combine(written_on, time()),
        }
    )
