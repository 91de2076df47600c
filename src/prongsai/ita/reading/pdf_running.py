"""Finds what stands on the pages of a paper for its pages only: running headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from prongsai.ita.reading.pdf_lines import PrintedLine, parted
from prongsai.ita.thai import compact, to_arabic

_N = r"[1-9][0-9]{0,2}"
_PAGE_NUMBER = re.compile(
    rf"[-–—]{{0,2}}\s*(?:(?:หน้า|หน้าที่|page)\s*)?{_N}(?:\s*(?:/|จาก|of)\s*{_N})?\s*[-–—]{{0,2}}|\({_N}\)|\[{_N}\]",
    re.IGNORECASE,
)
_NUMBER_OF_PAGE = re.compile(r"(?:หน้า|หน้าที่|page)\s*[0-9]{1,3}(?:\s*(?:/|จาก|of)\s*[0-9]{1,3})?", re.IGNORECASE)
_UPPER, _LOWER = 0.16, 0.86
"""Parts of the height of a page above and below which running lines stand."""

_NEAR = 4.0
_MOST_PAGES = 0.6
_SAME_SIZE = 0.5
_SHORTEST_TITLE = 12


def without_running(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[list[PrintedLine]]:
    """Give the lines of each page without page numbers and without lines that most pages have at the same height.

    A line that stands on most pages and is as large as anything on the first page is the title of the paper: it stays
    where it stands first.
    """
    in_parts = [
        [(line, parted(line) if _in_margin(line, height) else [line]) for line in lines]
        for lines, height in zip(pages, heights, strict=True)
    ]
    running = _running_lines([[part for _, parts in page for part in parts] for page in in_parts], heights)
    titles = _titles(pages[0], heights[0], running) if pages else []
    return [
        [
            kept
            for line, parts in page
            for kept in ([line] if not number and line in titles else _own(line, parts, height, running))
        ]
        for number, (page, height) in enumerate(zip(in_parts, heights, strict=True))
    ]


def _own(line: PrintedLine, parts: list[PrintedLine], height: float, running: set[str]) -> list[PrintedLine]:
    """Give what of a line belongs to the text: all of it, or the parts that are neither running nor a page number."""
    own = [part for part in parts if not _in_margin(line, height) or _stays(part, running)]
    return [line] if len(own) == len(parts) else own


def _titles(lines: Sequence[PrintedLine], height: float, running: set[str]) -> list[PrintedLine]:
    """Give the running lines of the first page that are its title: at its head, as large as anything on it."""
    largest = max((line.size for line in lines), default=0.0)
    return [
        line
        for line in lines
        if line.base < _UPPER * height
        and _key(line) in running
        and line.size > largest - _SAME_SIZE
        and sum(char.isalpha() for char in _NUMBER_OF_PAGE.sub("", to_arabic(line.text))) >= _SHORTEST_TITLE
    ]


def _stays(part: PrintedLine, running: set[str]) -> bool:
    return _key(part) not in running and not _PAGE_NUMBER.fullmatch(to_arabic(part.text))


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
