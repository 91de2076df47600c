"""The page as a person sees it: from the coordinates of the file to points from the upper left corner, downwards."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """The visible box of a page in the coordinates of the file, and how often it is turned clockwise by a quarter."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> View:
        """Give the view of a page."""
        left, bottom, right, top = page.get_cropbox()
        return cls(
            min(left, right), min(bottom, top), max(left, right), max(bottom, top), page.get_rotation() // 90 % 4
        )

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.right - self.left if self.turns % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.top - self.bottom if self.turns % 2 == 0 else self.right - self.left

    def shown(self, x: float, y: float) -> Point:
        """Give a point of the file as shown."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def holds(self, box: tuple[Point, Point]) -> bool:
        """Whether some of a box stands on the page as shown."""
        (x0, y0), (x1, y1) = box
        across = max(x0, x1) >= 0 and min(x0, x1) <= self.width
        return across and max(y0, y1) >= 0 and min(y0, y1) <= self.height
