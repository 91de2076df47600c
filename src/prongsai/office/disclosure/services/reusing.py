"""Taking pieces over from an earlier year: as drafts, with their days open until a person looked at each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from prongsai.office.disclosure.file_holders import PIECE_FILE
from prongsai.office.disclosure.models import DisclosedItem, PeriodSaid, Piece, PieceKind
from prongsai.office.disclosure.register import asked_item, code_of, items_of
from prongsai.office.disclosure.services.pieces import EDITED, PieceTold, add_piece
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import code_now
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.services import attach_again

REUSED = (PieceKind.WORDS, PieceKind.TABLE, PieceKind.FILE, PieceKind.LINK)
"""Records and reports are of their year: those of this year are asked for anew."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An item of an earlier year that is the same one, and how many pieces could be taken over."""

    item: DisclosedItem
    pieces: int


def earlier_of(item: DisclosedItem) -> Earlier | None:
    """Give the same item of the nearest earlier year that has pieces; None where the crosswalks lead to none."""
    return earlier_by_code(item.round).get(code_of(item))


def earlier_by_code(cycle: Round) -> Mapping[str, Earlier]:
    """Give, by the code of now, the same items of the nearest earlier year, with pieces that can be taken over."""
    kinds = [kind.value for kind in REUSED]
    rows = DisclosedItem.objects.filter(round__fiscal_year__lt=cycle.fiscal_year, pieces__kind__in=kinds).distinct()
    found: dict[str, Earlier] = {}
    for row in rows.select_related("round__agency").order_by("-round__fiscal_year", "pk"):
        code = code_now(cycle, row.code, row.noted_in)
        if code is not None and code not in found:
            found[code] = Earlier(row, row.pieces.filter(kind__in=kinds).count())
    return found


@transaction.atomic
def reuse_item(*, acting: Acting, item: DisclosedItem) -> int:
    """Take the pieces of the same item of an earlier year over; give how many. Each is taken over once.

    Nothing of that year is passed off as of this one: the days stay as they were, open until somebody looked at them.
    An element that the year does not ask for in the same words is left out.
    """
    earlier = earlier_of(item)
    if earlier is None:
        return 0
    taken = [piece.taken_from_id for piece in item.pieces.all() if piece.taken_from_id]
    lacking = earlier.item.pieces.filter(kind__in=REUSED).exclude(pk__in=taken).order_by("order", "pk")
    made = [_take(acting, item, piece) for piece in lacking]
    if made:
        figures = {"pieces": len(made), "year": earlier.item.round.fiscal_year}
        record(acting, "disclosure.reused", thing=item, figures=figures)
    return len(made)


@transaction.atomic
def reuse_year(*, acting: Acting, cycle: Round) -> int:
    """Take over for every item of a year that is still empty; give how many items got pieces."""
    known = earlier_by_code(cycle)
    empty = [item for item in items_of(cycle) if code_of(item) in known and not item.pieces.exists()]
    return sum(reuse_item(acting=acting, item=item) > 0 for item in empty)


def _take(acting: Acting, item: DisclosedItem, piece: Piece) -> Piece:
    asked = asked_item(item)
    listed = (*(asked.elements.values or ()), *asked.elements.candidates) if asked else ()
    told = {name: getattr(piece, name) for name in EDITED}
    told["element"] = piece.element if piece.element in listed else ""
    made = add_piece(
        acting=acting,
        item=item,
        kind=PieceKind(piece.kind),
        told=PieceTold(**told),
        taken_from=piece,
        dates=PeriodSaid.OPEN,
    )
    for attachment in Attachment.objects.filter(holder=PIECE_FILE.key, thing=piece.pk).select_related("file"):
        attach_again(acting=acting, file=attachment.file, holder=PIECE_FILE.key, thing=made.pk)
    return made
