"""Items laid out by hand, for tests that need no database."""

from __future__ import annotations

from prongsai.ita.catalogue import Framework
from prongsai.office.disclosure.asked import Asked, asked_in
from prongsai.office.disclosure.content import PublishedContent, ShownPiece
from prongsai.office.disclosure.placed import LaidOut, SaidOfPiece
from prongsai.office.rounds.frameworks import framework_of

SOMETHING = "ดำเนินการแล้วตามรายละเอียดของสำนักปลัด"


def words(element: str, *lines: str, **told: object) -> ShownPiece:
    return ShownPiece(kind="words", element=element, words=lines, **told)


def laid_out(*pieces: ShownPiece, said: dict[int, SaidOfPiece] | None = None, **told: object) -> LaidOut:
    content = PublishedContent(year=2568, code="O1", title="", pieces=pieces)
    told = {"files_open": "yes", "reachable": "yes", "address_frozen": "yes"} | told
    return LaidOut(content, tuple((said or {}).get(place, SaidOfPiece({})) for place in range(len(pieces))), **told)


def complete(asked: Asked, framework: Framework) -> LaidOut:
    """An item with something under every element, of the years and months that are asked for."""
    pieces = tuple(words(element.text, SOMETHING) for element in asked.item.elements)
    years = [year.year for year in asked.item.years] or [framework.year]
    months = tuple(f"{entry.month.year}-{entry.month.month:02}" for entry in asked.item.months)
    return laid_out(*pieces, said={0: SaidOfPiece({}, years[0], months)})


def every_sourced() -> list[tuple[int, str]]:
    """The items whose elements are established, of the packaged years."""
    return [
        (year, code)
        for year in (2566, 2567, 2568)
        for code, asked in asked_in(framework_of(year)).items()
        if asked.item.sourced
    ]
