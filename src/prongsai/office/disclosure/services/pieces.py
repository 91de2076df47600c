"""Pieces of an item: added, changed, ordered, removed; and which elements a person saw in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from prongsai.office.disclosure.file_holders import PIECE_FILE
from prongsai.office.disclosure.models import DisclosedItem, ElementSeen, PeriodSaid, Piece, PieceKind
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files, detach_all
from prongsai.platform.ui.refusals import Conflict

MOST_PIECES = 200
MOST_ROWS = 5_000
MOST_COLUMNS = 30
EDITED = (
    "heading", "element", "words", "nothing", "rows", "link", "report_id", "source", "topic", "since", "until",
    "covers", "months", "happened", "received",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PieceTold:
    """A piece as it is given; see `models.Piece`. `files` are added to those that it has."""

    heading: str = ""
    element: str = ""
    words: str = ""
    nothing: bool = False
    rows: Sequence[Sequence[str]] = ()
    link: str = ""
    report_id: int | None = None
    source: str = ""
    topic: str = ""
    since: date | None = None
    until: date | None = None
    covers: int | None = None
    months: Sequence[str] = ()
    happened: date | None = None
    received: date | None = None
    files: Sequence[CleanFile] = field(default=())

    @property
    def stored(self) -> dict[str, Any]:
        """The fields of the row."""
        told = {name: getattr(self, name) for name in EDITED}
        return told | {"rows": [list(row) for row in self.rows], "months": sorted(self.months)}


@transaction.atomic
def add_piece(*, acting: Acting | str, item: DisclosedItem, kind: PieceKind, told: PieceTold, **origin: Any) -> Piece:
    """Add a piece at the end. `origin` says where it came from (`hand_in`, `taken_from`, `dates`).

    Refuses Conflict where the year is closed, or the item has 200 pieces.
    """
    open_one(item.round)
    DisclosedItem.objects.select_for_update().get(pk=item.pk)
    if item.pieces.count() >= MOST_PIECES:
        raise Conflict(_("An item has at most %(most)s pieces. Join some of them.") % {"most": MOST_PIECES})
    last = item.pieces.aggregate(last=Max("order"))["last"]
    piece = Piece.objects.create(
        agency_id=item.agency_id,
        item=item,
        kind=kind,
        order=0 if last is None else last + 1,
        made_by=_actor(acting),
        **told.stored,
        **origin,
    )
    _attach(acting, piece, told.files)
    figures: dict[str, int | str] = {"item": item.code, "kind": kind.value}
    figures |= {"rows": len(told.rows), "files": len(told.files)}
    record(acting, "disclosure.piece_added", thing=piece, figures=figures)
    return piece


@transaction.atomic
def change_piece(*, acting: Acting, piece: Piece, told: PieceTold) -> Piece:
    """Change a piece; files that are sent come to those it has. Refuses Conflict where the year is closed."""
    open_one(piece.item.round)
    current = Piece.objects.select_for_update().get(pk=piece.pk)
    for name, value in told.stored.items():
        setattr(current, name, value)
    current.save()
    _attach(acting, current, told.files)
    record(acting, "disclosure.piece_changed", thing=current, figures={"files": len(told.files)})
    return current


@transaction.atomic
def move_piece(*, acting: Acting, piece: Piece, up: bool) -> None:
    """Let a piece change places with the one before or after it; nothing happens at the ends."""
    open_one(piece.item.round)
    DisclosedItem.objects.select_for_update().get(pk=piece.item_id)
    pieces = list(Piece.objects.select_for_update().filter(item=piece.item_id).order_by("order", "pk"))
    place = next((n for n, each in enumerate(pieces) if each.pk == piece.pk), None)
    other = None if place is None else place + (-1 if up else 1)
    if place is None or other is None or not 0 <= other < len(pieces):
        return
    pieces[place], pieces[other] = pieces[other], pieces[place]
    for order, each in enumerate(pieces):
        if each.order != order:
            each.order = order
            each.save(update_fields=["order"])
    record(acting, "disclosure.piece_moved", thing=piece)


@transaction.atomic
def remove_piece(*, acting: Acting, piece: Piece) -> None:
    """Take a piece away with its files; what was published of it stays as it was."""
    open_one(piece.item.round)
    record(acting, "disclosure.piece_removed", thing=piece, figures={"item": piece.item.code})
    detach_all(acting=acting, holder=PIECE_FILE.key, thing=piece.pk)
    piece.delete()


@transaction.atomic
def say_seen(*, acting: Acting, piece: Piece, element: str, state: str, place: str = "") -> ElementSeen:
    """Write down what a person saw of an element in a piece; what was said of it before is replaced."""
    open_one(piece.item.round)
    seen, _made = ElementSeen.objects.update_or_create(
        agency_id=piece.agency_id,
        piece=piece,
        element=element,
        defaults={"state": state, "place": place, "made_by": acting.actor},
    )
    record(acting, "disclosure.element_seen", thing=seen)
    return seen


@transaction.atomic
def take_back_seen(*, acting: Acting, seen: ElementSeen) -> None:
    """Take back what was said of an element."""
    open_one(seen.piece.item.round)
    record(acting, "disclosure.element_unseen", thing=seen)
    seen.delete()


def say_nothing(*, acting: Acting, item: DisclosedItem, element: str) -> Piece:
    """Say with one press that there is nothing under an element: its heading, and ไม่มี below it."""
    told = PieceTold(heading=element[:300], element=element, nothing=True)
    return add_piece(acting=acting, item=item, kind=PieceKind.WORDS, told=told)


@transaction.atomic
def confirm_dates(*, acting: Acting, piece: Piece, covers: int | None, happened: date | None) -> Piece:
    """Write down that a person looked at the days of a piece that came from an earlier year."""
    open_one(piece.item.round)
    current = Piece.objects.select_for_update().get(pk=piece.pk)
    current.covers, current.happened, current.dates = covers, happened, PeriodSaid.CONFIRMED
    current.save()
    record(acting, "disclosure.dates_confirmed", thing=current)
    return current


def _attach(acting: Acting | str, piece: Piece, files: Sequence[CleanFile]) -> None:
    if files:
        attach_files(acting=acting, agency=piece.agency_id, holder=PIECE_FILE.key, thing=piece.pk, files=files)


def _actor(acting: Acting | str) -> str:
    return acting if isinstance(acting, str) else acting.actor
