"""A journal of its own for each test."""

from __future__ import annotations

import pytest

from cast import make_twins
from prongsai.platform.audit import services


@pytest.fixture(autouse=True)
def journal(settings, tmp_path):
    settings.STATE = tmp_path
    services.journal.cache_clear()
    yield services.journal()
    services.journal.cache_clear()


@pytest.fixture
def twins(db):
    return make_twins()
