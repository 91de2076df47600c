"""Breaks a label into lines that fit a width, without measuring a font: letters are counted generously."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.ita.writing.measures import letters
from prongsai.ita.writing.partings import Parting, parting
from prongsai.ita.writing.partings import letters as cut_anywhere
from prongsai.ita.writing.pieces import LINE_FEED, SPACE, pieces

LETTER_EM = 0.62
"""What a letter may take at most on average: Sarabun takes 0.56, the fonts of telephones and Windows up to this."""


def fitting_lines(text: str, width: float, size: float) -> list[str]:
    """Return the text in lines that fit the width at a size of letters. Lines end between words where they can."""
    room = max(1, int(width / (size * LETTER_EM)))
    number, _, rest = text.partition(" ")
    numbered = number.isdigit() and len(number) < 4  # the number of an indicator stays with the first word of its name
    lines = [f"{number} " if numbered else ""]
    for piece in pieces(rest if numbered else text):
        if piece == (LINE_FEED,):
            lines.append("")
        else:
            _add(lines, parting(piece), room)
    return [line.strip() for line in lines if line.strip()]


def _add(lines: list[str], part: Parting, room: int) -> None:
    whole = part if isinstance(part, str) else part["w"]
    if _width(lines[-1] + whole) <= room or (whole == SPACE and lines[-1]):
        lines[-1] += whole
    elif _width(whole) <= room:
        lines.append(whole)
    elif len(smaller := _smaller(part)) > 1:
        for one in smaller:
            _add(lines, one, room)
    else:
        lines.append(whole)


def _smaller(part: Parting) -> Sequence[Parting]:
    if not isinstance(part, str):
        return part["p"]  # type: ignore[no-any-return]
    return list(part) if part.isascii() else cut_anywhere(part)


def _width(text: str) -> int:
    return letters((text.replace(SPACE, ""),))  # blanks are narrow: the generous letters make up for them
