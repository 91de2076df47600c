"""The neutral shape to which every file format is brought before its meaning is read: lines of text and tables.

A format reader (text now; .docx, .xlsx, .html and .pdf alike) only has to give these blocks in the order of the paper.
Texts are normalised and carry no markup. Numbers and bullets of lists stand in the text as a person sees them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line or paragraph outside tables. `gap`: blank space stands above it. `number` counts from 1 in the file."""

    text: str
    number: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its lines. `held` marks a cell that only shows the text of a merged cell above or to the left."""

    lines: tuple[str, ...] = ()
    held: Literal["down", "right"] | None = None

    @property
    def text(self) -> str:
        """Give all lines as one text."""
        return " ".join(self.lines)

    def __bool__(self) -> bool:
        return bool(self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `gap`: it stands first after a break of the table, such as a new page."""

    cells: tuple[Cell, ...]
    number: int = 0
    gap: bool = False

    def own(self, column: int) -> Cell:
        """Give the cell of a column, empty where the row is short or a cell to the left covers it."""
        cell = self.cells[column] if column < len(self.cells) else Cell()
        return Cell() if cell.held == "right" else cell

    def filled(self) -> tuple[int, ...]:
        """Give the columns that have a text of their own."""
        return tuple(n for n in range(len(self.cells)) if self.own(n))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Number of columns of the widest row."""
        return max((len(row.cells) for row in self.rows), default=0)


Block: TypeAlias = TextLine | Table
