"""Typed, pasted and JSON score sheets as one list of rows, every figure still a text for the one number parser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import NoReturn

from prongsai.ita.thai.refusal import Refused

LIMIT = 100_000
"""Longest score sheet accepted, in characters: a year has fewer than two hundred scores."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One line of a score sheet: what it names, the figure as typed, and its row as a person counts."""

    row: int
    what: str
    value: str


def rows_from_paste(text: str) -> list[TypedRow]:
    """Split a pasted table: one score a line, its name and its figure parted by tabs. Blank lines are passed over.

    With more than two columns all but the last are the name (number and name in cells of their own).
    """
    _limit(text)
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if any(cells):
            rows.append(TypedRow(number, " ".join(filter(None, cells[:-1])), cells[-1]))
    return rows


def rows_from_json(text: str) -> list[TypedRow]:
    """Read a score sheet in the form of the reading contract (`overall`, `level`, `instruments`, `indicators`).

    Further objects `questions`, `items` and `sub_indicators` give scores by code. Rows count the scores in order.
    Refuses JSON: malformed, NaN or Infinity, a key twice in one object, or another shape.
    """
    _limit(text)
    try:
        sheet = json.loads(
            text, parse_float=str, parse_int=str, parse_constant=_not_json, object_pairs_hook=_without_duplicates
        )
    except (json.JSONDecodeError, RecursionError) as error:
        raise Refused("JSON", "ข้อมูลไม่เป็น JSON ที่ถูกต้อง") from error
    if not isinstance(sheet, dict):
        raise Refused("JSON", "ตารางคะแนนต้องเป็นวัตถุ JSON หนึ่งชุด")
    pairs: list[tuple[str, object]] = [(name, sheet[name]) for name in ("overall", "level") if name in sheet]
    for group in ("instruments", "questions", "items", "sub_indicators"):
        pairs += _mapping(sheet.get(group), group)
    pairs += [_indicator(entry) for entry in _sequence(sheet.get("indicators"), "indicators")]
    return [TypedRow(row, what, _figure(value, what)) for row, (what, value) in enumerate(pairs, 1)]


def _limit(text: str) -> None:
    if len(text) > LIMIT:
        raise Refused("LENGTH", f"ตารางคะแนนยาวเกิน {LIMIT:,} ตัวอักษร")


def _not_json(name: str) -> NoReturn:
    raise Refused("JSON", f"ค่า {name} ไม่ใช่ตัวเลข", value=name)


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise Refused("JSON", f"ชื่อ “{key}” ซ้ำกันในวัตถุเดียว", value=key)
        found[key] = value
    return found


def _mapping(value: object, name: str) -> list[tuple[str, object]]:
    if value is None:
        return []
    if not isinstance(value, dict):
        raise Refused("JSON", f"“{name}” ต้องเป็นวัตถุ JSON", value=name)
    return list(value.items())


def _sequence(value: object, name: str) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise Refused("JSON", f"“{name}” ต้องเป็นรายการ", value=name)
    return value


def _indicator(entry: object) -> tuple[str, object]:
    if not isinstance(entry, dict) or "number" not in entry or "score" not in entry:
        raise Refused("JSON", "ตัวชี้วัดแต่ละรายการต้องมี number และ score")
    return f"{entry['number']} {entry.get('name') or ''}".strip(), entry["score"]


def _figure(value: object, what: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused("JSON", f"ค่าของ “{what}” ต้องเป็นตัวเลขหรือข้อความ", value=what)
    return value
