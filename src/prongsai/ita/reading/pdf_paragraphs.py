"""Joins printed lines to paragraphs: a line goes on with the one above where that one was full.

A line was full when the first word of the next line would not have fitted on it any more. List items, headings and
indented lines begin a paragraph of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.pdf_lines import PrintedLine
from prongsai.ita.thai import to_arabic, words

_INDENT = 0.7
_SLACK = 0.6
"""In parts of the size of the letters: what a line may stand in before it is indented, and what counts as full."""

_LONGEST_WORD = 8.0
_WIDER_GAP = 1.22
_BARE_NUMBER = re.compile(r"[0-9]{1,2}(?=\s+[ก-๎A-Za-z])")
_HEAD = re.compile(r"(?:ส่วนที่|บทที่|ประเด็นที่|ตัวชี้วัดที่|ตารางที่|หมวดที่|ภาคผนวก|คำสั่ง|ประกาศ)\s?[0-9๐-๙ก-ฮ]{0,2}(?:\s|$|[:.])")
_DASH_IN_TEXT = re.compile(r"[-–—]\s?[0-9๐-๙]")
_APART = re.compile(r"(?:อำเภอ|จังหวัด|เขต|ลงวันที่|สำนัก|กอง(?!ทุน)|หน่วย|อ\.|จ\.|พ\.ศ)")
"""Words before which a blank stands in names and lists, so that a line that begins with them was broken at a blank."""

_MARK_ONLY = re.compile(r"^\S{1,6}\s")


@dataclass(slots=True)
class PrintedParagraph:
    """The lines of a paragraph, and the text that they make up."""

    lines: list[PrintedLine]
    text: str
    gap: bool = False

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
    between = "" if _parts_thai(above, line) else " "
    paragraph.text = f"{paragraph.text}{between}{line.text}"
    paragraph.lines.append(line)


def goes_on(paragraph: PrintedParagraph, line: PrintedLine, column: Column, *, new_page: bool = False) -> bool:
    """Whether a line goes on with a paragraph above it."""
    above = paragraph.lines[-1]
    if abs(above.size - line.size) > 0.12 * above.size or _begins_item(paragraph, line):
        return False
    if column.pitch and not new_page and line.base - above.base > _WIDER_GAP * column.pitch * line.size:
        return False
    if _centred(line, column) and _centred(above, column):
        room = (column.right - column.left) - (above.right - above.left)
    elif _indented(paragraph, line):
        return False
    else:
        room = column.right - above.right
    return _needs_more(line, room)


def _begins_item(paragraph: PrintedParagraph, line: PrintedLine) -> bool:
    """Whether a line begins with the number or bullet of a list item, or as a heading does."""
    if _HEAD.match(line.text):
        return True
    if marker_of(line.text) is not None:
        return not _DASH_IN_TEXT.match(line.text)
    number = _BARE_NUMBER.match(to_arabic(line.text))
    if number is None:
        return False
    above = _BARE_NUMBER.match(to_arabic(paragraph.text))
    return int(number.group()) == (int(above.group()) + 1 if above else 1)


def _indented(paragraph: PrintedParagraph, line: PrintedLine) -> bool:
    """Whether a line stands further in than the lines of the paragraph above it."""
    above = paragraph.lines[-1]
    left = above.left
    if len(paragraph.lines) == 1 and _MARK_ONLY.match(above.text):
        left = _text_begins(above)
    return line.left > left + _INDENT * line.size


def _text_begins(line: PrintedLine) -> float:
    """Give where the text of a list item begins behind its number."""
    if marker_of(line.text) is None and not _BARE_NUMBER.match(to_arabic(line.text)):
        return line.left
    pieces = line.pieces
    return pieces[1].left if len(pieces) > 1 else line.left


def _centred(line: PrintedLine, column: Column) -> bool:
    middle = (column.left + column.right) / 2
    return abs((line.left + line.right) / 2 - middle) < line.size and line.left >= column.left - line.size


def _needs_more(line: PrintedLine, room: float) -> bool:
    """Whether the first word of a line is wider than the room that the line above had left."""
    room -= _SLACK * line.size
    if room <= 0:
        return True
    chunk = line.text.split(" ", 1)[0]
    if _width_of(line, len(chunk)) <= room:
        return False
    if not any(_is_thai(char) for char in chunk):
        return True
    return room < _LONGEST_WORD * line.size and _width_of(line, len(words(chunk[:60])[0])) > room


def _width_of(line: PrintedLine, characters: int) -> float:
    """Give the width of the first characters of a line."""
    taken = 0
    right = line.left
    for letter in line.letters():
        if taken >= characters:
            break
        taken += len(letter.text)
        right = letter.right
    return right - line.left


def _parts_thai(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether the end of a line stands inside a run of Thai letters."""
    if above.blank or _APART.match(line.text):
        return False
    return _is_thai(above.text[-1]) and _is_thai(line.text[0])


def _is_thai(char: str) -> bool:
    return "ก" <= char <= "๎" and not char.isdecimal()


def usual_pitch(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """Give the usual distance of lines in parts of their size, 0 where there are too few lines to tell."""
    pitches = sorted(
        (below.base - above.base) / below.size
        for lines in pages
        for above, below in zip(lines, lines[1:], strict=False)
        if 0.9 < (below.base - above.base) / below.size < 3.5 and abs(above.size - below.size) < 0.12 * below.size
    )
    return pitches[len(pitches) // 4] if len(pitches) > 3 else 0.0
