"""Reads the rows of HTML tables, with cells merged over rows and columns."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.markup import cell_lines
from prongsai.ita.reading.merged_cells import LARGEST_SPAN, SpanningCell, spread


def html_rows(markup: str, *, first: int = 1) -> tuple[Row, ...]:
    """Give the rows of all tables in a piece of HTML; `first` is the number of its first line in the file."""
    parser = _Rows()
    parser.feed(markup)
    parser.close()
    parser.finish()
    numbers = [first + line - 1 for line, _ in parser.rows]
    written = [[SpanningCell(cell_lines(raw), wide, high) for raw, wide, high in cells] for _, cells in parser.rows]
    return tuple(Row(cells, number) for cells, number in zip(spread(written), numbers, strict=False))


class _Rows(HTMLParser):
    """Collects (line, cells), each cell as (markup, columns, rows)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, list[tuple[str, int, int]]]] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open rows and cells; keep other tags of a cell as they stand."""
        if tag == "tr":
            self.finish()
            self.rows.append((self.getpos()[0], []))
        elif tag in ("td", "th"):
            self.finish()
            spans = dict(attrs)
            self._cell = []
            self._span = (_span(spans.get("colspan")), _span(spans.get("rowspan")))
        elif self._cell is not None:
            self._cell.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """Close cells and rows."""
        if tag in ("td", "th", "tr", "table"):
            self.finish()
        elif self._cell is not None:
            self._cell.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Take up the text of a cell; its line ends are blanks, as in a browser."""
        if self._cell is not None:
            self._cell.append(escape(data.replace("\n", " "), quote=False))

    def finish(self) -> None:
        """Put an open cell into its row."""
        if self._cell is not None:
            if not self.rows:
                self.rows.append((self.getpos()[0], []))
            self.rows[-1][1].append(("".join(self._cell), *self._span))
            self._cell = None


def _span(value: str | None) -> int:
    return min(int(value), LARGEST_SPAN) if value and value.isascii() and value.isdecimal() and int(value) else 1
