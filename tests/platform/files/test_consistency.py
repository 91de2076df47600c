"""Files and rows agree; what no row names goes after a day."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from prongsai.platform.files.consistency import compare, remove_orphans
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import hold_contents, store
from prongsai.platform.files.tasks import tidy_contents_of
from prongsai.platform.tenancy.speaker import speaking

DAY = 24 * 3600


def make_old(path: Path, seconds: float = DAY + 1) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def tidied(office) -> int:
    with office.speaks():
        return remove_orphans(office.agency.pk)


def test_an_orphan_goes_after_a_day_and_not_before(here):
    path = store().path(here.agency.pk, store().put(here.agency.pk, b"orphan"))
    make_old(path, DAY - 100)
    assert (tidied(here), path.exists()) == (0, True)
    make_old(path)
    assert (tidied(here), path.exists()) == (1, False)


def test_an_unfinished_file_goes_after_a_day(here, folder):
    unfinished = folder / "files" / str(here.agency.pk) / "ab" / "1234.part"
    unfinished.parent.mkdir(parents=True)
    unfinished.write_bytes(b"half")
    make_old(unfinished)
    assert (tidied(here), unfinished.exists()) == (1, False)


def test_contents_that_a_row_names_stay_however_old_and_so_do_the_twins(twins, attached, contents):
    here, there = twins
    attached(here)
    orphan = store().put(there.agency.pk, b"orphan")
    for path in contents():
        make_old(path)
    assert tidied(here) == 0
    assert store().holds(there.agency.pk, orphan, len(b"orphan"))


@pytest.mark.faults
@pytest.mark.parametrize("jump", [-3600, 3600, 30 * DAY, -50 * 365 * DAY])
def test_a_clock_that_jumps_takes_no_content_that_a_row_names(here, attached, contents, jump):
    version = attached(here).newest
    for path in contents():
        os.utime(path, (time.time() - jump, time.time() - jump))
    tidied(here)
    assert store().holds(here.agency.pk, version.sha256, version.size)


def test_the_job_tidies_the_agency_it_is_for(here):
    make_old(store().path(here.agency.pk, store().put(here.agency.pk, b"orphan")))
    with here.speaks():
        tidy_contents_of(agency=here.agency.pk)
        assert compare(here.agency.pk).is_sound


@pytest.mark.parametrize(
    ("spoil", "reading", "sound"),
    [
        (lambda path: None, True, True),
        (lambda path: path.unlink(), False, False),
        (lambda path: path.write_bytes(b"pape"), False, False),
        (lambda path: path.write_bytes(b"papeR"), False, True),
        (lambda path: path.write_bytes(b"papeR"), True, False),
    ],
)
def test_a_row_without_its_content_is_found(here, attached, spoil, reading, sound):
    spoil(store().path(here.agency.pk, attached(here).newest.sha256))
    with here.speaks():
        found = compare(here.agency.pk, reading=reading)
    assert found.is_sound is sound
    assert bool(found.damaged) is not sound


def test_the_command_says_what_is_wrong_and_where(here, attached, capsys):
    version = attached(here).newest
    call_command("check_files", read=True)
    store().path(here.agency.pk, version.sha256).unlink()
    with pytest.raises(SystemExit) as left:
        call_command("check_files")
    assert left.value.code == 1
    told = capsys.readouterr().out
    assert here.agency.code in told
    assert str(version.public_id) in told
    assert version.name not in told


def test_the_remover_waits_for_an_upload_of_the_same_content(transactional_db, here):
    """The upload finds an old orphan, makes it young and has no row yet; the remover must not take it now."""
    agency = here.agency.pk
    name = store().put(agency, b"paper")
    make_old(store().path(agency, name))
    removed = []

    def remove() -> None:
        try:
            removed.append(tidied(here))
        finally:
            connection.close()

    remover = threading.Thread(target=remove)
    with transaction.atomic(), speaking(agency, actor="test"):
        hold_contents(agency)
        remover.start()
        time.sleep(0.2)
        assert removed == []
        store().put(agency, b"paper")
    remover.join(10)
    assert (removed, store().holds(agency, name, 5)) == ([0], True)


KILLED = """
import os, signal, sys
from pathlib import Path
from prongsai.platform.files import store as stores
steps = 0
def count(step):
    def told(*arguments, **options):
        global steps
        steps += 1
        if steps == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **options)
    return told
for name in ("fsync", "open", "mkdir"):
    setattr(stores.os, name, count(getattr(os, name)))
Path.replace = count(Path.replace)
Path.mkdir = count(Path.mkdir)
stores.Store(Path(sys.argv[1])).put(7, b"paper" * 1000)
print("kept")
"""


@pytest.mark.faults
def test_a_kill_at_any_step_of_writing_leaves_a_whole_content_or_none(tmp_path):
    ends = set()
    for step in range(1, 30):
        folder = tmp_path / str(step)
        ran = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(step)], capture_output=True, check=False)
        kept = [path for path in folder.rglob("*") if path.is_file()]
        assert all(path.suffix == ".part" or path.read_bytes() == b"paper" * 1000 for path in kept)
        ends.add((ran.returncode, bool(kept)))
        if ran.returncode == 0:
            break
    assert (0, True) in ends
    assert (-signal.SIGKILL, False) in ends
    assert (-signal.SIGKILL, True) in ends


def test_a_deed_that_fails_after_the_content_was_written_leaves_an_orphan_and_no_row(here, attached, monkeypatch):
    def fail(**_values: object) -> None:
        raise KeyError

    monkeypatch.setattr(FileVersion.objects, "create", fail)
    with pytest.raises(KeyError):
        attached(here)
    monkeypatch.undo()
    with here.speaks():
        found = compare(here.agency.pk)
    assert (found.is_sound, found.young_orphans) == (True, 1)
