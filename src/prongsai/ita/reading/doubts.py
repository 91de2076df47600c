"""The warnings of a reading: doubts about the paper, each with its place. Nothing is changed because of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal

from prongsai.ita.analysis.printed import copied_results, overall_mismatch, wrong_changes
from prongsai.ita.papers.reading import Reading, ReadingWarning, ScoreSheet
from prongsai.ita.thai import Period, format_decimal
from prongsai.ita.thai.digits import has_mixed_number

_LOST_AM = re.compile(
    r"สานัก|ดาเนิน|กาหนด|จานวน|ประจาปี|อานาจ|สาคัญ|คาสั่ง|คาถาม|กากับ|อาเภอ|ตาบล(?!ะ)|จาเป็น|สารวจ(?!ตร)|นามา|ทาให้"
)
_NUMBER_WORD = re.compile(r"[0-9๐-๙][0-9๐-๙.,]*")
_MOST_OF_A_KIND = 20


def warnings_of(reading: Reading, decided: date | None) -> tuple[ReadingWarning, ...]:
    """Give the warnings that follow from the reading itself; `decided` is the day on which the measures were set."""
    return (
        *_range(reading.score_sheets),
        *_overall(reading.score_sheets),
        *_changes(reading),
        *_period(reading, decided),
        *_copies(reading),
        *_states(reading),
        *_agency(reading),
    )


def spelling_doubts(text: str, repaired: Collection[str]) -> Iterator[ReadingWarning]:
    """Give doubts about the signs of a text: numbers in mixed digits, words that have lost the ring of ำ.

    `repaired` are the printed forms of codes that have a warning of their own.
    """
    numbers = (word.rstrip(".,") for word in _NUMBER_WORD.findall(text) if has_mixed_number(word))
    mixed = dict.fromkeys(word for word in numbers if word not in repaired)
    lost = dict.fromkeys(_LOST_AM.findall(text))
    for word in list(mixed)[:_MOST_OF_A_KIND]:
        yield ReadingWarning("mixed-digits", "text", word)
    for word in list(lost)[:_MOST_OF_A_KIND]:
        yield ReadingWarning("ocr-suspect", "text", word)


def _range(sheets: Sequence[ScoreSheet]) -> Iterator[ReadingWarning]:
    for n, sheet in enumerate(sheets):
        where = f"score_sheets[{n}]"
        places = [(f"{where}.overall", sheet.overall)]
        places += [(f"{where}.instruments.{name}", score) for name, score in (sheet.instruments or {}).items()]
        places += [(f"{where}.indicators[{k}].score", entry.score) for k, entry in enumerate(sheet.indicators)]
        for place, score in places:
            if score is not None and not 0 <= score <= 100:
                yield ReadingWarning("score-out-of-range", place, _figure(score))


def _overall(sheets: Sequence[ScoreSheet]) -> Iterator[ReadingWarning]:
    for n, sheet in enumerate(sheets):
        mismatch = overall_mismatch(sheet)
        if mismatch is not None:
            where = f"score_sheets[{n}].overall"
            yield ReadingWarning("overall-mismatch", where, _figure(mismatch.printed), _figure(mismatch.recomputed))


def _changes(reading: Reading) -> Iterator[ReadingWarning]:
    for wrong in wrong_changes(reading):
        stated, difference = (format_decimal(value, sign=True) for value in (wrong.change.stated, wrong.difference))
        yield ReadingWarning("wrong-change", f"changes[{wrong.index}].stated", stated, difference)


def _period(reading: Reading, decided: date | None) -> Iterator[ReadingWarning]:
    starts = [
        (row.period.start, n)
        for n, row in enumerate(reading.measures)
        if isinstance(row.period, Period) and row.period.start is not None
    ]
    if decided is not None and starts and min(starts)[0] < decided:
        start, n = min(starts)
        where = f"measures[{n}].period"
        yield ReadingWarning("period-before-decision", where, start.isoformat(), decided.isoformat())


def _copies(reading: Reading) -> Iterator[ReadingWarning]:
    warned: set[int] = set()  # once per row, also where both its results and its outcomes are repeated
    for copy in copied_results(reading.measures):
        if copy.index not in warned:
            warned.add(copy.index)
            yield ReadingWarning("copied-result", f"measures[{copy.index}].{copy.field}", str(copy.index + 1))


def _states(reading: Reading) -> Iterator[ReadingWarning]:
    """Doubt a missing status only where other rows of the report state one."""
    if any(row.status for row in reading.measures):
        for n, row in enumerate(reading.measures):
            if row.status is None:
                yield ReadingWarning("status-missing", f"measures[{n}].status", "")


def _agency(reading: Reading) -> Iterator[ReadingWarning]:
    if reading.agency.name is None:
        yield ReadingWarning("agency-missing", "agency.name", "")


def _figure(value: Decimal) -> str:
    return format_decimal(value)
