"""What the page of an item shows: its elements with what answers them, its pieces, the example beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.ita.analysis.item_check import AskedElement, PartResult
from prongsai.ita.catalogue.pages import ModelPage, page_for
from prongsai.office.disclosure.asked import Asked
from prongsai.office.disclosure.composing import files_of, shown
from prongsai.office.disclosure.content import ShownPiece
from prongsai.office.disclosure.models import DisclosedItem, ElementSeen, PeriodSaid, Piece
from prongsai.office.disclosure.pointing import pointed_out
from prongsai.office.disclosure.register import code_of
from prongsai.office.disclosure.services.checking import Looked
from prongsai.office.disclosure.showing import Body, body_shown
from prongsai.office.disclosure.views.finding import asked_of_item
from prongsai.office.rounds.frameworks import framework_of
from prongsai.platform.files.models import StoredFile
from prongsai.platform.ui.states import Tone


@dataclass(frozen=True, slots=True)
class AnsweredElement:
    """An element with what answers it: the check's finding, pieces written for it, what people saw. `number` from 1."""

    number: int
    element: AskedElement
    found: PartResult | None
    pieces: tuple[Piece, ...]
    seen: tuple[ElementSeen, ...]

    @property
    def is_met(self) -> bool:
        """Whether nothing of it is lacking."""
        return self.found is not None and self.found.verdict == "met"

    @property
    def tone(self) -> Tone:
        """How the finding is coloured: green only against an established criterion."""
        if self.is_met:
            return "done" if self.element.sourced else "going"
        return "late" if self.found is not None and self.found.verdict in ("lost", "doubtful") else "waiting"

    @property
    def word(self) -> str:
        """The finding in a word."""
        if self.is_met:
            return _("It is there")
        lacking = self.found is not None and self.found.verdict in ("lost", "doubtful")
        return _("Lacking") if lacking else _("Not looked through yet")

    @property
    def is_lead(self) -> bool:
        """Whether it is no established criterion of the year."""
        return not self.element.sourced


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A piece as readers see it, its files for staff, and what should be looked at again."""

    piece: Piece
    shown: ShownPiece
    files: tuple[StoredFile, ...]
    pointed: tuple[str, ...]
    body: Body

    @property
    def is_open(self) -> bool:
        """Whether the days of what came from an earlier year were not looked at."""
        return self.piece.dates == PeriodSaid.OPEN


def model_page(found: DisclosedItem, asked: Asked | None) -> ModelPage | None:
    """Give the example of the item, else of the same item in the year from which its leads are."""
    own = page_for(found.round.framework, code_of(found))
    if own is not None or asked is None or asked.earlier is None:
        return own
    return page_for(framework_of(asked.earlier.year), asked.earlier.code)


def sources_of(found: DisclosedItem, asked: Asked | None) -> list[str]:
    """Give where the elements of an item were read, by the titles of the sources; of leads, those of their year."""
    places = [(found.round.framework, code_of(found))]
    if asked is not None and asked.earlier is not None:
        places.append((framework_of(asked.earlier.year), asked.earlier.code))
    titles = []
    for framework, code in places:
        item = framework.item(code)
        keys = (*item.elements.source, *item.elements.candidate_source) if item else ()
        titles += [framework.sources[key].title for key in keys if key in framework.sources]
    return list(dict.fromkeys(titles))


def answered(found: DisclosedItem, looked: Looked | None, pieces: list[Piece]) -> list[AnsweredElement]:
    """Give the elements that the year asks for under an item, each with what answers it."""
    asked = asked_of_item(found)
    parts = {part.key: part for part in looked.check.parts if part.kind == "element"} if looked else {}
    seen = list(ElementSeen.objects.filter(piece__item=found).select_related("piece"))
    return [
        AnsweredElement(
            number,
            element,
            parts.get(element.text),
            tuple(piece for piece in pieces if piece.element == element.text),
            tuple(each for each in seen if each.element == element.text),
        )
        for number, element in enumerate(asked.item.elements if asked else (), start=1)
    ]


def lines_of(found: DisclosedItem, pieces: list[Piece]) -> list[PieceLine]:
    """Give the pieces as staff see them."""
    files, pointed = files_of(pieces), pointed_out(found, pieces)
    told = []
    for piece in pieces:
        versions = files.get(piece.pk, ())
        seen = shown(piece, found, versions)
        stored = tuple(version.file for version in versions)
        told.append(PieceLine(piece, seen, stored, pointed.get(piece.pk, ()), body_shown(seen)))
    return told
