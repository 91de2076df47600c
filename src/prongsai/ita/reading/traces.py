"""Where in a paper each score stands, so that a person can hold what was read against what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from prongsai.ita.papers.reading import Reading, ScoreSheet
from prongsai.ita.reading.layout import Block, Row, TextLine
from prongsai.ita.thai import compact, printed_number

LONGEST = 300
"""Characters of a line that are shown."""
_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*[0-9๐-๙]|[0-9๐-๙]")
_OVERALL = ("ภาพรวม", "คะแนนเฉลี่ย", "คะแนนรวม", "รวม")


@dataclass(frozen=True, slots=True)
class Trace:
    """A score and the line or row of the paper in which it stands.

    `sheet` counts the score sheets of the reading from 0; `kind` is `overall`, `level`, `instrument`, `indicator`,
    `question` or `item`, `code` the number of an indicator or the code. `place` says where, in Thai.
    """

    sheet: int
    kind: str
    code: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    place: str
    text: str
    plain: str
    numbers: frozenset[Decimal]


@dataclass(frozen=True, slots=True)
class _Sought:
    kind: str
    code: str
    figure: Decimal | None
    labels: tuple[str, ...]


def find_traces(reading: Reading, blocks: Sequence[Block]) -> tuple[Trace, ...]:
    """Find the line of each score of a reading in the blocks it was read from. A score without one has no trace."""
    lines = list(_lines(blocks))
    found = []
    for n, sheet in enumerate(reading.score_sheets):
        for sought in _sought(sheet):
            if line := _best(sought, lines):
                found.append(Trace(n, sought.kind, sought.code, line.place, _excerpt(line.text, sought.figure)))
    return tuple(found)


def traces_as_json(traces: Iterable[Trace]) -> list[dict[str, Any]]:
    """Give traces as plain data."""
    return [asdict(trace) for trace in traces]


def traces_from_json(told: Iterable[Mapping[str, Any]]) -> tuple[Trace, ...]:
    """Take traces back from plain data."""
    return tuple(Trace(**entry) for entry in told)


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    tables = 0
    for block in blocks:
        if isinstance(block, TextLine):
            yield _line(f"บรรทัด {block.number}" if block.number else "ข้อความ", block.text)
            continue
        tables += 1
        for n, row in enumerate(block.rows, 1):
            yield _line(f"ตารางที่ {tables} แถวที่ {n}", _row_text(row))


def _row_text(row: Row) -> str:
    return " | ".join(cell.text for cell in row.cells if cell and cell.held != "right")


def _line(place: str, text: str) -> _Line:
    numbers = (printed_number(word) for word in _NUMBER.findall(text))
    return _Line(place, text, compact(text), frozenset(number for number in numbers if number is not None))


def _sought(sheet: ScoreSheet) -> Iterator[_Sought]:
    if sheet.overall is not None:
        yield _Sought("overall", "overall", sheet.overall, _OVERALL)
    if sheet.level:
        yield _Sought("level", "level", None, (compact(sheet.level),))
    for name, score in (sheet.instruments or {}).items():
        part = f"eitส่วนที่{name[-1]}" if name[-1:].isdigit() else name.lower()
        yield _Sought("instrument", name, score, (part,))
    for entry in sheet.indicators:
        yield _Sought("indicator", str(entry.number), entry.score, ())
    for question in sheet.questions:
        yield _Sought("question", question.code, question.score, (question.code.lower(),))
    for item in sheet.items:
        yield _Sought("item", item.code, item.score, (item.code.lower(),))


def _best(sought: _Sought, lines: Sequence[_Line]) -> _Line | None:
    """Give the line that fits best, the first of equals: the figure, and the name beside it."""
    ranked = [(_fit(sought, line), -n) for n, line in enumerate(lines)]
    best, place = max(ranked, default=(0, 0))
    return lines[-place] if best > 1 else None


def _fit(sought: _Sought, line: _Line) -> int:
    named = _named(sought, line)
    if sought.kind == "level":
        return 4 * named + 2 * ("ระดับ" in line.plain) if named else 0
    if sought.kind == "item":  # passed and not passed are words
        return 3 * named + (named and sought.figure in line.numbers)
    return 2 + 2 * named if sought.figure in line.numbers else 0


def _excerpt(text: str, figure: Decimal | None) -> str:
    """Give the part of a long line around its figure."""
    if len(text) <= LONGEST:
        return text
    at = next((match.start() for match in _NUMBER.finditer(text) if printed_number(match[0]) == figure), 0)
    start = max(0, min(at - LONGEST // 2, len(text) - LONGEST))
    return ("…" if start else "") + text[start : start + LONGEST] + ("…" if start + LONGEST < len(text) else "")


def _named(sought: _Sought, line: _Line) -> bool:
    if sought.kind == "indicator":  # a number of its own: the 9 of 90.65 names nothing
        return Decimal(sought.code) in line.numbers
    if sought.kind in ("question", "item"):
        return re.search(rf"(?<![a-z0-9]){sought.labels[0]}(?![0-9])", line.plain) is not None
    if sought.kind == "instrument" and not sought.code[-1].isdigit():
        return sought.labels[0] in line.plain and "ส่วนที่" not in line.plain
    return any(label in line.plain for label in sought.labels)
