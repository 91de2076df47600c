"""Settings from environment variables, read once, typed, and loud about a bad value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.ita.thai.refusal import Refused

LANGUAGES = ("th", "en")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment settles. `catalogue_folder` holds years that an agency adds or corrects.

    `state` is the folder of everything the installation keeps. `secret_keys` are the signing key and those that still
    count; none given means that the state folder keeps them.
    """

    language: str = "th"
    catalogue_folder: Path | None = None
    state: Path = Path(".state")
    secret_keys: tuple[str, ...] = ()
    hosts: tuple[str, ...] = LOOPBACK
    https: bool = False
    behind_proxy: bool = False
    debug: bool = False
    example_desk: bool = False


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


def _switch(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "").strip().lower()
    if value in {"", "0", "off", "no"}:
        return False
    if value in {"1", "on", "yes"}:
        return True
    raise Refused("SETTING", f"{name} ต้องเป็น on หรือ off ไม่ใช่ “{value}”", value=value)
