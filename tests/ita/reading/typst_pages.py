"""Makes PDFs for tests, set by Typst in the font of the project: paragraphs, lists and tables on A4."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence

import pikepdf
import typst

from prongsai.ita.reading import Block, Table, TextLine
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.writing import fonts_folder

SET = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: 2cm)
#set text(font: "Sarabun", size: 11pt, lang: "th", features: (mark: 0, mkmk: 0))
#set par(leading: 0.6em, spacing: 1.2em)
"""
PLAIN_FONT = '#set text(font: "Sarabun", features: (mark: 1, mkmk: 1))\n'


def pages(body: str, data: object = None) -> bytes:
    """Give the PDF of a Typst text; `data` is at hand there under that name, so that texts are no markup."""
    pdf = typst.compile(
        (SET + body).encode(),
        ignore_system_fonts=True,
        font_paths=[str(fonts_folder())],
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    assert isinstance(pdf, bytes)
    return pdf


def paragraphs(texts: Sequence[str], setup: str = "") -> bytes:
    """Give the PDF of paragraphs."""
    return pages(setup + "#for it in data { par(text(it)) }", list(texts))


def table(
    rows: Sequence[Sequence[str]], *, setup: str = "", options: str = "", before: str = "", after: str = ""
) -> bytes:
    """Give the PDF of a table with ruled borders; `options` go to Typst's table."""
    made = f"#table(columns: data.at(0).map(it => 1fr), {options} ..data.flatten().map(it => text(it)))\n"
    return pages(setup + before + made + after, [list(row) for row in rows])


def changed(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    """Give a PDF after a change of its objects; `how` goes to saving."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(file, **how)
    return file.getvalue()


def blocks(pdf: bytes) -> tuple[Block, ...]:
    return pdf_blocks(pdf).blocks


def lines(pdf: bytes) -> list[str]:
    """Give the texts outside tables."""
    return [block.text for block in blocks(pdf) if isinstance(block, TextLine)]


def tables(pdf: bytes) -> list[list[list[str]]]:
    """Give the tables as texts, the lines of a cell parted by `/`, a cell under a merged one marked `^` or `<`."""
    marks = {None: "", "down": "^", "right": "<"}
    return [
        [["/".join(cell.lines) + marks[cell.held] for cell in row.cells] for row in block.rows]
        for block in blocks(pdf)
        if isinstance(block, Table)
    ]
