"""Thai sentences of a drafted plan: why a row is there, and what an official should look at. Arabic digits."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, repeat

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Elements, Framework
from prongsai.ita.thai.numbers import format_decimal

_COMPONENTS = {"EIT1": "EIT ส่วนที่ 1", "EIT2": "EIT ส่วนที่ 2"}


def why_chosen(weak_points: tuple[WeakPoint, ...]) -> str:
    """Say with scores and prices (points of the overall, an internal estimate) why a row stands in the plan."""
    reasons = zip(chain(["เพราะ"], repeat("และ")), weak_points, strict=False)
    return "เลือกเรื่องนี้" + " ".join(_after(word, _reason(weak)) for word, weak in reasons)


def _after(word: str, text: str) -> str:
    """Put a text behind a Thai word: Latin letters keep a blank before them."""
    return f"{word} {text}" if text[:1].isascii() else word + text


def label(weak: WeakPoint) -> str:
    """Name a weak point as officers do: ข้อ E2, ตัวชี้วัดที่ 8, EIT ส่วนที่ 2."""
    if weak.kind in ("question", "item"):
        return f"ข้อ {weak.code}"
    if weak.kind == "indicator":
        return f"ตัวชี้วัดที่ {weak.code}"
    return _COMPONENTS.get(weak.code, f"แบบวัด {weak.code}")


def elements_to_check(framework: Framework, code: str) -> str | None:
    """Say what an assessor looks for under a lost item, or that this is not established; None for an unknown code."""
    item = framework.item(code)
    if item is None:
        return None
    title = item.title or item.candidate_title or "ยังไม่ยืนยันชื่อข้อ"
    return f"ข้อ {code} ({title}) ปี {framework.year} {_elements(item.elements)}"


def _elements(elements: Elements) -> str:
    if elements.values:
        return "ตรวจให้ครบองค์ประกอบ: " + ", ".join(elements.values)
    if elements.candidates:
        return "องค์ประกอบยังไม่ยืนยัน ตัวอย่างที่ควรตรวจ: " + ", ".join(elements.candidates)
    return "ยังไม่ทราบองค์ประกอบที่ใช้ตรวจ โปรดตรวจกับคู่มือของปี"


def _reason(weak: WeakPoint) -> str:
    subject = label(weak) + (f" {weak.name}" if weak.name and weak.kind != "component" else "")
    if weak.score is None:
        return f"เอกสารของหน่วยงานระบุ{subject} ว่าเป็นข้อที่ควรพัฒนา (ไม่มีคะแนนรายข้อ)"
    lost = weak.kind == "item" and weak.score == 0
    result = "ไม่ได้คะแนน" if lost else f"ได้ {format_decimal(weak.score)} คะแนน"
    return f"{subject} {result}{_price(weak.price)}"


def _price(price: Decimal | None) -> str:
    if price is None:
        return " (ยังคำนวณผลต่อคะแนนภาพรวมไม่ได้)"
    return f" คิดเป็นคะแนนที่เสียในภาพรวม {format_decimal(price)} คะแนน"
