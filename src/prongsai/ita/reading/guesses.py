"""Guesses what a column with an unknown header holds from its cells: periods and units look like nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.headers import Column, Columns
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.units import names_unit
from prongsai.ita.thai import printed_period

_MOST = 0.6
_LONGEST = 80
_CELLS_LOOKED_AT = 30
_SHORTEST_DEED = 8
_PLANNED = frozenset({Role.STEPS, Role.UNITS, Role.PERIOD, Role.TIME})
_KEYS = frozenset({Role.ISSUE, Role.INDICATOR, Role.QUESTION, Role.FINDING, Role.SCORE, Role.PROBLEM})


def guessed(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Give the columns with a role for those that lack one, where their cells tell it and no other column has it."""
    result = [_day_it_ends(column, n, rows) for n, column in enumerate(_weakness_told(_deeds_told(columns)))]
    told = {column.role for column in result}
    for role, looks_like in ((Role.PERIOD, _is_period), (Role.UNITS, names_unit)):
        if role in told or not columns:
            continue
        for n, column in enumerate(result):
            if column.role is None and _mostly(looks_like, n, rows):
                result[n] = replace(column, role=role)
                break
    if Role.MEASURES not in told and told & _PLANNED and not told & _KEYS:
        _guess_measures(result, rows)
    return tuple(result)


def _deeds_told(columns: Columns) -> Columns:
    """Proposals beside those who carry them out and when are measures, where the table has no other."""
    roles = {column.role for column in columns}
    if roles & {Role.MEASURES, Role.STEPS, Role.RESULTS} or not {Role.RECOMMENDATION, Role.UNITS, Role.PERIOD} <= roles:
        return columns
    return tuple(
        replace(column, role=Role.MEASURES) if column.role is Role.RECOMMENDATION else column for column in columns
    )


def _weakness_told(columns: Columns) -> Columns:
    """Problems that stand before the measures are what these answer; behind them they are obstacles of the work."""
    roles = [column.role for column in columns]
    deeds = [n for n, role in enumerate(roles) if role in (Role.MEASURES, Role.STEPS)]
    if not deeds or Role.FINDING in roles or Role.PROBLEM not in roles[: deeds[0]]:
        return columns
    at = roles.index(Role.PROBLEM)
    return (*columns[:at], replace(columns[at], role=Role.FINDING), *columns[at + 1 :])


def _day_it_ends(column: Column, n: int, rows: Sequence[Row]) -> Column:
    """Take a column headed แล้วเสร็จ that holds days as one of periods: work is to end then, it has not ended."""
    if column.role is Role.COMPLETED and _mostly(_is_period, n, rows):
        return replace(column, role=Role.PERIOD)
    return column


def _guess_measures(columns: list[Column], rows: Sequence[Row]) -> None:
    """Take a column of texts with an unknown header as measures where the columns behind it say how, who or when."""
    first = next(n for n, column in enumerate(columns) if column.role in _PLANNED)
    for n in range(first):
        if columns[n].role is None and columns[n].header and _mostly(_is_text, n, rows):
            columns[n] = replace(columns[n], role=Role.MEASURES)
            return


def _is_text(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= _SHORTEST_DEED


def _is_period(text: str) -> bool:
    return len(text) <= _LONGEST and printed_period(text) is not None


def _mostly(looks_like: Callable[[str], bool], column: int, rows: Sequence[Row]) -> bool:
    texts = [row.own(column).text for row in rows[:_CELLS_LOOKED_AT] if row.own(column)]
    return len(texts) > 1 and sum(map(looks_like, texts)) >= _MOST * len(texts)
