"""The words of staff lists (`data/staff_list.yaml`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def _told() -> dict[str, Any]:
    text = files("prongsai.platform.staff").joinpath("data/staff_list.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told


def column_words() -> dict[str, list[str]]:
    """Give for each field the words that may head its column."""
    columns: dict[str, list[str]] = _told()["columns"]
    return columns


@cache
def prefixes() -> tuple[str, ...]:
    """Give the titles before names, the longest first."""
    return tuple(sorted(_told()["prefixes"], key=len, reverse=True))
