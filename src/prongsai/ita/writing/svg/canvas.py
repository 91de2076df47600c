"""A drawing surface for charts: live text, no styles, no scripts, nothing fetched.

Everything is drawn 360 units wide with letters of 13, so that it is read at the width of a telephone. The height grows
with what is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from prongsai.ita.writing.numerals import Digits, as_printed

WIDTH = 360
SIZE = 13
SMALL = 12
LINE = 18
INK = "#1f4e79"
GREY = "#5f6a72"
RULE = "#b4bac0"
MARK = "#9c2f00"
TEXT = "#1a1a1a"
SVG = "http://www.w3.org/2000/svg"

Anchor = Literal["start", "middle", "end"]


@dataclass(slots=True)
class Canvas:
    """Collects shapes. `key` makes the identifiers of one drawing differ from those of others on the page."""

    key: str
    digits: Digits
    root: etree._Element = field(init=False)
    height: float = 0

    def __post_init__(self) -> None:
        self.root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})

    def put(self, tag: str, **attributes: str | float) -> etree._Element:
        """Add a shape; `stroke_width` becomes the attribute `stroke-width`. Numbers are cut to two decimals."""
        return self.put_into(self.root, tag, **attributes)

    def put_into(self, parent: etree._Element, tag: str, **attributes: str | float) -> etree._Element:
        """Add a shape to another one."""
        made = etree.SubElement(parent, f"{{{SVG}}}{tag}")
        for name, value in attributes.items():
            made.set(name.rstrip("_").replace("_", "-"), value if isinstance(value, str) else number(value))
        return made

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        *,
        size: float = SIZE,
        anchor: Anchor = "start",
        bold: bool = False,
        fill: str = TEXT,
    ) -> None:
        """Write one line of live text, and keep room for it below."""
        made = self.put("text", x=x, y=baseline, font_size=size, fill=fill)
        if anchor != "start":
            made.set("text-anchor", anchor)
        if bold:
            made.set("font-weight", "bold")
        made.text = words
        self.reach(baseline + size * 0.45)

    def line(
        self, start: tuple[float, float], end: tuple[float, float], *, colour: str, width: float = 1, dash: str = ""
    ) -> None:
        """Draw a straight line; `dash` such as `4 3` breaks it."""
        made = self.put("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=colour, stroke_width=width)
        if dash:
            made.set("stroke-dasharray", dash)
        self.reach(max(start[1], end[1]))

    def rectangle(
        self, x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "none", line: float = 1
    ) -> None:
        """Draw a rectangle."""
        self.put("rect", x=x, y=y, width=width, height=height, fill=fill, stroke=stroke, stroke_width=line)
        self.reach(y + height)

    def polygon(self, points: Sequence[tuple[float, float]], *, colour: str, width: float = 1, dash: str = "") -> None:
        """Draw the outline of a polygon."""
        told = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        made = self.put("polygon", points=told, fill="none", stroke=colour, stroke_width=width)
        if dash:
            made.set("stroke-dasharray", dash)

    def hatch(self) -> str:
        """Give the fill of hatched shapes; its pattern is drawn once."""
        name = f"{self.key}-hatch"
        if self.root.find(f"{{{SVG}}}pattern") is None:
            pattern = self.put("pattern", id=name, width=6, height=6, patternUnits="userSpaceOnUse")
            self.put_into(pattern, "rect", width=6, height=6, fill="#ffffff")
            self.put_into(pattern, "path", d="M-1,1L1,-1M0,6L6,0M5,7L7,5", stroke=INK, stroke_width=1.4)
        return f"url(#{name})"

    def printed(self, text: str) -> str:
        """Give a text in the numerals of the paper, on one line."""
        return " ".join(as_printed(text, self.digits).split())

    def reach(self, y: float) -> None:
        """Let the drawing be at least so high."""
        self.height = max(self.height, y)


def number(value: float) -> str:
    """Write a coordinate with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
