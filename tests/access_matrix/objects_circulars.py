"""Makes what the addresses of circulars and briefings name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Briefing, Circular, ImportedCirculars

Told = Mapping[str, object]


def _said(office: Office) -> dict[str, object]:
    unit = office.units["สำนักปลัด"]
    return {"subject": f"แจ้งเวียน {office.canary}", "words": "ถือปฏิบัติ", "unit": unit, "audience": Audience.ALL}


def _everybody_works_here(office: Office) -> None:
    """Put the accounts of nobody on the staff list too: who may read is decided by roles and not by that alone."""
    for role in (Role.SYSTEM_ADMIN, Role.OVERSEER):
        user = office.accounts[role]
        if user.person_id is None:
            unit, name = office.units["กองคลัง"], f"ตัวอย่าง {office.canary}"
            told = {"given_name": role.value, "family_name": name, "unit": unit}
            user.person = Person.objects.create(agency=office.agency, **told)
            user.save()


def _draft(office: Office) -> Circular:
    _everybody_works_here(office)
    acting = acting_as(office.accounts[Role.COORDINATOR])
    return services.add_circular(acting=acting, agency=office.agency.pk, told=_said(office))


def _sent(office: Office) -> Circular:
    return services.send(acting=acting_as(office.accounts[Role.COORDINATOR]), circular=_draft(office))


def _briefing(office: Office) -> Briefing:
    _everybody_works_here(office)
    told = _said(office) | {"day": date(2025, 3, 3), "place": f"ห้องประชุม {office.canary}"}
    acting = acting_as(office.accounts[Role.COORDINATOR])
    return services.add_briefing(acting=acting, agency=office.agency.pk, told=told)


def _called(office: Office) -> Briefing:
    return services.call_people(acting=acting_as(office.accounts[Role.COORDINATOR]), briefing=_briefing(office))


def circular(office: Office) -> Told:
    return {"circular": _sent(office).pk}


def draft_circular(office: Office) -> Told:
    return {"circular": _draft(office).pk}


def circular_output(office: Office) -> Told:
    return {"circular": _sent(office).pk, "output": "memo-word"}


def circular_receiver(office: Office) -> Told:
    found = _sent(office)
    return {"circular": found.pk, "receiver": found.receivers.get(person=office.people[Role.AUDITOR]).pk}


def briefing(office: Office) -> Told:
    return {"briefing": _called(office).pk}


def draft_briefing(office: Office) -> Told:
    return {"briefing": _briefing(office).pk}


def briefing_output(office: Office) -> Told:
    return {"briefing": _called(office).pk, "output": "sheet-word"}


def imported_circulars(office: Office) -> Told:
    kept = ImportedCirculars.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", found=[], made_by="user:0"
    )
    return {"waiting": kept.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "circular": circular,
    "draft_circular": draft_circular,
    "circular_output": circular_output,
    "circular_receiver": circular_receiver,
    "briefing": briefing,
    "draft_briefing": draft_briefing,
    "briefing_output": briefing_output,
    "imported_circulars": imported_circulars,
}
NOWHERE: dict[str, object] = {
    "circular": 2**40,
    "receiver": 2**40,
    "briefing": 2**40,
}
