"""Guesses what a column with an unknown header holds from its cells: periods and units look like nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.headers import Columns
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.units import names_unit
from prongsai.ita.thai import printed_period

_MOST = 0.6
_LONGEST = 80
_CELLS_LOOKED_AT = 30


def guessed(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Give the columns with a role for those that lack one, where their cells tell it and no other column has it."""
    told = {column.role for column in columns}
    result = list(columns)
    for role, looks_like in ((Role.PERIOD, _is_period), (Role.UNITS, names_unit)):
        if role in told or not columns:
            continue
        for n, column in enumerate(result):
            if column.role is None and _mostly(looks_like, n, rows):
                result[n] = replace(column, role=role)
                break
    return tuple(result)


def _is_period(text: str) -> bool:
    return len(text) <= _LONGEST and printed_period(text) is not None


def _mostly(looks_like: Callable[[str], bool], column: int, rows: Sequence[Row]) -> bool:
    texts = [row.own(column).text for row in rows[:_CELLS_LOOKED_AT] if row.own(column)]
    return len(texts) > 1 and sum(map(looks_like, texts)) >= _MOST * len(texts)
