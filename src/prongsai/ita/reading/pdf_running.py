"""Finds what stands on the pages of a paper for its pages only: running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from prongsai.ita.reading.pdf_lines import PrintedLine
from prongsai.ita.thai import compact, to_arabic

_PAGE_NUMBER = re.compile(
    r"[\s\-–—_/|.()\[\]]*(?:(?:หน้า|หน้าที่|page)\s*)?[0-9]{1,3}(?:\s*(?:/|จาก|of)\s*[0-9]{1,3})?[\s\-–—_/|.()\[\]]*", re.IGNORECASE
)
_NUMBER_OF_PAGE = re.compile(r"(?:หน้า|หน้าที่|page)\s*[0-9]{1,3}(?:\s*(?:/|จาก|of)\s*[0-9]{1,3})?", re.IGNORECASE)
_UPPER, _LOWER = 0.16, 0.86
"""Parts of the height of a page above and below which running lines stand."""

_NEAR = 4.0
_MOST_PAGES = 0.6


def without_running(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[list[PrintedLine]]:
    """Give the lines of each page without page numbers and without lines that most pages have at the same height.

    A line that stands on most pages and is as large as anything on the first page is the title of the paper: it stays
    where it stands first.
    """
    running = _running_lines(pages, heights)
    kept: list[list[PrintedLine]] = []
    shown: set[str] = set()
    for number, lines in enumerate(pages):
        largest = max((line.size for line in lines), default=0.0)
        rest = []
        for line in lines:
            if not _in_margin(line, heights[number]):
                rest.append(line)
                continue
            key = _key(line)
            if key in running:
                titles = not number or shown
                if number or key in shown or line.size < largest - 0.5:
                    continue
                shown.add(key)
            elif _PAGE_NUMBER.fullmatch(to_arabic(line.text)):
                continue
            rest.append(line)
        kept.append(rest)
    return kept


def _running_lines(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> set[str]:
    if len(pages) < 2:
        return set()
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for line in lines:
            if _in_margin(line, heights[number]):
                places[_key(line)].append((number, line.base))
    least = max(2, _MOST_PAGES * len(pages))
    return {key for key, found in places.items() if _most_at_one_height(found) >= least}


def _most_at_one_height(found: list[tuple[int, float]]) -> int:
    return max(len({page for page, base in found if abs(base - height) <= _NEAR}) for _, height in found)


def _in_margin(line: PrintedLine, height: float) -> bool:
    return line.base < _UPPER * height or line.base > _LOWER * height


def _key(line: PrintedLine) -> str:
    """Give the text of a line with the number of its page left out."""
    return compact(_NUMBER_OF_PAGE.sub("#", to_arabic(line.text)))
