"""The JSON form of a service sheet: how a version is stored, frozen and told by a child process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from prongsai.ita.papers.service import (
    Audience,
    Channel,
    Discretion,
    Fee,
    NeededDocument,
    ServiceKind,
    ServiceSheet,
    ServiceStep,
    TimeSpan,
    TimeUnit,
)
from prongsai.ita.thai.refusal import Refused

Json: TypeAlias = dict[str, Any]

SCHEMA = "prongsai.service/1"


def to_json(sheet: ServiceSheet) -> Json:
    """Give a sheet as plain data, every field present, sets in order, amounts as text."""
    told = asdict(sheet)
    told["fees"] = [fee | {"amount": None if fee["amount"] is None else str(fee["amount"])} for fee in told["fees"]]
    told["stated_none"] = sorted(sheet.stated_none)
    for part in ("law", "criteria", "discretion", "steps", "documents", "channels", "complaints", "remarks"):
        told[part] = list(told[part])
    return {"schema": SCHEMA, **told}


def from_json(told: Mapping[str, Any]) -> ServiceSheet:
    """Make a sheet from what `to_json` gave. Refuses SCHEMA: another schema, a part missing or of a wrong kind."""
    if told.get("schema") != SCHEMA:
        raise Refused("SCHEMA", "ข้อมูลงานบริการไม่อยู่ในรูปแบบที่ระบบรู้จัก", value=str(told.get("schema"))[:60])
    try:
        return _sheet(told)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise Refused("SCHEMA", f"ข้อมูลงานบริการไม่ครบหรือผิดชนิด ({type(error).__name__})") from error


def _sheet(told: Mapping[str, Any]) -> ServiceSheet:
    return ServiceSheet(
        name=told["name"],
        kind=ServiceKind(told["kind"]),
        audience=Audience(told["audience"]),
        unit=told["unit"],
        law=tuple(told["law"]),
        criteria=tuple(told["criteria"]),
        discretion=tuple(Discretion(**entry) for entry in told["discretion"]),
        steps=tuple(_step(entry) for entry in told["steps"]),
        documents=tuple(NeededDocument(**entry) for entry in told["documents"]),
        fees=tuple(_fee(entry) for entry in told["fees"]),
        channels=tuple(Channel(**entry) for entry in told["channels"]),
        complaints=tuple(told["complaints"]),
        remarks=tuple(told["remarks"]),
        stated_none=frozenset(told["stated_none"]),
        is_example=bool(told["is_example"]),
    )


def _step(told: Mapping[str, Any]) -> ServiceStep:
    time = told["time"]
    span = None if time is None else TimeSpan(int(time["value"]), TimeUnit(time["unit"]))
    return ServiceStep(told["title"], span, told["unit"], told["place"])


def _fee(told: Mapping[str, Any]) -> Fee:
    amount = told["amount"]
    return Fee(told["item"], None if amount is None else Decimal(amount), told["note"])
