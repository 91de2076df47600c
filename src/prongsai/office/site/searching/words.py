"""The words of a page, as readers see them: what stands in its main part."""

from __future__ import annotations

import re

from lxml import html

_BREAKS = re.compile(rb"<wbr/?>")
_MAIN = re.compile(rb"<main\b.*?</main>", re.DOTALL)
_LEFT_OUT = ("nav", "form", "script", "style", "details")


def words_of(page: bytes) -> str:
    """Give the words of a page. Places where a line may end part no word."""
    main = _MAIN.search(page)
    if main is None:
        return ""
    tree = html.fromstring(_BREAKS.sub(b"", main[0]).decode())
    for left_out in tree.iter(*_LEFT_OUT):
        left_out.clear(keep_tail=True)
    return " ".join(" ".join(tree.itertext()).split())
