"""F6: a full disk of the database refuses writes, gives what is there, and recovers by itself when there is room."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from processes import open_folder
from prongsai.platform.cluster import enter

pytestmark = pytest.mark.faults
SIZE = 260_000_000


@pytest.fixture
def small_disk():
    """A disk that holds a new cluster and little more, where every account of the machine can reach it."""
    with open_folder("disk") as disk:
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "tmpfs", disk]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("only root may mount a small disk")
        yield disk
        subprocess.run(["umount", "--lazy", disk], check=True)


@pytest.fixture
def tickets(small_disk):
    """A connection to a cluster on the small disk, with a table of tickets."""
    server = enter(small_disk / "state", test=True)
    try:
        with psycopg.connect(server.address("admin", database="postgres"), autocommit=True) as connection:
            connection.execute("CREATE TABLE ticket (number int PRIMARY KEY, body text)")
            connection.execute("INSERT INTO ticket SELECT n, repeat('x', 1000) FROM generate_series(1, 100) n")
            connection.execute("CHECKPOINT")
            yield connection
    finally:
        server.leave()


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 65_536)
    return filler


def test_writes_are_refused_reads_answered_and_all_is_well_when_there_is_room_again(small_disk, tickets):
    filler = fill(small_disk)
    accepted = 100
    with pytest.raises(psycopg.errors.DiskFull):
        for number in range(101, 100_000):
            tickets.execute("INSERT INTO ticket VALUES (%s, repeat(md5(%s::text), 200))", (number, number))
            accepted = number
    assert tickets.execute("SELECT count(*) FROM ticket").fetchone() == (accepted,)
    filler.unlink()
    tickets.execute("INSERT INTO ticket VALUES (200000, 'after')")
    assert tickets.execute("SELECT count(*) FROM ticket").fetchone() == (accepted + 1,)
