"""Twin agencies, and somebody inside with each role."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from cast import Office, make_twins
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role


@pytest.fixture
def twins(db) -> tuple[Office, Office]:
    return make_twins()


@pytest.fixture
def here(twins) -> Office:
    return twins[0]


@pytest.fixture
def there(twins) -> Office:
    return twins[1]


@pytest.fixture
def inside(here) -> Callable[..., Client]:
    """Give a browser in which somebody of a role is logged in."""

    def enter(role: Role = Role.COORDINATOR, office: Office = here) -> Client:
        client = Client()
        office.enters(client, role)
        return client

    return enter


@pytest.fixture
def coordinator(here) -> Acting:
    return acting_as(here.accounts[Role.COORDINATOR])
