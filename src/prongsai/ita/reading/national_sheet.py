"""Reads one sheet of a national list: its header, then row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import TypeVar

from prongsai.ita.reading.national_figures import CellValue, FiguresByType, Texts, cell_text
from prongsai.ita.reading.national_header import HEADER_WITHIN, Header, find_header
from prongsai.ita.reading.national_rows import NationalColumns, NationalEntry, NationalRow, RowError
from prongsai.ita.thai import Refused

_TEXTS = ("agency", "code", "province", "district", "kind", "level")
_INSTRUMENTS = ("IIT", "EIT", "EIT1", "EIT2", "OIT")
_SUMMARY = re.compile(
    r"รวม|รวมทั้งหมด|รวมทั้งสิ้น|เฉลี่ย|เฉลี่ยรวม|สูงสุด|ต่ำสุด|(?:ค่า|คะแนน)(?:เฉลี่ย|สูงสุด|ต่ำสุด).{0,40}|total|average|mean",
    re.IGNORECASE,
)
_BAND = re.compile(r"จังหวัด\s?(.{2,60})")
_COLUMN_NUMBER = re.compile(r"\(?[0-9๐-๙]{1,2}\)?")
Name = TypeVar("Name", str, int)


def read_sheet(
    rows: Iterable[Sequence[CellValue]], *, sheet: str | None, height: int, first_column: int = 0
) -> Iterator[NationalEntry]:
    """Read the rows of a sheet, from its first row on; give nothing where no header is found.

    `height` is the count of rows for progress, `first_column` the number (from 0) of the first cell of each row.
    """
    coming = iter(rows)
    top = list(islice(coming, HEADER_WITHIN + 3))
    header = find_header([[cell_text(cell) for cell in row] for row in top])
    if header is None:
        return
    read = {what: header.printed[column] for column, what in header.holds.items()}
    yield NationalColumns(sheet, header.last + 1, max(height - header.last - 1, 0), read, header.unread)
    reader = _SheetReader(header, sheet, first_column)
    for number, row in enumerate(chain(top[header.last + 1 :], coming), header.last + 2):
        entry = reader.entry(row, number)
        if entry is not None:
            yield entry


class _SheetReader:
    """Reads the rows below one header."""

    def __init__(self, header: Header, sheet: str | None, first_column: int) -> None:
        held = {what: column for column, what in header.holds.items()}
        self.texts = {what: held.pop(what) for what in _TEXTS if what in held}
        self.overall = [(held.pop("overall"), "overall")] if "overall" in held else []
        self.instruments = [(held.pop(what), what) for what in _INSTRUMENTS if what in held]
        self.indicators = [(column, int(what)) for what, column in held.items() if what.isdigit()]
        self.answers = [(column, what) for what, column in held.items() if not what.isdigit()]
        self.width = max(header.holds) + 1
        self.agency_heading = header.printed[self.texts["agency"]]
        self.sheet = sheet
        self.first_column = first_column
        self.figures = FiguresByType()
        self.seen = Texts()
        self.band: str | None = None

    def entry(self, row: Sequence[CellValue], number: int) -> NationalRow | RowError | None:
        """Read one row: results, the reasons why it gives none, or None for what is no row of an agency."""
        if len(row) < self.width:
            row = [*row, *("" for _ in range(self.width - len(row)))]
        agency = cell_text(row[self.texts["agency"]])
        if not agency:
            return self._without_agency(row, number)
        if agency == self.agency_heading or _COLUMN_NUMBER.fullmatch(agency):
            return None  # the header again on a new page, or the numbers of the columns below it
        if _SUMMARY.fullmatch(agency):
            refused = Refused("SUMMARY", "แถวนี้เป็นค่ารวมหรือค่าเฉลี่ย ไม่ใช่หน่วยงาน จึงไม่นำมานับ")
            return self._error(number, agency, [refused])
        return self._results(row, number, agency)

    def _results(self, row: Sequence[CellValue], number: int, agency: str) -> NationalRow | RowError:
        refused: list[Refused] = []
        overall = self._scores(row, self.overall, refused).get("overall")
        instruments = self._scores(row, self.instruments, refused)
        indicators = self._scores(row, self.indicators, refused)
        answers = self._scores(row, self.answers, refused)
        if refused:
            return self._error(number, agency, refused)
        return NationalRow(
            number,
            agency,
            self.sheet,
            code=self._text(row, "code"),
            province=self._text(row, "province") or self.band,
            district=self._text(row, "district"),
            kind=self._text(row, "kind"),
            level=self._text(row, "level"),
            overall=overall,
            instruments=instruments,
            indicators=indicators,
            answers=answers,
        )

    def _scores(
        self, row: Sequence[CellValue], columns: Sequence[tuple[int, Name]], refused: list[Refused]
    ) -> dict[Name, Decimal]:
        """Read the scores of some columns; what is refused is added to the list."""
        figures = self.figures
        scores: dict[Name, Decimal] = {}
        for column, name in columns:
            cell = row[column]
            score = figures[type(cell)][cell]
            if isinstance(score, Refused):
                refused.append(score.at(column=self._letters(column)))
            elif score is not None:
                scores[name] = score
        return scores

    def _text(self, row: Sequence[CellValue], what: str) -> str | None:
        column = self.texts.get(what)
        return (self.seen[row[column]] or None) if column is not None else None

    def _without_agency(self, row: Sequence[CellValue], number: int) -> RowError | None:
        """Take a row that names no agency: a band with a province, a remark, or results that belong to nobody."""
        filled = [text for text in map(cell_text, row) if text]
        band = _BAND.fullmatch(filled[0]) if len(filled) == 1 else None
        if band:
            self.band = band[1]
        columns = [column for column, _ in (*self.overall, *self.instruments, *self.indicators, *self.answers)]
        if len(filled) < 2 or not any(isinstance(self.figures[type(row[n])][row[n]], Decimal) for n in columns):
            return None
        refused = Refused("AGENCY", "แถวนี้มีคะแนนแต่ไม่มีชื่อหน่วยงาน").at(column=self._letters(self.texts["agency"]))
        return self._error(number, None, [refused])

    def _error(self, number: int, agency: str | None, refused: Iterable[Refused]) -> RowError:
        placed = tuple(one.at(sheet=self.sheet, row=number) for one in refused)
        return RowError(number, placed, self.sheet, agency)

    def _letters(self, column: int) -> str:
        """Give the letters of a column as a spreadsheet shows them."""
        number = column + self.first_column + 1
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters
