"""What an office says may be published: its own contacts, and the persons whom an item requires by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import compact

_TITLE = re.compile(r"^(?:นางสาว|นาง|นาย|น\.?ส\.?|เด็กชาย|เด็กหญิง|ด\.?[ชญ]\.?|ว่าที่ร้อย(?:ตรี|โท|เอก)|(?:[ก-ฮ]{1,2}\.){2,3})")


@dataclass(frozen=True)
class Allowed:
    """Facts that are no findings, as a person writes them: digits, blanks and titles may differ in the text.

    `numbers` are telephones and bank accounts of the office; `names` those of executives and others whom an item
    requires; `domains` and `emails` the office's own; `addresses` that of the office; `columns` the headings of table
    columns in which an item requires names (chosen firms of the procurement list).
    """

    numbers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()

    def number(self, written: str) -> bool:
        """Whether a telephone or account number is the office's own."""
        return figures_of(written) in self._numbers

    def name(self, written: str) -> bool:
        """Whether a person may be named, with or without a title."""
        return name_key(written) in self._names

    def email(self, written: str) -> bool:
        """Whether an address of electronic mail is the office's own."""
        address = written.lower()
        return address in self._emails or address.partition("@")[2] in self._domains

    def address(self, written: str) -> bool:
        """Whether a house address is that of the office: the same numbers of house and village."""
        return numbers_of(written) in self._addresses

    def column(self, heading: str) -> bool:
        """Whether an item requires the names that stand under a heading."""
        return compact(heading) in self._columns

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(figures_of(entry) for entry in self.numbers)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name_key(entry) for entry in self.names)

    @cached_property
    def _emails(self) -> frozenset[str]:
        return frozenset(entry.lower() for entry in self.emails)

    @cached_property
    def _domains(self) -> frozenset[str]:
        return frozenset(entry.lower().removeprefix("@") for entry in self.domains)

    @cached_property
    def _addresses(self) -> frozenset[tuple[str, ...]]:
        return frozenset(numbers_of(entry) for entry in self.addresses)

    @cached_property
    def _columns(self) -> frozenset[str]:
        return frozenset(compact(entry) for entry in self.columns)


NOTHING_ALLOWED = Allowed()


def figures_of(written: str) -> str:
    """Give the digits of a number, Arabic; the international form of a Thai telephone begins with 0 again."""
    figures = re.sub(r"[^0-9]", "", to_arabic(written))
    return "0" + figures[2:] if figures.startswith("66") and len(figures) in (10, 11) else figures


def numbers_of(address: str) -> tuple[str, ...]:
    """Give the first two numbers of an address: of the house (with its parts) and of the village."""
    return tuple(re.findall(r"[0-9]+(?:/[0-9]+)*", to_arabic(address))[:2])


def name_key(written: str) -> str:
    """Give a name without title and blanks."""
    return _TITLE.sub("", compact(written))
