"""unit-missing, period-missing, status-missing, agency-missing: what a paper of this kind usually says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.papers.reading import MeasureRow, Reading


def check_missing(reading: Reading) -> Iterator[CheckFinding]:
    """Find rows without unit or period, rows of a report without status, and a paper without agency.

    A column that no row has is found once, at the table; otherwise each row that lacks it.
    """
    yield from _lacking(reading, "unit-missing", "units", "ผู้รับผิดชอบ", lambda row: bool(row.units))
    yield from _lacking(reading, "period-missing", "period", "ระยะเวลาดำเนินการ", lambda row: row.period is not None)
    if reading.document.kind == "measures_report":
        yield from _lacking(reading, "status-missing", "status", "สถานะการดำเนินการ", lambda row: row.status is not None)
    if reading.agency.name is None:
        yield CheckFinding(
            code="agency-missing",
            severity="hint",
            where="agency.name",
            message="ไม่พบชื่อหน่วยงานในเอกสาร",
            settle="ควรเพิ่มชื่อหน่วยงานให้ครบ",
        )


def _lacking(
    reading: Reading, code: str, field: str, what: str, has: Callable[[MeasureRow], bool]
) -> Iterator[CheckFinding]:
    rows = [index for index, row in enumerate(reading.measures) if not has(row)]
    if rows and len(rows) == len(reading.measures):
        yield CheckFinding(code, "hint", "measures", f"ตารางมาตรการไม่มี{what}", f"ควรเพิ่ม{what}ของแต่ละมาตรการ")
        return
    for index in rows:
        message = f"มาตรการแถวที่ {index + 1} ยังไม่ระบุ{what}"
        yield CheckFinding(code, "hint", f"measures[{index}].{field}", message, f"ควรระบุ{what} หรือขีดให้ชัดว่าไม่มี")
