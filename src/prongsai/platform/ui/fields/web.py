"""Addresses of pages that anybody can open. Nothing is looked up or fetched: the address alone is judged."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields.text import TextField

NO_ADDRESS = _("This is no address of a web page. It begins with https:// and has no blanks.")
PRIVATE = _(
    "Only one computer or one network can open this address. Give the one under which everybody opens the page."
)

INNER = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa"}
)
"""Last parts of names that mean one computer or one network (RFC 6761, 6762, 8375; `internal` by ICANN; custom)."""
OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?![0-9])", re.IGNORECASE)
"""A scheme in front: what stands behind the colon is no port."""
DOTS = str.maketrans("\u3002\uff0e\uff61", "...")
"""What browsers read as a dot in a name of a host."""


class WebAddressField(TextField):
    """An address with http or https, https where none is said. Refuses `invalid`, `private`, LENGTH.

    Private is what not everybody can open: this computer, networks of one's own, names without a dot, a name and
    password in front of the host. A number as host is read the way browsers read it.
    """

    def __init__(self, *, max_length: int = 500, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        self._is_address = URLValidator(schemes=["http", "https"], message=NO_ADDRESS)

    def read(self, text: str) -> str:
        """Give the address as it is stored."""
        told = super().read(text)
        return told if not told or OTHER_SCHEME.match(told) else f"https://{told}"

    def validate(self, value: str | None) -> None:
        """Refuse what is no address, and what not everybody can open."""
        super().validate(value)
        if not value:
            return
        if is_private(value):
            raise ValidationError(PRIVATE, "private")
        self._is_address(value)
        try:
            urlsplit(value).port  # noqa: B018 - reading it is what refuses a number that is no port
        except ValueError:
            raise ValidationError(NO_ADDRESS, "invalid") from None

    def widget_attrs(self, widget: Any) -> dict[str, Any]:
        """Tell phones which keyboard fits."""
        return {**super().widget_attrs(widget), "inputmode": "url", "autocomplete": "off"}


def is_private(address: str) -> bool:
    """Say whether an address leads to what not everybody can open. One that cannot be read is not private."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if not host:
        return parts.scheme == "file"
    name = unicodedata.normalize("NFKC", host).translate(DOTS).rstrip(".").casefold()
    number = _number_of(name)
    if number is not None:
        return not _is_public(number)
    return "@" in parts.netloc or ("." not in name and name.isascii()) or name.rpartition(".")[2] in INNER


def _number_of(name: str) -> IPv4Address | IPv6Address | None:
    """Read a host that is a number: written as usual, or as browsers take it (`127.1`, `0x7f.1`, `2130706433`)."""
    try:
        return ip_address(name.partition("%")[0])
    except ValueError:
        parts = [_part(part) for part in name.split(".")]
    if not 1 <= len(parts) <= 4:
        return None
    known = [part for part in parts if part is not None]
    last = 256 ** (5 - len(parts))
    if len(known) < len(parts) or any(part > 255 for part in known[:-1]) or known[-1] >= last:
        return None
    return IPv4Address(sum(part * 256 ** (3 - place) for place, part in enumerate(known[:-1])) + known[-1])


def _part(written: str) -> int | None:
    base = 16 if written.startswith("0x") else 8 if written.startswith("0") and len(written) > 1 else 10
    digits = written.removeprefix("0x")
    try:
        return int(digits or "0", base) if digits.isalnum() or not digits else None
    except ValueError:
        return None


def _is_public(number: IPv4Address | IPv6Address) -> bool:
    inner = number.ipv4_mapped or number.sixtofour if isinstance(number, IPv6Address) else None
    return (inner or number).is_global and not number.is_multicast
