"""Says of a printed line whether it ends because it was full, and whether it ends inside a word or a number.

A line was full when the first word of the next line would not have fitted on it any more.
"""

from __future__ import annotations

import re

from prongsai.ita.reading.pdf_letters import is_mark
from prongsai.ita.reading.pdf_lines import PrintedLine
from prongsai.ita.thai import to_arabic, words_by_newmm

_SLACK = 0.6
_BLANK = 0.25
_WIDE = 25.0
_RAGGED = 4.0
"""In parts of the size of the letters: from what width a column is wide, and what a line may leave free there."""

_LONGEST_WORD = 8.0
_LONGEST_CHUNK = 60
_NEVER_FIRST = frozenset("ะาำๅๆฯ.,:;!?)]}”’%/")
_NEVER_LAST = frozenset("([{“‘")
_APART = re.compile(r"(?:อำเภอ|จังหวัด|เขต|ลงวันที่|สำนัก|กอง(?!ทุน)|หน่วย|ทุก(?:สำนัก|กอง|ส่วน|หน่วย|ฝ่าย)|อ\.|จ\.|พ\.ศ)")
"""Words before which a blank stands in names and lists, so that a line that begins with them was broken at a blank."""

_NOT_APART = re.compile(r"(?:ทุก|ของ|ใน|และ|หรือ|โดย|ประจำ|ผู้อำนวยการ|หัวหน้า|เจ้าหน้าที่)$")
_SCORE = re.compile(r"[0-9]{2,3}\.[0-9]{2}")
_PART_OF_SCORE = re.compile(r"[0-9]{2,3}\.[0-9]?")
_YEAR = re.compile(r"25[4-9][0-9]")
_PART_OF_YEAR = re.compile(r"[0-9]{1,3}")


def was_full(above: PrintedLine, line: PrintedLine, *, width: float, room: float) -> bool:
    """Whether a line was full, told by the room that it left in a column of a width, and by the line below it."""
    if width >= _WIDE * line.size:
        return room <= _RAGGED * line.size or _wider(line, room)
    if ends_inside(above, line):
        return _wider(line, room) or (room < _LONGEST_WORD * line.size and _parts_word(above, line))
    return _wider(line, room - _BLANK * line.size)


def must_go_on(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line can only be the rest of the one above: no text begins like it, or none ends like that one."""
    never_first = line.text[0] in _NEVER_FIRST or is_mark(line.text[0])
    if never_first or above.text[-1] in _NEVER_LAST or _inside_number(above, line):
        return True
    return above.text.endswith("ประจำ") and line.text.startswith("ปี")  # one word, parted where papers wrap a heading


def ends_inside(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line ends where no blank stands: in a run of Thai letters, at a bracket, a slash or a hyphen."""
    if must_go_on(above, line) or above.text[-1] == "/":
        return True
    if above.blank or (_APART.match(line.text) and not _NOT_APART.search(above.text)):
        return False
    if above.text[-1] == "-":
        return above.text[-2:-1].isascii() and above.text[-2:-1].isalpha()
    return _is_thai(above.text[-1]) and _is_thai(line.text[0])


def _inside_number(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a score or a year is broken over two lines, as happens in very narrow cells."""
    if above.blank:
        return False
    upper, lower = to_arabic(above.text.rsplit(" ", 1)[-1]), to_arabic(line.text.split(" ", 1)[0])
    for part, whole in ((_PART_OF_SCORE, _SCORE), (_PART_OF_YEAR, _YEAR)):
        if part.fullmatch(upper) and whole.fullmatch(upper + lower):
            return True
    return False


def _wider(line: PrintedLine, room: float) -> bool:
    """Whether the first word of a line is wider than a room."""
    room -= _SLACK * line.size
    if room <= 0:
        return True
    chunk = line.text.split(" ", 1)[0]
    if _width_of(line, len(chunk)) <= room:
        return False
    if not any(_is_thai(char) for char in chunk):
        return True
    return room < _LONGEST_WORD * line.size and _width_of(line, len(_first_word(chunk))) > room


def _first_word(chunk: str) -> str:
    """Give what of a text may not be broken: its first word, with figures and brackets around it."""
    whole = ""
    for word in words_by_newmm(chunk[:_LONGEST_CHUNK]):
        if whole and _is_thai(whole[-1]) and _is_thai(word[0]):
            break
        whole += word
    return whole


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


def _parts_word(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line ends in the middle of a word, as lines of narrow cells do."""
    head = above.text.rsplit(" ", 1)[-1][-_LONGEST_CHUNK:]
    at = 0
    for word in words_by_newmm(head + line.text.split(" ", 1)[0][:_LONGEST_CHUNK]):
        if at < len(head) < at + len(word):
            return True
        at += len(word)
    return False


def _is_thai(char: str) -> bool:
    return "ก" <= char <= "๎" and not char.isdecimal()
