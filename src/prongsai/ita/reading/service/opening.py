"""Opens a file of manuals: in this process for our own files, in a child process with limits for files from outside."""

from __future__ import annotations

from prongsai.ita.reading.child_process import answers_of, shown_name
from prongsai.ita.reading.kinds import FileKind, recognise
from prongsai.ita.reading.layout import Block
from prongsai.ita.reading.limits import STANDARD, Limits
from prongsai.ita.reading.service.found import FoundService
from prongsai.ita.reading.service.manuals import read_service_blocks, read_service_sheets
from prongsai.ita.reading.sizes import check_size
from prongsai.ita.thai.refusal import Refused

CHILD = "prongsai.ita.reading.service.child"
TAKEN = (".docx", ".xlsx", ".csv", ".txt", ".html")
"""Kinds of file in which manuals are read; a PDF has lost what was a table."""


def read_services_limited(data: bytes, name: str, *, limits: Limits = STANDARD) -> tuple[FoundService, ...]:
    """Read manuals from a file of somebody else. Refuses KIND, EMPTY, SIZE, LIMIT, CRASH and what opening refuses."""
    check_size(data, shown_name(name))
    answers = answers_of({"task": "services", "name": name}, data, limits, program=CHILD)
    return tuple(FoundService.of_json(answer["service"]) for answer in answers)


def read_services(data: bytes, name: str) -> tuple[FoundService, ...]:
    """Read manuals from a file given as bytes; the inside of the safe door."""
    check_size(data, name)
    kind = recognise(data, name)
    if kind is FileKind.XLSX:
        from prongsai.ita.reading.archive import clean_archive  # noqa: PLC0415 - each kind loads its own parser
        from prongsai.ita.reading.xlsx_layout import xlsx_rows  # noqa: PLC0415

        return read_service_sheets(xlsx_rows(clean_archive(data).data)[0])
    return read_service_blocks(_blocks(data, kind))


def _blocks(data: bytes, kind: FileKind) -> tuple[Block, ...]:
    from prongsai.ita.thai import decode, normalise  # noqa: PLC0415

    if kind is FileKind.DOCX:
        from prongsai.ita.reading.archive import clean_archive  # noqa: PLC0415
        from prongsai.ita.reading.docx_layout import docx_blocks  # noqa: PLC0415

        return tuple(docx_blocks(clean_archive(data).data).blocks)
    if kind is FileKind.HTML:
        from prongsai.ita.reading.html_layout import decode_html, html_blocks  # noqa: PLC0415

        return tuple(html_blocks(decode_html(data).text).blocks)
    if kind is FileKind.CSV:
        from prongsai.ita.reading.csv_layout import csv_blocks  # noqa: PLC0415

        return tuple(csv_blocks(decode(data).text).blocks)
    if kind is FileKind.TXT:
        from prongsai.ita.reading.text_layout import text_blocks  # noqa: PLC0415

        return text_blocks(normalise(decode(data).text))
    raise Refused("KIND", f"คู่มือการให้บริการอ่านจาก {' '.join(TAKEN)} เท่านั้น")
