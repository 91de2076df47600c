"""Two offices, a case in any state, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from cast import Office, make_twins
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.services import Asker, HandedIn, Received, receive
from prongsai.registers.cases.states import Channel

MONDAY = date(2025, 3, 17)


@pytest.fixture(autouse=True)
def _thai():
    with translation.override("th"):
        yield


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.FILES_FOLDER, settings.FILES_ARRIVING = tmp_path / "files", tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    yield


@pytest.fixture
def twins(db):
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    office = twins[0]
    office.agency.demo_today = MONDAY
    office.agency.host = "nongkrachang.example"
    office.agency.save()
    return office


@pytest.fixture
def there(twins) -> Office:
    office = twins[1]
    office.agency.demo_today = MONDAY
    office.agency.save()
    return office


@pytest.fixture
def turn(here) -> Callable[[date], None]:
    """Make it another day in the office."""

    def to(day: date) -> None:
        here.agency.demo_today = day
        here.agency.save()

    return to


@pytest.fixture
def acting(here) -> Callable[[Role], Acting]:
    return lambda role=Role.OFFICER: acting_as(here.accounts[role])


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role, or of a citizen (None)."""

    def enter(role: Role | None = Role.OFFICER, office: Office = here) -> Client:
        client = Client(headers={"accept-language": "th"})
        if role:
            office.enters(client, role)
        return client

    return enter


@pytest.fixture
def received() -> Callable[..., Received]:
    """A case that came in at the counter. Called while an office speaks."""

    def take(office: Office, *, by: Role = Role.OFFICER, unit: str = "สำนักปลัด", **told) -> Received:
        told = {"kind": "general", "channel": Channel.COUNTER, "subject": "ไฟส่องสว่างดับ", "limit_days": 5} | told
        told.setdefault("asker", Asker("นางแก้ว ตัวอย่างเมตตา", "0000001101", "บ้านเลขที่ 1 หมู่ 2"))
        handed = HandedIn(unit=office.units[unit], **told)
        return receive(acting=acting_as(office.accounts[by]), agency=office.agency, told=handed)

    return take


@pytest.fixture
def case(here, received) -> Case:
    """A case in the office, in nobody's hands."""
    with here.speaks():
        return received(here).case
