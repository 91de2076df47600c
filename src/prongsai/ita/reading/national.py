"""Reads yearly results of many agencies: a sheet with a row per agency, of any order of columns.

Every agency of the country in one year is about 8,300 rows; the limit is a million cells. No bad row stops the reading.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from prongsai.ita.reading.kinds import FileKind, recognise
from prongsai.ita.reading.national_rows import NationalColumns, NationalEntry, NationalRow, RowError
from prongsai.ita.reading.national_sheet import read_sheet
from prongsai.ita.reading.sizes import LARGEST_FILE, check_size
from prongsai.ita.thai import Refused, decode, normalise

MOST_CELLS = 1_000_000

_OFTEN = 200


def read_national(path: Path, *, progress: Callable[[int, int], None] | None = None) -> Iterator[NationalEntry]:
    """Read a .xlsx or .csv file in this process; for a file from outside see `limited.read_national_limited`.

    Gives for each sheet with a header first its columns, then for every row of an agency its results or the reasons
    why it gives none. `progress` is told (rows read, rows in the sheet) now and then. Refuses KIND, SIZE (more than a
    million cells), HEADER (no sheet has a header that names the agency and a score), and what opening the file refuses.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    return told_progress(national_entries(data, path.name), progress)


def national_entries(data: bytes, name: str) -> Iterator[NationalEntry]:
    """Read a file given as bytes; see `read_national`."""
    check_size(data, name)
    try:
        kind = recognise(data, name)
        if kind not in (FileKind.XLSX, FileKind.CSV):
            raise Refused("KIND", "ผลของหลายหน่วยงานอ่านจาก .xlsx หรือ .csv เท่านั้น โปรดบันทึกเป็นชนิดนั้น")
        found = False
        for entry in _of_workbook(data) if kind is FileKind.XLSX else _of_text(data):
            found = True
            yield entry
        if not found:
            raise Refused("HEADER", "ไม่พบหัวตารางที่มีชื่อหน่วยงานและคะแนน โปรดตั้งหัวคอลัมน์ เช่น หน่วยงาน จังหวัด ตัวชี้วัดที่ 1 คะแนนรวม")
    except Refused as refused:
        raise refused.at(file=name) from None


def told_progress(
    entries: Iterator[NationalEntry], progress: Callable[[int, int], None] | None
) -> Iterator[NationalEntry]:
    """Pass the entries on, telling now and then how many rows of the sheet are done."""
    total = header = row = 0
    for n, entry in enumerate(entries):
        if progress is not None and isinstance(entry, NationalColumns):
            if total:
                progress(total, total)
            total, header = entry.rows, entry.header_row
        elif isinstance(entry, NationalRow | RowError):
            row = entry.row
        if progress is not None and n % _OFTEN == 0:
            progress(max(row - header, 0), total)
        yield entry
    if progress is not None:
        progress(total, total)


def _of_workbook(data: bytes) -> Iterator[NationalEntry]:
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook  # noqa: PLC0415

    from prongsai.ita.reading.archive import clean_archive  # noqa: PLC0415 - neither is needed for .csv

    archive = clean_archive(data)
    if archive.reaches_far:
        _check_extent(archive.data)
    cells = 0
    try:
        with load_workbook(io.BytesIO(archive.data)) as workbook:
            for about in workbook.sheets_metadata:
                if about.visible is not SheetVisibleEnum.Visible or about.typ is not SheetTypeEnum.WorkSheet:
                    continue
                sheet = workbook.get_sheet_by_name(about.name)
                if sheet.start is None:
                    continue
                cells += sheet.height * sheet.width
                if cells > MOST_CELLS:
                    raise _too_many()
                rows, height = sheet.iter_rows(), sheet.start[0] + sheet.height
                yield from read_sheet(rows, sheet=about.name, height=height, first_column=sheet.start[1])
    except CalamineError:
        raise Refused("BROKEN", "แฟ้ม Excel เสียหาย โปรดเปิดด้วย Excel แล้วบันทึกเป็นแฟ้มใหม่") from None


def _check_extent(data: bytes) -> None:
    """Walk the sheets for where their values end: the parser makes room for every place between the first and last."""
    from prongsai.ita.reading.ooxml import Package  # noqa: PLC0415 - slow, and hardly ever needed
    from prongsai.ita.reading.xlsx_parts import SheetParts  # noqa: PLC0415

    parts = SheetParts(Package(data))
    for name in parts.names:
        if parts.details(name, most_cells=MOST_CELLS).area > MOST_CELLS:
            raise _too_many()


def _of_text(data: bytes) -> Iterator[NationalEntry]:
    from prongsai.ita.reading.csv_layout import csv_rows  # noqa: PLC0415

    text = normalise(decode(data).text).removeprefix("\ufeff")
    height = text.count("\n") + 1
    try:
        yield from read_sheet(_counted(csv_rows(text)), sheet=None, height=height)
    except csv.Error:
        raise Refused("QUOTES", "เครื่องหมายคำพูดในแฟ้มไม่ครบคู่ โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx") from None


def _counted(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    cells = 0
    for row in rows:
        cells += len(row)
        if cells > MOST_CELLS:
            raise _too_many()
        yield row


def _too_many() -> Refused:
    return Refused("SIZE", f"ตารางมีช่องเกิน {MOST_CELLS:,} ช่อง โปรดแยกเป็นหลายแฟ้ม")
