"""Two offices, a circular in any state, a scan, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from cast import Office, make_twins
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.room import store
from prongsai.platform.files.services import made_here
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Briefing, Circular

TODAY = date(2025, 3, 17)


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
def twins(db):
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    office = twins[0]
    office.agency.demo_today = TODAY
    office.agency.host = "nongkrachang.example"
    office.agency.save()
    return office


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def acting(here) -> Callable[..., Acting]:
    """Somebody with a role, by link where it is said."""

    def become(role: Role = Role.COORDINATOR, *, by_link: bool = False) -> Acting:
        return acting_as(here.accounts[role], by_link=by_link)

    return become


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role."""

    def enter(role: Role = Role.COORDINATOR, office: Office = here) -> Client:
        client = Client(headers={"accept-language": "th"})
        office.enters(client, role)
        return client

    return enter


@pytest.fixture
def scan() -> list[CleanFile]:
    return [made_here(b"scan", "ใบลงชื่อ.pdf", Kind.PDF)]


@pytest.fixture
def drafted(here, acting) -> Callable[..., Circular]:
    """A draft; `told` replaces what it says. Called while the office speaks."""

    def draft(role: Role = Role.COORDINATOR, **told: Any) -> Circular:
        said = {
            "subject": "แนวทางการยืมและคืนทรัพย์สินของราชการ",
            "words": "ให้ผู้ยืมเขียนใบยืมทุกครั้ง\nคืนภายในกำหนด",
            "unit": here.units["สำนักปลัด"],
            "topic": "asset-borrowing",
            "audience": Audience.ALL,
            "due": date(2025, 3, 21),
        } | told
        return services.add_circular(acting=acting(role), agency=here.agency.pk, told=said)

    return draft


@pytest.fixture
def sent(drafted, acting) -> Callable[..., Circular]:
    """A circular that is out, sent by the coordinator. Called while the office speaks."""

    def send(role: Role = Role.COORDINATOR, **told: Any) -> Circular:
        return services.send(acting=acting(role), circular=drafted(role, **told))

    return send


@pytest.fixture
def called(here, acting) -> Callable[..., Briefing]:
    """A briefing to which the coordinator called everybody. Called while the office speaks."""

    def call(**told: Any) -> Briefing:
        said = {
            "subject": "ชี้แจงแผนการใช้จ่ายงบประมาณ",
            "words": "แผนรายไตรมาส",
            "unit": here.units["สำนักปลัด"],
            "topic": "budget-known-by-staff",
            "audience": Audience.ALL,
            "day": TODAY,
            "begins": time(13, 30),
            "place": "ห้องประชุมสภา",
        } | told
        briefing = services.add_briefing(acting=acting(), agency=here.agency.pk, told=said)
        return services.call_people(acting=acting(), briefing=briefing)

    return call
