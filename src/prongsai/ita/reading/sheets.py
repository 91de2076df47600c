"""Joins the pieces of a table that pages or headings have parted, and says what each whole table is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from prongsai.ita.reading.cards import unfolded
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.guesses import guessed
from prongsai.ita.reading.headers import Columns, read_header, same_layout
from prongsai.ita.reading.layout import Block, Cell, Row, Table, TextLine
from prongsai.ita.reading.listed_results import listed_columns
from prongsai.ita.reading.numbering import strip_marker
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of, names_no_group

_LONGEST_BAND = 160
_DEEDS = frozenset({Role.MEASURES, Role.STEPS, Role.RESULTS, Role.OUTCOMES})
_DETAILS = frozenset({Role.UNITS, Role.PERIOD, Role.TIME, Role.FOLLOW_UP, Role.STATUS, Role.RESULTS, Role.OUTCOMES})
_KEYS = frozenset({Role.ISSUE, Role.INDICATOR, Role.QUESTION, Role.FINDING})
_FIGURES = frozenset({Role.SCORE, Role.WEIGHTED, Role.OVERALL, Role.LEVEL, Role.CHANGE})


class Subject(Enum):
    """What a table is about."""

    MEASURES = "measures"
    ANALYSIS = "analysis"
    SCORES = "scores"
    LIMITATIONS = "limitations"
    OTHER = "other"


@dataclass
class Sheet:
    """A whole table: its columns, its rows without headers, and the place of its first block in the paper."""

    columns: Columns
    at: int
    rows: list[Row] = field(default_factory=list)
    subject: Subject = Subject.OTHER

    def column(self, role: Role) -> int | None:
        """Give the first column of a role, or None."""
        return next((n for n, column in enumerate(self.columns) if column.role is role), None)

    def columns_of(self, role: Role) -> list[int]:
        """Give all columns of a role."""
        return [n for n, column in enumerate(self.columns) if column.role is role]

    @property
    def roles(self) -> frozenset[Role]:
        """Give the roles of all columns."""
        return frozenset(column.role for column in self.columns if column.role)


def read_sheets(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Sheet]:
    """Give the tables of a paper in order. Repeated headers are dropped; a piece without a header goes on above."""
    sheets: list[Sheet] = []
    for at, table in _tables(blocks):
        _add_table(sheets, table, at, vocabulary, _band_above(blocks, at, vocabulary))
    for sheet in sheets:
        sheet.columns = guessed(sheet.columns, sheet.rows)
        sheet.subject = _subject(sheet, vocabulary)
    return _settled(sheets)


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[int, Table]]:
    return ((at, unfolded(block)) for at, block in enumerate(blocks) if isinstance(block, Table))


def _band_above(blocks: Sequence[Block], at: int, vocabulary: Vocabulary) -> Row | None:
    """Give the line straight above a table as a band of it, where it names an issue, an indicator or neither."""
    above = blocks[at - 1] if at else None
    if not isinstance(above, TextLine) or len(above.text) > _LONGEST_BAND:
        return None
    named = (vocabulary.issue_of(above.text), vocabulary.indicator_of(strip_marker(above.text)))
    if named == (None, None) and not names_no_group(above.text):
        return None
    return Row((Cell((above.text,)),), above.number)


def _add_table(sheets: list[Sheet], table: Table, at: int, vocabulary: Vocabulary, band: Row | None) -> None:
    n = 0
    started = False
    broken = True
    while n < len(table.rows):
        header = read_header(table.rows, n, vocabulary)
        if header is not None:
            columns, taken = header
            if not (sheets and same_layout(sheets[-1].columns, columns)):
                sheets.append(Sheet(columns, at))
            started = broken = True
            n += taken
            if band is not None:
                sheets[-1].rows.append(band)
                band = None
            continue
        row = table.rows[n]
        if not started and not (sheets and _fits(sheets[-1], row)):
            sheets.append(Sheet((), at))
        elif not started and band is not None:
            sheets[-1].rows.append(band)
        started = True
        sheets[-1].rows.append(Row(row.cells, row.number, row.gap or broken))
        broken = False
        n += 1


def _fits(sheet: Sheet, row: Row) -> bool:
    """Whether a row that stands under no header can go on with the table above."""
    width = len(sheet.columns)
    return width > 0 and (len(row.cells) == width or (len(row.cells) <= width + 1 and not row.own(0)))


def _subject(sheet: Sheet, vocabulary: Vocabulary) -> Subject:
    roles = sheet.roles
    if not sheet.columns:
        return Subject.OTHER
    if sum(column.indicator is not None for column in sheet.columns) >= 3:
        return Subject.SCORES
    if _plans(roles):
        return Subject.MEASURES
    return Subject.SCORES if _tells_scores(sheet, vocabulary) else _told_by_rows(sheet, vocabulary)


def _tells_scores(sheet: Sheet, vocabulary: Vocabulary) -> bool:
    if len({instrument_of(column.header) for column in sheet.columns} - {None}) >= 2:
        return True
    advises = sheet.roles & {Role.FINDING, Role.RECOMMENDATION}
    return bool(sheet.roles & _FIGURES and not advises) or _lists_items(sheet, vocabulary)


def _lists_items(sheet: Sheet, vocabulary: Vocabulary) -> bool:
    """Whether a table gives the result of each item, and what else it says are the assessor's remarks."""
    listed = listed_columns(sheet.columns, sheet.rows, vocabulary)
    return listed is not None and listed.of_items and set(sheet.columns_of(Role.FINDING)) <= {listed.remark}


def _plans(roles: frozenset[Role]) -> bool:
    """Whether the columns say what is to be done, and by whom, when or why."""
    if roles & _DEEDS:
        return bool(roles & (_DETAILS | _KEYS)) or len(roles & _DEEDS) > 1
    return {Role.UNITS, Role.PERIOD} <= roles


def _told_by_rows(sheet: Sheet, vocabulary: Vocabulary) -> Subject:
    roles = sheet.roles
    if Role.PROBLEM in roles and roles <= {Role.PROBLEM, Role.RECOMMENDATION, Role.NUMBER, Role.OTHER}:
        return Subject.LIMITATIONS
    if roles & {Role.FINDING, Role.QUESTION, Role.RECOMMENDATION} and len(roles) > 1:
        return Subject.ANALYSIS
    named = sum(any(vocabulary.indicator_of(cell.text) for cell in row.cells) for row in sheet.rows)
    return Subject.SCORES if named >= 3 else Subject.OTHER


def _settled(sheets: list[Sheet]) -> list[Sheet]:
    """Tell findings with advice from measures: beside a table that says who does what when, the former is analysis."""
    planned = [
        sheet for sheet in sheets if sheet.subject is Subject.MEASURES and sheet.roles & {Role.UNITS, Role.PERIOD}
    ]
    for sheet in sheets:
        advice = sheet.roles & {Role.FINDING, Role.QUESTION} and sheet.roles & {Role.MEASURES, Role.RECOMMENDATION}
        if planned and sheet.subject is Subject.MEASURES and advice and not sheet.roles & (_DETAILS | {Role.STEPS}):
            sheet.subject = Subject.ANALYSIS
    return sheets
