"""An office that speaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from prongsai.platform.tenancy.speaker import speaking
from small_office import SmallOffice


@pytest.fixture
def small(db) -> Iterator[SmallOffice]:
    office = SmallOffice()
    with speaking(office.agency.pk, actor="test"):
        yield office
