"""Writes records as YAML that is pleasant to read and to compare: fixed order, block style, Thai as it is.

Fields stand in the order of the record, what they say before whom it was read from. A field at its default is left
out, but for the few whose emptiness is itself a message (a question without text).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from prongsai.ita.catalogue.fields import ordered_fields
from prongsai.ita.catalogue.model import Framework, Record
from prongsai.ita.catalogue.yaml_source import read_scalar

_HEADER = """\
# ITA framework of fiscal year {year} ({schema}). Facts and paraphrases from published sources, not the official manual.
# Absent or null = not established. candidate_* = a lead, never a fact. Every fact carries confidence and source:
# high = two sources or the official text; medium = one source; low = inference, or another year or scheme.
"""
_SHOWN_EMPTY = frozenset({"Weights.values", "Question.text", "Question.topic", "Item.title", "Item.topic"})
_IN_ONE_LINE = frozenset(
    {"source", "candidate_source", "name_en_source", "examples_source", "questions", "items", "points", "components"}
    | {"columns", "from", "to"}
)


def to_yaml(framework: Framework) -> str:
    """Write a framework as the text of a catalogue file. `from_yaml` reads an equal framework from it."""
    header = _HEADER.format(year=framework.year, schema=framework.schema_)
    return header + record_to_yaml(framework)


def record_to_yaml(record: Record) -> str:
    """Write any catalogue record as YAML in the house form."""
    text: str = yaml.dump(
        _plain(record),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=10_000,
    )
    return text


class _InOneLine(list[object]):
    """A short list of codes, written as [A, B]."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """The safe dumper, quoting exactly what our own reader would not take for text."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    try:
        style = None if isinstance(read_scalar(text), str) else "'"
    except ValueError:
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.Node:
    tag = "int" if number == number.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", f"{number:f}")


def _represent_in_one_line(dumper: yaml.SafeDumper, values: _InOneLine) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=True)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Decimal, _represent_number)
_Dumper.add_representer(_InOneLine, _represent_in_one_line)


def _plain(record: Record) -> dict[str, object]:
    """Give the fields of a record as plain data, in the order in which they are written."""
    kind = type(record)
    written: dict[str, object] = {}
    for name in ordered_fields(kind):
        info = kind.model_fields[name]
        value: Any = getattr(record, name)
        shown = f"{kind.__name__}.{name}" in _SHOWN_EMPTY and value is None
        if shown or info.is_required() or value != info.default:
            key = info.alias or name
            written[key] = _plain_value(value, key)
    return written


def _plain_value(value: object, key: str) -> object:
    if isinstance(value, Record):
        return _plain(value)
    if isinstance(value, tuple):
        items = [_plain_value(entry, key) for entry in value]
        return _InOneLine(items) if key in _IN_ONE_LINE and not _nested(items) else items
    if isinstance(value, Mapping):
        return {name: _plain_value(entry, key) for name, entry in value.items()}
    assert value is None or isinstance(value, str | int | Decimal | date)
    return value


def _nested(items: list[object]) -> bool:
    return any(isinstance(entry, dict | list) for entry in items)
