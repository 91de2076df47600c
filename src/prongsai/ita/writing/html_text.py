"""Texts of a web page, with the places where a line may end.

Browsers cut Thai by dictionaries of their own and end lines inside compounds. So nothing wraps by itself, and a `wbr`
stands between words: it prints nothing and copies as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree
from lxml.builder import E

from prongsai.ita.writing.measures import letters as width_of
from prongsai.ita.writing.partings import LONG, letters, word_parts
from prongsai.ita.writing.pieces import LINE_FEED, SPACE, pieces

Nodes: TypeAlias = list[str | etree._Element]

LONGEST_WHOLE = 20
"""Letters of a word that fits the width of a telephone in large type; a longer one may end a line anywhere."""


def text_nodes(text: str, name: str = "") -> Nodes:
    """Return a text, in the numerals it is to have, as strings and elements. `name` is never cut: see `pieces`."""
    nodes: Nodes = []
    before = ""
    for part in _parts(text, name):
        if part == LINE_FEED:
            nodes.append(E.br())
        elif before and part != SPACE and before != LINE_FEED:
            nodes += [E.wbr(), part]
        elif nodes and isinstance(nodes[-1], str):
            nodes[-1] += part
        else:
            nodes.append(part)
        before = part
    return nodes


def _parts(text: str, name: str) -> Iterator[str]:
    for piece in pieces(text, name):
        whole = "".join(piece)
        for part in word_parts(piece) if len(whole) > LONG else (whole,):
            yield from letters(part) if width_of((part,)) > LONGEST_WHOLE and part != name else (part,)
