"""Two offices on the day of the demonstration, tasks in them, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from cast import Office, make_twins
from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.files.room import store
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services import give_task
from prongsai.registers.tasks.services.giving import Asked

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
    return lambda role=Role.OFFICER, by_link=False: acting_as(here.accounts[role], by_link=by_link)


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role; `by_link`: who came by a personal link."""

    def enter(role: Role = Role.OFFICER, office: Office = here, *, by_link: bool = False) -> Client:
        client = Client(headers={"accept-language": "th"})
        office.enters(client, role)
        if by_link:
            session = client.session
            session[sessions.BY_LINK] = True
            session.save()
        return client

    return enter


@pytest.fixture
def given(here) -> Callable[..., Task]:
    """A task of the officer, given by the coordinator. Called while the office speaks."""

    def give(title: str = "ส่งภาพถ่ายจุดติดโปสเตอร์", owner: Person | Unit | None = None, **told) -> Task:
        coordinator = acting_as(here.accounts[Role.COORDINATOR])
        told.setdefault("due", date(2025, 3, 20))
        asked = Asked(title=title, owner=owner or here.people[Role.OFFICER], **told)
        return give_task(acting=coordinator, agency=here.agency, asked=asked)

    return give


@pytest.fixture
def employ(here) -> Callable[..., Person]:
    """One more person. Called while the office speaks."""

    def add(name: str, unit: str = "กองคลัง") -> Person:
        return Person.objects.create(
            agency=here.agency, prefix="นาย", given_name=name, family_name="ตัวอย่างเพิ่ม", unit=here.units[unit]
        )

    return add
