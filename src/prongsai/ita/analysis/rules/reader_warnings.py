"""Doubts that the reader itself had (repaired codes, mixed digits, skipped charts), said as findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from prongsai.ita.analysis.finding import CheckFinding, Severity
from prongsai.ita.papers.reading import ReadingWarning
from prongsai.ita.thai.dates import format_date
from prongsai.ita.thai.numbers import printed_number

_SAID: dict[str, tuple[Severity, str, str]] = {
    "code-repaired": ("doubt", "อ่าน “{found}” เป็นรหัส {expected}", "ควรยืนยันรหัส แล้วแก้ในเอกสาร"),
    "score-out-of-range": ("problem", "พบค่า {found} ในตารางคะแนน ซึ่งอยู่นอกช่วง 0 ถึง 100", "ควรเทียบกับผลที่ประกาศ"),
    "duplicate-indicator": ("problem", "ตัวชี้วัดที่ {found} มีมากกว่าหนึ่งครั้งในตารางเดียวกัน", "ควรตรวจว่าค่าใดถูกต้อง"),
    "period-before-decision": (
        "doubt",
        "ระยะเวลาเริ่ม {found} ก่อนวันที่กำหนดมาตรการ {expected}",
        "ควรตรวจวันเริ่มต้น หรือระบุว่าเป็นงานที่ทำต่อเนื่องมาก่อน",
    ),
    "mixed-digits": ("hint", "ตัวเลข “{found}” มีทั้งเลขไทยและเลขอารบิกปนกัน", "ควรตรวจว่าอ่านถูก"),
    "ocr-suspect": ("hint", "คำว่า “{found}” อาจเพี้ยนจากการสแกน", "ควรเทียบกับต้นฉบับ"),
    "chart-skipped": ("hint", "มีค่าจากแผนภูมิที่ไม่ได้นำมาเป็นคะแนน", "ควรตรวจคะแนนจากตาราง"),
    "year-mismatch": ("doubt", "ปี {found} ไม่สอดคล้องกับปีอื่นในเอกสาร", "ควรตรวจปีงบประมาณ"),
}
_WORKED_OUT = frozenset(
    (
        "overall-mismatch",
        "wrong-change",
        "copied-result",
        "unit-missing",
        "period-missing",
        "status-missing",
        "agency-missing",
    )
)
_ISO_DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_OTHER: tuple[Severity, str, str] = ("hint", "มีข้อสังเกตจากการอ่านเอกสาร: {found}", "ควรเทียบกับต้นฉบับ")


def finding_of(warning: ReadingWarning) -> CheckFinding:
    """Say a warning of the reader as a finding; a code without a sentence of its own gets a general one."""
    severity, message, settle = _SAID.get(warning.code, _OTHER)
    said = message.format(found=_readable(warning.found), expected=_readable(warning.expected or "ไม่ทราบ"))
    return CheckFinding(warning.code, severity, warning.where, said, settle, warning.found, warning.expected)


def _readable(value: str) -> str:
    """Write an ISO day as a Thai one; anything else stays."""
    try:
        return format_date(date.fromisoformat(value), digits="arabic") if _ISO_DAY.fullmatch(value) else value
    except ValueError:
        return value


def not_yet_found(warnings: tuple[ReadingWarning, ...], found: list[CheckFinding]) -> Iterator[CheckFinding]:
    """Give the reader's warnings that no check has said already.

    What a check works out from the reading alone (`_WORKED_OUT`) is left to it; the rest shows in the paper's layout
    only (a repaired code, a number twice, the day of a meeting), and is given unless the same value was found.
    """
    for warning in warnings:
        told = any(entry.code == warning.code and _same(entry.found, warning.found) for entry in found)
        if warning.code not in _WORKED_OUT and not told:
            yield finding_of(warning)


def _same(one: str | None, other: str) -> bool:
    value = printed_number(one or "")
    return one == other or (value is not None and value == printed_number(other))
