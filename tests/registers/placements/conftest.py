"""Two offices on the day of the demonstration, things that hang in them, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from cast import Office, make_twins
from photographs import jpeg
from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.room import store
from prongsai.platform.files.services import made_here
from prongsai.registers.placements.models import Place, Placement
from prongsai.registers.placements.services import Hung, hang

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
def hung(here) -> Callable[..., Placement]:
    """Something that hangs since December, without a photograph. Called while the office speaks."""

    def put_up(title: str = "แผนผังขั้นตอนชำระภาษี", place: str = "จุดบริการชั้นล่าง", **told) -> Placement:
        where, _made = Place.objects.get_or_create(agency=here.agency, name=place, area="ที่ทำการ")
        photographs = told.pop("photographs", ())
        told = {"unit": here.units["สำนักปลัด"], "since": date(2024, 12, 16)} | told
        hung = Hung(title=title, place=where, **told)
        return hang(acting="test", agency=here.agency, hung=hung, photographs=photographs)

    return put_up


@pytest.fixture
def picture() -> CleanFile:
    """A photograph that was looked through already."""
    return made_here(jpeg(), "ภาพ.jpg", Kind.JPEG)
