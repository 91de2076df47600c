"""Settings from environment variables, read once, typed, and loud about a bad value."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.ita.thai.refusal import Refused

LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment settles. `catalogue_folder` holds years that an agency adds or corrects."""

    language: str = "th"
    catalogue_folder: Path | None = None


def read_environment(variables: Mapping[str, str] | None = None) -> Environment:
    """Read PRONGSAI_LANG (th or en) and PRONGSAI_CATALOGUE (a folder). Refuses SETTING for a bad value."""
    given = os.environ if variables is None else variables
    return Environment(language=_language(given), catalogue_folder=_folder(given, "PRONGSAI_CATALOGUE"))


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
