"""Progress and notes as workbooks: in Thai, as the office files them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils import translation

from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.office.evidence.models import Note
from prongsai.office.evidence.progress import MeasureProgress, TurnProgress

PROGRESS = (
    ("มาตรการ", 50), ("สถานะของมาตรการ", 30), ("ขั้นตอน", 60), ("ส่วนราชการ", 30), ("กำหนด", 20), ("สถานะ", 30),
    ("ดำเนินการเมื่อ", 20), ("ผลการดำเนินงาน", 60), ("จำนวน", 30), ("บันทึกแทน", 30), ("หลักฐานที่รับแล้ว", 12),
)  # fmt: skip
NOTES = (
    ("ประเภท", 14), ("ข้อความ", 80), ("มาตรการ", 40), ("ส่วนราชการ", 30), ("วันที่บันทึก", 20), ("นำไปใส่ในรายงาน", 14),
)  # fmt: skip


def progress_as_workbook(found: Sequence[MeasureProgress]) -> bytes:
    """Return a row for each turn, with its measure and state; no text becomes a formula."""
    with translation.override("th"):
        return write_row_sheet("ความก้าวหน้า", PROGRESS, [row for each in found for row in _rows(each)])


def notes_as_workbook(notes: Sequence[Note]) -> bytes:
    """Return the notes, one to a row."""
    with translation.override("th"):
        rows = [
            (
                str(note.get_kind_display()),
                note.words,
                f"{note.measure.label} {note.measure.title}" if note.measure else "ทั้งปี",
                note.unit.name if note.unit else "",
                note.day,
                "ใช่" if note.in_report else "ไม่",
            )
            for note in notes
        ]
        return write_row_sheet("ปัญหาและข้อเสนอแนะ", NOTES, rows)


def _rows(found: MeasureProgress) -> Iterator[tuple[Value, ...]]:
    name, state = f"{found.measure.label} {found.measure.title}", str(found.state.label)
    for step in found.steps:
        for turn in step.turns:
            yield (name, state, step.step.text, *_turn(turn))
        if not step.turns:
            yield (name, state, step.step.text, "", None, "", None, "", "", "", 0)


def _turn(found: TurnProgress) -> tuple[Value, ...]:
    turn = found.turn
    figures = "; ".join(f"{name} {count}" for name, count in turn.figures.items())
    return (
        turn.unit.name if turn.unit else "",
        turn.due,
        str(found.state.label),
        turn.happened,
        turn.result or turn.reason,
        figures,
        turn.recorded_for.full_name if turn.recorded_for else "",
        sum(proof.is_accepted for proof in found.proofs),
    )
