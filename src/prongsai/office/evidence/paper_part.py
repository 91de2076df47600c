"""What progress adds to the page of the monthly meeting. Units are named where something is late, people never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils import translation

from prongsai.ita.thai import format_date
from prongsai.ita.writing.compose import Progress, UnitTask
from prongsai.office.evidence.progress import MeasureProgress, TurnProgress
from prongsai.office.evidence.services.looking_up import progress_of
from prongsai.office.rounds.models import Round
from prongsai.platform.ui.states import State

NO_UNIT = "ยังไม่ได้กำหนดส่วนราชการ"
LACKING = "หลักฐานของขั้นตอนที่ดำเนินการแล้ว"


def for_meeting(found: Round, day: date) -> Mapping[str, Any]:
    """Give each measure of the decided plan with its state, and by unit the proof that is lacking.

    Nothing where no plan is decided: then the page asks for it.
    """
    told = progress_of(found, day)
    if not told:
        return {}
    with translation.override("th"):
        return {"progress": tuple(_row(each) for each in told), "tasks": tuple(_lacking(told))}


def _row(found: MeasureProgress) -> Progress:
    measure = found.measure
    unit = measure.lead_unit.name if measure.lead_unit else measure.units_as_printed
    return Progress(
        measure=f"{measure.label} {measure.title}",
        unit=unit or NO_UNIT,
        state=str(found.state.label),
        remark="; ".join(_remarks(found)) or None,
    )


def _remarks(found: MeasureProgress) -> Iterator[str]:
    standing = found.standing
    if standing and standing.stopped:
        yield f"ยุติเมื่อ {format_date(standing.stopped, form='short', digits='arabic')} {standing.stopped_because}"
        return
    if found.turns:
        yield f"เสร็จแล้ว {found.closed} จาก {len(found.turns)} ครั้ง"
    if late := [turn for turn in found.turns if turn.state is State.OVERDUE]:
        yield f"เกินกำหนด {_by_unit(late)}"
    if found.lacking:
        yield f"ยังขาดหลักฐาน {_by_unit(found.lacking)}"


def _by_unit(turns: Iterable[TurnProgress]) -> str:
    return ", ".join(f"{unit} {count} ครั้ง" for unit, count in Counter(map(_unit, turns)).items())


def _lacking(found: Iterable[MeasureProgress]) -> Iterator[UnitTask]:
    """Give one row for each unit and measure: of which turns proof is lacking, with the earliest day among them."""
    for each in found:
        by_unit: dict[str, list[TurnProgress]] = {}
        for turn in each.lacking:
            by_unit.setdefault(_unit(turn), []).append(turn)
        for unit, turns in by_unit.items():
            days = [turn.turn.due or turn.turn.happened for turn in turns]
            what = f"{LACKING} {each.measure.label} {len(turns)} ครั้ง"
            yield UnitTask(unit, what, min((day for day in days if day), default=None))


def _unit(turn: TurnProgress) -> str:
    return turn.turn.unit.name if turn.turn.unit else NO_UNIT
