"""Turns read data into checked records, and what is wrong with them into sentences with a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prongsai.ita.catalogue.problems import FieldPath, Problem, stop
from prongsai.ita.thai.refusal import Place

RecordType = TypeVar("RecordType", bound=BaseModel)

_RULES = {
    "missing": ("MISSING", "ขาดช่อง “{field}” ซึ่งต้องมี"),
    "extra_forbidden": ("FIELD", "ไม่รู้จักช่อง “{field}”"),
    "literal_error": ("CHOICE", "ช่อง “{field}” มีค่า “{value}” ซึ่งไม่อยู่ในรายการที่เลือกได้"),
    "string_pattern_mismatch": ("CODE", "ช่อง “{field}” มีค่า “{value}” ซึ่งไม่ใช่รูปแบบของรหัส"),
    "catalogue_text": ("TEXT", "ช่อง “{field}”: {reason}"),
    "catalogue_number": ("NUMBER", "ช่อง “{field}”: {reason}"),
    "greater_than_equal": ("RANGE", "ช่อง “{field}” มีค่า “{value}” ต่ำกว่าที่เป็นไปได้"),
    "less_than_equal": ("RANGE", "ช่อง “{field}” มีค่า “{value}” สูงกว่าที่เป็นไปได้"),
    "decimal_max_places": ("SCALE", "ช่อง “{field}” มีค่า “{value}” ซึ่งมีทศนิยมเกินหกตำแหน่ง"),
}
_FAMILIES = (
    ("decimal", "NUMBER", "ช่อง “{field}” มีค่า “{value}” ซึ่งไม่ใช่ตัวเลข"),
    ("finite", "NUMBER", "ช่อง “{field}” มีค่า “{value}” ซึ่งไม่ใช่ตัวเลข"),
    ("int", "NUMBER", "ช่อง “{field}” มีค่า “{value}” ซึ่งไม่ใช่จำนวนเต็ม"),
    ("date", "DATE", "ช่อง “{field}” มีค่า “{value}” ซึ่งไม่ใช่วันที่"),
    ("too_short", "EMPTY", "ช่อง “{field}” ว่าง หากยังไม่ทราบให้ใช้ null"),
)


def build_record(
    record: type[RecordType], data: object, places: Mapping[FieldPath, Place], file: str | None = None
) -> RecordType:
    """Make a record of the given type. Raises CatalogueError with every problem of form, each with its place."""
    try:
        return record.model_validate(data)
    except ValidationError as error:
        problems = [_problem(detail) for detail in error.errors(include_url=False)]
        raise stop(problems, places, file) from error


def _problem(detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    path = tuple(part for part in detail["loc"] if part != "[key]")
    field = next((part for part in reversed(path) if isinstance(part, str)), "แฟ้ม")
    rule, sentence = _RULES.get(kind) or _family(kind)
    reason = detail["msg"] if kind.startswith("catalogue_") else ""
    return Problem(rule, sentence.format(field=field, value=_shown(detail["input"]), reason=reason), path)


def _family(kind: str) -> tuple[str, str]:
    for prefix, rule, sentence in _FAMILIES:
        if kind.startswith(prefix):
            return rule, sentence
    return "TYPE", "ช่อง “{field}” มีค่า “{value}” ซึ่งผิดชนิด"


def _shown(value: object) -> str:
    text = "ไม่ระบุ" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "..."
