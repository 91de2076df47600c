"""A paper as plain data and back, so that what it says can be kept and written again, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from prongsai.ita.papers import blocks
from prongsai.ita.papers.blocks import Gap, Paper

Plain: TypeAlias = dict[str, Any] | list[Any] | str | int | bool | None

_KIND = "is"
_DECIMAL = "decimal"
_KINDS = {name: kind for name, kind in vars(blocks).items() if isinstance(kind, type) and is_dataclass(kind)}


def paper_to_json(paper: Paper) -> dict[str, Any]:
    """Give a paper as JSON data: each block as an object that names its kind under `is`, figures as texts."""
    told = _plain(paper)
    assert isinstance(told, dict)
    return told


def paper_from_json(told: Mapping[str, Any]) -> Paper:
    """Give the paper back. Raises ValueError for what no paper is."""
    paper = _record(dict(told))
    if not isinstance(paper, Paper):
        raise ValueError("this is no paper")
    return paper


def filled(paper: Paper, answers: Mapping[str, str]) -> Paper:
    """Give a paper in which gaps are answered: `answers` by what the gap asks for. Others stay gaps."""

    def answer(told: Plain) -> Plain:
        if isinstance(told, list):
            return [answer(part) for part in told]
        if not isinstance(told, dict):
            return told
        if told[_KIND] == Gap.__name__ and told["asks_for"] in answers:
            return answers[told["asks_for"]]
        return {name: part if name == _KIND else answer(part) for name, part in told.items()}

    made = answer(paper_to_json(paper))
    assert isinstance(made, dict)
    return paper_from_json(made)


def _plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return {_KIND: _DECIMAL, "value": str(value)}
    if is_dataclass(value) and not isinstance(value, type):
        return {_KIND: type(value).__name__, **{name.name: _plain(getattr(value, name.name)) for name in fields(value)}}
    assert value is None or isinstance(value, str | int | bool)
    return value


def _record(told: Plain) -> object:
    if isinstance(told, list):
        return tuple(_record(part) for part in told)
    if not isinstance(told, dict):
        return told
    kind = told.get(_KIND)
    if kind == _DECIMAL:
        return Decimal(told["value"])
    if kind not in _KINDS:
        raise ValueError(f"no block is called {kind!r}")
    try:
        return _KINDS[kind](**{name: _record(part) for name, part in told.items() if name != _KIND})
    except TypeError as error:
        raise ValueError(f"a {kind} has other parts") from error
