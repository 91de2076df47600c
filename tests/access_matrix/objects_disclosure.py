"""Makes what the addresses of disclosure name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from objects_tasks import employ_the_adviser

from cast import Office
from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind
from prongsai.office.disclosure.services import PieceTold, add_piece, ensure_items, publish
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role

Told = Mapping[str, object]


def item_of_unit(office: Office) -> DisclosedItem:
    """O1 of the running year, owed by the unit in which everybody of the cast works."""
    employ_the_adviser(office)
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = ensure_round(acting=coordinator, agency=office.agency, fiscal_year=2568)
    set_owners(acting=coordinator, found=cycle, owners={"O1": office.units["สำนักปลัด"]})
    return ensure_items(cycle, coordinator.actor)[0]


def piece_of_unit(office: Office) -> Piece:
    """Words in O1."""
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    told = PieceTold(heading=f"โครงสร้าง {office.canary}".strip(), words="มีสี่ส่วนราชการ")
    return add_piece(acting=coordinator, item=item_of_unit(office), kind=PieceKind.WORDS, told=told)


def disclosed_round(office: Office) -> Told:
    return {"round_id": item_of_unit(office).round_id}


def disclosed_item(office: Office) -> Told:
    return {"item": piece_of_unit(office).item_id}


def piece_kind(office: Office) -> Told:
    return {"item": item_of_unit(office).pk, "kind": "words"}


def disclosure_piece(office: Office) -> Told:
    return {"piece": piece_of_unit(office).pk}


def answers_file(office: Office) -> Told:
    return {"round_id": item_of_unit(office).round_id, "form": "xlsx"}


def _to_publish(office: Office) -> DisclosedItem:
    """An item that an officer of the unit wrote, so that the coordinator may publish it."""
    item = item_of_unit(office)
    told = PieceTold(heading=f"โครงสร้าง {office.canary}".strip(), words="มีสี่ส่วนราชการ")
    officer = acting_as(office.accounts[Role.OFFICER])
    return add_piece(acting=officer, item=item, kind=PieceKind.WORDS, told=told).item


def item_to_publish(office: Office) -> Told:
    return {"item": _to_publish(office).pk}


def publication(office: Office) -> Told:
    return {"publication": publish(acting_as(office.accounts[Role.COORDINATOR]), _to_publish(office)).pk}


def published_round(office: Office) -> Told:
    coordinator, item = acting_as(office.accounts[Role.COORDINATOR]), _to_publish(office)
    publish(coordinator, item)
    return {"round_id": item.round_id}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "answers_file": answers_file,
    "disclosed_round": disclosed_round,
    "disclosed_item": disclosed_item,
    "piece_kind": piece_kind,
    "disclosure_piece": disclosure_piece,
    "item_to_publish": item_to_publish,
    "publication": publication,
    "published_round": published_round,
}
NOWHERE: dict[str, object] = {
    "form": "xlsx",
    "round_id": 2**40,
    "item": 2**40,
    "piece": 2**40,
    "publication": 2**40,
    "kind": "words",
}
