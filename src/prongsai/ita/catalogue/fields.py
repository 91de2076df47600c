"""The flat view of a record: which single values it holds, each with its path, kind and Thai heading.

The workbook and the comparison work from this view, so a field added to the model appears in both by itself.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Literal, TypeAlias, Union, get_args, get_origin

from prongsai.ita.catalogue.labels import field_label
from prongsai.ita.catalogue.model import Record

Kind: TypeAlias = Literal["text", "number", "whole", "flag", "date", "choice"]

_KINDS: dict[object, Kind] = {str: "text", Decimal: "number", int: "whole", bool: "flag", date: "date"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One single value (or a list of them) inside a record."""

    path: tuple[str, ...]
    heading: str
    kind: Kind
    many: bool = False
    choices: tuple[str, ...] = ()


@cache
def leaves_of(record: type[Record]) -> tuple[Leaf, ...]:
    """Give the leaves of a record in the order of writing; lists and tables of records are no leaves."""
    return tuple(_leaves(record, (), ""))


def ordered_fields(record: type[Record]) -> list[str]:
    """Give the names of a record's fields: what it says first, then confidence, source and note."""
    trust = [name for name in ("confidence", "source", "note") if name in record.model_fields]
    return [name for name in record.model_fields if name not in trust] + trust


def value_at(record: object, path: tuple[str, ...]) -> object:
    """Follow a leaf's path into a record; None where the way ends early."""
    here = record
    for key in path:
        if isinstance(here, Record):
            names = {info.alias or name: name for name, info in type(here).model_fields.items()}
            here = getattr(here, names[key])
        elif isinstance(here, dict):
            here = here.get(key)
    return here


def _leaves(record: type[Record], path: tuple[str, ...], before: str) -> Iterator[Leaf]:
    for name in ordered_fields(record):
        info = record.model_fields[name]
        key = info.alias or name
        here, heading = (*path, key), before + field_label(key, record.__name__)
        inner, many = _inner(info.annotation)
        if isinstance(inner, type) and issubclass(inner, Record):
            if not many:
                yield from _leaves(inner, here, f"{heading} › ")
        elif get_origin(inner) is dict:
            yield from _leaves_of_mapping(inner, here, heading)
        else:
            yield _leaf(inner, here, heading, many)


def _leaves_of_mapping(mapping: object, path: tuple[str, ...], heading: str) -> Iterator[Leaf]:
    """Spread a mapping with a fixed set of keys; one of records is a table of its own."""
    keys, values = (_bare(part) for part in get_args(mapping))
    if get_origin(keys) is Literal:
        for key in get_args(keys):
            yield _leaf(values, (*path, key), f"{heading} › {key}", many=False)


def _leaf(inner: object, path: tuple[str, ...], heading: str, many: bool) -> Leaf:
    if get_origin(inner) is Literal:
        return Leaf(path, heading, "choice", many, tuple(get_args(inner)))
    return Leaf(path, heading, _KINDS[inner], many)


def _inner(annotation: object) -> tuple[object, bool]:
    """Give the bare type inside an annotation, and whether it is a list of them."""
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        return _bare(get_args(bare)[0]), True
    return bare, False


def _bare(annotation: object) -> object:
    """Take Annotated and Optional off a type."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin is Union or origin is types.UnionType:
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation
