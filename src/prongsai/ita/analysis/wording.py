"""The words by which checks recognise what a sentence says: data, so that a new wording needs no code."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from prongsai.ita.thai import compact


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    text = files("prongsai.ita.analysis").joinpath("data", "wording.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


@lru_cache(maxsize=16)
def word_list(name: str) -> tuple[str, ...]:
    """Give a list of `data/wording.yaml`, longest words first, in the comparing form of the contract."""
    return tuple(sorted({compact(word) for word in _lists()[name].split()}, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=16)
def pattern_of(name: str) -> re.Pattern[str]:
    """Give a pattern that finds any word of a list in a text in the comparing form."""
    return re.compile("|".join(map(re.escape, word_list(name))))


def states_no_weakness(text: str) -> bool:
    """Whether a sentence says that all is well and nothing else: no word of weakness, and it asks nothing."""
    said = compact(text)
    if pattern_of("asks").search(said) or not pattern_of("strength").search(said):
        return False
    return pattern_of("weakness").search(pattern_of("no_weakness").sub(" ", said)) is None
