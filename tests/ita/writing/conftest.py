"""What the tests of this room share: small papers, and ways to read a file back."""

import ctypes
import dataclasses
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pypdfium2
import pypdfium2.raw
import pytest

from prongsai.ita.papers.blocks import Cell, Column, Paper, Paragraph, Row, Table

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def day() -> date:
    return date(2025, 3, 17)


@pytest.fixture(scope="session")
def paper_of():
    """A function: blocks in, a paper of the invented agency out."""
    plain = Paper(
        ("เอกสารทดสอบ",), "ทดสอบการพิมพ์", (), "องค์การบริหารส่วนตำบลหนองกระจ่าง", 2568, footer="ข้อมูลสมมุติเพื่อการสาธิต"
    )
    return lambda *blocks, **changes: dataclasses.replace(plain, blocks=blocks, **changes)


@pytest.fixture(scope="session")
def table_of():
    """A function: rows of texts in, a table with headers ก ข ค ... out; a string instead of a row is a band."""

    def make(*rows, shares=None, **more):
        widest = max((len(row) for row in rows if not isinstance(row, str)), default=2)
        shares = shares or [1] * widest
        columns = tuple(Column(f"หัว{'กขคงจฉช'[n]}", share) for n, share in enumerate(shares))
        made = [
            Row(band=row) if isinstance(row, str) else Row(tuple(Cell((Paragraph((text,)),)) for text in row))
            for row in rows
        ]
        return Table(columns, tuple(made), summary="ตารางทดสอบ", **more)

    return make


@pytest.fixture(scope="session")
def text_of():
    """A function: the text of a PDF, or of one of its pages, as pdfium reads it."""

    def read(pdf, page=None):
        document = pypdfium2.PdfDocument(pdf)
        pages = range(len(document)) if page is None else [page]
        return "\n".join(document[n].get_textpage().get_text_range() for n in pages).replace("\r\n", "\n")

    return read


@pytest.fixture(scope="session")
def lines_of():
    """A function: the lines of a PDF by where they stand (characters on one baseline), without blanks."""

    def read(pdf):
        lines: dict[tuple[int, int], str] = {}
        document = pypdfium2.PdfDocument(pdf)
        x, y = ctypes.c_double(), ctypes.c_double()
        for number in range(len(document)):
            page = document[number].get_textpage()
            for n in range(page.count_chars()):
                letter = chr(pypdfium2.raw.FPDFText_GetUnicode(page, n))
                if letter.strip():
                    pypdfium2.raw.FPDFText_GetCharOrigin(page, n, x, y)
                    key = (number, round(y.value))
                    lines[key] = lines.get(key, "") + letter
        return list(lines.values())

    return read


@pytest.fixture(scope="session")
def opened():
    """A function: the bytes of a Word file as python-docx opens them."""
    return lambda written: docx.Document(io.BytesIO(written))


@pytest.fixture(scope="session")
def scores() -> list[Decimal]:
    """The ten indicators of the demo agency in 2567."""
    return [
        Decimal(text)
        for text in ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]
    ]
