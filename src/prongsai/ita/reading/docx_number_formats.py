"""Writes the number of a list item as Word shows it.

The formats are those of ISO/IEC 29500-1, 17.18.59 (ST_NumberFormat), as far as Thai papers use them.
"""

from __future__ import annotations

from collections.abc import Callable

from prongsai.ita.thai import to_thai

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 4_000
_MOST_LETTERS = 20


def shown_number(number: int, number_format: str) -> str:
    """Write a number in a format of Word; formats that are not known are written in Arabic figures."""
    return _FORMATS.get(number_format, str)(number)


def _letters(alphabet: str) -> Callable[[int], str]:
    """Give a format of letters: after the last letter each is doubled, then trebled."""

    def written(number: int) -> str:
        times, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (times + 1) if number > 0 and times < _MOST_LETTERS else str(number)

    return written


def _roman(number: int) -> str:
    if not 0 < number < _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "thaiLetters": _letters(_THAI),
    "thaiNumbers": lambda number: to_thai(str(number)),
}
