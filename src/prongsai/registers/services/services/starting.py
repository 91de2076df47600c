"""The starter catalogue: services that most small offices have, as examples to be checked against the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.ita.papers.service import Discretion, NeededDocument, ServiceKind, ServiceSheet, ServiceStep
from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.registers.services.models import Service
from prongsai.registers.services.services.drafting import add_service
from prongsai.registers.services.services.importing import known_services


@dataclass(frozen=True, slots=True)
class Starter:
    """A service of the catalogue: key, sheet, and whether its name tells too much of who asks for it."""

    key: str
    sheet: ServiceSheet
    is_sensitive: bool = False


@cache
def starter_sheets() -> tuple[Starter, ...]:
    """Give the catalogue in its order. Times and fees are gaps: they are the office's own to say."""
    text = files("prongsai.registers.services").joinpath("data/starters.yaml").read_text(encoding="utf-8")
    return tuple(_starter(told) for told in yaml.safe_load(text)["services"])


@transaction.atomic
def add_starters(*, acting: Acting | str, agency: int, unit: Unit, keys: Sequence[str]) -> list[Service]:
    """Add services of the catalogue as drafts marked as examples; those whose name is there already are left out."""
    known = known_services()
    added = []
    for starter in starter_sheets():
        if starter.key in keys and compact(starter.sheet.name) not in known:
            service = add_service(acting=acting, agency=agency, unit=unit, sheet=starter.sheet)
            if starter.is_sensitive:
                service.is_sensitive = True
                service.save(update_fields=["is_sensitive"])
            added.append(service)
    record(acting, "services.starters_added", figures={"services": len(added)})
    return added


def _starter(told: dict[str, Any]) -> Starter:
    sheet = ServiceSheet(
        name=told["name"],
        kind=ServiceKind(told["kind"]),
        criteria=tuple(told["criteria"]),
        discretion=tuple(Discretion(point) for point in told.get("discretion", ())),
        steps=tuple(ServiceStep(title) for title in told["steps"]),
        documents=tuple(_document(paper) for paper in told.get("documents", ())),
        law=tuple(told.get("law", ())),
        stated_none=frozenset(told.get("none", ())),
        is_example=True,
    )
    return Starter(told["key"], sheet, told.get("sensitive", False))


def _document(told: str | dict[str, Any]) -> NeededDocument:
    return NeededDocument(told) if isinstance(told, str) else NeededDocument(**told)
