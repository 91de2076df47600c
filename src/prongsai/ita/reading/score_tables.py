"""Reads tables of scores: indicators in rows or in columns, one year or several, weighted parts, totals, changes."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from prongsai.ita.reading.codes import question_codes
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.folding import WordSet, fold
from prongsai.ita.reading.in_step import InStep
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.levels import level_of_cell
from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.score_book import ScoreBook, Subject
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of
from prongsai.ita.reading.years import year_in
from prongsai.ita.thai import printed_number, round_half_up

_TOTAL = re.compile(r"รวม|เฉลี่ย|ภาพรวม|ผลการประเมิน|^ita$|total|ผลคะแนน|คะแนนita")
_FALL = re.compile(r"ลด|ต่าลง|น้อยลง|▼|↓|⬇")
_PART_OF = re.compile(
    r"^\s*([0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,4})?)\s?(?:คะแนน)?\s?(?:/|จาก|\()\s?(?:คะแนนเต็ม)?\s?([0-9๐-๙]{2,3})\s?(?:คะแนน)?\)?\s*$"
)
_FULL_IN_HEADER = re.compile(r"(?:\(|ร้อยละ|น้าหนัก|เต็ม)(30|40)(?![0-9])")
_NO_SCORES = re.compile(r"ลดลง|เพิ่มขึ้น|ต่าง|เปลี่ยน|น้าหนัก|เป้าหมาย|คะแนนเต็ม")
_FIGURE = re.compile(r"[+\-−–]?\s?[0-9๐-๙]{1,6}(?:\.[0-9๐-๙]+)?")
_TOTAL_WORDS = WordSet.named("totals")
_PURE = 0.8
_LONGEST_BESIDE_NAME = 15
_SCORED = (Role.SCORE, Role.OVERALL)


def read_score_table(sheet: Sheet, book: ScoreBook, vocabulary: Vocabulary, year: int | None) -> None:
    """Put the scores of a table into the book; `year` holds where the table names none."""
    indicators = sum(column.indicator is not None for column in sheet.columns)
    instruments = sum(instrument_of(column.header) is not None for column in sheet.columns)
    if indicators >= 3 or instruments >= 2:
        _read_across(sheet, book, year)
    else:
        _Upright(sheet, book, vocabulary, year).read()


def score_in_cell(text: str) -> Decimal | None:
    """Give the figure of a cell; a part (28.04/30) is brought to a scale of 100. None where there is no one figure."""
    part = _PART_OF.match(text)
    if part:
        value, full = printed_number(part[1]), printed_number(part[2])
        if value is not None and full is not None and value <= full < 100 and full > 0:
            return round_half_up(value * 100 / full)
        return value
    value = printed_number(text)
    return value if value is None or value == abs(value) else None


def _change_in_cell(text: str, *, falls: bool) -> Decimal | None:
    figure = _FIGURE.search(text)
    signed = printed_number(text)
    if signed is None and figure is not None:
        signed = printed_number(figure.group())
    if signed is None:
        return None
    return -abs(signed) if falls or _FALL.search(fold(text)) else signed


def _read_across(sheet: Sheet, book: ScoreBook, default: int | None) -> None:
    """Read a table whose columns are indicators or instruments: each row is a year."""
    subjects = _subjects_of_columns(sheet)
    levels = sheet.columns_of(Role.LEVEL)
    fulls = _full_marks(sheet, subjects)
    for row in sheet.rows:
        label = " ".join(row.own(n).text for n in range(len(row.cells)) if n not in subjects and n not in levels)
        year = year_in(label) or default
        if _NO_SCORES.search(fold(label)):
            continue
        for n, subject in subjects.items():
            score = score_in_cell(row.own(n).text)
            if score is not None:
                full = fulls.get(n)
                book.put(year, subject, round_half_up(score * 100 / full) if full else score)
        for n in levels:
            level = level_of_cell(row.own(n).text)
            if level:
                book.put_level(year, level)


def _subjects_of_columns(sheet: Sheet) -> dict[int, Subject]:
    subjects: dict[int, Subject] = {}
    for n, column in enumerate(sheet.columns):
        part = instrument_of(column.header)
        if column.indicator is not None:
            subjects[n] = column.indicator
        elif part is not None:
            subjects[n] = part
        elif column.role is Role.OVERALL or (column.role is Role.SCORE and _TOTAL.search(fold(column.header))):
            subjects[n] = None
    return subjects


def _full_marks(sheet: Sheet, subjects: dict[int, Subject]) -> dict[int, Decimal]:
    """Give the full marks of columns such as IIT (30) where all their figures are parts of these."""
    fulls: dict[int, Decimal] = {}
    for n, subject in subjects.items():
        told = _FULL_IN_HEADER.search(fold(sheet.columns[n].header))
        if isinstance(subject, str) and told:
            fulls[n] = Decimal(told[1])
    scores = ((full, score_in_cell(row.own(n).text)) for n, full in fulls.items() for row in sheet.rows)
    return fulls if all(score is None or score <= full for full, score in scores) else {}


def _is_total(text: str) -> bool:
    return _TOTAL.search(fold(text)) is not None and _TOTAL_WORDS.share(text) >= _PURE


class _Upright:
    """Reads a table whose rows are indicators, instruments and totals."""

    def __init__(self, sheet: Sheet, book: ScoreBook, vocabulary: Vocabulary, year: int | None) -> None:
        self.sheet = sheet
        self.book = book
        self.vocabulary = vocabulary
        scored = [n for n, column in enumerate(sheet.columns) if column.role in _SCORED]
        weighted = sheet.columns_of(Role.WEIGHTED)
        self.scores = [(n, sheet.columns[n].year or year) for n in (scored or weighted)]
        self.levels = [(n, sheet.columns[n].year or year) for n in sheet.columns_of(Role.LEVEL)]
        named = sorted({column_year for _, column_year in self.scores if column_year is not None})
        self.years = (named[-2], named[-1]) if len(named) > 1 else None
        self.weighted = self._shows_parts()
        self.steps = InStep()
        self.labels = [n for n in range(len(sheet.columns)) if n not in {n for n, _ in self.scores}]

    def read(self) -> None:
        numbers: Counter[int] = Counter()
        for row in self.sheet.rows:
            known, subject, number = self._subject(row)
            if not known:
                continue
            if self._note(row, subject) and number is not None:
                numbers[number] += 1
        self.book.duplicates += [number for number, count in numbers.items() if count > 1]

    def _note(self, row: Row, subject: Subject) -> bool:
        noted = False
        weight = self._weight(row)
        for n, year in self.scores:
            score = score_in_cell(row.own(n).text)
            if score is None:
                level = level_of_cell(row.own(n).text) if subject is None else None
                if level:
                    self.book.put_level(year, level)
                continue
            noted = True
            self.book.put(year, subject, round_half_up(score * 100 / weight) if weight else score)
        if subject is None:
            for n, year in self.levels:
                level = level_of_cell(row.own(n).text)
                if level:
                    self.book.put_level(year, level)
        if self.years is not None and not isinstance(subject, str):
            self._note_change(row, subject, self.years)
        return noted

    def _note_change(self, row: Row, subject: int | None, years: tuple[int, int]) -> None:
        for n in self.sheet.columns_of(Role.CHANGE):
            header = fold(self.sheet.columns[n].header)
            falls = bool(_FALL.search(header)) and "เพิ่ม" not in header
            stated = _change_in_cell(row.own(n).text, falls=falls)
            if stated is not None:
                self.book.put_change(subject, years, stated)

    def _weight(self, row: Row) -> Decimal | None:
        """Give the full marks of a row whose score is a part of them."""
        weight = self._full_marks(row) if self.weighted else None
        return weight if weight is not None and 0 < weight < 100 else None

    def _full_marks(self, row: Row) -> Decimal | None:
        column = self.sheet.column(Role.WEIGHT)
        return printed_number(row.own(column).text) if column is not None else None

    def _shows_parts(self) -> bool:
        """Whether no score of the first column of scores exceeds the full marks of its row."""
        if not self.scores or Role.WEIGHT not in self.sheet.roles:
            return False
        pairs = ((score_in_cell(row.own(self.scores[0][0]).text), self._full_marks(row)) for row in self.sheet.rows)
        return all(score <= full for score, full in pairs if score is not None and full is not None)

    def _subject(self, row: Row) -> tuple[bool, Subject, int | None]:
        """Give whether the row is about something known, about what, and the indicator number printed in it."""
        texts = {n: row.own(n).text for n in self.labels if row.own(n)}
        if any(question_codes(text, self.vocabulary.is_code) for text in texts.values()):
            return False, None, None
        number = self._printed_number(texts)
        named = next(filter(None, (self._named(text) for text in texts.values())), None)
        if number is not None and number in self.vocabulary.indicators and (named is not None or self._is_numbered()):
            return True, number, number
        if named is not None:
            marker = next((marker_of(text) for text in texts.values() if self._named(text)), None)
            serial = marker[1][0] if marker else self._serial(texts)
            return True, self.steps.settle(serial, named) if serial else named, None
        for text in texts.values():
            part = instrument_of(text)
            if part is not None:
                return True, part, None
            if _is_total(text):
                return True, None, None
        level_row = any("ระดับ" in text for text in texts.values())
        return level_row, None, None

    def _named(self, text: str) -> int | None:
        heading = self.vocabulary.indicator_heading(text)
        return heading[0] if heading and len(heading[1]) <= _LONGEST_BESIDE_NAME else None

    def _serial(self, texts: dict[int, str]) -> int | None:
        """Give the running number of a row from its own column."""
        column = self.sheet.column(Role.NUMBER)
        key = fold(texts.get(column, "")).strip("().") if column is not None else ""
        return int(key) if key.isdecimal() and len(key) <= 2 else None

    def _is_numbered(self) -> bool:
        return any(column.role is Role.INDICATOR and "ที่" in column.header for column in self.sheet.columns)

    def _printed_number(self, texts: dict[int, str]) -> int | None:
        for n, text in texts.items():
            role = self.sheet.columns[n].role if n < len(self.sheet.columns) else None
            key = fold(text).strip("().")
            told = re.match(r"ตัวชี้วัด(?:ที่)?\(?([0-9]{1,2})(?![0-9.])", key)
            if told:
                return int(told[1])
            if role is Role.INDICATOR and key.isdecimal() and len(key) <= 2:
                return int(key)
        return None
