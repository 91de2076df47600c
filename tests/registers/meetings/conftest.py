"""Two offices, a working group by order, its meetings, decisions in any state, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import Decision, Meeting, MeetingGroup
from working_group import called_meeting, decided, group_of, held_meeting, signed_order

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
    office.agency.save()
    return office


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def acting(here) -> Callable[..., Acting]:
    return lambda role=Role.COORDINATOR: acting_as(here.accounts[role])


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role; the coordinator keeps the papers of the group."""

    def enter(role: Role = Role.COORDINATOR, office: Office = here) -> Client:
        client = Client(headers={"accept-language": "th"})
        office.enters(client, role)
        return client

    return enter


@pytest.fixture
def scan() -> list[CleanFile]:
    return [made_here(b"signed", "ลงนามแล้ว.txt", Kind.TXT)]


@pytest.fixture
def order(here):
    with here.speaks():
        return signed_order(here)


@pytest.fixture
def group(here, order) -> MeetingGroup:
    """The working group: the unit head chairs, the coordinator is its secretary, the officer a member."""
    with here.speaks():
        return group_of(here, order)


@pytest.fixture
def called(here, group) -> Meeting:
    with here.speaks():
        return called_meeting(here, group)


@pytest.fixture
def held(here, group) -> Meeting:
    with here.speaks():
        return held_meeting(here, group)


@pytest.fixture
def decision(here, held) -> Decision:
    """A decision of the officer, under item 4."""
    with here.speaks():
        return decided(here, held)


@pytest.fixture
def proof() -> services.ProofTold:
    return services.ProofTold(
        "paper", "ติดป้าย 5 จุด เมื่อ 14 มีนาคม 2568", paper_number="ตย 71001/88", paper_day=date(2025, 3, 14)
    )
