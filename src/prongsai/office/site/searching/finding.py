"""Finds pages of a site in its index, as the script of the page does: for readers whose browser runs none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.ita.thai import search_key
from prongsai.office.site.searching.index import FOLDER, LETTERS, numbers_of, sequences, told_by

MOST = 30
BEFORE, AFTER = 60, 140


@dataclass(frozen=True, slots=True)
class Found:
    """A page or file, and the words around the first place."""

    title: str
    path: str
    kind: str
    before: str
    word: str
    after: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found. `too_short`: no word has three letters. `more`: not all is shown."""

    found: tuple[Found, ...] = ()
    too_short: bool = False
    more: bool = False


def find(site: Path, asked: str) -> Answer:
    """Look for texts in which all words stand. Raises nothing: a site without index has nothing to find."""
    words = search_key(asked).split()[:10]
    wanted = sequences(" ".join(words))
    if not wanted:
        return Answer(too_short=any(len(word) < LETTERS for word in words))
    numbers = _in_all(site, wanted)
    found: list[Found] = []
    for number in sorted(numbers):
        if (told := _read(site, f"text/{number}")) is None:
            continue
        if shown := _shown(told, words):
            found.append(shown)
        if len(found) > MOST:
            break
    return Answer(tuple(found[:MOST]), more=len(found) > MOST)


def _in_all(site: Path, wanted: set[str]) -> set[int]:
    """Give the texts in which every sequence stands."""
    numbers: set[int] | None = None
    parts: dict[str, dict[str, str]] = {}
    for sequence in sorted(wanted):
        first = sequence[0]
        if first not in parts:
            parts[first] = _read(site, f"part/{ord(first):x}") or {}
        here = set(numbers_of(parts[first].get(sequence, "")))
        numbers = here if numbers is None else numbers & here
        if not numbers:
            return set()
    return numbers or set()


def _shown(told: list[str], words: list[str]) -> Found | None:
    title, path, kind, text = told
    key = search_key(f"{title} {text}")
    if not all(word in key for word in words):
        return None
    body = search_key(text)
    at = next((place for word in words if (place := body.find(word)) >= 0), -1)
    if at < 0 or len(body) != len(text):  # the words as printed have other lengths: show how the text begins
        return Found(title, path, kind, text[: BEFORE + AFTER], "", "")
    word = next(word for word in words if body.find(word) == at)
    end = at + len(word)
    return Found(title, path, kind, text[max(0, at - BEFORE) : at], text[at:end], text[end : end + AFTER])


def _read(site: Path, name: str) -> Any:
    try:
        return told_by((site / FOLDER / f"{name}.js").read_bytes())
    except (OSError, ValueError):
        return None
