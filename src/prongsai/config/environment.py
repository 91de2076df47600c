"""Settings from environment variables, read once, typed, and loud about a bad value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from prongsai.ita.thai.refusal import Refused

LANGUAGES = ("th", "en")
LOOPBACK = ("127.0.0.1", "localhost", ".localhost", "[::1]")
"""This machine alone; names below `localhost` lead nowhere else, and let two agencies be tried side by side."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment settles. `catalogue_folder` holds years that an agency adds or corrects.

    `state` is the folder of everything the installation keeps, `backups` that of back-ups, best on another disk.
    `demo` lets an installation that nobody uses yet begin with the invented office.
    `secret_keys` are the signing key and those that still count; none given means that the state folder keeps them.
    """

    language: str = "th"
    catalogue_folder: Path | None = None
    state: Path = Path(".state")
    secret_keys: tuple[str, ...] = field(default=(), repr=False)
    hosts: tuple[str, ...] = LOOPBACK
    https: bool = False
    behind_proxy: bool = False
    debug: bool = False
    example_desk: bool = False
    sign_on_server: str = ""
    sign_on_client: str = ""
    sign_on_secret: str = field(default="", repr=False)
    sign_on_name: str = ""
    backups: Path | None = None
    demo: bool = True


def read_environment(variables: Mapping[str, str] | None = None) -> Environment:
    """Read the variables PRONGSAI_* of docs/reference/settings. Refuses SETTING for a bad value."""
    given = os.environ if variables is None else variables
    state = Path(given.get("PRONGSAI_STATE", "") or ".state").absolute()
    return Environment(
        language=_language(given),
        catalogue_folder=_folder(given, "PRONGSAI_CATALOGUE"),
        state=state,
        secret_keys=_words(given, "PRONGSAI_SECRET_KEYS"),
        hosts=_words(given, "PRONGSAI_HOSTS") or LOOPBACK,
        https=_switch(given, "PRONGSAI_HTTPS"),
        behind_proxy=_switch(given, "PRONGSAI_BEHIND_PROXY"),
        debug=_switch(given, "PRONGSAI_DEBUG"),
        example_desk=_switch(given, "PRONGSAI_EXAMPLE_DESK"),
        **_sign_on(given),
        backups=Path(given["PRONGSAI_BACKUPS"]).absolute() if given.get("PRONGSAI_BACKUPS") else None,
        demo=_switch(given, "PRONGSAI_DEMO", default=True),
    )


def _language(given: Mapping[str, str]) -> str:
    language = given.get("PRONGSAI_LANG", "") or "th"
    if language not in LANGUAGES:
        raise Refused("SETTING", f"PRONGSAI_LANG ต้องเป็น th หรือ en ไม่ใช่ “{language}”", value=language)
    return language


def _folder(given: Mapping[str, str], name: str) -> Path | None:
    value = given.get(name, "")
    if not value:
        return None
    folder = Path(value)
    if not folder.is_dir():
        raise Refused("SETTING", f"{name} ชี้ไปยังโฟลเดอร์ที่ไม่มีอยู่: {value}", value=value)
    return folder


def _words(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in given.get(name, "").split(",") if word.strip())


def _sign_on(given: Mapping[str, str]) -> dict[str, str]:
    """Read the three that belong together, all or none, and the name on the button."""
    told = {key: given.get(f"PRONGSAI_SIGN_ON_{key.upper()}", "").strip() for key in ("server", "client", "secret")}
    if any(told.values()) and not all(told.values()):
        lacking = next(key for key, value in told.items() if not value)
        raise Refused("SETTING", f"PRONGSAI_SIGN_ON_{lacking.upper()} ยังไม่ได้กำหนด ต้องกำหนดครบทั้งสามค่า", value="")
    named = told | {"name": given.get("PRONGSAI_SIGN_ON_NAME", "").strip() or "OpenID Connect"}
    return {f"sign_on_{key}": value for key, value in named.items()}


def _switch(given: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    value = given.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"0", "off", "no"}:
        return False
    if value in {"1", "on", "yes"}:
        return True
    raise Refused("SETTING", f"{name} ต้องเป็น on หรือ off ไม่ใช่ “{value}”", value=value)
