from __future__ import annotations

import os

import pytest

from supervised import installation

ROUNDS = 20 if os.environ.get("PRONGSAI_LONG_FAULTS") == "1" else 3


@pytest.fixture
def place():
    """Give an installation with stand-ins for web and worker."""
    with installation() as one:
        yield one


@pytest.fixture(scope="session")
def rounds() -> int:
    """Tell how often to do harm: a few times each day, often with PRONGSAI_LONG_FAULTS=1."""
    return ROUNDS
