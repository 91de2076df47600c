"""The one normaliser of Thai text, and the keys by which texts are compared, searched and sorted.

Thai has several byte sequences for the same written word (SARA AM in one or two code points, เเ for แ, marks in either
order), and NFC does not unify them while NFKC breaks SARA AM. So: NFC, then the rules below. Never NFKC on Thai.
"""

from __future__ import annotations

import re
import unicodedata

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.refusal import Refused

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff\ufffe"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_QUOTES = {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'"}

# Shifted glyphs that older Thai fonts keep in the private use area and that leak into text copied out of a PDF.
_PRIVATE_USE = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
_CLEAN: dict[int, str | int | None] = {
    **{ord(char): None for char in _INVISIBLE + BIDI_CONTROLS},
    **{ord(char): " " for char in _BLANKS},
    **{code: None for code in range(32) if code not in (9, 10)},
    **dict.fromkeys(range(0x7F, 0xA0)),
    **_PRIVATE_USE,
    0x2028: "\n",
    0x2029: "\n",
    0x0B: "\n",
    0x0C: "\n",
}
_COMPARE: dict[int, str | None] = {
    **{ord(char): "-" for char in _DASHES},
    **{ord(char): plain for char, plain in _QUOTES.items()},
}

_TONE = "\u0e48-\u0e4b"
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_SARA_AM = re.compile(rf"([{_TONE}]?)\u0e4d([{_TONE}]?)\u0e32|\u0e33([{_TONE}])")
_MARKS = re.compile(rf"[{_MARK}]{{2,}}")
_TOO_MANY_MARKS = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]{4}")
_LEADING_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")
_SORT_MARKS = frozenset("็่้๊๋์ํ๎")
_SORT_SIGNS = str.maketrans({"ฯ": "\x02", "ๆ": "\x03"})


def normalise(text: str) -> str:
    """Give the one canonical spelling of a text: same words to the eye, one sequence of code points.

    NFC; SARA AM, เเ and the order of marks unified; a mark typed twice counts once; invisible characters, bidi
    controls and other control characters go; all kinds of blanks become a space, line ends a line feed.
    Words, digits, dashes and quotation marks stay as printed. Applying it twice changes nothing.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    previous = None
    while text != previous:  # removing one character can bring two marks together: usually one round
        previous = text
        text = unicodedata.normalize("NFC", text.translate(_CLEAN))
        text = _SARA_AM.sub(_compose_sara_am, text).replace("เเ", "แ")
        text = _MARKS.sub(_order_marks, text)
    return text


def _compose_sara_am(match: re.Match[str]) -> str:
    return "".join(tone or "" for tone in match.groups()) + "\u0e33"


def _order_marks(match: re.Match[str]) -> str:
    """Put vowels before tone marks before the silencer, each mark once in a row."""
    ordered = sorted(match.group(), key=_mark_class)
    return "".join(mark for n, mark in enumerate(ordered) if n == 0 or mark != ordered[n - 1])


def _mark_class(mark: str) -> int:
    if mark <= "\u0e3a":
        return 0
    return 1 if mark <= "\u0e4b" else 2


def single_line(text: str) -> str:
    """Normalise a text and put it on one line: runs of white space become one space, none at the ends."""
    return " ".join(normalise(text).split())


def parse_text(text: str, *, limit: int = 10_000) -> str:
    """Check a text that a person typed, and give it normalised and stripped.

    `limit` counts characters after normalising. Refuses ENCODING (lone surrogates, NUL), MARKS (more than three
    combining marks on one letter) and LENGTH.
    """
    if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise Refused("ENCODING", "ข้อความมีอักขระที่อ่านไม่ได้ โปรดพิมพ์ใหม่แทนการคัดลอกจากแฟ้มเดิม")
    if _TOO_MANY_MARKS.search(text):
        raise Refused("MARKS", "มีสระหรือวรรณยุกต์ซ้อนกันเกินสามตัวบนอักษรเดียว โปรดพิมพ์คำนั้นใหม่")
    clean = normalise(text).strip()
    if len(clean) > limit:
        raise Refused("LENGTH", f"ข้อความยาว {len(clean):,} ตัวอักษร เกินที่กำหนดไว้ {limit:,} ตัวอักษร")
    return clean


def compact(text: str) -> str:
    """Give the key by which the reading contract compares texts: what is left when nobody can see the difference.

    Normalised; no white space; Arabic digits; all dashes `-`; straight quotation marks; Latin letters lower case.
    """
    return "".join(to_arabic(normalise(text)).translate(_COMPARE).lower().split())


def search_key(text: str) -> str:
    """Give the key under which a text is stored and looked up: normalised, folded, single spaces between words."""
    return " ".join(to_arabic(normalise(text)).translate(_COMPARE).casefold().split())


def sort_key(text: str) -> str:
    """Give a key whose order by code point is the order of a Thai dictionary.

    A leading vowel sorts after its consonant; tone marks and the like decide only between words otherwise equal;
    ฯ and ๆ sort before all letters. Thai and Arabic digits are equal.
    """
    swapped = _LEADING_VOWEL.sub(r"\2\1", search_key(text)).translate(_SORT_SIGNS)
    letters: list[str] = []
    marks: list[str] = []
    for char in swapped:
        if char in _SORT_MARKS:
            marks.append(char)
        else:
            letters.append(char)
            marks.append("\x01")
    return "".join(letters) + "\x00" + "".join(marks)
