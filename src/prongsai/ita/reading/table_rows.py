"""Joins the rows of a table that belong together: rows broken over pages, rows under a band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.vocabulary import InstrumentPart, Vocabulary, instrument_of, names_no_group

_KEYS = (Role.ISSUE, Role.INDICATOR, Role.QUESTION, Role.FINDING, Role.MEASURES)
_HEADS = (Role.NUMBER, Role.ISSUE, Role.INDICATOR, Role.QUESTION)
_LONGEST_BAND = 160


@dataclass(frozen=True, slots=True)
class Band:
    """What a row that spans the table says about the rows below it."""

    issue: int | None = None
    indicator: int | None = None
    instrument: InstrumentPart | None = None


@dataclass
class WholeRow:
    """A row with all its lines, and the band under which it stands."""

    cells: list[list[str]]
    band: Band
    number: int
    held: set[int] = field(default_factory=set)

    def lines(self, column: int | None) -> list[str]:
        """Give the lines of a column, none where there is no such column."""
        return self.cells[column] if column is not None and column < len(self.cells) else []

    def text(self, column: int | None) -> str:
        """Give the text of a column."""
        return " ".join(self.lines(column))


def whole_rows(sheet: Sheet, vocabulary: Vocabulary) -> list[WholeRow]:
    """Give the rows of a sheet: bands taken as context, continuations joined cell by cell."""
    return list(_Joining(sheet, vocabulary).run())


def band_of(text: str, vocabulary: Vocabulary) -> Band | None:
    """Read a row with a single text as a band: an issue, an indicator or an instrument; None where it is none.

    A band of what belongs to none of them (`มาตรการอื่น`) is empty: it ends the band above.
    """
    if not text or len(text) > _LONGEST_BAND:
        return None
    if names_no_group(text):
        return Band()
    issue = vocabulary.issue_of(text)
    if issue is not None:
        return Band(issue=issue)
    indicator = vocabulary.indicator_of(text)
    if indicator is not None:
        return Band(indicator=indicator)
    instrument = instrument_of(text)
    return Band(instrument=instrument) if instrument is not None else None


class _Joining:
    def __init__(self, sheet: Sheet, vocabulary: Vocabulary) -> None:
        self.sheet = sheet
        self.vocabulary = vocabulary
        keys = [n for role in _KEYS for n in sheet.columns_of(role)]
        steps = sheet.columns_of(Role.STEPS)
        measures = sheet.columns_of(Role.MEASURES)
        self.keys = keys if measures or not steps else [*keys, *steps]
        self.head = min((n for role in _HEADS for n in sheet.columns_of(role)), default=None)
        self.closing = [n for role in (Role.UNITS, Role.PERIOD) for n in sheet.columns_of(role)]
        self.numbered = self._numbered_column()
        self.band = Band()

    def run(self) -> Iterator[WholeRow]:
        open_row: WholeRow | None = None
        for row in self.sheet.rows:
            filled = row.filled()
            if not filled:
                continue
            band = self._band(row, filled)
            if band is not None:
                self.band = band
                continue
            if open_row is not None and self._continues(row, open_row):
                _append(open_row, row)
                continue
            if open_row is not None:
                yield open_row
            open_row = self._new(row)
        if open_row is not None:
            yield open_row

    def _band(self, row: Row, filled: tuple[int, ...]) -> Band | None:
        texts = {row.cells[n].text for n in filled}
        if len(texts) > 1 or (len(filled) == 1 and filled[0] > 1):
            return None
        return band_of(texts.pop(), self.vocabulary)

    def _numbered_column(self) -> int | None:
        """Give the first column of keys where its cells are numbered 1, 2, ... and others hold only ends of lines.

        So it is in a table that was copied line by line: what has no number is the rest of the cell above.
        """
        column = min(self.keys, default=None)
        if column is None or any(cell.held for row in self.sheet.rows for cell in row.cells):
            return None
        begun = [marker_of(row.own(column).text) for row in self.sheet.rows]
        numbers = [mark[1] for mark in begun if mark is not None]
        rising = numbers == [(n,) for n in range(1, len(numbers) + 1)] and len(numbers) > 1
        rest = [row for row, mark in zip(self.sheet.rows, begun, strict=True) if mark is None]
        return column if rising and begun[0] and rest and not any(map(self._is_closed, rest)) else None

    def _is_closed(self, row: Row) -> bool:
        return bool(self.closing) and all(row.own(n) for n in self.closing)

    def _continues(self, row: Row, above: WholeRow) -> bool:
        """Whether a row goes on with the one above: no key of its own, or the tail of a row cut by a page."""
        if self.keys and not any(row.own(n) for n in self.keys):
            return True
        if self.numbered is not None:
            return marker_of(row.own(self.numbered).text) is None
        if self.head is None or row.own(self.head) or not row.gap:
            return False
        first = next(row.own(n) for n in row.filled())
        begins = marker_of(first.lines[0])
        here = any(row.own(n) for n in self.closing)
        above_it = any(above.lines(n) for n in self.closing)
        return here != above_it and (begins is None or begins[1] != (1,))

    def _new(self, row: Row) -> WholeRow:
        width = max(len(self.sheet.columns), len(row.cells))
        cells = [list(row.own(n).lines) for n in range(width)]
        held = {n for n in range(len(row.cells)) if row.cells[n].held == "down"}
        return WholeRow(cells, self.band, row.number, held)


def _append(above: WholeRow, row: Row) -> None:
    for n in row.filled():
        if row.cells[n].held == "down":
            continue
        while n >= len(above.cells):
            above.cells.append([])
        above.cells[n] += row.cells[n].lines
