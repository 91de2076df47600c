"""What stands under an item, as the record that the item check compares: the page as it would be published.

The page is laid out as a visitor would see it and looked at as `site audit` looks at a page of any site, so that the
inside and the outside check agree. A file and a page elsewhere are seen by people alone, who say what they found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.analysis.item_check import Checked, ElementState, Month, PlacedItem
from prongsai.ita.reading.web_page import PageLine, WebPage, elements_on_page, fiscal_years_on_page, months_on_page
from prongsai.office.disclosure.content import PublishedContent, ShownPiece
from prongsai.office.disclosure.page_parts import body_of, page_of
from prongsai.platform.files.kinds import Kind

_BEST_FIRST: tuple[ElementState, ...] = ("present", "said-none", "blank", "not-checked", "missing")
_NEUTRAL = PageLine("หัวข้อ", 1)
_OPAQUE = frozenset({"file", "link"})
_PICTURES = frozenset(kind.value for kind in Kind if kind.is_picture)


@dataclass(frozen=True, slots=True)
class SaidOfPiece:
    """What people said of a piece.

    `seen`: what they found in it by element; `covers`, `months`: of which fiscal year (BE) and months it is, empty
    while its days are still to be looked at.
    """

    seen: Mapping[str, ElementState]
    covers: int | None = None
    months: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidOut:
    """An item as it would be published; `said` goes with the pieces of `content`, one for each.

    `scanned`: what stands on the site has pages that are pictures alone.
    """

    content: PublishedContent
    said: tuple[SaidOfPiece, ...]
    published: Checked = "not-checked"
    files_open: Checked = "yes"
    reachable: Checked = "not-checked"
    address_frozen: Checked = "no"
    scanned: bool = False


def placed_of(told: LaidOut, words: Mapping[str, Sequence[str]]) -> PlacedItem:
    """Give what stands under an item. `words` names each element and the headings under which it may stand."""
    if not told.content.pieces:
        return PlacedItem(published="no")
    page = page_of(told.content.pieces)
    pictures = _only_pictures(told.content)
    return PlacedItem(
        published=told.published,
        elements=_elements(told, page, words),
        years=_years(told, page),
        months=_months(told, page),
        files_open=told.files_open,
        reachable=told.reachable,
        address_frozen=told.address_frozen,
        text_layer="no" if pictures or told.scanned else "not-checked",
        accessible="no" if pictures else "not-checked",
    )


def _elements(told: LaidOut, page: WebPage, words: Mapping[str, Sequence[str]]) -> dict[str, ElementState]:
    """Give the best that is known of each element: what a piece was made for, what people saw, what a heading shows."""
    on_page = elements_on_page(page, words)
    unread = any(piece.kind in _OPAQUE and not piece.element and not said.seen for piece, said in _pairs(told))
    found: dict[str, ElementState] = {}
    for element, shown in on_page.items():
        own = [state for piece, said in _pairs(told) for state in _states_of(piece, said, element)]
        states = [*own, shown] if shown != "missing" or not (unread or own) else [*own, "not-checked"]
        found[element] = min(states, key=_BEST_FIRST.index)
    return found


def _states_of(piece: ShownPiece, said: SaidOfPiece, element: str) -> Iterator[ElementState]:
    if element in said.seen:
        yield said.seen[element]
    elif piece.element == element:
        yield piece_state(piece)


def piece_state(piece: ShownPiece) -> ElementState:
    """Tell whether anything stands in a piece: something, ไม่มี, or its heading alone."""
    if piece.nothing:
        return "said-none"
    if piece.files or piece.link:
        return "present"
    page = WebPage("", "th", (_NEUTRAL, *body_of(piece)), (), ())
    return elements_on_page(page, {_NEUTRAL.text: [_NEUTRAL.text]})[_NEUTRAL.text]


def _years(told: LaidOut, page: WebPage) -> frozenset[int] | None:
    """Give the fiscal years that people said, else those that the page names; None where neither says any."""
    said = frozenset(each.covers for each in told.said if each.covers is not None)
    return said or fiscal_years_on_page(page) or None


def _months(told: LaidOut, page: WebPage) -> dict[Month, ElementState] | None:
    found = months_on_page(page)
    for piece, said in _pairs(told):
        for month in map(_month, said.months):
            if not piece.nothing:
                found[month] = "present"
            else:
                found.setdefault(month, "said-none")
    return found or None


def _month(written: str) -> Month:
    year, _, month = written.partition("-")
    return Month(int(year), int(month))


def _only_pictures(content: PublishedContent) -> bool:
    """Whether the whole item is pictures, which nobody can search or have read out."""
    texts: Iterable[object] = (piece for piece in content.pieces if piece.words or piece.rows or piece.paper)
    return bool(content.files) and all(file.kind in _PICTURES for file in content.files) and not any(texts)


def _pairs(told: LaidOut) -> Iterator[tuple[ShownPiece, SaidOfPiece]]:
    return zip(told.content.pieces, told.said, strict=True)
