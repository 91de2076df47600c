"""copied-result: results or outcomes of a row that repeat those of an earlier row."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.printed import copied_results
from prongsai.ita.papers.reading import Reading


def check_copies(reading: Reading) -> Iterator[CheckFinding]:
    """Find repeated results and outcomes."""
    for copy in copied_results(reading.measures):
        name = "ผลการดำเนินงาน" if copy.field == "results" else "ผลลัพธ์"
        yield CheckFinding(
            code="copied-result",
            severity="doubt",
            where=f"measures[{copy.index}].{copy.field}",
            message=f"{name}แถวที่ {copy.index + 1} ตรงกับแถวที่ {copy.earlier + 1} เกือบทั้งหมด",
            settle="ควรตรวจว่าเป็นผลของมาตรการนี้ แล้วเขียนผลเฉพาะของมาตรการ",
            found=str(copy.index + 1),
        )
