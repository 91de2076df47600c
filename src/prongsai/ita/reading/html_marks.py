"""The marks of list items as a browser shows them: numbers, letters, Roman and Thai numerals, bullets."""

from __future__ import annotations

import re

from lxml import etree

from prongsai.ita.thai import to_thai

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z -]{1,60})", re.IGNORECASE)
_OLD_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 3_999


class ListMarks:
    """Counts the items of one list."""

    def __init__(self, element: etree._Element) -> None:
        """Take the list element: `ol`, `ul` or `menu`."""
        self._style = _style_of(element) or ("decimal" if element.tag == "ol" else "disc")
        reverse = element.tag == "ol" and element.get("reversed") is not None
        self._step = -1 if reverse else 1
        items = sum(1 for child in element if child.tag == "li")
        start = _whole(element.get("start"))
        self._next = start if start is not None else items if reverse else 1

    def next_mark(self, item: etree._Element) -> str:
        """Give the mark of the next item, with a blank behind it, or nothing where the list shows none."""
        own = _whole(item.get("value"))
        number = self._next if own is None else own
        self._next = number + self._step
        style = _style_of(item) or self._style
        if style == "none":
            return ""
        told = _numeral(number, style)
        return f"{told}. " if told else "• "


def _style_of(element: etree._Element) -> str | None:
    found = _STYLE.search(element.get("style") or "")
    if found:
        return next((word for word in found[1].lower().split() if word not in ("inside", "outside")), None)
    return _OLD_TYPES.get(element.get("type") or "")


def _numeral(number: int, style: str) -> str | None:
    """Give a number in a style of numbers; None for bullets."""
    if style.startswith("decimal"):
        return f"{number:02}" if style.endswith("zero") else str(number)
    if style == "thai":
        return to_thai(str(number))
    if not 0 < number <= _LARGEST:
        return str(number)
    if style.endswith(("alpha", "latin")):
        return _cased(_letters(number), style)
    return _cased(_roman(number), style) if style.endswith("roman") else None


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def _cased(letters: str, style: str) -> str:
    return letters.upper() if style.startswith("upper") else letters


def _whole(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?[0-9]{1,6}", value) else None
