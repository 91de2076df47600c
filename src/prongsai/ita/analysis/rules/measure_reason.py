"""measure-without-finding: a measure of which the paper does not say what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.papers.reading import MeasureRow, Reading

_SETTLE = "ควรเขียนข้อค้นพบหรือเหตุผลของมาตรการ เพื่อให้เห็นว่ามาตรการตอบเรื่องใด"


def check_measure_reason(reading: Reading) -> Iterator[CheckFinding]:
    """Find measures without a finding in a paper that sets measures; a report on them need not repeat why.

    Where no row has one and no section of analysis stands beside the table, it is found once, at the table. A row
    that goes on with the question or issue of the row above (a cell merged over both) shares its finding.
    """
    if reading.document.kind == "measures_report":
        return
    rows = reading.measures
    bare = [index for index in range(len(rows)) if not rows[index].finding and _plans(rows[index])]
    if bare and not any(row.finding for row in rows):
        if not reading.analysis and not any(row.questions for row in rows):
            message = "ตารางมาตรการยังไม่บอกข้อค้นพบที่เป็นเหตุของมาตรการ"
            yield CheckFinding("measure-without-finding", "hint", "measures", message, _SETTLE)
        return
    for index in bare:
        if not _shares_finding(rows, index):
            yield CheckFinding(
                code="measure-without-finding",
                severity="hint",
                where=f"measures[{index}].finding",
                message=f"มาตรการแถวที่ {index + 1} ยังไม่มีข้อค้นพบ",
                settle=_SETTLE,
            )


def _plans(row: MeasureRow) -> bool:
    return bool(row.measures or row.steps)


def _shares_finding(rows: Sequence[MeasureRow], index: int) -> bool:
    """Whether the rows above, as far as they are about the same thing, have a finding."""
    row = rows[index]
    for above in reversed(rows[:index]):
        same = (above.issue, above.indicator) == (row.issue, row.indicator)
        if not same or (row.questions and above.questions and row.questions != above.questions):
            return False
        if above.finding:
            return True
    return False
