"""Lines of the log as pages and files show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext
from xlsxwriter.workbook import Workbook

from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.deed_names import name_of, name_of_figure, name_of_thing
from prongsai.platform.audit.models import Line
from prongsai.platform.ui.wording import moment_in_words

MOST_ROWS = 100_000
"""A file holds no more lines than this: the newest. The page says so."""
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}
_WIDTHS = (8, 24, 30, 44, 26, 40, 14)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with the words for who, what, and on what."""

    line: Line
    who: str
    deed: str
    thing: str

    @property
    def figures(self) -> str:
        """The figures in a row: `rows 12, year 2569`."""
        return ", ".join(f"{name_of_figure(key)} {_words(value)}" for key, value in self.line.told.items())


def shown(lines: Iterable[Line]) -> list[ShownLine]:
    """Give lines with words."""
    lines = list(lines)
    names = names_of(line.actor for line in lines)
    return [ShownLine(line, names[line.actor], name_of(line.action), name_of_thing(line.thing)) for line in lines]


def _words(value: object) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return "–" if value is None else str(value)


def workbook(lines: Iterable[Line]) -> bytes:
    """Write lines as an XLSX file; every text stays a text."""
    target = BytesIO()
    with Workbook(target, _PLAIN) as book:
        sheet = book.add_worksheet()
        bold, text = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
        head = [gettext("Line number"), gettext("Time"), gettext("Who"), gettext("Deed"), gettext("On what")]
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_row(0, 0, [*head, gettext("Figures"), gettext("Time in doubt")], bold)
        for row, entry in enumerate(shown(lines), start=1):
            line = entry.line
            doubt = gettext("yes") if line.clock_went_back else ""
            cells = [moment_in_words(line.at), entry.who, entry.deed, entry.thing, entry.figures, doubt]
            sheet.write_number(row, 0, line.seq)
            for column, cell in enumerate(cells, start=1):
                sheet.write_string(row, column, cell, text)
    return target.getvalue()
