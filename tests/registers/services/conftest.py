"""Two offices, a service in any state, and whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from approved_services import approve
from cast import Office, make_twins
from prongsai.ita.papers.service import ServiceSheet
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.room import store
from prongsai.registers.services import services
from prongsai.registers.services.models import ServiceVersion
from whole_service import WHOLE


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
    office.agency.host = "nongkrachang.example"
    office.agency.save()
    return office


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def acting(here) -> Callable[[Role], Acting]:
    return lambda role=Role.OFFICER: acting_as(here.accounts[role])


@pytest.fixture
def asks(here) -> Callable[..., Client]:
    """A browser of somebody with a role."""

    def enter(role: Role = Role.OFFICER, office: Office = here) -> Client:
        client = Client(headers={"accept-language": "th"})
        office.enters(client, role)
        return client

    return enter


@pytest.fixture
def added(acting) -> Callable[..., ServiceVersion]:
    """A service with its first draft. Called while an office speaks."""

    def add(office: Office, sheet: ServiceSheet = WHOLE) -> ServiceVersion:
        service = services.add_service(
            acting=acting_as(office.accounts[Role.OFFICER]),
            agency=office.agency.pk,
            unit=office.units["สำนักปลัด"],
            sheet=sheet,
        )
        return service.versions.get()

    return add


def anew(version: ServiceVersion) -> ServiceVersion:
    """Read a version anew together with its service: outside the scope nothing more can be read."""
    return ServiceVersion.objects.select_related("service").get(pk=version.pk)


@pytest.fixture
def approved(added) -> Callable[..., ServiceVersion]:
    """A service whose first version is approved. Called while the office speaks."""

    def take_through(office: Office, sheet: ServiceSheet = WHOLE) -> ServiceVersion:
        return approve(office, added(office, sheet))

    return take_through


@pytest.fixture
def posted(approved) -> Callable[..., ServiceVersion]:
    """A service on the public page. Called while the office speaks."""

    def put_up(office: Office, sheet: ServiceSheet = WHOLE) -> ServiceVersion:
        version = approved(office, sheet)
        services.post(acting=acting_as(office.accounts[Role.OFFICER]), version=version)
        return anew(version)

    return put_up
