"""The program that opens one file of a site: `python -m prongsai.office.site.audit.child`, see `ita.reading.child`.

It answers the lines (`line`) and tables (`rows`) of the file in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.ita.reading.child_program import Answer, Order, serve
from prongsai.ita.reading.kinds import FileKind, recognise
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.limits import allow_only_reading


def _parts(data: bytes, order: Order) -> Iterator[Answer]:
    kind = recognise(data, order["name"])
    laid_out = _reader(kind)
    allow_only_reading()
    for block in laid_out(data).blocks:
        if hasattr(block, "rows"):
            yield {"rows": [[" ".join(cell.lines) for cell in row.cells] for row in block.rows]}
        else:
            yield {"line": block.text}


def _reader(kind: FileKind) -> Callable[[bytes], Layout]:
    """Give the reader of a kind; each loads its parser, which must be done before the limits of the second kind."""
    from prongsai.ita.reading.archive import clean_archive  # noqa: PLC0415 - loaded under the limits
    from prongsai.ita.reading.csv_layout import csv_blocks  # noqa: PLC0415
    from prongsai.ita.reading.docx_layout import docx_blocks  # noqa: PLC0415
    from prongsai.ita.reading.html_layout import decode_html, html_blocks  # noqa: PLC0415
    from prongsai.ita.reading.pdf_layout import pdf_blocks  # noqa: PLC0415
    from prongsai.ita.reading.text_layout import text_blocks  # noqa: PLC0415
    from prongsai.ita.reading.xlsx_layout import xlsx_blocks  # noqa: PLC0415
    from prongsai.ita.thai.encoding import decode  # noqa: PLC0415

    readers: dict[FileKind, Callable[[bytes], Layout]] = {
        FileKind.PDF: pdf_blocks,
        FileKind.DOCX: lambda data: docx_blocks(clean_archive(data).data),
        FileKind.XLSX: lambda data: xlsx_blocks(clean_archive(data).data),
        FileKind.CSV: lambda data: csv_blocks(decode(data).text),
        FileKind.HTML: lambda data: html_blocks(decode_html(data).text),
        FileKind.TXT: lambda data: Layout(tuple(text_blocks(decode(data).text))),
    }
    return readers[kind]


if __name__ == "__main__":
    serve({"parts": _parts})
