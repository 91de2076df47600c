"""Invented staff lists as workbooks and as rows."""

from __future__ import annotations

import io

import openpyxl

from prongsai.ita.reading.row_lists import ListRow, RowList
from prongsai.platform.staff.sheet.reading import StaffList, read_staff_list

HEADS = ["ที่", "ชื่อ - สกุล", "ตำแหน่ง", "ส่วนราชการ"]
ROWS = [
    ["1", "นายประสงค์ ตัวอย่างชัย", "นายก อบต.", "ผู้บริหาร"],
    ["2", "นางสาวพิมพ์ใจ  ตัวอย่างดี", "นักวิเคราะห์นโยบายและแผนชำนาญการ", "สำนักปลัด"],
    ["3", "นางรัตนา ตัวอย่างทรัพย์", "ผู้อำนวยการกองคลัง", "กองคลัง"],
]


def workbook(rows: list[list[object]], *, heads: list[str] | None = None, title: str = "") -> bytes:
    """Make a workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    if title:
        sheet.append([title])
        sheet.append([])
    for row in [heads or HEADS, *rows]:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_list(rows: list[list[str]], *, heads: list[str] | None = None) -> bytes:
    """Make a list as text."""
    return "\n".join(",".join(row) for row in [heads or HEADS, *rows]).encode()


def read(rows: list[list[str]], heads: list[str] | None = None) -> StaffList:
    """Read rows as the room does, without a file."""
    lines = tuple(ListRow(n, tuple(row)) for n, row in enumerate([heads or HEADS, *rows], 1))
    return read_staff_list(RowList((lines,)))
