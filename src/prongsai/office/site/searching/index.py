"""The index of a site's search: small files that a page loads one by one, also from a disk.

Each text is numbered. `text/<number>.js` holds one with its title and address; `part/<hexadecimal>.js` names, for all
sequences of three letters that begin with one letter, the texts in which they stand. A word of three letters or more is
looked for in the parts of its first letters, and what is found is read to be sure. The files are scripts that hand over
JSON, since a page on a disk may load no other kind. No Django.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai.ita.thai import search_key

FOLDER = "search/index/"
LETTERS = 3
LONGEST_TEXT = 60_000
"""Letters of one text that are searched: about 25 sheets of paper."""


@dataclass(frozen=True, slots=True)
class Text:
    """What can be found: a title, the path of its page or file, what sort of page it is, its words."""

    title: str
    path: str
    kind: str
    words: str


def index_files(texts: Iterable[Text]) -> Iterator[tuple[str, bytes]]:
    """Give the files of the index, by path."""
    parts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, text in enumerate(texts):
        words = " ".join(text.words[:LONGEST_TEXT].split())
        key = search_key(f"{text.title} {words}")
        for found in sequences(key):
            parts[found[0]][found].append(number)
        yield f"{FOLDER}text/{number}.js", _script(f"t{number}", [text.title, text.path, text.kind, words])
    for first, found_in in parts.items():
        steps = {sequence: _steps(numbers) for sequence, numbers in sorted(found_in.items())}
        yield f"{FOLDER}part/{ord(first):x}.js", _script(f"p{ord(first):x}", steps)


def sequences(key: str) -> set[str]:
    """Give the sequences of three letters inside the words of a key."""
    return {word[n : n + LETTERS] for word in key.split() for n in range(len(word) - LETTERS + 1)}


def numbers_of(steps: str) -> list[int]:
    """Read the numbers of texts as they are written in a part."""
    total, found = 0, []
    for step in steps.split():
        total += int(step, 36)
        found.append(total)
    return found


def told_by(script: bytes) -> object:
    """Read what a file of the index hands over."""
    text = script.decode()
    return json.loads(text[text.index("(") + 1 : text.rindex(")")].partition(",")[2])


def _steps(numbers: list[int]) -> str:
    """Write rising numbers by the steps between them, to the base 36: most take one letter."""
    return " ".join(_base36(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    written = ""
    while number or not written:
        number, rest = divmod(number, 36)
        written = digits[rest] + written
    return written


def _script(name: str, told: object) -> bytes:
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("\u2028", " ").replace("\u2029", " ")
    return f'prongsaiSearch("{name}",{plain})'.encode()
