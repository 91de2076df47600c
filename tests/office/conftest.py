"""Two offices on the day of the demonstration, a folder for files, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from cast import Office, make_twins
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.room import store


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
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    return office


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def acting(here) -> Callable[[Role], Acting]:
    return lambda role=Role.COORDINATOR: acting_as(here.accounts[role])


@pytest.fixture
def year(here, acting) -> Round:
    """The running year."""
    with here.speaks():
        return ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role."""

    def enter(role: Role = Role.COORDINATOR, office: Office = here) -> Client:
        client = Client(headers={"accept-language": "th"})
        office.enters(client, role)
        return client

    return enter
