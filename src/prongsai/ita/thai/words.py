"""Words of Thai text: for line breaks that never fall inside a word, and for search.

The cutter is PyThaiNLP's newmm (Apache-2.0). Its dictionary is widened by compounds of this field that an official
would not see broken over two lines (`data/compounds.txt`).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from prongsai.ita.thai.text import search_key

if TYPE_CHECKING:
    from pythainlp.util import Trie


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


@lru_cache(maxsize=1)
def _dictionary() -> Trie:
    from pythainlp.corpus import thai_words  # noqa: PLC0415 - half a second that most commands do not need
    from pythainlp.util import dict_trie  # noqa: PLC0415

    return dict_trie((set(thai_words()) | set(compounds())) - _not_words())


@lru_cache(maxsize=20_000)
def _cut(text: str) -> tuple[str, ...]:
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    return tuple(word_tokenize(text, custom_dict=_dictionary(), engine="newmm", keep_whitespace=True))


def words(text: str) -> list[str]:
    """Cut a text into words, blanks and signs. Joined together they give the text back."""
    return list(_cut(text)) if text else []


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
