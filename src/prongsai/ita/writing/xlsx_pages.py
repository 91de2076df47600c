"""The sheets of a workbook as pages of A4, and the few formats that cells have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing.running_foot import footer_of
from prongsai.ita.writing.xlsx_cells import Figure, in_arabic, may_become_a_formula
from prongsai.ita.writing.xlsx_portions import line_height, lines_needed, portions

DRAFT_MARK = "ร่าง"
A4 = 9
_CM_PER_INCH = 2.54
_LONGEST_MARGIN_TEXT = 240


class Pages:
    """Makes sheets and writes into them; equal formats are made once."""

    def __init__(self, book: Workbook, paper: Paper, style: PaperStyle) -> None:
        """Take the book that is written, and whose paper it is."""
        self.book = book
        self.style = style
        self.draft = paper.draft
        self._footer = in_arabic(footer_of(paper, style))
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, name: str, *, landscape: bool) -> Worksheet:
        """Add a sheet that prints on A4, as wide as the page: page number, ร่าง on drafts, the footer."""
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        style = self.style
        sheet.set_margins(
            *(
                float(side) / _CM_PER_INCH
                for side in (style.margin_left, style.margin_right, style.margin_top, style.margin_bottom)
            )
        )
        sheet.set_header(f"&C- &P -{f'&R&B{DRAFT_MARK}' if self.draft else ''}")
        if self._footer.strip():
            sheet.set_footer(f"&C{in_margin(self._footer)}")
        return sheet

    def format(self, **properties: Any) -> Format:  # noqa: ANN401 - the library's own names and values
        """Give a format; the font is that of the book."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(properties)
        return self._formats[key]

    def write(self, sheet: Worksheet, row: int, column: int, value: str | Figure, **properties: Any) -> None:  # noqa: ANN401
        """Write a text or a figure into one cell."""
        if isinstance(value, Figure):
            shown = self.format(num_format=value.shown_as, align="right", **properties)
            sheet.write_number(row, column, float(value.value), shown)
            return
        quoted = {"quote_prefix": True} if may_become_a_formula(value) else {}
        sheet.write_string(row, column, value, self.format(**properties, **quoted))

    def write_row(
        self,
        sheet: Worksheet,
        row: int,
        values: Sequence[str | Figure],
        widths: Sequence[float],
        **properties: Any,  # noqa: ANN401
    ) -> int:
        """Write the cells of a row, high enough for their texts, and return how many rows it took.

        What no row can show runs on in the same column of the next row.
        """
        size = float(properties.get("font_size", self.style.size_xlsx))
        parted = [
            [value] if isinstance(value, Figure) else portions(value, width, size)
            for value, width in zip(values, widths, strict=True)
        ]
        rows = max(map(len, parted))
        for n in range(rows):
            cells = [parts[n] if n < len(parts) else "" for parts in parted]
            for column, cell in enumerate(cells):
                self.write(sheet, row + n, column, cell, **properties)
            lines = [
                lines_needed(cell, width) for cell, width in zip(cells, widths, strict=True) if isinstance(cell, str)
            ]
            sheet.set_row(row + n, max([1, *lines]) * line_height(size))
        return rows


def in_margin(text: str) -> str:
    """Return a text for the margin of pages, in which & begins a command, cut to what Excel allows there."""
    told = text.replace("&[", "& [").replace("&", "&&")
    cut = told.encode("utf-16-le")[: 2 * _LONGEST_MARGIN_TEXT].decode("utf-16-le", "ignore")
    return cut if cut.count("&") % 2 == 0 else cut[:-1]
