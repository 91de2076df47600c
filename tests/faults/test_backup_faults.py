"""Back-ups, restores and migrations that are killed, damaged or of the wrong version."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import psycopg
import pytest

from processes import open_folder
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.backup.archive import Archive
from prongsai.platform.backup.checkup import backup_findings
from prongsai.platform.backup.installed import environment_for
from prongsai.platform.backup.postgres_programs import dump
from prongsai.platform.backup.restoring import refuse_unfit
from prongsai.platform.backup.shelf import Shelf
from prongsai.platform.cluster import cluster, cluster_for_tests
from prongsai.platform.cluster.programs import find_programs

pytestmark = pytest.mark.faults
MIGRATE = [sys.executable, "-m", "prongsai.config.manage", "migrate", "--no-input", "--verbosity", "0"]
PRONGSAI = [sys.executable, "-c", "from prongsai.cli import main; main()"]
POINTS = 3


@pytest.fixture(scope="module")
def office():
    """An installation of its own with a good back-up, used by real processes only."""
    with open_folder() as state:
        told = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE", "DJANGO"))}
        environment = {**told, "PRONGSAI_STATE": str(state)}
        with cluster(state, test=False):
            run(environment, "manage", "migrate", "--verbosity", "0")
            run(environment, "backup")
            yield state, environment


def run(environment, *words, status=0):
    done = subprocess.run([*PRONGSAI, *words], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_killed_back_up_never_harms_the_good_one(office, rounds):
    state, environment = office
    shelf, chance = Shelf(state / "backups"), Random(20)
    good = {kept.path for kept in shelf.kept()}
    begin = time.monotonic()
    run(environment, "backup", "--keep", "1")
    whole = time.monotonic() - begin
    for _ in range(rounds):
        killed = subprocess.Popen(
            [*PRONGSAI, "backup", "--keep", "1"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        time.sleep(whole * chance.uniform(0.2, 1.0))
        os.killpg(killed.pid, signal.SIGKILL)
        killed.wait()
        assert all(kept.manifest for kept in shelf.kept())
        with Archive(shelf.newest_good().path) as archive:
            archive.check()
    assert good
    run(environment, "backup")
    left = [path.name for path in shelf.folder.iterdir() if ".half" in path.name]
    assert left == []


def test_a_back_up_of_zero_bytes_is_noticed_and_not_counted(office):
    state, environment = office
    shelf = Shelf(state / "backups")
    empty = shelf.folder / "prongsai-29990101T000000.backup"
    empty.write_bytes(b"")
    try:
        broken = [one.facts["file"] for one in backup_findings(shelf.folder, state) if one.code == "backup-broken"]
        assert broken == [empty]
        assert str(empty) in run(environment, "doctor", status=1)
        assert "ไม่ใช่ไฟล์สำรองที่สมบูรณ์" in run(environment, "restore", str(empty), "--yes", status=3)
        assert shelf.newest_good().path != empty
    finally:
        empty.unlink()


def test_a_restore_of_a_flipped_bit_changes_nothing(office, rounds):
    state, environment = office
    good = Shelf(state / "backups").newest_good().path
    content, chance = good.read_bytes(), Random(22)
    damaged = state / "damaged.backup"
    for _ in range(rounds):
        changed = bytearray(content)
        changed[chance.randrange(1024, len(content) // 2)] ^= 1
        damaged.write_bytes(changed)
        assert "database.dump" in run(environment, "restore", str(damaged), "--yes", status=3)
    run(environment, "verify")
    run(environment, "restore", str(good), "--yes")
    assert "restore" in run({**environment, "PRONGSAI_LANG": "en"}, "verify")


def test_update_and_bundle_say_what_they_did(office):
    _state, environment = office
    english = {**environment, "PRONGSAI_LANG": "en"}
    assert "Up to date: 0 changes" in run(english, "update")
    assert "[AGENCY]" in run(english, "bundle", "nowhere", status=3)
    assert "as they were written" in run(english, "verify")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda manifest: manifest.migrations["agency"].append("9999_future"), "9999_future"),
        (lambda manifest: manifest.migrations.update(roombeyond=["0001_initial"]), "roombeyond"),
        (lambda manifest: setattr(manifest, "postgresql", 99), "PostgreSQL 99"),
    ],
)
def test_data_of_a_newer_version_are_refused_with_the_reason(office, change, word):
    state, _environment = office
    with Archive(Shelf(state / "backups").newest_good().path) as archive:
        refuse_unfit(archive, state, trusted="")
        change(archive.manifest)
        with pytest.raises(Refused, match=word) as refused:
            refuse_unfit(archive, state, trusted="")
    assert refused.value.rule == "VERSION"


@pytest.fixture
def databases():
    """The server for tests, and empty databases on it."""
    server, made = cluster_for_tests(), []

    def database(name):
        full = f"killed_{os.getpid()}_{name}"
        server.ensure_database(full)
        made.append(full)
        return full

    yield server, database
    with psycopg.connect(server.address("admin", "postgres"), autocommit=True) as admin:
        for name in made:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    server.leave()


def schema_of(server, database, folder):
    """Give a hash of everything but rows."""
    path = Path(folder) / "schema"
    with psycopg.connect(server.address("backup", database)) as own:
        own.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        (snapshot,) = own.execute("SELECT pg_export_snapshot()").fetchone()
        with path.open("wb") as stream:
            dump(server.address("backup", database), snapshot, stream)
    command = [find_programs().path("pg_restore"), "--file=-", "--schema-only", str(path)]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return hashlib.sha256("\n".join(line for line in text.splitlines() if not line.startswith(("--", "\\"))).encode())


def migrating(server, state, database):
    """Begin to make the tables of a database, in a process with the settings of an office."""
    environment = {
        **environment_for(server, state, database, "owner"),
        "DJANGO_SETTINGS_MODULE": "prongsai.config.settings",
    }
    return subprocess.Popen(MIGRATE, env=environment)


def test_a_killed_migration_is_finished_by_the_next_one(databases, tmp_path):
    server, database = databases
    whole, begin = database("whole"), time.monotonic()
    assert migrating(server, tmp_path, whole).wait() == 0
    seconds = time.monotonic() - begin
    wanted = schema_of(server, whole, tmp_path).hexdigest()
    for point in range(1, POINTS + 1):
        name = database(str(point))
        killed = migrating(server, tmp_path, name)
        time.sleep(seconds * (0.4 + 0.15 * point))
        killed.kill()
        killed.wait()
        assert migrating(server, tmp_path, name).wait() == 0
        assert schema_of(server, name, tmp_path).hexdigest() == wanted
