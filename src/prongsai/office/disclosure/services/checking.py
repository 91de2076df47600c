"""The check before sending: each item as it would be published, read for the whole year in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prongsai.ita.analysis.item_check import Checked, ElementState, ItemCheck, PlacedItem, check_item
from prongsai.ita.thai import fiscal_year_of
from prongsai.office.disclosure.asked import asked_in
from prongsai.office.disclosure.composing import composed, files_of
from prongsai.office.disclosure.models import (
    AddressCheck,
    ClosedSet,
    DisclosedItem,
    ElementSeen,
    Home,
    PeriodSaid,
    Piece,
    PieceKind,
    Publication,
)
from prongsai.office.disclosure.placed import LaidOut, SaidOfPiece, placed_of
from prongsai.office.disclosure.register import code_of, due_of, home_of, items_of
from prongsai.office.disclosure.services.homes import address_of, main_address, stands_at_main
from prongsai.office.disclosure.states import ItemStanding, Known, standing_of
from prongsai.office.disclosure.survey_scores import survey_scores
from prongsai.office.disclosure.year_checked import CheckedItem, Looked, YearChecked
from prongsai.office.rounds.frameworks import presumption
from prongsai.office.rounds.models import Round
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store
from prongsai.platform.modules import asking_once

_REACHED: Mapping[str, Checked] = {
    AddressCheck.Outcome.REACHED: "yes",
    AddressCheck.Outcome.NOT_LINKED: "no",
    AddressCheck.Outcome.FAILS: "no",
    AddressCheck.Outcome.SITE_DOWN: "no",
}
"""What opens and shows something else than was sent is not among them: nobody can rely on it either way."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the records hold of some items of one year, by the number of the item or piece.

    `checks`: how an address of an item was found last.
    """

    pieces: Mapping[int, Sequence[Piece]]
    files: Mapping[int, Sequence[FileVersion]]
    seen: Mapping[int, Mapping[str, ElementState]]
    published: Mapping[int, Mapping[str, Any]]
    checks: Mapping[tuple[int | None, str], str]
    closed: Mapping[str, str] | None


def checks_of(cycle: Round) -> YearChecked:
    """Check every item of a year as it would be published now."""
    with asking_once():
        looked = look_at(cycle, items_of(cycle))
        found = tuple(CheckedItem(each.item, each.check, each.standing) for each in looked)
        live = frozenset(each.item.pk for each in looked if each.placed.published == "yes")
        closed = ClosedSet.objects.filter(round=cycle, opened=None).exists()
        return YearChecked(cycle, found, survey_scores(cycle), live, closed)


def check_of(item: DisclosedItem) -> ItemCheck:
    """Check one item as it would be published now. Raises ValueError for one that the framework has no more."""
    return looked_at(item).check


def looked_at(item: DisclosedItem) -> Looked:
    """Give what stands under one item, its check, and how far it is. Raises ValueError as `check_of` does."""
    with asking_once():
        found = look_at(item.round, [item])
    if not found:
        raise ValueError(f"the framework of {item.round.fiscal_year} has no {item.code} any more")
    return found[0]


def look_at(cycle: Round, items: Sequence[DisclosedItem]) -> list[Looked]:
    """Look at some items of one year; those that the framework has no more are left out."""
    framework, presumed = cycle.framework, presumption()
    asked, rows, day = asked_in(framework), _rows(cycle, items), today(cycle.agency)
    found = []
    for item in items:
        item.agency = cycle.agency
        wanted = asked.get(code_of(item))
        if wanted is None:
            continue
        placed = placed_of(_laid_out(item, rows), wanted.headings)
        check = check_item(framework, wanted.item, placed, presumed)
        found.append(Looked(item, placed, check, standing_of(check, _known(item, placed, rows), day)))
    return found


def _rows(cycle: Round, items: Sequence[DisclosedItem]) -> _Rows:
    numbers = [item.pk for item in items]
    pieces: dict[int, list[Piece]] = defaultdict(list)
    listed = list(Piece.objects.filter(item__in=numbers).select_related("report__round").order_by("order", "pk"))
    for piece in listed:
        pieces[piece.item_id].append(piece)
    checks = (
        AddressCheck.objects.filter(item__in=numbers)
        .order_by("item_id", "address", "-at")
        .distinct("item_id", "address")
    )
    closed = ClosedSet.objects.filter(round=cycle, opened=None).first()
    return _Rows(
        pieces,
        files_of(listed),
        _seen(numbers),
        _published(numbers),
        {(check.item_id, check.address): check.outcome for check in checks},
        closed.addresses if closed else None,
    )


def _seen(items: Sequence[int]) -> dict[int, dict[str, ElementState]]:
    found: dict[int, dict[str, ElementState]] = defaultdict(dict)
    for seen in ElementSeen.objects.filter(piece__item__in=items):
        found[seen.piece_id][seen.element] = _STATES[seen.state]
    return found


_STATES: Mapping[str, ElementState] = {
    ElementSeen.State.PRESENT: "present",
    ElementSeen.State.SAID_NONE: "said-none",
    ElementSeen.State.BLANK: "blank",
}


def _published(items: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    """Give of the standing versions what was found when they were published, without their contents."""
    rows = Publication.objects.filter(item__in=items, withdrawn=None).standing()
    return {told["item"]: told for told in rows.values("item", "found")}


def _laid_out(item: DisclosedItem, rows: _Rows) -> LaidOut:
    pieces = rows.pieces.get(item.pk, ())
    files = {piece.pk: rows.files.get(piece.pk, ()) for piece in pieces}
    return LaidOut(
        composed(item, pieces, files),
        tuple(_said(piece, rows) for piece in pieces),
        published="yes" if item.pk in rows.published else "not-checked",
        files_open=_files_open(item, pieces, files),
        reachable=_reachable(item, rows),
        address_frozen="yes" if rows.closed and code_of(item) in rows.closed else "no",
        scanned=item.pk in rows.published and bool(rows.published[item.pk]["found"].get("without_text")),
    )


def _said(piece: Piece, rows: _Rows) -> SaidOfPiece:
    seen = rows.seen.get(piece.pk, {})
    if piece.dates == PeriodSaid.OPEN:
        return SaidOfPiece(seen)
    return SaidOfPiece(seen, _covers(piece), tuple(piece.months))


def _covers(piece: Piece) -> int | None:
    """Give of which fiscal year a piece is: as a person said, else as its report or the days of its records say."""
    if piece.covers is None and piece.report is not None:
        return piece.report.round.fiscal_year
    if piece.covers is None and piece.kind == PieceKind.RECORDS and piece.until:
        return fiscal_year_of(piece.until)
    return piece.covers


def _files_open(item: DisclosedItem, pieces: Iterable[Piece], files: Mapping[int, Sequence[FileVersion]]) -> Checked:
    """Say whether every file is there as it came in: it was opened then, by whoever cleaned it."""
    if any(piece.kind == PieceKind.FILE and not files[piece.pk] for piece in pieces):
        return "no"
    kept = store()
    versions = (version for found in files.values() for version in found)
    return "yes" if all(kept.holds(item.agency_id, each.sha256, each.size) for each in versions) else "no"


def _reachable(item: DisclosedItem, rows: _Rows) -> Checked:
    """Say whether the main site leads here: as it was last looked at; our own site does so by the way it is made."""
    address = address_of(item)
    outcome = rows.checks.get((item.pk, address))
    if outcome is not None:
        return _REACHED.get(outcome, "not-checked")
    if home_of(item) == Home.CONTRACTOR or (main_address() and not stands_at_main(address)):
        return "not-checked"
    return "yes"


def _known(item: DisclosedItem, placed: PlacedItem, rows: _Rows) -> Known:
    pieces, published = rows.pieces.get(item.pk, ()), rows.published.get(item.pk)
    reports = [piece.report for piece in pieces if piece.report is not None]
    return Known(
        has_pieces=bool(pieces),
        due=due_of(item),
        unsigned=item.waits == DisclosedItem.Waits.SIGNATURE or any(report.is_draft for report in reports),
        unproven=item.waits == DisclosedItem.Waits.PROOF
        or any(not told.is_proven for report in reports for told in report.told.results),
        open_days=any(piece.dates == PeriodSaid.OPEN for piece in pieces),
        stands=published is not None and _stands(published["found"].get("elements", {}), placed),
    )


def _stands(published: Mapping[str, str], placed: PlacedItem) -> bool:
    """Whether what was published is not behind what would be published now."""
    return all(state == placed.elements.get(element, state) for element, state in published.items())


__all__ = ["CheckedItem", "ItemStanding", "Looked", "YearChecked", "check_of", "checks_of", "look_at", "looked_at"]
