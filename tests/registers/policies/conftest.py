"""An office with its whole line of approval, and a policy in any state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from bad_inputs.planted import saved
from cast import Office, make_twins
from office_line import add_approver
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.room import store
from prongsai.platform.files.services import made_here
from prongsai.registers.approvals import services as approvals
from prongsai.registers.approvals.models import Verdict
from prongsai.registers.policies import services
from prongsai.registers.policies.models import PolicyVersion
from prongsai.registers.policies.services import PolicyKind, PolicyText
from signed_policies import anew, sign

TITLE = "นโยบายไม่รับของขวัญและของกำนัล"
TEXT = "เจ้าหน้าที่ทุกคนไม่รับของขวัญ\nผู้ใดพบเห็นให้แจ้งหัวหน้าสำนักปลัด"


@pytest.fixture(autouse=True)
def _thai():
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_FOLDER, settings.FILES_ARRIVING = tmp_path / "files", tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    store.cache_clear()
    yield
    store.cache_clear()


@pytest.fixture
def here(db) -> Office:
    office = make_twins()[0]
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    return office


@pytest.fixture
def approver(here) -> User:
    """The ปลัด."""
    with here.speaks():
        return add_approver(here)


@pytest.fixture
def acting(here) -> Callable[[Role], Acting]:
    return lambda role=Role.OFFICER: acting_as(here.accounts[role])


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role."""

    def enter(role: Role = Role.OFFICER) -> Client:
        client = Client(headers={"accept-language": "th"})
        here.enters(client, role)
        return client

    return enter


@pytest.fixture
def scan():
    return [made_here(saved("JPEG"), "ลงนามแล้ว.jpg", Kind.JPEG)]


@pytest.fixture
def text(here) -> Callable[..., PolicyText]:
    def tell(**told) -> PolicyText:
        told = {"kind": PolicyKind.POLICY, "title": TITLE, "unit": here.units["สำนักปลัด"], "text": TEXT, **told}
        return PolicyText(**told)

    return tell


@pytest.fixture
def drafted(here, acting, text) -> Callable[..., PolicyVersion]:
    """A draft. Called while the office speaks."""
    return lambda **told: services.add_policy(acting=acting(), agency=here.agency.pk, told=text(**told))


@pytest.fixture
def approved(acting, approver) -> Callable[[PolicyVersion], PolicyVersion]:
    """Take a draft through the whole line. Called while the office speaks."""

    def approve(version: PolicyVersion) -> PolicyVersion:
        submission = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
        for who in (acting(Role.UNIT_HEAD), acting_as(approver)):
            approvals.give_opinion(acting=who, submission=submission, verdict=Verdict.AGREES)
        approvals.approve(acting=acting(Role.EXECUTIVE), submission=submission)
        return anew(version)

    return approve


@pytest.fixture
def holding(here, acting, drafted, approved, scan) -> Callable[..., PolicyVersion]:
    """A policy in force. Called while the office speaks."""

    def hold(day: date = date(2025, 3, 17), **told) -> PolicyVersion:
        version = approved(drafted(**told))
        sign(here, version, acting(), scan, day)
        return anew(version)

    return hold
