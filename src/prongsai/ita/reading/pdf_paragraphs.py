"""Joins printed lines to paragraphs: a line goes on with the one above where that one was full.

List items, headings and indented lines begin a paragraph of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.pdf_line_ends import ends_inside, must_go_on, was_full
from prongsai.ita.reading.pdf_line_starts import bare_number, begins_item, closes_bracket, of_a_heading
from prongsai.ita.reading.pdf_lines import PrintedLine
from prongsai.ita.reading.status import status_at_head

_INDENT = 0.7
_OTHER_SIZE = 0.12
_WIDER_GAP = 1.22
_CLOSEST, _WIDEST = 0.9, 3.5
_SURELY_FULL = 1.5
"""All in parts of the size of the letters."""

_MARK = re.compile(r"^\S{1,6}\s")
_CLOSES_A_PAPER = re.compile(r"^จึง(?:เรียนมาเพื่อ|ประกาศให้ทราบ)")
"""How letters and announcements end: a paragraph of its own, though the item above stands as far in as it begins."""


@dataclass(slots=True)
class PrintedParagraph:
    """The lines of a paragraph, the text that they make up, and the space above it in parts of its size."""

    lines: list[PrintedLine]
    text: str
    space: float = 0.0

    @property
    def base(self) -> float:
        """Baseline of its first line."""
        return self.lines[0].base


@dataclass(frozen=True, slots=True)
class Column:
    """The room in which lines run, in points. `pitch`: distance of lines in parts of their size, 0 where unknown."""

    left: float
    right: float
    pitch: float = 0.0


def paragraphs_of(lines: Iterable[PrintedLine], column: Column) -> list[PrintedParagraph]:
    """Give the paragraphs of lines that stand below each other in a column."""
    paragraphs: list[PrintedParagraph] = []
    for line in lines:
        if paragraphs and goes_on(paragraphs[-1], line, column):
            add_line(paragraphs[-1], line)
        else:
            paragraphs.append(PrintedParagraph([line], line.text))
    return paragraphs


def add_line(paragraph: PrintedParagraph, line: PrintedLine) -> None:
    """Put a line at the end of a paragraph, with a blank where one is printed or where no Thai word was parted."""
    above = paragraph.lines[-1]
    between = "" if ends_inside(above, line) else " "
    paragraph.text = f"{paragraph.text}{between}{line.text}"
    paragraph.lines.append(line)


def goes_on(paragraph: PrintedParagraph, line: PrintedLine, column: Column, *, new_page: bool = False) -> bool:
    """Whether a line goes on with a paragraph above it."""
    above = paragraph.lines[-1]
    if column.pitch and not new_page and line.base - above.base > _WIDER_GAP * column.pitch * line.size:
        return False
    if must_go_on(above, line) or closes_bracket(paragraph.text, line.text):
        return True
    if _CLOSES_A_PAPER.match(line.text):
        return False
    if _other_size(above, line) or begins_item(paragraph.text, line.text) or _follows_status(paragraph.text, line.text):
        return False
    width = column.right - column.left
    if _centred(line, column) and _centred(above, column):
        return was_full(above, line, width=width, room=width - (above.right - above.left))
    return not _indented(paragraph, line) and was_full(above, line, width=width, room=column.right - above.right)


def stands_alone(paragraph: PrintedParagraph, line: PrintedLine) -> bool:
    """Whether a line below a paragraph is a line of a heading, however full the line above is."""
    above = paragraph.lines[-1]
    centred = abs((above.left + above.right) - (line.left + line.right)) <= line.size
    first_of_a_paragraph = not centred and above.left > line.left + line.size
    return not first_of_a_paragraph and of_a_heading(paragraph.text, line.text)


def _follows_status(above: str, line: str) -> bool:
    """Whether the paragraph above only states how far a measure has come, as cells of results begin."""
    state, rest = status_at_head([above])
    return state is not None and not rest and not line.startswith(("เสร็จ", "แล้ว"))


def _other_size(above: PrintedLine, line: PrintedLine) -> bool:
    return abs(above.size - line.size) > _OTHER_SIZE * above.size


def _indented(paragraph: PrintedParagraph, line: PrintedLine) -> bool:
    """Whether a line stands further in than the lines of the paragraph above it."""
    above = paragraph.lines[-1]
    left = above.left
    if len(paragraph.lines) == 1 and _MARK.match(above.text):
        left = _text_begins(above)
    return line.left > left + _INDENT * line.size


def _text_begins(line: PrintedLine) -> float:
    """Give where the text of a list item begins behind its number."""
    if len(line.pieces) < 2 or (marker_of(line.text) is None and bare_number(line.text) is None):
        return line.left
    return line.pieces[1].left


def _centred(line: PrintedLine, column: Column) -> bool:
    middle = (column.left + column.right) / 2
    return abs((line.left + line.right) / 2 - middle) < line.size and line.left >= column.left - line.size


def usual_pitch(columns: Iterable[tuple[Sequence[PrintedLine], Column]]) -> float:
    """Give the usual distance of lines of a paragraph in parts of their size, 0 where no two lines tell it.

    It is taken from lines of which the upper one surely was full, else from the lines that stand closest.
    """
    sure: list[float] = []
    others: list[float] = []
    for lines, column in columns:
        for above, below in pairwise(lines):
            pitch = (below.base - above.base) / below.size
            if not _CLOSEST < pitch < _WIDEST or _other_size(above, below):
                continue
            full = column.right - above.right < _SURELY_FULL * above.size
            (sure if full and below.left < above.left + _INDENT * below.size else others).append(pitch)
    return sorted(sure)[len(sure) // 2] if sure else min(others, default=0.0)
