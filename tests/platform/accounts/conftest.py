"""Twin agencies, and a clock that the test moves."""

import pytest

from cast import make_twins
from moving_clock import clock

__all__ = ["clock"]


@pytest.fixture
def here(db):
    return make_twins()[0]
