"""Cuts a text into the pieces that must stay on one line.

Typst breaks Thai inside compounds, so every piece is set in a box of its own and lines break only between pieces
(measured: 41 of 212 narrow lines were broken inside a word without it, none with it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from prongsai.ita.thai import month_number, words
from prongsai.ita.thai.months import PATTERN as MONTH
from prongsai.ita.writing.numerals import ADDRESS

Piece: TypeAlias = tuple[str, ...]
"""What stays on one line, as the atoms between which it is parted if the column is too narrow even for that."""

SPACE = " "
LINE_FEED = "\n"

_LONGEST_UNIT = 8
_LONGEST_JOINED = 24
_LONGEST_PLACE = 14

_ABBREVIATION = r"(?<![ก-๎])(?:(?:[ก-ฮ]{1,3}\.){2,}|(?:อบต|อบจ|สตง|สขร|ซม|กม)\.)"
_NUMBER = r"[+\-−]?[0-9๐-๙]+(?:[.,:/][0-9๐-๙]+)*"
_LATIN = r"[A-Za-z][A-Za-z0-9๐-๙_'&]*(?:-[A-Za-z][A-Za-z0-9๐-๙_'&]*)*"
_THAI = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎]+")
_TOKEN = re.compile(rf"{ADDRESS}|ฯลฯ|{MONTH}|{_ABBREVIATION}|{_NUMBER}|{_LATIN}|[ ]+|\n|{_THAI.pattern}|.")
_BARE_NUMBER = re.compile(_NUMBER)
_DIGIT = re.compile(r"[0-9๐-๙]")
_PLACE = re.compile(rf"(?:อำเภอ|จังหวัด|ตำบล)[ก-๎]{{2,{_LONGEST_PLACE}}}")

_ENDS_A_PIECE = frozenset("ๆฯ),.:;%!?…/-–”’]»")
_BEGINS_A_PIECE = frozenset("(“‘[«")
_QUOTE = '"'
_OPENING_QUOTE = "\ue000"  # stands for a plain quotation mark that opens, until the pieces are joined
LEADS_A_WORD = frozenset(("การ", "ความ", "ผู้", "นัก", "ข้อ", "ไม่"))  # nobody ends a line with these
_BEFORE_A_NUMBER = ("ที่", "ข้อ", "พ.ศ.", "ร้อยละ", "หน้า", "ปี", "มาตรา", "โทร.")


@lru_cache(maxsize=8192)
def pieces(text: str, name: str = "") -> tuple[Piece, ...]:
    """Return the text as pieces: words with the marks that belong to them, single blanks, line feeds.

    The pieces joined give the text back, runs of blanks as one. Marks that close (ๆ ฯ ) ” % ...) stay with the word
    before, marks that open with the word after, การ, ความ and ไม่ with what follows, a number with its unit or its
    label, a day with its month and year. `name`, such as the proper name of the agency, is never cut.
    """
    joined: list[list[str]] = []
    for token in _tokens(text, name):
        before = joined[-1][-1] if joined else SPACE
        if before not in {SPACE, LINE_FEED} and token not in {SPACE, LINE_FEED}:
            if _clings(before, token):
                joined[-1][-1] += token
                continue
            if before in LEADS_A_WORD and _THAI.match(token):
                joined[-1].append(token)
                continue
        if len(joined) > 1 and before == SPACE and _belongs_over_a_blank("".join(joined[-2]), token):
            joined.pop()
            joined[-1] += [SPACE, token]
        elif not (token == before == SPACE and joined):
            joined.append([token])
    return tuple(tuple(atom.replace(_OPENING_QUOTE, _QUOTE) for atom in piece) for piece in joined)


def with_whole_years(cut: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces of which ประจำปีงบประมาณ พ.ศ. 2567 is one: parted, its year would stand alone on the last line.

    Not for titles, in which a line that begins with these words is taken for a line of its own.
    """
    whole: list[Piece] = []
    for piece in cut:
        if piece[0] != "พ.ศ." or len(whole) < 2 or whole[-1] != (SPACE,) or whole[-2][-1] != "ปีงบประมาณ":
            whole.append(piece)
            continue
        whole.pop()
        label = whole.pop()
        if whole and whole[-1] == ("ประจำ",):
            label = (*whole.pop(), *label)
        whole.append((*label, SPACE, "".join(piece)))
    return tuple(whole)


def _tokens(text: str, name: str) -> Iterator[str]:
    quotes = 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token == _QUOTE:
            quotes += 1
            yield _OPENING_QUOTE if quotes % 2 else token
        elif _THAI.fullmatch(token):
            yield from _thai_words(token, name)
        else:
            yield SPACE if token.isspace() and token != LINE_FEED else token


def _thai_words(run: str, name: str) -> Iterator[str]:
    if _PLACE.fullmatch(run):
        yield run
    elif name and name in run:
        before, _, after = run.partition(name)
        yield from words(before)
        yield name
        yield from _thai_words(after, name) if after else ()
    else:
        yield from words(run)


def _clings(before: str, token: str) -> bool:
    """Whether the token is set without a blank to the word before and never parted from it."""
    return before[-1] in _BEGINS_A_PIECE or before[-1] == _OPENING_QUOTE or token[0] in _ENDS_A_PIECE or token == _QUOTE


def _belongs_over_a_blank(before: str, token: str) -> bool:
    if before in {SPACE, LINE_FEED}:
        return False
    if token[0] in "ๆฯ":
        return True
    if len(before) + len(token) > _LONGEST_JOINED:
        return False
    if _DIGIT.match(token):
        return before.endswith(_BEFORE_A_NUMBER) or month_number(before.rpartition(SPACE)[2]) is not None
    if _DIGIT.match(before[-1]) and month_number(token) is not None:
        return True
    return bool(_BARE_NUMBER.fullmatch(before) and _THAI.fullmatch(token)) and len(token) <= _LONGEST_UNIT


_KINDS_OF_AGENCY = (
    "องค์การบริหารส่วนตำบล",
    "องค์การบริหารส่วนจังหวัด",
    "เทศบาลตำบล",
    "เทศบาลเมือง",
    "เทศบาลนคร",
    "อบต.",
    "อบจ.",
)


def proper_name(agency: str) -> str:
    """Return what is left of an agency's name without its kind, or nothing where it is too long to stay whole."""
    for kind in _KINDS_OF_AGENCY:
        if agency.startswith(kind):
            name = agency.removeprefix(kind).strip()
            return name if _THAI.fullmatch(name) and len(name) <= _LONGEST_JOINED else ""
    return ""
