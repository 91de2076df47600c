"""Every score that a sheet prints, with its place and its name."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.ita.papers.reading import ScoreSheet


def printed_scores(sheet: ScoreSheet) -> Iterator[tuple[str, str, Decimal]]:
    """Give every score of a sheet with its place in it and its name."""
    if sheet.overall is not None:
        yield "overall", "คะแนนภาพรวม", sheet.overall
    for key, score in (sheet.instruments or {}).items():
        yield f"instruments.{key}", key, score
    for index, entry in enumerate(sheet.indicators):
        yield f"indicators[{index}].score", f"ตัวชี้วัดที่ {entry.number}", entry.score
    for index, question in enumerate(sheet.questions):
        yield f"questions[{index}].score", f"ข้อคำถาม {question.code}", question.score
