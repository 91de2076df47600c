"""Filling an item from what the office has already: registers and desks, papers of the year, what units handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.papers.blocks import Block, Heading, Items, Table
from prongsai.office.data_calls.services import Accepted, hand_ins_of
from prongsai.office.disclosure.composing import first_day, last_day
from prongsai.office.disclosure.file_holders import PIECE_FILE
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind
from prongsai.office.disclosure.register import asked_item, code_of
from prongsai.office.disclosure.services.pieces import PieceTold, add_piece
from prongsai.office.reports.models import Report
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.services import attach_again
from prongsai.platform.modules import registry
from prongsai.platform.modules.gathering import gather_content
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Spoken:
    """A room that can fill an item: the key of its source, the topic, and the heading under which it tells."""

    source: str
    topic: str
    heading: str


def speakers_for(item: DisclosedItem) -> list[Spoken]:
    """Give the rooms that have something to show on the topic of an item; none where nothing is there."""
    asked = asked_item(item)
    topic = (asked.topic or "") if asked else ""
    if not topic:
        return []
    found = []
    for source in (source for module in registry for source in module.evidence if topic in source.topics):
        blocks = gather_content(
            registry, source.key, topic, item.agency.code, since=first_day(item), until=last_day(item)
        )
        if any(_holds_something(block) for block in blocks):
            found.append(Spoken(source.key, topic, _heading(blocks)))
    return found


def _holds_something(block: Block) -> bool:
    """Whether a block has rows or entries: a heading and a word that there was nothing fill no item by themselves."""
    return bool(isinstance(block, Table) and block.rows) or bool(isinstance(block, Items) and block.entries)


def _heading(blocks: tuple[Block, ...]) -> str:
    return next((block.text for block in blocks if isinstance(block, Heading)), "")


def reports_for(item: DisclosedItem, acting: Acting) -> list[Report]:
    """Give the newest papers of the office that one sees, those of the latest year first; none of a later year."""
    found = Report.objects.visible_to(acting).filter(round__fiscal_year__lte=item.round.fiscal_year).newest()
    return list(found.select_related("round").order_by("-round__fiscal_year", "-until", "kind"))


def handed_in_for(item: DisclosedItem) -> list[Accepted]:
    """Give what units handed in for an item and was accepted, but not taken over yet; the oldest first."""
    code = code_of(item)
    taken = set(item.pieces.exclude(hand_in=None).values_list("hand_in", flat=True))
    return [each for each in hand_ins_of(item.round) if each.code == code and each.hand_in not in taken]


def handed_in_codes(cycle: Round) -> set[str]:
    """Give the codes of the items of a year for which something was accepted."""
    return {each.code for each in hand_ins_of(cycle) if each.code}


def take_records(*, acting: Acting, item: DisclosedItem, source: str) -> Piece:
    """Let a room fill a piece. What it shows is read anew until it is published. Refuses Conflict where none speaks."""
    spoken = next((each for each in speakers_for(item) if each.source == source), None)
    if spoken is None:
        raise Conflict(_("The records do not tell this any more. Load the page again."))
    told = PieceTold(heading=spoken.heading[:300], source=spoken.source, topic=spoken.topic)
    return add_piece(acting=acting, item=item, kind=PieceKind.RECORDS, told=told)


def take_report(*, acting: Acting, item: DisclosedItem, report: int) -> Piece:
    """Let a paper of the office be a piece: its text, and its signed copy once there is one. Refuses Conflict."""
    found = next((each for each in reports_for(item, acting) if each.pk == report), None)
    if found is None:
        raise Conflict(_("This paper has a newer version. Load the page again."))
    told = PieceTold(heading=_title(found), report_id=found.pk, covers=found.round.fiscal_year, happened=found.day)
    return add_piece(acting=acting, item=item, kind=PieceKind.REPORT, told=told)


def _title(report: Report) -> str:
    paper = report.told.blocks
    return (" ".join(paper.title) or paper.subject)[:300]


@transaction.atomic
def take_hand_in(*, acting: Acting, item: DisclosedItem, hand_in: int) -> Piece:
    """Take over what a unit handed in, with its words, numbers, address, files and days. Refuses Conflict."""
    found = next((each for each in handed_in_for(item) if each.hand_in == hand_in), None)
    if found is None:
        raise Conflict(_("This was taken over meanwhile. Load the page again."))
    told = PieceTold(
        heading=found.title[:300],
        words=found.words,
        rows=tuple(_rows(found)),
        link=found.link,
        nothing=found.nothing,
        happened=found.happened,
        received=found.received,
    )
    piece = add_piece(acting=acting, item=item, kind=_kind_of(found), told=told, hand_in_id=found.hand_in)
    for file in found.files:
        attach_again(acting=acting, file=file, holder=PIECE_FILE.key, thing=piece.pk)
    return piece


def _kind_of(found: Accepted) -> PieceKind:
    if found.files:
        return PieceKind.FILE
    if found.figures:
        return PieceKind.TABLE
    return PieceKind.LINK if found.link else PieceKind.WORDS


def _rows(found: Accepted) -> Iterator[tuple[str, str]]:
    if found.figures:
        yield ("รายการ", "จำนวน")
        yield from found.figures
