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
class Series:
    """Scores of one year on every axis of a radar, from 0 to 100; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """Scores on axes around a centre, one or two series, the newest first, with a ring at the pass mark.

    `tabled` says that a table beside it holds the same figures already; else every writer adds one.
    Raises ValueError for fewer than three axes, for other than one or two series, for series of another length.
    """

    axes: tuple[str, ...]
    series: tuple[Series, ...]
    summary: str
    caption: str
    mark: Decimal | None = None
    tabled: bool = False

    def __post_init__(self) -> None:
        if len(self.axes) < 3 or len(self.series) not in (1, 2):
            raise ValueError("a radar has three axes or more, and one or two series")
        if any(len(series.values) != len(self.axes) for series in self.series):
            raise ValueError("a series has one value for each axis")


@dataclass(frozen=True, slots=True)
class Change:
    """What was gained (above zero) or lost (below) since the year before."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class ChangeChart:
    """Bars right of zero for gains, left of it for losses, each with its signed figure. `tabled`: see `Radar`."""

    changes: tuple[Change, ...]
    summary: str
    caption: str
    tabled: bool = False


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One score of a heat map with its own label, such as the code of a question; `weak`: below the pass mark."""

    label: str
    value: Decimal | None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """The scores of one row, such as the questions of an indicator; rows may differ in length."""

    label: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Scores in rows, shaded: the lower, the darker. Weak ones are hatched and carry a mark. `tabled`: see `Radar`."""

    rows: tuple[HeatRow, ...]
    summary: str
    caption: str
    mark: Decimal | None = None
    tabled: bool = False


Chart: TypeAlias = BarChart | Radar | ChangeChart | HeatMap


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Room for a signature by hand: what the signer does, and the post. Names may be left to be typed."""

    role: str
    post: Inline
    name: Inline


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled place of a form: the label in bold, what it says over a dotted line."""

    label: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line at the head of an inside letter, with one field or several side by side."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page; `landscape` sets the pages that follow."""

    landscape: bool = False


Block: TypeAlias = Heading | Paragraph | Items | Notice | Table | Chart | SignatureBlock | FormLine | PageBreak


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document. `draft` prints ร่าง on every page; `footer` stands on every page.

    `form` is that of the office: a memo has large letters in its title and a small emblem at the left, orders and
    announcements the emblem in the middle. Both keep a marked place for an emblem that is not supplied.
    """

    title: tuple[str, ...]
    subject: str
    blocks: tuple[Block, ...]
    agency: str
    year: int
    draft: bool = True
    footer: str = ""
    form: Literal["report", "memo", "order"] = "report"


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """How an agency wants its papers: digits, fonts, sizes in points, margins in cm (left 3, right 2 by custom).

    `digits` are those of PDF, Word and web page; spreadsheets keep Arabic digits, by custom and for reckoning.
    `emblem` is a picture (PNG or JPEG) that the agency supplies, drawn above the title; without one nothing is drawn.
    `footer` stands on every page of all its papers, after a paper's own. `font_screen` is tried first on web pages.
    """

    digits: Literal["thai", "arabic"] = "thai"
    font_pdf: str = "Sarabun"
    size_pdf: Decimal = Decimal("11")
    font_docx: str = "TH SarabunPSK"
    size_docx: Decimal = Decimal("16")
    font_xlsx: str = "TH SarabunPSK"
    size_xlsx: Decimal = Decimal("16")
    font_screen: str = "Sarabun"
    size_screen: Decimal = Decimal("13")
    margin_left: Decimal = Decimal("3")
    margin_right: Decimal = Decimal("2")
    margin_top: Decimal = Decimal("2.5")
    margin_bottom: Decimal = Decimal("2")
    emblem: bytes | None = None
    emblem_height: Decimal = Decimal("3")
    emblem_align: Literal["start", "center"] = "center"
    footer: str = ""
