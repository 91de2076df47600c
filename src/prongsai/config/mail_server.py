"""The mail server and the own address, from environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from prongsai.ita.thai.refusal import Refused

SCHEMES = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
"""Kinds of connection and their usual ports: open (only inside a house), encrypted after a greeting, encrypted."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where e-mail is handed in, and as whom. Without a host none is sent."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False
    tls: bool = False
    sender: str = ""

    @property
    def is_set(self) -> bool:
        """Whether e-mail is sent at all."""
        return bool(self.host)


def read_mail_server(variables: Mapping[str, str] | None = None) -> MailServer:
    """Read `PRONGSAI_MAIL` (`smtp+starttls://user:password@host:587`) and `PRONGSAI_MAIL_FROM`. Refuses SETTING."""
    given = os.environ if variables is None else variables
    address, sender = given.get("PRONGSAI_MAIL", "").strip(), given.get("PRONGSAI_MAIL_FROM", "").strip()
    if not address:
        return MailServer(sender=sender)
    parts, port = urlsplit(address), _port(address)
    if parts.scheme not in SCHEMES or not parts.hostname or port is None:
        raise Refused("SETTING", f"PRONGSAI_MAIL ต้องเป็นแบบ {' หรือ '.join(SCHEMES)} เช่น smtps://ชื่อ:รหัส@mail.example:465")
    if "@" not in sender or any(blank in sender for blank in "\r\n"):
        raise Refused("SETTING", "PRONGSAI_MAIL_FROM ต้องเป็นที่อยู่อีเมลผู้ส่ง เช่น ita@office.example")
    return MailServer(
        host=parts.hostname,
        port=port or SCHEMES[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
        sender=sender,
    )


def read_own_address(variables: Mapping[str, str] | None = None) -> str:
    """Read `PRONGSAI_ADDRESS`, the address of this installation in messages, without a slash at its end.

    Empty where nothing is told: then messages carry no links. Refuses SETTING.
    """
    given = os.environ if variables is None else variables
    address = given.get("PRONGSAI_ADDRESS", "").strip().rstrip("/")
    parts = urlsplit(address)
    if address and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.username):
        raise Refused("SETTING", "PRONGSAI_ADDRESS ต้องเป็นที่อยู่เว็บ เช่น https://ita.example", value=address)
    return address


def _port(address: str) -> int | None:
    """Give the port of an address, 0 where it has none, None for one that is no port."""
    try:
        return urlsplit(address).port or 0
    except ValueError:
        return None
