"""personal-data: numbers of private persons in a paper that is going to be published."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.papers.reading import Reading
from prongsai.ita.privacy import find_personal_data

_NAMES = {"citizen-id": "เลขประจำตัวประชาชน", "mobile-phone": "หมายเลขโทรศัพท์เคลื่อนที่"}


def check_personal_data(reading: Reading) -> Iterator[CheckFinding]:
    """Find citizen numbers and mobile numbers in any text of the reading; they are shown masked."""
    for where, text in texts(reading):
        for found in find_personal_data(text):
            yield CheckFinding(
                code="personal-data",
                severity="problem" if found.kind == "citizen-id" else "doubt",
                where=where,
                message=f"พบ{_NAMES[found.kind]} {found.masked} ในเอกสาร",
                settle="ควรนำออกก่อนเผยแพร่ เว้นแต่เป็นช่องทางติดต่อของหน่วยงานที่ต้องเปิดเผย",
                found=found.masked,
            )


def texts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give every text that the paper says in its own words, with its path."""
    yield "document.title", reading.document.title
    for index, entry in enumerate(reading.analysis):
        yield f"analysis[{index}].finding", entry.finding
        yield f"analysis[{index}].recommendation", entry.recommendation or ""
    for index, row in enumerate(reading.measures):
        yield f"measures[{index}].finding", row.finding or ""
        yield f"measures[{index}].follow_up", row.follow_up or ""
        for field in ("measures", "steps", "units", "results", "outcomes"):
            for place, text in enumerate(getattr(row, field)):
                yield f"measures[{index}].{field}[{place}]", text
    duties = reading.working_group.duties if reading.working_group else ()
    for field, lines in (
        ("working_group.duties", duties),
        ("limitations", reading.limitations),
        ("recommendations", reading.recommendations),
    ):
        for place, text in enumerate(lines):
            yield f"{field}[{place}]", text
