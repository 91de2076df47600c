"""The part of the demonstration that is this room's: matters that wait at different heights, one that is decided."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Standing, Unit
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Matter
from prongsai.registers.approvals.services import Sentences

ACTOR = "command:load_demo_approvals"


@transaction.atomic
def load_demo_approvals(agency: Agency) -> int:
    """Give a demo agency its matters; give how many are new. What is there already stays as people left it."""
    told = yaml.safe_load(files("prongsai.registers.approvals").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        known = set(Matter.objects.values_list("subject", flat=True))
        new = [matter for matter in told["matters"] if matter["subject"] not in known]
        return sum(_put_up(agency, matter) for matter in new)


def _put_up(agency: Agency, told: dict[str, Any]) -> bool:
    """Submit a matter by an officer of its unit, and let those answer who have; False where the office is too small."""
    unit = Unit.objects.filter(name=told["unit"]).first()
    officer = _officer_of(agency, unit)
    if unit is None or officer is None:
        return False
    matter = services.add_matter(
        acting=officer,
        agency=agency.pk,
        subject=told["subject"],
        unit=unit,
        decides=Standing(told["decides"]),
        opinions=[Standing(one) for one in told["opinions"]],
    )
    sentences = Sentences(told["why"], told["what"], told["asks"])
    submission = services.submit(acting=officer, kind="matter", thing=matter.pk, sentences=sentences)
    services.agree(agency=agency, submission=submission, times=told.get("agreed", 0))
    return True


def _officer_of(agency: Agency, unit: Unit | None) -> Acting | None:
    """Give an account of an officer who works in a unit."""
    officers = User.objects.filter(agency=agency, person__unit=unit, grants__role__in=[Role.OFFICER, Role.COORDINATOR])
    found = officers.order_by("pk").first()
    return acting_as(found) if found else None
