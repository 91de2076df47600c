"""score-out-of-range and duplicate-indicator: scores that cannot be, and numbers that stand twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.printed_scores import printed_scores
from prongsai.ita.papers.reading import ScoreSheet
from prongsai.ita.scoring.exact import shown


def check_ranges(sheet: ScoreSheet, where: str) -> Iterator[CheckFinding]:
    """Find scores under 0 or over 100; they stay as printed."""
    for place, name, score in printed_scores(sheet):
        if not 0 <= score <= 100:
            meant = f" (อาจหมายถึง {shown(score / 100)})" if score == int(score) and 100 < score <= 10_000 else ""
            yield CheckFinding(
                code="score-out-of-range",
                severity="problem",
                where=f"{where}.{place}",
                message=f"{name} พิมพ์ {shown(score)} ซึ่งอยู่นอกช่วง 0 ถึง 100{meant}",
                settle="ควรเทียบกับผลที่ประกาศ แล้วพิมพ์คะแนนใหม่",
                found=shown(score),
            )


def check_duplicates(sheet: ScoreSheet, where: str) -> Iterator[CheckFinding]:
    """Find indicator numbers that stand twice in one sheet."""
    for number, count in Counter(entry.number for entry in sheet.indicators).items():
        if count > 1:
            yield CheckFinding(
                code="duplicate-indicator",
                severity="problem",
                where=f"{where}.indicators",
                message=f"ตัวชี้วัดที่ {number} มี {count} ครั้งในตารางเดียวกัน ใช้ค่าแรกไว้ก่อน",
                settle="ควรตรวจว่าค่าใดถูกต้อง หรือเลขตัวชี้วัดใดพิมพ์ผิด",
                found=str(number),
            )
