"""Reads tables that list results by question (i1 to e15) or by OIT item (o1 ...), with the assessor's remarks.

Such a table has a column in which each row stands under one code, and a column of scores or of passed and not passed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.papers.reading import ItemResult
from prongsai.ita.reading.codes import FoundCode, item_codes, question_codes
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.folding import fold
from prongsai.ita.reading.headers import Columns
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.status import is_tick
from prongsai.ita.reading.vocabulary import Vocabulary
from prongsai.ita.thai import printed_number

_PASSED, _LOST = Decimal(100), Decimal(0)
_RESULTS = {
    **dict.fromkeys(("ผ่าน", "ผ่านเกณฑ์", "ได้คะแนน", "ครบถ้วน", "มีคะแนน"), _PASSED),
    **dict.fromkeys(("ไม่ผ่าน", "ไม่ผ่านเกณฑ์", "ไม่ได้คะแนน", "ไม่ครบถ้วน", "ไม่มีคะแนน"), _LOST),
}
_REMARK = re.compile(r"สังเกต|หมายเหตุ|เหตุผล|ความเห็น")
_NOTHING = frozenset({"", "-", "--", "ไม่มี", "-ไม่มี-"})
_DEEDS = frozenset((Role.MEASURES, Role.STEPS, Role.UNITS, Role.PERIOD, Role.RESULTS))
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class ListedColumns:
    """Where a table has its codes, its results (a column of ticks may stand for each), and its remarks."""

    code: int
    results: tuple[int, ...]
    remark: int | None
    of_items: bool


def listed_columns(columns: Columns, rows: Sequence[Row], vocabulary: Vocabulary) -> ListedColumns | None:
    """Give the columns of a table that lists results by question or by item; None where the table is another one."""
    if {column.role for column in columns} & _DEEDS:
        return None
    for of_items in (False, True):
        code = next((n for n in range(len(columns)) if _mostly_codes(n, rows, vocabulary, of_items=of_items)), None)
        if code is None:
            continue
        results = [n for n in range(len(columns)) if n != code and _mostly_results(n, columns, rows)]
        remark = next(
            (n for n, column in enumerate(columns) if n != code and _REMARK.search(fold(column.header))), None
        )
        if results:
            return ListedColumns(code, tuple(results), remark, of_items)
    return None


def code_of_row(text: str, vocabulary: Vocabulary, *, of_items: bool) -> FoundCode | None:
    """Give the one code with which a cell begins; None for none, for several, or for one further inside."""
    found = (item_codes if of_items else question_codes)(text, vocabulary.is_code)
    return found[0] if len(found) == 1 and not text[: found[0].start].strip(" (ข้อ") else None


def item_result(row: Row, code: str, columns: Columns, listed: ListedColumns) -> ItemResult:
    """Give the result of an item: 100 or 0 by its word, figure or tick, None where the cell says neither."""
    told = (_result(row.own(n).text, columns[n].header) for n in listed.results)
    score = next((value for value in told if value is not None), None)
    remark = " ".join(row.own(listed.remark).text.split()) if listed.remark is not None else ""
    return ItemResult(code, score, None if fold(remark) in _NOTHING else remark)


def _mostly_codes(n: int, rows: Sequence[Row], vocabulary: Vocabulary, *, of_items: bool) -> bool:
    texts = [row.own(n).text for row in rows if row.own(n)]
    told = [text for text in texts if code_of_row(text, vocabulary, of_items=of_items)]
    return bool(told) and len(told) >= _MOST * len(texts)


def _mostly_results(n: int, columns: Columns, rows: Sequence[Row]) -> bool:
    texts = [row.own(n).text for row in rows if row.own(n)]
    told = [text for text in texts if _result(text, columns[n].header) is not None]
    scored = columns[n].role in (Role.SCORE, Role.OVERALL, Role.LEVEL)
    worded = all(printed_number(text) is None for text in told)
    return bool(told) and len(told) >= _MOST * len(texts) and (scored or worded)


def _result(text: str, header: str) -> Decimal | None:
    if is_tick(text) and fold(header) in _RESULTS:
        return _RESULTS[fold(header)]
    return _RESULTS.get(fold(text), printed_number(text))
