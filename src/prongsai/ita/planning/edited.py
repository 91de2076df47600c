"""A new draft never overwrites rows that people have worked on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prongsai.ita.planning.drafts import DraftMeasure

NO_LONGER_WEAK = "ไม่อยู่ในจุดที่ควรพัฒนาของผลการประเมินที่ใช้ครั้งนี้ คงไว้ตามที่บันทึก"


def keep_edited(drafted: Sequence[DraftMeasure], previous: Sequence[DraftMeasure]) -> tuple[DraftMeasure, ...]:
    """Put the rows of the same plan as people left them in place of fresh drafts on the same subject.

    Words, units and periods stay; only the weak points and the reason are renewed. Rows whose subject is no longer
    weak stay too, with a remark. The subject is the topic, or the codes where there is none.
    """
    by_subject: dict[object, list[DraftMeasure]] = {}
    for row in previous:
        by_subject.setdefault(_subject(row), []).append(row)
    kept: list[DraftMeasure] = []
    for draft in drafted:
        earlier = by_subject.pop(_subject(draft), [])
        kept.extend(_renewed(row, draft) for row in earlier)
        if not earlier:
            kept.append(draft)
    left = (row for rows in by_subject.values() for row in rows)
    return (*kept, *(replace(row, remarks=(*_without_note(row), NO_LONGER_WEAK)) for row in left))


def _subject(row: DraftMeasure) -> object:
    return row.topic if row.topic is not None else frozenset((weak.kind, weak.code) for weak in row.weak_points)


def _renewed(row: DraftMeasure, draft: DraftMeasure) -> DraftMeasure:
    return replace(
        row,
        weak_points=draft.weak_points,
        codes=draft.codes,
        why=draft.why,
        confirmed=draft.confirmed and row.measure_id == draft.measure_id,
        remarks=_without_note(row),
    )


def _without_note(row: DraftMeasure) -> tuple[str, ...]:
    return tuple(remark for remark in row.remarks if remark != NO_LONGER_WEAK)
