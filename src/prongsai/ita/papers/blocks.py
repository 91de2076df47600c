"""Blocks of an official document: one content model from which every format is written.

Texts are plain Unicode in the office's own spelling with Arabic digits; the writer turns digits into Thai numerals
where the paper's settings say so. A `Gap` marks a fact that a person still has to supply: no writer may fill it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Alignment: TypeAlias = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place for a fact that is lacking, shown as a marked blank with what belongs there."""

    asks_for: str


Inline: TypeAlias = str | Gap


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of a part."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, first line indented unless it is aligned otherwise."""

    content: tuple[Inline, ...]
    align: Alignment = "start"
    bold: bool = False
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Items:
    """A numbered or dashed list."""

    entries: tuple[tuple[Inline, ...], ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark set apart, such as what is not confirmed."""

    text: str


CellContent: TypeAlias = tuple[Paragraph | Items, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `numeric` cells are set to the end."""

    content: CellContent
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its header and its share of the width."""

    header: str
    share: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, one per column, or a band that spans the table and heads the rows below it."""

    cells: tuple[Cell, ...] = ()
    band: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header repeats on every page. `summary` tells a listener what it holds."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; `value` runs from 0 to 100."""

    label: str
    value: Decimal
    weak: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars with a line at the pass mark. A table with the same figures must stand beside it."""

    bars: tuple[Bar, ...]
    summary: str
    caption: str
    mark: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Room for a signature by hand: what the signer does, and the post. Names may be left to be typed."""

    role: str
    post: Inline
    name: Inline


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page; `landscape` sets the pages that follow."""

    landscape: bool = False


Block: TypeAlias = Heading | Paragraph | Items | Notice | Table | BarChart | SignatureBlock | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. `draft` prints ร่าง on every page; `footer` stands on every page."""

    title: tuple[str, ...]
    subject: str
    blocks: tuple[Block, ...]
    agency: str
    year: int
    draft: bool = True
    footer: str = ""


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """How an agency wants its papers: digits, sizes in points, margins in centimetres (left 3, right 2 by custom)."""

    digits: Literal["thai", "arabic"] = "thai"
    font_pdf: str = "Sarabun"
    size_pdf: Decimal = Decimal("11")
    font_docx: str = "TH SarabunPSK"
    size_docx: Decimal = Decimal("16")
    margin_left: Decimal = Decimal("3")
    margin_right: Decimal = Decimal("2")
    margin_top: Decimal = Decimal("2.5")
    margin_bottom: Decimal = Decimal("2")
