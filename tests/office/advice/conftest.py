"""An adviser and agencies it advises: the standing twins, and as many small ones as a test asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advised_agencies import AdvisedOffice, advise, small_agency_that_submitted
from cast import CANARIES, Office, make_office
from prongsai.platform.agency.models import Agency


@pytest.fixture
def advised(here, there) -> AdvisedOffice:
    """The agency of the tests, advised by the other of the twins."""
    return advise(here, there)


@pytest.fixture
def submits(here, there) -> Callable[..., Agency]:
    """Make a further agency that submitted a year to the adviser."""
    return lambda number, **told: small_agency_that_submitted(number, there, **told)


@pytest.fixture
def third(twins, monkeypatch) -> Office:
    """An office that has nothing to do with the two."""
    monkeypatch.setitem(CANARIES, "third", "สามสาม")
    return make_office("third", "สำนักงานอีกแห่ง")
