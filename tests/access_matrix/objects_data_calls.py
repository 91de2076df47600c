"""Makes what the addresses of data calls name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from objects_tasks import employ_the_adviser

from cast import Office
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import Letter, make_call, set_owners
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role

Told = Mapping[str, object]


def _item(office: Office) -> CalledItem:
    """O1, asked of the unit in which everybody of the cast works."""
    employ_the_adviser(office)
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = ensure_round(acting=coordinator, agency=office.agency, fiscal_year=2568)
    set_owners(acting=coordinator, found=cycle, owners={"O1": office.units["สำนักปลัด"]})
    letter = Letter(title=f"ขอข้อมูล {office.canary}".strip(), sent=date(2025, 1, 6), due=date(2040, 1, 31))
    return make_call(acting=coordinator, found=cycle, letter=letter, codes=["O1"]).items.get()


def called_round(office: Office) -> Told:
    return {"round_id": _item(office).call.round_id}


def data_call(office: Office) -> Told:
    return {"call": _item(office).call_id}


def unit_paper(office: Office) -> Told:
    return {"call": _item(office).call_id, "unit": office.units["สำนักปลัด"].pk, "suffix": "docx"}


def addressee(office: Office) -> Told:
    return {"addressee": _item(office).addressee_id}


def called_item(office: Office) -> Told:
    return {"item": _item(office).pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "called_round": called_round,
    "data_call": data_call,
    "unit_paper": unit_paper,
    "addressee": addressee,
    "called_item": called_item,
}
NOWHERE: dict[str, object] = {
    "round_id": 2**40,
    "call": 2**40,
    "unit": 2**40,
    "suffix": "docx",
    "addressee": 2**40,
    "item": 2**40,
}
