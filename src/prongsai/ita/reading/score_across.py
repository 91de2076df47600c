"""Reads score tables whose columns are indicators or instruments: each row is a year, a change or the full marks."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.folding import fold
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.levels import level_of_cell
from prongsai.ita.reading.score_book import ScoreBook, Subject
from prongsai.ita.reading.score_cells import FALL, TOTAL, change_in_cell, score_in_cell
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.vocabulary import instrument_of
from prongsai.ita.reading.years import year_in, years_in
from prongsai.ita.thai import round_half_up, to_arabic

_FULL_IN_HEADER = re.compile(r"(?:\(|ร้อยละ|น้าหนัก|เต็ม)(30|40)(?![0-9])")
_CHANGE = re.compile(r"ลดลง|เพิ่มขึ้น|เพิ่ม[/-]ลด|ต่าง|เปลี่ยน|^\+/-|พัฒนาการ")
_NO_SCORES = re.compile(r"น้าหนัก|เป้าหมาย|คะแนนเต็ม|เกณฑ์|ระดับ")
_WEIGHTS = re.compile(r"น้าหนัก|คะแนนเต็ม")
_BARE_YEAR = re.compile(r"(?:ประจา)?(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?25[0-9]{2}")
_TWO_YEARS = re.compile(r"(?<![0-9])(?:25)?([56][0-9])\s?[-–—/]\s?(?:25)?([56][0-9])(?![0-9])")


def read_across(sheet: Sheet, book: ScoreBook, default: int | None) -> None:
    """Put the scores of a table into the book; `default` is the year of rows that name none."""
    subjects = _subjects_of_columns(sheet)
    levels = sheet.columns_of(Role.LEVEL)
    changes = sheet.columns_of(Role.CHANGE)
    labels = {id(row): _label(row, {*subjects, *levels, *changes}) for row in sheet.rows}
    fulls = _full_marks(sheet, subjects) or _row_of_weights(sheet, subjects, labels)
    seen: list[int] = []
    for row in sheet.rows:
        label = labels[id(row)]
        if _CHANGE.search(fold(label)):
            _note_changes(row, label, subjects, book, seen)
            continue
        if "ระดับ" in label and _note_level_row(row, year_in(label) or default, book):
            continue
        if _NO_SCORES.search(fold(label)):
            continue
        year = year_in(label) or default
        seen += [year] if year is not None else []
        _note_scores(row, year, subjects, fulls, book)
        for n in levels:
            level = level_of_cell(row.own(n).text)
            if level:
                book.put_level(year, level)
        for n in changes:
            stated = change_in_cell(row.own(n).text, falls=False)
            if stated is not None and len({*seen[-2:]}) > 1:
                book.put_change(None, (seen[-2], seen[-1]), stated)


def years_are_rows(sheet: Sheet) -> bool:
    """Whether each row of a table of scores stands under a year of its own."""
    years = [year_in(row.own(0).text) for row in sheet.rows if _BARE_YEAR.fullmatch(fold(row.own(0).text))]
    return len(years) == len(sheet.rows) == len({*years}) > 0 and bool(sheet.roles & {Role.SCORE, Role.OVERALL})


def _label(row: Row, others: set[int]) -> str:
    return " ".join(row.own(n).text for n in range(len(row.cells)) if n not in others)


def _note_scores(
    row: Row, year: int | None, subjects: dict[int, Subject], fulls: dict[int, Decimal], book: ScoreBook
) -> None:
    for n, subject in subjects.items():
        score = score_in_cell(row.own(n).text)
        if score is not None:
            full = fulls.get(n)
            book.put(year, subject, round_half_up(score * 100 / full) if full else score)


def _note_level_row(row: Row, year: int | None, book: ScoreBook) -> bool:
    """Take the level of the overall from a row of levels: the last cell that states one."""
    stated = [level for n in range(1, len(row.cells)) if (level := level_of_cell(row.own(n).text))]
    if len(stated) == 1:
        book.put_level(year, stated[0])
    return bool(stated)


def _note_changes(row: Row, label: str, subjects: dict[int, Subject], book: ScoreBook, seen: list[int]) -> None:
    """Note the changes of a row: between the two years that its label names, else the last two above it."""
    named = sorted({year for year, _, _ in years_in(label)})
    pair = _TWO_YEARS.search(to_arabic(label))
    if len(named) < 2 and pair:
        named = sorted((2500 + int(pair[1]), 2500 + int(pair[2])))
    years = named if len(named) == 2 else sorted(seen[-2:])
    if len(set(years)) < 2:
        return
    falls = bool(FALL.search(fold(label))) and "เพิ่ม" not in label
    for n, subject in subjects.items():
        stated = change_in_cell(row.own(n).text, falls=falls)
        if stated is not None and not isinstance(subject, str):
            book.put_change(subject, (years[0], years[1]), stated)


def _subjects_of_columns(sheet: Sheet) -> dict[int, Subject]:
    subjects: dict[int, Subject] = {}
    for n, column in enumerate(sheet.columns):
        part = instrument_of(column.header)
        if column.indicator is not None:
            subjects[n] = column.indicator
        elif part is not None:
            subjects[n] = part
        elif column.role is Role.OVERALL or (column.role is Role.SCORE and TOTAL.search(fold(column.header))):
            subjects[n] = None
    scored = sheet.columns_of(Role.SCORE)
    return subjects or ({scored[0]: None} if scored else {})


def _full_marks(sheet: Sheet, subjects: dict[int, Subject]) -> dict[int, Decimal]:
    """Give the full marks of columns such as IIT (30) where all their figures are parts of these."""
    fulls: dict[int, Decimal] = {}
    for n, subject in subjects.items():
        told = _FULL_IN_HEADER.search(fold(sheet.columns[n].header))
        if isinstance(subject, str) and told:
            fulls[n] = Decimal(told[1])
    scores = ((full, score_in_cell(row.own(n).text)) for n, full in fulls.items() for row in sheet.rows)
    return fulls if all(score is None or score <= full for full, score in scores) else {}


def _row_of_weights(sheet: Sheet, subjects: dict[int, Subject], labels: dict[int, str]) -> dict[int, Decimal]:
    """Give the full marks that a row of weights prints, where all figures of the other rows are parts of them."""
    weights = next((row for row in sheet.rows if _WEIGHTS.search(fold(labels[id(row)]))), None)
    if weights is None:
        return {}
    told = {n: score_in_cell(weights.own(n).text) for n, subject in subjects.items() if isinstance(subject, str)}
    fulls = {n: full for n, full in told.items() if full is not None and 0 < full < 100}
    others = [row for row in sheet.rows if not _NO_SCORES.search(fold(labels[id(row)]))]
    scores = ((full, score_in_cell(row.own(n).text)) for n, full in fulls.items() for row in others)
    return fulls if others and all(score is None or score <= full for full, score in scores) else {}
