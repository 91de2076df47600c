"""carried-over: what stands in one row and seems to be written for another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from prongsai.ita.analysis.finding import CheckFinding, Severity
from prongsai.ita.analysis.printed import COPIED_AT, copied_results
from prongsai.ita.analysis.rules.echoes import ECHO, echo_share
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.thai import compact

_LEAST = 25
"""Shorter texts (รายงานผลให้ผู้บริหารทราบ) belong to many measures alike."""
_SAME = 97
_NEAR = 50
"""Texts less alike than this are not compared closely: whole papers would take minutes."""
_MOST_ROWS = 120


def check_carried_over(reading: Reading) -> Iterator[CheckFinding]:
    """Find steps that repeat those of an earlier row, results that restate another row's steps, repeated results.

    Whole results and outcomes that repeat are `copied-result`; here single ones are found.
    """
    rows = reading.measures[:_MOST_ROWS]
    yield from _steps(rows)
    yield from _results_of_other_steps(rows)
    yield from _single_results(rows)


def _steps(rows: Sequence[MeasureRow]) -> Iterator[CheckFinding]:
    texts = [compact("".join(row.steps)) for row in rows]
    for index, text in enumerate(texts):
        earlier = next((k for k in range(index) if _repeats(text, texts[k])), None)
        if earlier is not None:
            yield _found(index, "steps", f"ขั้นตอนแถวที่ {index + 1} ตรงกับแถวที่ {earlier + 1} เกือบทั้งหมด", earlier)


def _results_of_other_steps(rows: Sequence[MeasureRow]) -> Iterator[CheckFinding]:
    steps = [compact("".join(row.steps)) for row in rows]
    for index, row in enumerate(rows):
        results = compact("".join(row.results))
        if not results or echo_share(row) >= ECHO:
            continue
        for other, beside in enumerate(rows):
            if other == index or steps[other] == steps[index] or fuzz.ratio(results, steps[other]) < _NEAR:
                continue
            # The measures are left out: naming the measure of another row is no carry-over.
            if echo_share(replace(row, steps=beside.steps, measures=())) >= ECHO:
                message = f"ผลการดำเนินงานแถวที่ {index + 1} ตรงกับขั้นตอนของแถวที่ {other + 1}"
                yield _found(index, "results", message, other)
                break


def _single_results(rows: Sequence[MeasureRow]) -> Iterator[CheckFinding]:
    whole = {copy.index for copy in copied_results(rows)}
    for index, row in enumerate(rows):
        if index in whole:
            continue
        for place, result in enumerate(row.results):
            earlier = next((k for k in range(index) if _stands_among(result, rows[k].results)), None)
            if earlier is not None:
                message = f"ผลการดำเนินงานข้อที่ {place + 1} ของแถวที่ {index + 1} ตรงกับผลของแถวที่ {earlier + 1}"
                yield _found(index, f"results[{place}]", message, earlier, "hint")


def _stands_among(result: str, others: Sequence[str]) -> bool:
    text = compact(result)
    return len(text) >= _LEAST and any(fuzz.ratio(text, compact(other)) >= _SAME for other in others)


def _repeats(text: str, other: str) -> bool:
    return len(text) >= _LEAST and fuzz.ratio(text, other) >= 100 * COPIED_AT


def _found(index: int, field: str, message: str, other: int, severity: Severity = "doubt") -> CheckFinding:
    return CheckFinding(
        code="carried-over",
        severity=severity,
        where=f"measures[{index}].{field}",
        message=message,
        settle="ควรตรวจว่าเขียนไว้สำหรับมาตรการนี้ แล้วเขียนเฉพาะเรื่องของมาตรการ",
        found=str(index + 1),
        expected=str(other + 1),
    )
