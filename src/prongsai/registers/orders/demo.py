"""The part of the demonstration that is this room's: the orders on which the story stands."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.ita.thai import buddhist_year
from prongsai.ita.writing import write_docx
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.orders import services
from prongsai.registers.orders.models import Order
from prongsai.registers.orders.outputs import paper_of

ACTOR = "command:load_demo_orders"
CODE = "nongkrachang"
WRITER = "suda"
"""Gives papers their numbers in the story."""


@transaction.atomic
def load_demo_orders(agency: Agency) -> int:
    """Give the demo office its orders; give how many are new. What is there already stays as people left it."""
    told = yaml.safe_load(files("prongsai.registers.orders").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        known = set(Order.objects.values_list("subject", flat=True))
        new = [each for each in told["orders"] if each["subject"] not in known]
        for each in new:
            _put_up(agency, each, told["signer"])
    return len(new)


def _put_up(agency: Agency, told: Mapping[str, Any], signer: Mapping[str, str]) -> None:
    """Draft an order, send it to be signed and put it in force, by an officer of the office."""
    people = _people(agency)
    writer = acting_as(User.objects.get(agency=agency, login_name=WRITER))
    content = {
        "kind": told.get("kind", "order"),
        "unit": Unit.objects.get(name=told["unit"]),
        "subject": told["subject"],
        "cause": told["cause"],
        "signer_post": signer["post"],
        "signer_name": people[signer["login"]].full_name,
    }
    lines = ("clauses", "duties_before", "duties_during", "duties_after")
    content |= {name: "\n".join(told.get(name, ())) for name in lines}
    order = services.add_order(acting=writer, agency=agency.pk, told=content)
    members = [
        services.MemberTold(each["post"], each["role"], each["wording"], person=people[each["login"]])
        for each in told.get("members", ())
    ]
    services.save_members(acting=writer, order=order, members=members)
    services.send_to_sign(acting=writer, order=order)
    if told.get("signed", True):
        _sign(agency, order, told, writer)


def _sign(agency: Agency, order: Order, told: Mapping[str, Any], writer: Acting) -> None:
    """Put an order in force; in place of a scan stands its own paper, which says that it is invented."""
    paper = write_docx(paper_of(Order.objects.get(pk=order.pk), agency), told["day"])
    scan = [made_here(paper, "สำเนาตัวอย่าง.docx", Kind.DOCX)]
    number, day = told.get("number", ""), told["day"]
    year = buddhist_year(day) if number else None
    services.put_in_force(acting=writer, order=order, number=number, year=year, day=day, scan=scan)
    Order.objects.filter(pk=order.pk).update(entered=day)


def _people(agency: Agency) -> dict[str, Person]:
    accounts = User.objects.filter(agency=agency, person__isnull=False).select_related("person")
    return {account.login_name: account.person for account in accounts if account.person}
