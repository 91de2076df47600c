"""Reads tables of scores: indicators in rows or in columns, one year or several, weighted parts, totals, changes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from prongsai.ita.reading.codes import question_codes
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.folding import fold
from prongsai.ita.reading.in_step import InStep
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.levels import level_of_cell
from prongsai.ita.reading.listed_results import ListedColumns, code_of_row, item_result, listed_columns
from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.score_across import read_across, years_are_rows
from prongsai.ita.reading.score_book import ScoreBook, Subject
from prongsai.ita.reading.score_cells import FALL, change_in_cell, is_total, score_in_cell
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of
from prongsai.ita.thai import printed_number, round_half_up

_LONGEST_BESIDE_NAME = 15
_SCORED = (Role.SCORE, Role.OVERALL)


def read_score_table(sheet: Sheet, book: ScoreBook, vocabulary: Vocabulary, year: int | None) -> None:
    """Put the scores of a table into the book; `year` holds where the table names none."""
    indicators = sum(column.indicator is not None for column in sheet.columns)
    instruments = sum(instrument_of(column.header) is not None for column in sheet.columns)
    listed = listed_columns(sheet.columns, sheet.rows, vocabulary)
    if indicators >= 3 or instruments >= 2 or years_are_rows(sheet):
        read_across(sheet, book, year)
    elif listed is not None:
        _read_listed(sheet, listed, book, vocabulary, year)
    else:
        _Upright(sheet, book, vocabulary, year).read()


def _read_listed(
    sheet: Sheet, listed: ListedColumns, book: ScoreBook, vocabulary: Vocabulary, default: int | None
) -> None:
    """Read a table whose rows are questions or items; rows of indicators or totals among them stand apart."""
    others: list[Row] = []
    for row in sheet.rows:
        found = code_of_row(row.own(listed.code).text, vocabulary, of_items=listed.of_items)
        if found is None:
            others.append(row)
        elif listed.of_items:
            book.put_item(
                sheet.columns[listed.results[0]].year or default, item_result(row, found.code, sheet.columns, listed)
            )
        else:
            for n in listed.results:
                score = score_in_cell(row.own(n).text)
                if score is not None:
                    book.put_question(sheet.columns[n].year or default, found.code, score)
    if others:
        _Upright(replace(sheet, rows=others), book, vocabulary, default).read()


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
            falls = bool(FALL.search(header)) and "เพิ่ม" not in header
            stated = change_in_cell(row.own(n).text, falls=falls)
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
            if is_total(text):
                return True, None, None
        level_row = any("ระดับ" in text or "เกรด" in text for text in texts.values())
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
