"""`python -m bench.audit`: verifying a million lines of the log, beside only reading them; the price of one line.

Makes a database of its own in a server for tests, and removes it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from prongsai.platform.audit.chain import BEGINNING, ChainLine, hash_of
from prongsai.platform.audit.journal import Journal, head_now
from prongsai.platform.audit.verifying import verify
from prongsai.platform.cluster import Server, enter

NAME = "bench_audit"
AGENCIES, LINES_OF_EACH, LINES_OF_A_HEAD = 100, 10_000, 1_000
DEEDS = 400
BEGAN = datetime(2025, 10, 1, tzinfo=UTC)


def chain_of(agency: int) -> Iterator[ChainLine]:
    """Write a chain as the database would."""
    before = BEGINNING
    for seq in range(1, LINES_OF_EACH + 1):
        at = (BEGAN + timedelta(seconds=seq)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        words = (f"user:{agency}{seq % 9}", "measures.step_done", f"measures.step:{seq}", '{"percent":40,"step":3}')
        line = ChainLine(agency, seq, at, *words, before, b"", clock_went_back=False)
        before = hash_of(line)
        yield line._replace(hash=before)


def fill(server: Server, journal: Journal) -> None:
    """Fill the log and the journal."""
    columns = "agency_id, seq, at, actor, action, thing, figures, previous, hash, clock_went_back"
    copy = f"COPY audit_line ({columns}) FROM STDIN"
    with psycopg.connect(server.address("admin", NAME)) as admin, admin.cursor() as cursor:
        agencies = _statement_for_agencies(admin)
        for agency in range(1, AGENCIES + 1):
            cursor.execute(agencies, [agency, f"a{agency}"])
            heads = []
            with cursor.copy(copy) as rows:
                for line in chain_of(agency):
                    rows.write_row(line)
                    if line.seq % LINES_OF_A_HEAD == 0:
                        heads.append(head_now(agency, line.seq - LINES_OF_A_HEAD + 1, line.seq, line.hash))
            journal.add(heads)
    with psycopg.connect(server.address("admin", NAME), autocommit=True) as admin:
        admin.execute("VACUUM ANALYZE audit_line")


def _statement_for_agencies(admin: psycopg.Connection) -> str:
    """Write the statement that makes an agency with an id and a code; every other text is empty."""
    rows = admin.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'agency_agency' AND is_nullable = 'NO'"
        " AND column_name NOT IN ('id', 'code')"
    ).fetchall()
    names = [name for (name,) in rows]
    empty = ", ".join(["''"] * len(names))
    return f"INSERT INTO agency_agency (id, code, {', '.join(names)}) VALUES (%s, %s, {empty})"


def seconds_of(work: Callable[[], object]) -> float:
    """Measure once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read_only(address: str) -> None:
    """Read the same columns with the same cursor, and do nothing with them."""
    with psycopg.connect(address) as connection, psycopg.ServerCursor(connection, "bench") as cursor:
        cursor.itersize = 5_000
        cursor.execute("SELECT * FROM audit_line ORDER BY COALESCE(agency_id, 0), seq")
        for _row in cursor:
            pass


def verify_all(address: str, journal: Journal) -> None:
    """Verify, and insist on the right answer."""
    with psycopg.connect(address) as connection:
        found = verify(connection, journal.read(), now=datetime.now(UTC))
    assert found.sound, found.troubles[:3]
    assert found.lines == AGENCIES * LINES_OF_EACH


def price_of_a_line(server: Server, state: Path) -> None:
    """Print what a deed costs with and without its line, in a process with Django."""
    environment = {
        **os.environ, "DATABASE_URL": server.address("app", NAME), "PRONGSAI_STATE": str(state),
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", _DEEDS, str(DEEDS)], env=environment, check=True)


_DEEDS = """
import sys, time, django
django.setup()
from django.db import connection, transaction
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.tenancy.speaker import speaking

def deeds(written):
    start = time.perf_counter()
    for n in range(int(sys.argv[1])):
        with transaction.atomic(), speaking(1, actor="user:1"):
            unit.short_name = f"{written}{n}"
            unit.save()
            if written:
                record("user:1", "unit.changed", thing=unit, figures={"n": n})
    return (time.perf_counter() - start) / int(sys.argv[1]) * 1000

with transaction.atomic(), speaking(1, actor="user:1"):
    unit = Unit.objects.create(agency_id=1, name="unit")
deeds(True)
rounds = [(deeds(False), deeds(True)) for _ in range(5)]
bare, told = (sorted(times)[2] for times in zip(*rounds))
print(f"a deed without its line {bare:.2f} ms, with it {told:.2f} ms")
"""


def main() -> None:
    """Fill, measure, remove."""
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder)
        state.chmod(0o711)
        server = enter(state)
        try:
            server.ensure_database(NAME)
            environment = {**os.environ, "DATABASE_URL": server.address("owner", NAME), "PRONGSAI_STATE": folder}
            migrate = [sys.executable, "-m", "prongsai.config.manage", "migrate", "--verbosity", "0"]
            subprocess.run(migrate, env={**environment, "PRONGSAI_MIGRATING": "1"}, check=True)
            journal = Journal(state / "audit")
            print(f"filling: {seconds_of(lambda: fill(server, journal)):.1f} s")
            address = server.address("backup", NAME)
            for _ in range(3):
                plain, verified = (
                    seconds_of(lambda: read_only(address)),
                    seconds_of(lambda: verify_all(address, journal)),
                )
                print(f"1,000,000 lines: verified in {verified:.1f} s, only read in {plain:.1f} s")
            price_of_a_line(server, state)
        finally:
            server.leave()


if __name__ == "__main__":
    main()
