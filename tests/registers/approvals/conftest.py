"""An office with its whole line of approval, and a matter in any state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone, translation

from bad_inputs.planted import saved
from cast import Office, make_twins
from office_line import WORDS, add_approver
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.accounts.proved import PROVED
from prongsai.platform.agency.models import Standing
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.room import store
from prongsai.platform.files.services import made_here
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission


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
    """A browser of somebody, by role or by account."""

    def enter(who: Role | User = Role.OFFICER) -> Client:
        client = Client(headers={"accept-language": "th"})
        client.force_login(here.accounts[who] if isinstance(who, Role) else who)
        session = client.session
        session[PROVED] = timezone.now().timestamp()
        session.save()
        return client

    return enter


@pytest.fixture
def submitted(here, acting, approver) -> Callable[..., Submission]:
    """A matter that waits. Called while the office speaks."""

    def submit(
        by: Role = Role.OFFICER, *, opinions=(Standing.HEAD, Standing.APPROVER), decides=Standing.EXECUTIVE, **told
    ) -> Submission:
        if by is Role.EXECUTIVE:  # an executive who writes too, as in small offices
            RoleGrant.objects.create(user=here.accounts[by], agency=here.agency, role=Role.COORDINATOR)
        matter = services.add_matter(
            acting=acting(by), agency=here.agency.pk, subject="ขออนุมัติจัดซื้อโคมไฟ", unit=here.units["สำนักปลัด"],
            decides=decides, opinions=opinions,
        )  # fmt: skip
        return services.submit(acting=acting(by), kind="matter", thing=matter.pk, sentences=WORDS, **told)

    return submit


@pytest.fixture
def scan():
    return [made_here(saved("JPEG"), "ลงนามแล้ว.jpg", Kind.JPEG)]
