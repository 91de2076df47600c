"""A running plan, and who works on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from prongsai.platform.accounts.models import Role
from running_plan import Running, begin_plan


@pytest.fixture
def running(here) -> Running:
    with here.speaks():
        return begin_plan(here)


@pytest.fixture
def officer(acting):
    return acting(Role.OFFICER)


@pytest.fixture
def coordinator(acting):
    return acting(Role.COORDINATOR)


@pytest.fixture
def page(here, asks) -> Callable[..., str]:
    """Give the text of a page for a role."""

    def read(address: str, role: Role = Role.COORDINATOR, status: int = 200) -> str:
        answer = asks(role).get(address)
        assert answer.status_code == status
        return answer.content.decode()

    return read
