"""What stands at the place of an item, judged as the inside check judges it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from prongsai.ita.analysis.item_check import Checked, PlacedItem
from prongsai.ita.reading.web_page import PageLine, PageLink, WebPage, placed_by_pages
from prongsai.office.site.audit.opening import OpenedFile
from prongsai.office.site.audit.visits import key_of
from prongsai.office.site.audit.walking import Walk, WalkedPage

_OF_THE_ROUND = re.compile(
    r"\b(?:ita|oit)\b|การประเมินคุณธรรม|(?<![a-z0-9])o ?[0-9๐-๙]{1,2}(?![0-9]).{0,40}ปีงบประมาณ", re.IGNORECASE
)


def own_part(entry: WalkedPage, walked: Walk) -> WebPage:
    """Give a page without its frame: what the main page shows too, links that lead back up, the name of the round.

    A site writes the year of the assessment over every page; the content is often of another year.
    """
    main = walked.main.page if walked.main and walked.main is not entry else None
    frame = {key_of(link.address) for link in main.links} if main else set()
    links = tuple(link for link in entry.page.links if not _is_frame(link, entry, walked, frame))
    gone = {link.words for link in entry.page.links} - {link.words for link in links}
    same = set(main.lines) if main else set()
    parts = tuple(part for part in entry.page.parts if not isinstance(part, PageLine) or _is_own(part, same, gone))
    return replace(entry.page, title="", parts=parts, links=links)


def _is_frame(link: PageLink, entry: WalkedPage, walked: Walk, frame: set[str]) -> bool:
    if key_of(link.address) in frame or _OF_THE_ROUND.search(link.words):
        return True
    target = walked.at(link.address)
    return target is not None and target.depth <= entry.depth


def _is_own(line: PageLine, same: set[str], gone: set[str]) -> bool:
    if line.level > 1:
        return True
    return line.text not in gone and line.text not in same and not _OF_THE_ROUND.search(line.text)


def judged(
    page: WebPage | None, files: Sequence[OpenedFile], words: Mapping[str, Sequence[str]], *, looked_at_all: bool = True
) -> PlacedItem:
    """Give what the page of an item and its files show together; `looked_at_all`: no file was left out."""
    pages = [*([page] if page else []), *(file.page for file in files if file.page)]
    placed = placed_by_pages(pages, words) if pages else PlacedItem(published="yes")
    opaque = any(file.page is None for file in files) or not looked_at_all
    elements = {
        element: "not-checked" if state == "missing" and opaque else state for element, state in placed.elements.items()
    }
    return replace(
        placed,
        elements=elements,
        files_open=_all_open(files, looked_at_all=looked_at_all),
        reachable="yes",
        text_layer="no" if any(file.text == "no" for file in files) else placed.text_layer,
    )


def _all_open(files: Sequence[OpenedFile], *, looked_at_all: bool) -> Checked:
    if any(file.opens == "no" for file in files):
        return "no"
    return "yes" if looked_at_all and all(file.opens == "yes" for file in files) else "not-checked"
