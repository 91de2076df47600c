"""The JSON form of a reading: `prongsai.reading/1`, exactly as the contract and its schema say.

Every field is present; scores are JSON numbers with the two decimals kept, dates ISO 8601, years Buddhist-era integers.
Beyond the contract stand the questions and items of a score sheet, the items of a row, and the year of an order.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from prongsai.ita.papers.reading import (
    SCHEMA,
    AgencyHead,
    AnalysisRow,
    Change,
    DocumentHead,
    IndicatorScore,
    ItemResult,
    MeasureRow,
    QuestionScore,
    Reading,
    ReadingWarning,
    ScoreSheet,
    WorkingGroup,
)
from prongsai.ita.thai.periods import Period, Recurrence
from prongsai.ita.thai.refusal import Refused

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json: TypeAlias = dict[str, Any]
T = TypeVar("T", bound="DataclassInstance")


def to_json(reading: Reading) -> Json:
    """Give a reading as plain data for `json.dumps`. All fields of the contract, in its order."""
    group = reading.working_group
    return {
        "schema": SCHEMA,
        "document": _plain(reading.document),
        "agency": _plain(reading.agency),
        "score_sheets": [_sheet(sheet) for sheet in reading.score_sheets],
        "changes": [_plain(change) | {"stated": float(change.stated)} for change in reading.changes],
        "analysis": [_analysis_row(row) for row in reading.analysis],
        "measures": [_measure_row(row) for row in reading.measures],
        "working_group": None if group is None else _plain(group),
        "limitations": list(reading.limitations),
        "recommendations": list(reading.recommendations),
        "warnings": [_plain(warning) for warning in reading.warnings],
    }


def dumps(reading: Reading) -> str:
    """Give a reading as JSON text, readable, in UTF-8 letters."""
    return json.dumps(to_json(reading), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def loads(text: str) -> Reading:
    """Read JSON text. Refuses JSON: no JSON, NaN or Infinity, a key twice, a shape that the contract does not know."""
    try:
        data = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_keys_once)
    except (json.JSONDecodeError, RecursionError, ArithmeticError) as error:
        raise Refused("JSON", f"อ่าน JSON ไม่ได้ ({error})") from None
    return from_json(data)


def from_json(data: Mapping[str, Any]) -> Reading:
    """Make a reading from plain data. Fields that are lacking are empty, further ones ignored. Refuses JSON."""
    if not isinstance(data, Mapping) or data.get("schema", SCHEMA) != SCHEMA:
        raise Refused("JSON", f"ไม่ใช่ข้อมูลแบบ {SCHEMA}")
    try:
        return _reading(data)
    except (TypeError, ValueError, KeyError, AttributeError, ArithmeticError) as error:
        raise Refused("JSON", f"ข้อมูลไม่ตรงตามแบบ {SCHEMA} ({type(error).__name__})") from None


def _reading(data: Mapping[str, Any]) -> Reading:
    group = data.get("working_group")
    return Reading(
        document=_record(DocumentHead, data["document"]),
        agency=_record(AgencyHead, data.get("agency") or {}),
        score_sheets=tuple(_sheet_from(entry) for entry in data.get("score_sheets") or ()),
        changes=tuple(_record(Change, entry, stated=_number(entry["stated"])) for entry in data.get("changes") or ()),
        analysis=tuple(_record(AnalysisRow, entry) for entry in data.get("analysis") or ()),
        measures=tuple(_record(MeasureRow, entry, period=_period_from(entry)) for entry in data.get("measures") or ()),
        working_group=None if group is None else _record(WorkingGroup, group),
        limitations=tuple(data.get("limitations") or ()),
        recommendations=tuple(data.get("recommendations") or ()),
        warnings=tuple(_record(ReadingWarning, entry) for entry in data.get("warnings") or ()),
    )


def _plain(record: DataclassInstance) -> Json:
    """Give the fields of a flat record; tuples as lists."""
    values = {entry.name: getattr(record, entry.name) for entry in fields(record)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _score(score: Decimal | None) -> float | None:
    return None if score is None else float(score)


def _sheet(sheet: ScoreSheet) -> Json:
    return {
        "year": sheet.year,
        "overall": _score(sheet.overall),
        "level": sheet.level,
        "instruments": {name: float(score) for name, score in (sheet.instruments or {}).items()},
        "indicators": [{"number": entry.number, "score": float(entry.score)} for entry in sheet.indicators],
        "questions": [{"code": entry.code, "score": float(entry.score)} for entry in sheet.questions],
        "items": [_plain(entry) | {"score": _score(entry.score)} for entry in sheet.items],
    }


def _analysis_row(row: AnalysisRow) -> Json:
    order = ("issue", "indicator", "instrument", "questions", "finding", "recommendation", "oit")
    plain = _plain(row) | {"finding": row.finding or None}
    return {name: plain[name] for name in order}


def _measure_row(row: MeasureRow) -> Json:
    period: Json | None = None
    if isinstance(row.period, Period):
        start = row.period.start
        period = {"start": start.isoformat() if start else None, "end": row.period.end.isoformat()}
    elif row.period is not None:
        period = {"every_months": row.period.every_months}
    return _plain(row) | {"period": period}


def _sheet_from(entry: Mapping[str, Any]) -> ScoreSheet:
    indicators = (IndicatorScore(int(one["number"]), _number(one["score"])) for one in entry.get("indicators") or ())
    return ScoreSheet(
        year=entry.get("year"),
        overall=None if entry.get("overall") is None else _number(entry["overall"]),
        level=entry.get("level"),
        instruments={name: _number(score) for name, score in (entry.get("instruments") or {}).items()},
        indicators=tuple(indicators),
        questions=tuple(QuestionScore(str(one["code"]), _number(one["score"])) for one in entry.get("questions") or ()),
        items=tuple(_item_from(one) for one in entry.get("items") or ()),
    )


def _item_from(entry: Mapping[str, Any]) -> ItemResult:
    score = entry.get("score")
    return ItemResult(str(entry["code"]), None if score is None else _number(score), entry.get("remark"))


def _period_from(entry: Mapping[str, Any]) -> Period | Recurrence | None:
    period = entry.get("period")
    if period is None:
        return None
    if "every_months" in period:
        return Recurrence(int(period["every_months"]))
    start = period.get("start")
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(period["end"]))


def _record(kind: type[T], entry: Mapping[str, Any], **given: object) -> T:
    """Make a flat record from the fields that it knows; lists as tuples."""
    known = {field.name for field in fields(kind)}
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items() if name in known
    }
    if kind is AnalysisRow and values.get("finding") is None:
        values["finding"] = ""
    return kind(**(values | given))


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError(value)
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError(value)
    return number


def _no_constant(name: str) -> None:
    raise Refused("JSON", f"{name} ไม่ใช่ตัวเลขที่ใช้ได้ใน JSON")


def _keys_once(pairs: Iterable[tuple[str, Any]]) -> Json:
    result: Json = {}
    for key, value in pairs:
        if key in result:
            raise Refused("JSON", f"พบ “{key}” ซ้ำในวัตถุเดียวกัน")
        result[key] = value
    return result
