"""Electronic addresses of private persons: those at providers that give them to anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.ita.privacy.finders import PersonalData

_FREE = (
    r"gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|gmx|mail|proton|protonmail|pm"
    r"|zoho|yandex|qq|163"
)
_ENDING = r"com|co\.th|co\.uk|net|me|org|in\.th|de"
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@(?:{_FREE})\.(?:{_ENDING})(?![A-Za-z0-9-]|\.[A-Za-z0-9])",
    re.IGNORECASE,
)


def private_emails(text: str) -> Iterator[PersonalData]:
    """Find addresses at free providers; an address at an organisation's own domain is that of an office."""
    if "@" not in text:
        return
    for match in _ADDRESS.finditer(text):
        yield PersonalData("email", match.start(), match.end(), mask_email(match.group()))


def mask_email(address: str) -> str:
    """Hide all of the name before the @ but its first letter."""
    name, _, provider = address.partition("@")
    return f"{name[0]}{'*' * (len(name) - 1)}@{provider}" if len(name) > 1 else f"*@{provider}"
