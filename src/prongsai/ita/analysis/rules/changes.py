"""wrong-change: a printed change that is not the difference of the two scores beside it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.printed import wrong_changes
from prongsai.ita.papers.reading import Reading
from prongsai.ita.thai.numbers import format_decimal


def check_changes(reading: Reading) -> Iterator[CheckFinding]:
    """Find changes off by more than 0.01; a wrong sign is named as such."""
    for wrong in wrong_changes(reading):
        change = wrong.change
        what = "คะแนนภาพรวม" if change.indicator is None else f"ตัวชี้วัดที่ {change.indicator}"
        stated, difference = (format_decimal(value, sign=True) for value in (change.stated, wrong.difference))
        sign_only = change.stated == -wrong.difference
        yield CheckFinding(
            code="wrong-change",
            severity="problem",
            where=f"changes[{wrong.index}].stated",
            message=(
                f"ผลต่างของ{what} ปี {change.from_year} กับปี {change.to_year} พิมพ์ {stated} แต่คะแนนสองปีต่างกัน {difference}"
            ),
            settle="น่าจะเป็นเครื่องหมายบวกลบ ควรตรวจแล้วแก้ในเอกสาร" if sign_only else "ควรตรวจคะแนนทั้งสองปีและผลต่างอีกครั้ง",
            found=format_decimal(change.stated),
            expected=format_decimal(wrong.difference),
        )
