"""finding-without-weakness: a finding that says only that all is well, so that nobody sees what the measure is for."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.wording import states_no_weakness
from prongsai.ita.papers.reading import Reading


def check_no_weakness(reading: Reading) -> Iterator[CheckFinding]:
    """Find such findings in the table of measures and in the section of analysis."""
    findings = [(f"measures[{index}].finding", row.finding or "") for index, row in enumerate(reading.measures)]
    findings += [(f"analysis[{index}].finding", entry.finding) for index, entry in enumerate(reading.analysis)]
    for where, text in findings:
        if states_no_weakness(text):
            yield CheckFinding(
                code="finding-without-weakness",
                severity="doubt",
                where=where,
                message="ข้อค้นพบกล่าวถึงสิ่งที่ทำได้ดีแล้ว จึงยังไม่เห็นว่ามาตรการจะปรับปรุงเรื่องใด",
                settle="ควรเพิ่มสิ่งที่ยังทำได้ไม่ทั่วถึงหรือคะแนนที่ต่ำ หรือระบุว่าเป็นมาตรการรักษาระดับที่ดีไว้",
            )
