"""Makes what the addresses of the contractor's lists, of remarks and of clarifications name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from objects_disclosure import publication

from cast import Office
from prongsai.office.disclosure.models import Change, Home, ItemRemark, Publication, SiteHome
from prongsai.office.disclosure.services import answering, contractor
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role

Told = Mapping[str, object]


def _published(office: Office) -> Publication:
    SiteHome.objects.update_or_create(agency=office.agency, defaults={"home": Home.CONTRACTOR})
    return Publication.objects.select_related("item__round").get(pk=publication(office)["publication"])


def _change(office: Office) -> Change:
    coordinator, published = acting_as(office.accounts[Role.COORDINATOR]), _published(office)
    contractor.make_list(coordinator, published.item.round)
    return Change.objects.filter(item=published.item).select_related("list").latest("pk")


def _remark(office: Office) -> ItemRemark:
    item = _published(office).item
    words = f"ไม่พบข้อมูล {office.canary}".strip()
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    return answering.remark_item(coordinator, item, lost=True, words=words, told=date(2025, 3, 3))


def round_with_changes(office: Office) -> Told:
    return {"round_id": _published(office).item.round_id}


def contractor_list(office: Office) -> Told:
    return {"found": _change(office).list_id}


def contractor_list_paper(office: Office) -> Told:
    return {**contractor_list(office), "form": "xlsx"}


def contractor_change(office: Office) -> Told:
    return {"change": _change(office).pk, "deed": "where"}


def item_remark(office: Office) -> Told:
    return {"remark": _remark(office).pk}


def clarification(office: Office) -> Told:
    made = answering.make_clarification(acting_as(office.accounts[Role.COORDINATOR]), _remark(office))
    return {"found": made.pk}


def clarification_paper(office: Office) -> Told:
    return {**clarification(office), "form": "xlsx"}


def clarification_deed(office: Office) -> Told:
    return {**clarification(office), "deed": "sign"}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "round_with_changes": round_with_changes,
    "contractor_list": contractor_list,
    "contractor_list_paper": contractor_list_paper,
    "contractor_change": contractor_change,
    "item_remark": item_remark,
    "clarification": clarification,
    "clarification_paper": clarification_paper,
    "clarification_deed": clarification_deed,
}
NOWHERE: dict[str, object] = {
    "round_id": 2**40, "found": 2**40, "change": 2**40, "remark": 2**40, "deed": "where", "form": "xlsx",
}  # fmt: skip
