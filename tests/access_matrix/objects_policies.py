"""Makes what the addresses of policies name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.registers.policies import services
from prongsai.registers.policies.file_holders import POLICY_FILE
from prongsai.registers.policies.models import PolicyVersion, ReadPolicies
from prongsai.registers.policies.services import PolicyKind, PolicyText

Told = Mapping[str, object]


def _text(office: Office) -> PolicyText:
    return PolicyText(PolicyKind.POLICY, office.canary, office.units["สำนักปลัด"], office.canary)


def _draft(office: Office) -> PolicyVersion:
    acting = acting_as(office.accounts[Role.OFFICER])
    return services.add_policy(acting=acting, agency=office.agency.pk, told=_text(office))


def _in_force(office: Office) -> PolicyVersion:
    acting = acting_as(office.accounts[Role.OFFICER])
    told = {
        "signed": date(2025, 3, 3),
        "since": date(2025, 3, 3),
        "scan": [made_here(b"signed", "signed.txt", Kind.TXT)],
    }
    return services.add_existing(acting=acting, agency=office.agency.pk, told=_text(office), **told)


def policy(office: Office) -> Told:
    return {"policy": _in_force(office).policy_id}


def policy_version(office: Office) -> Told:
    return {"edition": _draft(office).pk}


def policy_version_in_force(office: Office) -> Told:
    return {"edition": _in_force(office).pk}


def policy_paper(office: Office) -> Told:
    return {"edition": _draft(office).pk, "form": "docx"}


def public_policy(office: Office) -> Told:
    return {"code": office.agency.code, "policy": _in_force(office).policy_id}


def public_policy_file(office: Office) -> Told:
    version = _in_force(office)
    file = made_here(b"policy", f"{office.canary}.txt", Kind.TXT)
    told = {"agency": office.agency.pk, "holder": POLICY_FILE.key, "thing": version.pk}
    (stored,) = attach_files(acting="test", files=[file], **told)
    return {"code": office.agency.code, "policy": version.policy_id, "file": stored.newest.public_id}


def read_policies(office: Office) -> Told:
    kept = ReadPolicies.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", found=[], made_by="user:0"
    )
    return {"waiting": kept.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "read_policies": read_policies,
    "policy": policy,
    "policy_version": policy_version,
    "policy_version_in_force": policy_version_in_force,
    "policy_paper": policy_paper,
    "public_policy": public_policy,
    "public_policy_file": public_policy_file,
}
NOWHERE: dict[str, object] = {
    "waiting": 2**40,
    "policy": 2**40,
    "edition": 2**40,
    "form": "docx",
    "code": "nowhere",
    "file": UUID(int=1),
}
