"""F3: the dead server's number still exists, because nobody has taken leave of it."""

from __future__ import annotations

import os
import subprocess
import sys

import psutil
import psycopg
import pytest

from processes import open_folder, until
from prongsai.platform.cluster import cluster

pytestmark = pytest.mark.faults

PARENT_THAT_NEVER_REAPS = """
import sys, time
from pathlib import Path
from prongsai.platform.cluster import enter
enter(Path(sys.argv[1]), test=True)
print("in", flush=True)
time.sleep(60)
"""


@pytest.fixture
def never_reaping():
    with open_folder() as state:
        words = [sys.executable, "-c", PARENT_THAT_NEVER_REAPS, str(state)]
        parent = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert parent.stdout.readline() == "in\n"
        yield state, parent
        parent.kill()
        parent.communicate()


def test_a_zombie_in_the_lock_file_is_not_taken_for_a_server(never_reaping):
    state, _parent = never_reaping
    locked = state / "postgres-test/18/postmaster.pid"
    dead = psutil.Process(int(locked.read_text().split("\n")[0]))
    dead.kill()
    assert until(lambda: dead.status() == psutil.STATUS_ZOMBIE)
    os.kill(dead.pid, 0)  # the number still exists, so PostgreSQL itself would refuse to start
    with cluster(state, test=True) as server, psycopg.connect(server.address("admin", "postgres")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
        assert int(locked.read_text().split("\n")[0]) != dead.pid
