"""Words of Thai text: for line breaks that never fall inside a word, and for search.

The cutter is PyThaiNLP's newmm (Apache-2.0), where it is installed in the fast form of nlpo3 (Apache-2.0, the same
project), which cuts whole words alike. Its dictionary is widened by compounds of this field that an official would not
see broken over two lines (`data/compounds.txt`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from prongsai.ita.thai.text import search_key

if TYPE_CHECKING:
    from pythainlp.util import Trie

Cutter: TypeAlias = Callable[[str], list[str]]

_THAI_RUN = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e]+")


def _lines() -> list[str]:
    lines = files("prongsai.ita.thai").joinpath("data/compounds.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def _marked_compounds() -> dict[str, tuple[str, ...]]:
    marked = (line.split("|") for line in _lines() if not line.startswith("-"))
    return {"".join(parts): tuple(parts) for parts in marked}


def _not_words() -> set[str]:
    return {line[1:] for line in _lines() if line.startswith("-")}


def compounds() -> tuple[str, ...]:
    """Give the compounds of the field that are kept together on a line."""
    return tuple(_marked_compounds())


def compound_parts(word: str) -> tuple[str, ...]:
    """Give the parts into which a compound may be broken where it is wider than its column; other words whole."""
    return _marked_compounds().get(word, (word,))


def dictionary_words() -> set[str]:
    """Give the words that the cutter knows: those of PyThaiNLP, the compounds of the field, less what is no word."""
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - a tenth of a second that most commands do not need

    return (set(thai_words()) | set(compounds())) - _not_words()


@lru_cache(maxsize=1)
def _dictionary() -> Trie:
    from pythainlp.util import dict_trie  # noqa: PLC0415

    return dict_trie(dictionary_words())


def cut_by_newmm(text: str) -> list[str]:
    """Cut any text by PyThaiNLP."""
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    return word_tokenize(text, custom_dict=_dictionary(), engine="newmm", keep_whitespace=True)


def _cutter_of_nlpo3(known: Iterable[str]) -> Cutter:
    nlpo3 = import_module("nlpo3")
    with TemporaryDirectory() as folder:  # it takes its dictionary from a file alone
        path = Path(folder, "words.txt")
        path.write_text("\n".join(sorted(known)), encoding="utf-8")
        nlpo3.load_dict(str(path), "prongsai")
    return lambda text: list(nlpo3.segment(text, "prongsai"))


@lru_cache(maxsize=1)
def thai_cutter() -> Cutter:
    """Give the cutter of runs of Thai letters: nlpo3 where it is installed."""
    return _cutter_of_nlpo3(dictionary_words()) if find_spec("nlpo3") else cut_by_newmm


@lru_cache(maxsize=20_000)
def _cut(text: str) -> tuple[str, ...]:
    return tuple(thai_cutter()(text) if _THAI_RUN.fullmatch(text) else cut_by_newmm(text))


def words(text: str) -> list[str]:
    """Cut a text into words, blanks and signs. Joined together they give the text back."""
    return list(_cut(text)) if text else []


@lru_cache(maxsize=20_000)
def words_by_newmm(text: str) -> tuple[str, ...]:
    """Cut a text as `words` does, but without nlpo3, which needs a file of its own and threads.

    For the limited child process of the reader, which may have neither.
    """
    return tuple(cut_by_newmm(text)) if text else ()


def search_tokens(text: str) -> list[str]:
    """Give the words under which a text is found, in order and each once.

    Beside the words of the cut these are all dictionary words inside each of them, because จัดซื้อ is looked for where
    จัดซื้อจัดจ้าง is written. Signs and blanks give none.
    """
    found: dict[str, None] = {}
    for word in words(search_key(text)):
        if any(char.isalnum() for char in word):
            found[word] = None
            for start in range(len(word)):
                found.update(dict.fromkeys(part for part in _dictionary().prefixes(word, start) if len(part) > 1))
    return list(found)
