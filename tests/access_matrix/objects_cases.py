"""Makes what the addresses of cases name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from cast import Office
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here
from prongsai.registers.cases.models import Case, ImportedCases
from prongsai.registers.cases.services import HandedIn, receive
from prongsai.registers.cases.states import Channel

Told = Mapping[str, object]


def _received(office: Office) -> Case:
    """A case of the unit of the officer and the head, in the hands of somebody whose role opens no case at all."""
    handed = HandedIn(
        kind="general",
        channel=Channel.COUNTER,
        subject=f"ไฟดับ {office.canary}",
        unit=office.units["สำนักปลัด"],
        officer=office.people[Role.AUDITOR],
        files=(made_here(b"paper", f"{office.canary}.txt", Kind.TXT),),
    )
    return receive(acting="test", agency=office.agency, told=handed).case


def case(office: Office) -> Told:
    return {"case": _received(office).pk}


def case_deed(office: Office) -> Told:
    return {"case": _received(office).pk, "deed": "note"}


def case_output(office: Office) -> Told:
    return {"case": _received(office).pk, "output": "request-word"}


def imported_cases(office: Office) -> Told:
    sender = f"user:{office.accounts[Role.AUDITOR].pk}"  # somebody whose role opens no list at all
    kept = ImportedCases.objects.create(
        agency=office.agency, unit=office.units["สำนักปลัด"], file_name=f"{office.canary}.xlsx", found=[], made_by=sender
    )
    return {"waiting": kept.pk}


def case_paper(office: Office) -> Told:
    (version,) = _papers(_received(office))
    return {"code": office.agency.code, "file": version}


def _papers(made: Case) -> list[UUID]:
    from prongsai.registers.cases.views.showing import papers_of  # noqa: PLC0415 the registry of apps comes first

    return [paper.public_id for papers in papers_of(made.entries.all()).values() for paper in papers]


MAKERS: dict[str, Callable[[Office], Told]] = {
    "public_case_kind": lambda office: {"code": office.agency.code, "kind": "general"},
    "case": case,
    "case_deed": case_deed,
    "case_output": case_output,
    "imported_cases": imported_cases,
    "case_paper": case_paper,
}
NOWHERE: dict[str, object] = {
    "case": 2**40,
    "deed": "note",
    "kind": "nothing",
    "output": "request-word",
    "waiting": 2**40,
    "code": "nowhere",
    "file": UUID(int=1),
}
