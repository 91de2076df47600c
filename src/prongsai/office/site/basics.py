"""Which basic pages there are: data, not code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Basic:
    """A basic page as it is known. `asks` says what belongs there; `check`: so many months later it is looked at."""

    key: str
    title: str
    asks: str
    fills: str
    check: int


@cache
def basics() -> dict[str, Basic]:
    """Give the basic pages by key, in their order."""
    text = files("prongsai.office.site").joinpath("data/basic_pages.yaml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    return {each["key"]: Basic(**each) for each in told}
