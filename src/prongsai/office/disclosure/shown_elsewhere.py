"""Whether a page that somebody else typed in shows what was sent: word for word, or at least every element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from prongsai.ita.reading.web_page import PageLine, WebPage, elements_on_page, placed_by_pages
from prongsai.ita.thai.text import compact
from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.page_parts import page_of

_LONGEST = 120
_GAP = "…"


def lacking_on(page: WebPage, content: PublishedContent, words: Mapping[str, Sequence[str]]) -> list[str]:
    """Give what a page lacks of a content, in the order of the content: headings, lines, cells, links to files.

    A contractor may have typed the text anew: where every element of the item that was sent is found under its heading
    (`words`, see `heading_words`), only files are looked for. Letters are compared without blanks.
    """
    read = compact("".join(page.lines))
    told = [text for text in texts_of(content) if compact(text) not in read]
    if told and _has_every_element(page, content, words):
        told = []
    return [text[:_LONGEST] for text in (*told, *_files(page, content))]


def texts_of(content: PublishedContent) -> Iterator[str]:
    """Give all that readers read of a content, cell by cell; names of files and addresses are told as links."""
    links = {file.name for file in content.files} | {piece.link for piece in content.pieces}
    for part in page_of(content.pieces).parts:
        cells = [part.text] if isinstance(part, PageLine) else [cell for row in part for cell in row]
        for cell in cells:
            yield from (line for line in cell.splitlines() if line.strip(f" {_GAP}") and line not in links)


def _has_every_element(page: WebPage, content: PublishedContent, words: Mapping[str, Sequence[str]]) -> bool:
    told = elements_on_page(page_of(content.pieces), words)
    sent = {element for element, state in told.items() if state in ("present", "said-none")}
    found = placed_by_pages([page], words).elements
    return bool(sent) and all(found.get(element) in ("present", "said-none") for element in sent)


def _files(page: WebPage, content: PublishedContent) -> Iterator[str]:
    """Give the files to which no link of the page leads: by its words, or by the name at the end of its address."""
    links = compact(" ".join(f"{link.words} {unquote(link.address)}" for link in page.links))
    for file in content.files:
        stem = file.name.rpartition(".")[0] or file.name
        if compact(stem) not in links and compact(file.address) not in links:
            yield file.name
