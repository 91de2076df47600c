"""Each thing that is asked for beside what stands there: met, lost or open, with the reason in plain Thai."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from prongsai.ita.analysis.item_check.asked import AskedItem
from prongsai.ita.analysis.item_check.placed import Checked, ElementState, PlacedItem

Verdict: TypeAlias = Literal["met", "lost", "doubtful", "open", "step", "advice"]
"""lost: the item would be lost; doubtful: a gap against a criterion that is not established; open: not checked;
step: still to be done before sending, no loss by itself; advice: helps readers, never lowers a prediction."""

PartKind: TypeAlias = Literal[
    "published", "element", "year", "month", "files", "link", "address", "text-layer", "accessibility"
]


@dataclass(frozen=True, slots=True)
class PartResult:
    """The result of one part. `key` is the element's text, the year or the month; `sourced`: how surely it is asked.

    `reason` is a plain Thai sentence that suggests and never accuses.
    """

    kind: PartKind
    key: str
    verdict: Verdict
    reason: str
    sourced: bool = True


def parts_of(asked: AskedItem, placed: PlacedItem) -> tuple[PartResult, ...]:
    """Give the results in the order in which a person would look; nothing but the first where nothing is published."""
    if placed.published == "no":
        reason = "ยังไม่มีข้อมูลของข้อนี้บนเว็บไซต์ ควรขอข้อมูลจากส่วนราชการเจ้าของข้อ"
        return (PartResult("published", "", "lost", reason),)
    return (
        *_elements(asked, placed),
        *_years(asked, placed),
        *_months(asked, placed),
        *_standing(placed),
        *_advice(placed),
    )


def _elements(asked: AskedItem, placed: PlacedItem) -> Iterator[PartResult]:
    for element in asked.elements:
        state = placed.elements.get(element.text, "not-checked")
        verdict, reason = _of_state(state, f"“{element.text}”", sourced=element.sourced)
        yield PartResult("element", element.text, verdict, reason, element.sourced)


def _of_state(state: ElementState, what: str, *, sourced: bool) -> tuple[Verdict, str]:
    gap: Verdict = "lost" if sourced else "doubtful"
    match state:
        case "present":
            return "met", f"มี{what}แล้ว"
        case "said-none":
            return "met", f"ระบุแล้วว่า{what} ไม่มี"
        case "blank":
            return gap, f"{what}เว้นว่างไว้ ควรเติมข้อมูล หากไม่มีให้เขียนว่า ไม่มี"
        case "missing":
            return gap, f"ไม่พบ{what} ควรเพิ่มหัวข้อนี้ หากไม่มีข้อมูลให้เขียนใต้หัวข้อว่า ไม่มี"
        case "not-checked":
            return "open", f"ยังไม่ได้ตรวจ{what}"


def _years(asked: AskedItem, placed: PlacedItem) -> Iterator[PartResult]:
    for wanted in asked.years:
        key = str(wanted.year)
        if placed.years is None:
            yield PartResult("year", key, "open", f"ยังไม่ได้ตรวจว่าเป็นข้อมูลปีงบประมาณ พ.ศ. {key}", wanted.sourced)
        elif wanted.year in placed.years:
            yield PartResult("year", key, "met", f"เป็นข้อมูลปีงบประมาณ พ.ศ. {key}", wanted.sourced)
        else:
            found = " ".join(str(year) for year in sorted(placed.years)) or "ที่ไม่ได้ระบุปี"
            reason = f"ควรเป็นข้อมูลปีงบประมาณ พ.ศ. {key} แต่ที่เผยแพร่เป็นข้อมูลปี {found}"
            yield PartResult("year", key, "lost" if wanted.sourced else "doubtful", reason, wanted.sourced)


def _months(asked: AskedItem, placed: PlacedItem) -> Iterator[PartResult]:
    for wanted in asked.months:
        state: ElementState = "not-checked"
        if placed.months is not None:
            state = placed.months.get(wanted.month, "missing")
        name = wanted.month.name
        verdict, reason = _of_state(state, f"ข้อมูลเดือน{name}", sourced=wanted.sourced)
        yield PartResult("month", name, verdict, reason, wanted.sourced)


def _standing(placed: PlacedItem) -> Iterator[PartResult]:
    yield _yes_or_no(
        "files", placed.files_open, ("ไฟล์เปิดได้", "มีไฟล์ที่เปิดไม่ได้ ควรแนบใหม่แล้วลองเปิด", "ยังไม่ได้ลองเปิดไฟล์"), "lost"
    )
    yield _yes_or_no(
        "link",
        placed.reachable,
        ("เข้าถึงได้จากเว็บไซต์หลัก", "เข้าถึงจากเว็บไซต์หลักของหน่วยงานไม่ได้ ควรเพิ่มลิงก์", "ยังไม่ได้ตรวจว่าเข้าถึงจากเว็บไซต์หลักได้"),
        "lost",
    )
    yield _yes_or_no(
        "address",
        placed.address_frozen,
        ("ปิดที่อยู่เพื่อส่งประเมินแล้ว", "ยังไม่ได้ปิดที่อยู่เพื่อส่งประเมิน ต้องทำก่อนส่ง", "ยังไม่ได้ตรวจว่าปิดที่อยู่แล้ว ต้องทำก่อนส่ง"),
        "step",
    )


def _yes_or_no(kind: PartKind, checked: Checked, words: tuple[str, str, str], failing: Verdict) -> PartResult:
    """Give the result of a yes or a no; what nobody looked at is open, or a step that is still to be done."""
    if checked == "yes":
        return PartResult(kind, "", "met", words[0])
    if checked == "no":
        return PartResult(kind, "", failing, words[1])
    return PartResult(kind, "", "step" if failing == "step" else "open", words[2])


def _advice(placed: PlacedItem) -> Iterator[PartResult]:
    """Give what helps readers. Signed scans are accepted practice, so a missing text layer is never a loss."""
    if placed.text_layer == "no":
        reason = "ไฟล์เป็นภาพสแกน ไม่มีข้อความให้ค้นหาหรืออ่านออกเสียง ควรแนบไฟล์ต้นฉบับคู่กัน (ไม่มีผลต่อคะแนนคาดการณ์)"
        yield PartResult("text-layer", "", "advice", reason)
    if placed.accessible == "no":
        reason = "หน้านี้อ่านด้วยโปรแกรมช่วยอ่านได้ไม่ครบ ควรเพิ่มคำอธิบายภาพและหัวข้อ (ไม่มีผลต่อคะแนนคาดการณ์)"
        yield PartResult("accessibility", "", "advice", reason)
