"""Puts the content of a text paper into other formats, as an office would have it there.

Lines become paragraphs, tables real tables with merged cells, lists in cells paragraphs or line breaks. Rows that a
page has broken stay broken.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from html import escape

import docx
import typst
import xlsxwriter
from docx.document import Document

from prongsai.ita.reading import Block, Row, Table, TextLine, text_blocks
from prongsai.ita.thai import normalise
from prongsai.ita.writing import fonts_folder

_FIGURE = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,2})?")


def reformat(text: str, kind: str) -> bytes:
    """Give a text paper as `docx`, `html`, `xlsx` or `pdf`."""
    return _WRITERS[kind](text_blocks(normalise(text)))


def _own_cells(table: Table) -> Iterator[tuple[int, int, int, int, tuple[str, ...]]]:
    """Give row, column, rows down, columns across and lines of every cell that is not under a merged one."""
    width = table.width
    for at, row in enumerate(table.rows):
        for column in range(width):
            cell = row.cells[column] if column < len(row.cells) else None
            if cell is not None and cell.held:
                continue
            across = 1
            while _held(row, column + across) == "right":
                across += 1
            down = 1
            while at + down < len(table.rows) and _held(table.rows[at + down], column) == "down":
                down += 1
            yield at, column, down, across, cell.lines if cell is not None else ()


def _held(row: Row, column: int) -> str | None:
    return row.cells[column].held if column < len(row.cells) else None


def _gap_above(block: Block) -> bool:
    return block.gap if isinstance(block, TextLine) else block.rows[0].gap


def _docx(blocks: tuple[Block, ...]) -> bytes:
    document = docx.Document()
    for n, block in enumerate(blocks):
        if n and _gap_above(block):
            document.add_paragraph()
        if isinstance(block, TextLine):
            document.add_paragraph(block.text)
        else:
            _docx_table(document, block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _docx_table(document: Document, table: Table) -> None:
    written = document.add_table(len(table.rows), table.width)
    written.style = "Table Grid"
    grid = [row.cells for row in written.rows]
    for at, column, down, across, lines in _own_cells(table):
        cell = grid[at][column]
        if down > 1 or across > 1:
            cell = cell.merge(grid[at + down - 1][column + across - 1])
        cell.text = lines[0] if lines else ""
        for line in lines[1:]:
            cell.add_paragraph(line)


def _html(blocks: tuple[Block, ...]) -> bytes:
    parts = ["<!DOCTYPE html><html lang='th'><head><meta charset='utf-8'><title>x</title></head><body>"]
    for n, block in enumerate(blocks):
        if n and _gap_above(block):
            parts.append("<p>&nbsp;</p>")
        if isinstance(block, TextLine):
            parts.append(f"<p>{escape(block.text)}</p>")
            continue
        parts.append("<table border='1'>")
        at_row = -1
        for at, _, down, across, lines in _own_cells(block):
            if at != at_row:
                parts.append("</tr><tr>" if at_row >= 0 else "<tr>")
                at_row = at
            spans = (f" rowspan='{down}'" if down > 1 else "") + (f" colspan='{across}'" if across > 1 else "")
            parts.append(f"<td{spans}>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</td>")
        parts.append("</tr></table>")
    parts.append("</body></html>")
    return "\n".join(parts).encode()


def _xlsx(blocks: tuple[Block, ...]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        plain = book.add_format({"text_wrap": True})
        two = book.add_format({"num_format": "0.00"})
        at = 0
        for n, block in enumerate(blocks):
            at += bool(n) and _gap_above(block)
            if isinstance(block, TextLine):
                sheet.write_string(at, 0, block.text)
                at += 1
                continue
            for row, column, down, across, lines in _own_cells(block):
                text = "\n".join(lines)
                if down > 1 or across > 1:
                    sheet.merge_range(at + row, column, at + row + down - 1, column + across - 1, text, plain)
                elif _FIGURE.fullmatch(text):
                    sheet.write_number(at + row, column, float(text), two if "." in text else None)
                elif text:
                    sheet.write_string(at + row, column, text, plain)
            at += len(block.rows)
    return file.getvalue()


_TYPST = """
#let blocks = json(bytes(sys.inputs.data))
#set page(paper: "a4", flipped: FLIPPED, margin: 1.5cm)
#set text(font: "Sarabun", size: 9pt, lang: "th", features: (mark: 0, mkmk: 0), top-edge: 0.95em, bottom-edge: -0.3em)
#set par(justify: false, leading: 0.35em, spacing: 0.6em)
#let body(lines) = lines.map(line => par(text(line))).join()
#for block in blocks {
  if block.gap { v(0.8em) }
  if "text" in block { par(text(block.text)) } else {
    table(
      columns: block.widths.map(width => width * 1fr),
      table.header(repeat: true, ..block.head.map(it => table.cell(
        x: it.x, y: it.y, rowspan: it.down, colspan: it.across, body(it.lines)))),
      ..block.cells.map(it => table.cell(
        x: it.x, y: it.y, rowspan: it.down, colspan: it.across, breakable: true, body(it.lines))),
    )
  }
}
"""


def _pdf(blocks: tuple[Block, ...]) -> bytes:
    widest = max((block.width for block in blocks if isinstance(block, Table)), default=1)
    data = [
        _typst_table(block) if isinstance(block, Table) else {"text": block.text, "gap": bool(n) and block.gap}
        for n, block in enumerate(blocks)
    ]
    pdf = typst.compile(
        _TYPST.replace("FLIPPED", "true" if widest > 5 else "false").encode(),
        font_paths=[fonts_folder()],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(pdf, bytes)
    return pdf


def _typst_table(table: Table) -> dict[str, object]:
    cells = [
        {"x": column, "y": at, "down": down, "across": across, "lines": lines}
        for at, column, down, across, lines in _own_cells(table)
    ]
    head = 1 + max((int(str(cell["down"])) for cell in cells if cell["y"] == 0), default=1) - 1
    widths = [2] * table.width
    for row in table.rows:
        for n, cell in enumerate(row.cells):
            if not cell.held:
                widths[n] = max(widths[n], min(len(cell.text), 60) // 3)
    return {
        "gap": table.rows[0].gap,
        "widths": widths,
        "head": [cell for cell in cells if int(str(cell["y"])) < head],
        "cells": [cell for cell in cells if int(str(cell["y"])) >= head],
    }


_WRITERS: dict[str, Callable[[tuple[Block, ...]], bytes]] = {"docx": _docx, "html": _html, "xlsx": _xlsx, "pdf": _pdf}
