"""What a workbook may weigh before it is opened: a small file can declare gigabytes, or a cell at the far corner."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from prongsai.ita.catalogue.problems import catalogue_error
from prongsai.ita.thai.refusal import Place

FILE_LIMIT = 20 * 1024 * 1024
UNPACKED_LIMIT = 20 * 1024 * 1024
MEMBER_LIMIT = 2_000
CELL_COUNT_LIMIT = 200_000
ROW_LIMIT = 5_000
COLUMN_LIMIT = 200

_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<", b"\x00\x00")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})([0-9]{0,10})["']""")


def check_limits(data: bytes, file: str) -> None:
    """Check a workbook without opening it as one.

    Raises CatalogueError with rule SIZE (packed or declared unpacked size, parts, cells, or a cell too far out) or
    WORKBOOK (no XLSX at all). Reads at most what the archive declares.
    """
    place = Place(file=file)
    if len(data) > FILE_LIMIT:
        raise catalogue_error("SIZE", "แฟ้มใหญ่เกิน 20 MB", place)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MEMBER_LIMIT or sum(member.file_size for member in members) > UNPACKED_LIMIT:
                raise catalogue_error("SIZE", "เนื้อแฟ้มเมื่อคลายแล้วใหญ่เกิน 20 MB", place)
            parts = [archive.read(member) for member in members]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise catalogue_error("WORKBOOK", "แฟ้มนี้ไม่ใช่ตาราง XLSX ที่เปิดได้", place) from error
    _check_cells(parts, place)


def _check_cells(parts: list[bytes], place: Place) -> None:
    """Look into every part: a sheet may lie under any name, and only UTF-8 can be looked into."""
    cells = 0
    for part in parts:
        if part.startswith(_WIDE_TEXT):
            raise catalogue_error("WORKBOOK", "แฟ้มนี้ไม่ใช่ตาราง XLSX ที่เปิดได้", place)
        if b"sheetData" not in part:
            continue
        cells += len(_CELL.findall(part))
        for letters, digits in _REFERENCE.findall(part):
            if int(digits or 0) > ROW_LIMIT or _column_number(letters) > COLUMN_LIMIT:
                raise catalogue_error("SIZE", f"มีช่องอยู่นอก {ROW_LIMIT:,} แถว {COLUMN_LIMIT} คอลัมน์", place)
    if cells > CELL_COUNT_LIMIT:
        raise catalogue_error("SIZE", f"ตารางมีช่องเกิน {CELL_COUNT_LIMIT:,} ช่อง", place)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
