"""The key under which the reader looks for words of headings and names.

Beyond the comparison key of the contract it lets go of the difference between า and ำ, because text taken out of a PDF
often has lost the ring of ำ (`สานักงาน`, `ดาเนินการ`). What is read is never changed, only how it is looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from prongsai.ita.thai import compact

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COVERED = re.compile(r"[()/\-.,:;&+|*\"'0-9 ]+")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Give the look-up key of a text: the comparison key of the contract, with ำ as า."""
    return compact(text).replace("ำ", "า")


def word_data(name: str) -> dict[str, Any]:
    """Give the words of a file in `data/`."""
    text = files("prongsai.ita.reading").joinpath("data", name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - the safe loader, in C where there is one
    return data


class WordSet:
    """A set of words that covers headings of one kind; says how much of a text it covers."""

    def __init__(self, words: str) -> None:
        """Take the words from a text, parted by blanks."""
        ordered = sorted({fold(word) for word in words.split()}, key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, ordered)))

    @classmethod
    def named(cls, name: str) -> WordSet:
        """Give a set of `data/words.yaml`."""
        return cls(word_data("words.yaml")[name])

    def rest(self, text: str) -> str:
        """Give what of the folded text is neither one of the words nor a figure or sign."""
        return _COVERED.sub("", self._words.sub("", fold(text)))

    def share(self, text: str) -> float:
        """Give the share (0 to 1) of the text that the words, figures and signs cover."""
        whole = len(fold(text))
        return 1 - len(self.rest(text)) / whole if whole else 0.0
