"""Text as it is printed: numerals of the paper's style, codes in lower case, nothing that the fonts cannot show."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from prongsai.ita.thai import normalise, to_arabic, to_thai

Digits: TypeAlias = Literal["thai", "arabic"]

# An address keeps its own digits: turned into Thai numerals it would lead nowhere.
ADDRESS = (
    r"(?:https?://|www\.)[!-~]+"
    r"|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+"
    r"|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:[/?#][!-~]*)?"
)
# A hash is compared letter by letter: the digits with which one may begin belong to it.
HASH = r"(?<![A-Za-z0-9])[0-9a-f]{64}(?![A-Za-z0-9])"
# Papers print the codes of questions and items in lower case: i๑๔, e๑๓, o๓๔.
CODE = r"(?<![A-Za-z0-9])[ieoIEO][0-9๐-๙]{1,2}(?![A-Za-z0-9๐-๙])"
LATIN_NAME = r"[A-Za-z][A-Za-z0-9_-]*"
_SPECIAL = re.compile(f"(?P<hash>{HASH})|(?P<address>{ADDRESS})|(?P<code>{CODE})|(?P<name>{LATIN_NAME})")

# What Sarabun and the fonts built into Typst can show; a test sets every one of these. PDF/A refuses anything else.
SHOWN = (
    "\n -~\u00a1-\u00ac\u00ae-\u017f\u0e01-\u0e3a\u0e3f-\u0e5b\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030"
    "\u2039\u203a\u20ac\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u25a0\u25a1\u25cf\u2713\u2717"
)
NOT_SHOWN = "□"
_CANNOT_BE_SHOWN = re.compile(f"[^{SHOWN}]")
_IN_NO_FILE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"[ \t]+")


def tidy(text: str) -> str:
    """Return the normalised text with single blanks and without what no file may hold.

    Line feeds stay: they are breaks that a person made.
    """
    return _BLANKS.sub(" ", _IN_NO_FILE.sub("", normalise(text)))


def printable(text: str) -> str:
    """Return the tidy text with □ in place of what the fonts of a PDF cannot show."""
    return _CANNOT_BE_SHOWN.sub(NOT_SHOWN, tidy(text))


@lru_cache(maxsize=8192)
def in_numerals(text: str, digits: Digits) -> str:
    """Return the text with its digits in one kind of numerals, codes in lower case.

    Addresses, hashes and Latin names with figures in them (COVID-19, EIT1) stay as they are.
    """
    turn = to_thai if digits == "thai" else to_arabic
    shown: list[str] = []
    end = 0
    for found in _SPECIAL.finditer(text):
        shown.append(turn(text[end : found.start()]))
        shown.append(turn(found.group().lower()) if found.lastgroup == "code" else found.group())
        end = found.end()
    shown.append(turn(text[end:]))
    return "".join(shown)


def as_printed(text: str, digits: Digits) -> str:
    """Return what stands on paper for a text of the content."""
    return in_numerals(tidy(text), digits)


def as_set(text: str, digits: Digits) -> str:
    """Return what stands in a PDF for a text of the content: as printed, with □ for what its fonts cannot show."""
    return _CANNOT_BE_SHOWN.sub(NOT_SHOWN, as_printed(text, digits))
