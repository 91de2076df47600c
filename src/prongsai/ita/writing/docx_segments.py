"""Bars in a Word file: a row of a table whose cells are shaded, so it needs no picture and can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docx.oxml.table import CT_Row
from docx.oxml.xmlchemy import BaseOxmlElement

from prongsai.ita.writing.docx_xml import element, put, twips

STEPS = 50  # Word takes at most 63 columns
INK = "1F4E79"
PALE = "B4BAC0"
MARK = "9C2F00"

Fill = Literal["full", "hatched", "pale"]
_SHADES = {
    "full": ("clear", INK, INK),
    "hatched": ("diagStripe", INK, "FFFFFF"),
    "pale": ("clear", PALE, PALE),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """Some steps of a bar's row: filled or empty, with a line at its left or at its right."""

    steps: int
    fill: Fill | None = None
    left: bool = False
    mark: bool = False


def draw_segments(row: CT_Row, segments: Sequence[Segment], step: float) -> None:
    """Replace the empty cells between the first and the last cell of a row; `step` is the width of one in cm."""
    for cell in row.tc_lst[1:-1]:
        row.remove(cell)
    last = row.tc_lst[-1]
    for segment in segments:
        if segment.steps:
            last.addprevious(_cell(segment, step))


def _cell(segment: Segment, step: float) -> BaseOxmlElement:
    cell = element("w:tc")
    properties = element("w:tcPr")
    cell.append(properties)
    put(properties, "w:tcW", w=twips(step * segment.steps), type="dxa")
    put(properties, "w:gridSpan", val=segment.steps)
    borders = put(properties, "w:tcBorders")
    if segment.fill:
        borders.append(element("w:top", val="single", sz=24, color="FFFFFF"))
    if segment.left:
        borders.append(element("w:left", val="single", sz=6, color="000000"))
    if segment.fill:
        borders.append(element("w:bottom", val="single", sz=24, color="FFFFFF"))
    if segment.mark:
        borders.append(element("w:right", val="dashed", sz=12, color=MARK))
    if segment.fill:
        pattern, colour, fill = _SHADES[segment.fill]
        put(properties, "w:shd", val=pattern, color=colour, fill=fill)
    empty = element("w:p")
    put(empty_layout := element("w:pPr"), "w:spacing", line=20, lineRule="exact")  # the label sets the height
    empty.append(empty_layout)
    cell.append(empty)
    return cell
