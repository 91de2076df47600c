"""The part of the demonstration that is this room's: twelve manuals, approved and posted in December 2567."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.ita.papers.service import Channel, Discretion, Fee, ServiceSheet, ServiceStep
from prongsai.ita.reading.service.times import read_time
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.approvals import services as approvals
from prongsai.registers.services import services
from prongsai.registers.services.models import Service, ServiceVersion

ACTOR = "command:load_demo_services"


@transaction.atomic
def load_demo_services(agency: Agency) -> int:
    """Give a demo agency its twelve services; give how many are new. What is there already stays as people left it."""
    told = yaml.safe_load(files("prongsai.registers.services").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        known = set(Service.objects.values_list("name", flat=True))
        wanted = [starter for starter in services.starter_sheets() if starter.key in told["services"]]
        sheets = [_whole(starter.sheet, told["services"][starter.key], told) for starter in wanted]
        new = [sheet for sheet in sheets if sheet.name not in known]
        for sheet in new:
            _put_up(agency, sheet, told["approved"], told["posted"])
    return len(new)


def _whole(sheet: ServiceSheet, own: dict[str, Any], told: dict[str, Any]) -> ServiceSheet:
    """Write an example of the catalogue to its end, as the invented office did."""
    times = [read_time(text) for text in own["times"]]
    steps = (
        ServiceStep(step.title, time.span if time else None, own["unit"])
        for step, time in zip(sheet.steps, times, strict=True)
    )
    fees = tuple(
        Fee(fee["item"], Decimal(fee["amount"]) if "amount" in fee else None, fee.get("note", ""))
        for fee in own.get("fees", ())
    )
    unsaid = {part for part in ("law", "discretion", "documents") if not getattr(sheet, part)}
    return replace(
        sheet,
        unit=own["unit"],
        steps=tuple(steps),
        fees=fees,
        channels=tuple(Channel(**channel) for channel in told["channels"]),
        complaints=tuple(told["complaints"]),
        discretion=tuple(Discretion(entry.point, told["criterion"]) for entry in sheet.discretion),
        stated_none=frozenset(unsaid | (set() if fees else {"fees"})),
        is_example=False,
    )


def _put_up(agency: Agency, sheet: ServiceSheet, approved: date, posted: date) -> None:
    """Add, submit, approve and post, by people of the office; then date it back to when the story has it."""
    unit = Unit.objects.filter(name=sheet.unit).first() or Unit.objects.order_by("order", "id")[0]
    officer = _somebody(agency, Role.OFFICER)
    service = services.add_service(acting=officer, agency=agency.pk, unit=unit, sheet=sheet)
    version = service.versions.get()
    approvals.approved_before(acting=officer, agency=agency, kind="service", thing=version.pk, day=approved)
    version.refresh_from_db()
    services.post(acting=officer, version=version)
    ServiceVersion.objects.filter(pk=version.pk).update(posted=posted)


def _somebody(agency: Agency, role: Role) -> Acting:
    """Give an account of a role, the first one that was made."""
    return acting_as(User.objects.filter(agency=agency, grants__role=role).order_by("pk")[0])
