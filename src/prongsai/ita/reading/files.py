"""Reads a file of any kind that an office has: its bytes and its name to the records of the reading contract.

This is the inside of the safe door. A file from outside comes through `limited.read_file_limited`, which runs this in a
child process; in process it is for files that one's own program has made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TypeAlias

from prongsai.ita.papers.reading import Reading, ReadingWarning
from prongsai.ita.reading.doubts import spelling_doubts
from prongsai.ita.reading.kinds import FileKind, recognise
from prongsai.ita.reading.layout import Block, TextLine
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.reader import LARGEST_TEXT, read_blocks, read_text_and_blocks
from prongsai.ita.reading.sizes import LARGEST_FILE, check_size
from prongsai.ita.thai import Notice, Refused, decode

_CODES = {"ENCODING": "encoding-concluded"}


def read_file(path: Path) -> Reading:
    """Read a file in this process. Refuses what `read_bytes` refuses, with the name of the file in the place."""
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    return read_bytes(data, path.name)


Parsed: TypeAlias = tuple[Reading, Sequence[Block]]
"""What a paper says, and its lines and tables."""


def read_bytes(data: bytes, name: str, *, ocr: bool = False) -> Reading:
    """Read a file given as bytes; `name` is its file name with the suffix that says what it is.

    `ocr`: read the scanned pages of a PDF with tesseract. Keeps what is printed and warns of doubts, also of those
    about the file (hidden rows, a concluded encoding). Refuses SIZE, what `kinds.recognise`, `archive.clean_archive`
    and the reader of its kind refuse, and EMPTY where no text is found.
    """
    return parse_bytes(data, name, ocr=ocr)[0]


def parse_bytes(data: bytes, name: str, *, ocr: bool = False) -> Parsed:
    """Read a file as `read_bytes` does, and give its lines and tables too, in which each score can be shown."""
    check_size(data, name)
    try:
        kind = recognise(data, name)
        stem = PurePath(name).stem
        return _read_pdf(data, stem, ocr=ocr) if kind is FileKind.PDF else _READERS[kind](data, stem)
    except Refused as refused:
        raise refused.at(file=name) from None


def read_layout(layout: Layout, name: str = "") -> Reading:
    """Read the meaning of a laid-out file, with its notices as warnings. Refuses EMPTY and SIZE."""
    text = "\n".join(_texts(layout.blocks))
    if not text.strip():
        raise Refused("EMPTY", "ไม่พบข้อความในแฟ้ม โปรดตรวจว่าแฟ้มมีเนื้อหา")
    if len(text) > LARGEST_TEXT:
        raise Refused("SIZE", f"ข้อความยาวเกิน {LARGEST_TEXT:,} ตัวอักษร โปรดแยกแฟ้มแล้วอ่านทีละส่วน")
    reading = read_blocks(layout.blocks, name=name)
    repaired = {warning.found for warning in reading.warnings if warning.code == "code-repaired"}
    return _warned(replace(reading, warnings=(*reading.warnings, *spelling_doubts(text, repaired))), layout.notices)


def _laid_out(layout: Layout, name: str) -> Parsed:
    return read_layout(layout, name), layout.blocks


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, TextLine):
            texts.append(block.text)
        else:
            texts += ["\n".join(cell.lines) for row in block.rows for cell in row.cells if cell.held is None]
    return texts


def _warned(reading: Reading, notices: tuple[Notice, ...]) -> Reading:
    """Add what the file itself gave to think about."""
    told = (ReadingWarning(_code(notice.rule), "file", notice.message) for notice in notices)
    return replace(reading, warnings=(*reading.warnings, *told))


def _noticed(parsed: Parsed, notices: tuple[Notice, ...]) -> Parsed:
    return _warned(parsed[0], notices), parsed[1]


def _code(rule: str) -> str:
    return _CODES.get(rule, rule.lower().replace("_", "-"))


def _read_txt(data: bytes, name: str) -> Parsed:
    decoded = decode(data)
    reading, blocks = read_text_and_blocks(decoded.text, name=name)
    return _warned(reading, decoded.notices), blocks


def _read_html(data: bytes, name: str) -> Parsed:
    from prongsai.ita.reading.html_layout import decode_html, html_blocks  # noqa: PLC0415

    decoded = decode_html(data)
    return _noticed(_laid_out(html_blocks(decoded.text), name), decoded.notices)


def _read_csv(data: bytes, name: str) -> Parsed:
    from prongsai.ita.reading.csv_layout import csv_blocks  # noqa: PLC0415

    decoded = decode(data)
    return _noticed(_laid_out(csv_blocks(decoded.text), name), decoded.notices)


def _read_docx(data: bytes, name: str) -> Parsed:
    from prongsai.ita.reading.archive import clean_archive  # noqa: PLC0415
    from prongsai.ita.reading.docx_layout import docx_blocks  # noqa: PLC0415

    archive = clean_archive(data)
    return _noticed(_laid_out(docx_blocks(archive.data), name), archive.notices)


def _read_xlsx(data: bytes, name: str) -> Parsed:
    from prongsai.ita.reading.archive import clean_archive  # noqa: PLC0415
    from prongsai.ita.reading.xlsx_layout import xlsx_blocks  # noqa: PLC0415

    archive = clean_archive(data)
    return _noticed(_laid_out(xlsx_blocks(archive.data), name), archive.notices)


def _read_pdf(data: bytes, name: str, *, ocr: bool) -> Parsed:
    from prongsai.ita.reading.pdf_layout import pdf_blocks  # noqa: PLC0415

    return _laid_out(pdf_blocks(data, ocr=ocr), name)


_READERS: dict[FileKind, Callable[[bytes, str], Parsed]] = {
    FileKind.TXT: _read_txt,
    FileKind.HTML: _read_html,
    FileKind.CSV: _read_csv,
    FileKind.DOCX: _read_docx,
    FileKind.XLSX: _read_xlsx,
}
"""Each reader loads the parser of its kind only when it is called."""
