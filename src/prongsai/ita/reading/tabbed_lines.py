"""Finds tables that an office has set with tabs instead of table cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TABS = re.compile(r"\t+")
_FEWEST_ROWS = 3
_FEWEST_CELLS = 3


def tabbed_cells(line: str) -> tuple[str, ...]:
    """Give the parts of a line between its tabs."""
    return tuple(part.strip() for part in _TABS.split(line.strip("\t ")))


def tabbed_rows(lines: Sequence[str], at: int) -> int:
    """Give the number of lines from `at` on that are rows of one table: three or more with as many cells each."""
    width = len(tabbed_cells(lines[at])) if "\t" in lines[at] else 0
    if width < _FEWEST_CELLS:
        return 0
    end = at
    while end < len(lines) and len(tabbed_cells(lines[end])) == width:
        end += 1
    return end - at if end - at >= _FEWEST_ROWS else 0
