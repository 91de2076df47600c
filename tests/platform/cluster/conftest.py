from __future__ import annotations

import pytest

from processes import open_folder
from prongsai.platform.cluster import cluster

OUR_VARIABLES = ("PRONGSAI_STATE", "PRONGSAI_PG_BIN", "PRONGSAI_OS_USER", "DATABASE_URL", "DATABASE_OWNER_URL")


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    for name in (*OUR_VARIABLES, "DATABASE_BACKUP_URL", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def state():
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def server():
    """Use a server shared by the tests of a file, for what does not stop or kill it."""
    with open_folder() as folder, cluster(folder, test=True) as server:
        server.ensure_database("prongsai")
        yield server
