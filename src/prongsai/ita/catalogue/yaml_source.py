"""Reads the YAML of data files, stricter than YAML: plain data only, and the line of every value is known.

Scalars follow a small fixed table: `null` and `~`, `true` and `false`, whole and decimal numbers, ISO dates; all else
is text (`no` and `1:30` too). Refused are aliases and tags, a key given twice, and what only looks like a number
(1e2, NaN, 0x10, 1_000). Numbers are `int` or `Decimal`, never `float`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import yaml

from prongsai.ita.catalogue.problems import FieldPath, catalogue_error
from prongsai.ita.thai.refusal import Place

Value: TypeAlias = "bool | int | Decimal | date | str | list[Value] | dict[str, Value] | None"

SIZE_LIMIT = 2_000_000
DEPTH_LIMIT = 20

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,10}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER_LIKE = re.compile(
    r"[+-]?(\.?[0-9][0-9_,]*\.?[0-9_]*([eE][+-]?[0-9]+)?|0[xob][0-9a-fA-F_]+|\.?(inf|nan))", re.IGNORECASE
)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What a file says, and where it says it."""

    data: Value
    places: dict[FieldPath, Place] = field(default_factory=dict)
    file: str | None = None


def read_yaml(text: str, file: str | None = None) -> YamlSource:
    """Read one YAML document.

    Raises CatalogueError with rule YAML (no YAML, or more than plain data), TWICE (a key given twice), NUMBER, DATE
    or SIZE, naming `file` and the line.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise catalogue_error("ENCODING", "แฟ้มมีอักขระที่อ่านไม่ได้", Place(file=file))
    if len(text) > SIZE_LIMIT:
        raise catalogue_error("SIZE", f"แฟ้มยาวเกิน {SIZE_LIMIT:,} ตัวอักษร", Place(file=file))
    builder = _Builder(file)
    try:
        events = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                data = builder.build(event, events, ())
                break
        else:
            raise catalogue_error("YAML", "แฟ้มว่าง", Place(file=file))
        if any(isinstance(event, yaml.NodeEvent) for event in events):
            raise catalogue_error("YAML", "แฟ้มหนึ่งมีข้อมูลได้เพียงชุดเดียว", Place(file=file))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise catalogue_error("YAML", f"รูปแบบ YAML ไม่ถูกต้อง: {error.problem}", Place(file=file, row=line)) from error
    except yaml.YAMLError as error:
        raise catalogue_error("YAML", "รูปแบบ YAML ไม่ถูกต้อง หรือมีอักขระที่อ่านไม่ได้", Place(file=file)) from error
    return YamlSource(data, builder.places, file)


def read_yaml_file(path: Path) -> YamlSource:
    """Read a YAML file in UTF-8. Raises CatalogueError as `read_yaml` does, and FILE or ENCODING."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise catalogue_error("FILE", "เปิดแฟ้มไม่ได้", Place(file=path.name)) from error
    except UnicodeDecodeError as error:
        raise catalogue_error("ENCODING", "แฟ้มไม่ได้บันทึกเป็น UTF-8", Place(file=path.name)) from error
    return read_yaml(text, path.name)


def read_scalar(text: str) -> Value:
    """Give what a plain (unquoted) scalar means. Raises ValueError for what only looks like a number or a date."""
    if text in ("", "null", "~"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.fullmatch(text) and text != "-0":
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if _NUMBER_LIKE.fullmatch(text):
        raise ValueError(text)
    return text


class _Builder:
    """Builds values from the parser's events, so that nothing is expanded, guessed or merged on the way."""

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.places: dict[FieldPath, Place] = {}

    def _place(self, event: yaml.Event) -> Place:
        return Place(file=self.file, row=event.start_mark.line + 1 if event.start_mark else None)

    def build(self, event: yaml.Event, events: Iterator[yaml.Event], path: FieldPath) -> Value:
        place = self.places[path] = self._place(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise catalogue_error("YAML", "ไม่รับการอ้างซ้ำ (& และ *) โปรดเขียนข้อมูลเต็ม", place)
        if len(path) > DEPTH_LIMIT:
            raise catalogue_error("YAML", "ข้อมูลซ้อนกันลึกเกินไป", place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if getattr(event, "tag", None) is not None:
            raise catalogue_error("YAML", "ไม่รับชนิดข้อมูลพิเศษ", place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Value:
        if event.tag is not None:
            raise catalogue_error("YAML", "ไม่รับชนิดข้อมูลพิเศษ", place)
        if event.style:
            return str(event.value)
        try:
            return read_scalar(event.value)
        except ValueError:
            rule, name = ("DATE", "วันที่") if _DATE.fullmatch(event.value) else ("NUMBER", "ตัวเลข")
            raise catalogue_error(rule, f"“{event.value}” ไม่ใช่{name}ที่รับได้", place) from None

    def _sequence(self, events: Iterator[yaml.Event], path: FieldPath) -> list[Value]:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return items
            items.append(self.build(event, events, (*path, len(items))))
        raise AssertionError("the parser closes every sequence")

    def _mapping(self, events: Iterator[yaml.Event], path: FieldPath) -> dict[str, Value]:
        mapping: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return mapping
            key = self._key(event, mapping)
            value_event = next(events)
            mapping[key] = self.build(value_event, events, (*path, key))
            self.places[(*path, key)] = self._place(event)
        raise AssertionError("the parser closes every mapping")

    def _key(self, event: yaml.Event, mapping: dict[str, Value]) -> str:
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent) or event.tag is not None or event.anchor:
            raise catalogue_error("YAML", "ชื่อช่องข้อมูลต้องเป็นคำธรรมดา", place)
        key = str(event.value)
        if key in mapping:
            raise catalogue_error("TWICE", f"มี “{key}” มากกว่าหนึ่งครั้งในที่เดียวกัน", place)
        return key
