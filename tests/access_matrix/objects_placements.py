"""Makes what the addresses of placements name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.registers.placements.models import CheckingRound, Place, Placement, ReadPlacements
from prongsai.registers.placements.services import Hung, hang

Told = Mapping[str, object]


def _place(office: Office) -> Place:
    return Place.objects.get_or_create(agency=office.agency, name=f"ศาลา {office.canary}")[0]


def _hung(office: Office) -> Placement:
    hung = Hung(
        title=f"โปสเตอร์ {office.canary}", place=_place(office), unit=office.units["สำนักปลัด"], since=date(2025, 3, 3)
    )
    return hang(acting="test", agency=office.agency, hung=hung)


def placement(office: Office) -> Told:
    return {"placement": _hung(office).pk}


def place(office: Office) -> Told:
    return {"place": _place(office).pk}


def checking_round(office: Office) -> Told:
    """A round that has ended: of running ones an agency has one, and the makers run again and again."""
    day = date(2025, 3, 3)
    ended = CheckingRound.objects.create(agency=office.agency, begun=day, due=day, ended=day, begun_by="test")
    return {"checking": ended.pk}


def read_placements(office: Office) -> Told:
    kept = ReadPlacements.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", found=[], made_by="user:0"
    )
    return {"waiting": kept.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "placement": placement,
    "place": place,
    "checking_round": checking_round,
    "read_placements": read_placements,
}
NOWHERE: dict[str, object] = {"placement": 2**40, "place": 2**40, "checking": 2**40}
