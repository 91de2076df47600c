"""Finders of numbers that point to a private person in a text that may be published.

Office numbers (landlines, short numbers) and names of posts are no private data: papers of this field must show the
contacts of the office and of its executives, and a check that cries wolf is switched off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.people import is_citizen_id

PersonalDataKind: TypeAlias = Literal[
    "citizen-id", "mobile-phone", "house-address", "email", "person-name", "bank-account", "vehicle-plate"
]

_BETWEEN = r"[ \-\u2010-\u2015.]?"
_CITIZEN = re.compile(rf"(?<![0-9x])[0-9](?:{_BETWEEN}[0-9]){{12}}(?![0-9])")
_APART = r"[)]?(?:[ ]?[\-\u2010-\u2015.][ ]?|[ ])?"
_MOBILE = re.compile(rf"(?<![0-9x])(?:0|\+66{_BETWEEN}|66{_BETWEEN})[689](?:{_APART}[0-9]){{8}}(?![0-9])")
"""Thai mobile numbers begin with 06, 08 or 09 (national numbering plan); landlines have other figures and fewer."""


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One number found, from character `start` to before `end` of the text; `masked` may be shown and logged."""

    kind: PersonalDataKind
    start: int
    end: int
    masked: str


def find_personal_data(text: str) -> list[PersonalData]:
    """Find citizen numbers with a right check digit and mobile telephone numbers, in order of the text.

    Thai digits, blanks, hyphens and dots between the figures are seen through. A number of 13 figures with a wrong
    check digit (a document or project number) is passed over.
    """
    plain = to_arabic(text)
    found = [
        PersonalData("citizen-id", match.start(), match.end(), mask_figures(text[match.start() : match.end()], shown=3))
        for match in _CITIZEN.finditer(plain)
        if is_citizen_id(_figures(match.group()))
    ]
    taken = bytearray(len(text))
    for entry in found:
        taken[entry.start : entry.end] = b"\1" * (entry.end - entry.start)
    for match in _MOBILE.finditer(plain):
        if not any(taken[match.start() : match.end()]):
            hidden = mask_figures(text[match.start() : match.end()], shown=2)
            found.append(PersonalData("mobile-phone", match.start(), match.end(), hidden))
    return sorted(found, key=lambda entry: entry.start)


def mask_personal_data(text: str) -> str:
    """Give the text with every number found replaced by its masked form."""
    return redacted_text(text, find_personal_data(text))


def redacted_text(text: str, found: Iterable[PersonalData]) -> str:
    """Give the text with what was found in it replaced by its masked forms; nothing else changes, nor the length.

    Where findings overlap, a character is hidden if one of them hides it. Refuses with ValueError findings of another
    text.
    """
    letters = list(text)
    for entry in found:
        if entry.end > len(text) or len(entry.masked) != entry.end - entry.start:
            raise ValueError("a finding is of another text")
        for place, shown in enumerate(entry.masked, entry.start):
            if shown != text[place]:
                letters[place] = shown
    return "".join(letters)


def _figures(written: str) -> str:
    return re.sub(r"[^0-9]", "", written)


def mask_figures(written: str, *, shown: int) -> str:
    """Put x for all figures but the last `shown`; the separators stay."""
    hidden = sum(char.isdigit() for char in written) - shown
    masked = []
    for char in written:
        if char.isdigit() and hidden > 0:
            masked.append("x")
            hidden -= 1
        else:
            masked.append(char)
    return "".join(masked)
