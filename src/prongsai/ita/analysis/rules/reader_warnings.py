"""Doubts that the reader itself had (repaired codes, mixed digits, skipped charts), said as findings."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding, Severity
from prongsai.ita.analysis.places import value_in_words
from prongsai.ita.papers.reading import ReadingWarning
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
_OF_THE_FILE = "file"
"""Where the file itself gives to think: then the warning says it in a Thai sentence of its own."""

_LEFT_OUT = frozenset(
    (
        "hidden-sheets",
        "hidden-rows",
        "hidden-columns",
        "hidden-text",
        "embedded-parts",
        "cell-error",
        "scanned-pages",
        "ocr-used",
        "date-doubtful",
    )
)
_OTHER: tuple[Severity, str, str] = ("hint", "มีข้อสังเกตจากการอ่านเอกสาร: {found}", "ควรเทียบกับต้นฉบับ")


def finding_of(warning: ReadingWarning) -> CheckFinding:
    """Say a warning of the reader as a finding; a code without a sentence of its own gets a general one.

    What the file made the reader leave out or guess is a doubt, other remarks on a file are hints.
    """
    severity: Severity
    if warning.where == _OF_THE_FILE:
        severity = "doubt" if warning.code in _LEFT_OUT else "hint"
        return CheckFinding(warning.code, severity, warning.where, warning.found, "ควรเปิดแฟ้มเทียบกับที่อ่านได้", None, None)
    severity, message, settle = _SAID.get(warning.code, _OTHER)
    said = message.format(found=value_in_words(warning.found), expected=value_in_words(warning.expected or "ไม่ทราบ"))
    return CheckFinding(warning.code, severity, warning.where, said, settle, warning.found, warning.expected)


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
