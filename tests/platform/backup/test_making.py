"""A back-up is of one moment, is read again before it counts, and never harms the ones that were there."""

import errno
import subprocess
import threading

import psycopg
import pytest
from django.conf import settings
from django.test import Client

from log_of_deeds import do
from offices_on_disk import OnDatabase, inside, paper_of
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.sessions import SessionStore
from prongsai.platform.backup import making
from prongsai.platform.backup.archive import Archive
from prongsai.platform.backup.making import DATABASE_DUMP, make_backup
from prongsai.platform.backup.postgres_programs import NOT_KEPT
from prongsai.platform.backup.shelf import Shelf
from prongsai.platform.cluster.programs import find_programs


@pytest.fixture
def office(calm_office, places):
    return calm_office


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "backups")


@pytest.fixture
def back_up(office, shelf):
    server = OnDatabase(office.server, office.database)
    return lambda **wishes: make_backup(server, office.state, shelf.folder, **wishes)


def as_of_long_ago(made):
    """Let a back-up be the oldest on its shelf."""
    return made.path.rename(made.path.with_name("prongsai-20000101T000000.backup"))


def test_a_back_up_says_what_it_holds(office, back_up):
    made = back_up()
    with Archive(made.path) as archive:
        manifest = archive.manifest
        assert archive.signed_by == made.key
    assert manifest.tables["agency_agency"] == 2
    assert manifest.tables["agency_person"] == 12
    assert manifest.chains[office.here.agency.pk][0] == 5
    assert "0001_initial" in manifest.migrations["agency"]
    papers = [paper_of(office, each).relative_to(office.state).as_posix() for each in (office.here, office.there)]
    assert set(papers) < manifest.members.keys()
    assert "audit/heads" in manifest.members


def test_making_one_is_a_deed(office, back_up):
    back_up()
    lines = office.asked("SELECT actor, action FROM audit_line WHERE agency_id IS NULL ORDER BY seq DESC")
    assert lines[0] == ("command:backup", "backup.made")
    assert office.troubles() == []


def test_keys_are_in_it_only_where_they_are_wanted(office, back_up):
    (office.state / "secret-keys").write_text("hidden")
    without = back_up()
    as_of_long_ago(without)
    with_keys = back_up(with_keys=True)
    assert {"secret-keys", "audit/signing-key"}.isdisjoint(without.manifest.members)
    assert {"secret-keys", "audit/signing-key"} <= with_keys.manifest.members.keys()
    assert with_keys.manifest.keys


def test_sessions_and_caches_are_left_out(office, back_up):
    left_out = {SessionStore.get_model_class()._meta.db_table, settings.CACHES["default"]["LOCATION"]}
    assert left_out == set(NOT_KEPT)
    with inside(office):
        Client().force_login(office.here.accounts[Role.OFFICER])
    assert office.asked("SELECT count(*) FROM accounts_accountsession") == [(1,)]
    made = back_up()
    assert left_out.isdisjoint(made.manifest.tables)


def test_dump_and_counts_are_of_the_same_moment_while_people_work(office, back_up, tmp_path):
    stop = threading.Event()

    def work():
        with psycopg.connect(office.server.address("admin", office.database), autocommit=True) as own:
            while not stop.is_set():
                own.execute("INSERT INTO web_submission (key, poster, path, location, made) VALUES "
                            "(gen_random_uuid(), '', '/', '', now())")  # fmt: skip

    worker = threading.Thread(target=work)
    worker.start()
    try:
        made = back_up()
    finally:
        stop.set()
        worker.join()
    with Archive(made.path) as archive:
        archive.extract(DATABASE_DUMP, tmp_path / "dump")
    text = making_text(tmp_path / "dump")
    rows = text.split("COPY public.web_submission ")[1].split("\n\\.\n")[0].count("\n")
    assert rows == made.manifest.tables["web_submission"]


def making_text(dump):
    """Give a dump of the custom format as text."""
    command = [find_programs().path("pg_restore"), "--file=-", "--table=web_submission", "--data-only", str(dump)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


FAULTS = {
    "DATABASE": ("dump", Refused("DATABASE", "killed")),
    "DISK": ("dump", OSError(errno.ENOSPC, "No space left on device")),
    "ARCHIVE": ("is_readable", None),
}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_back_up_that_fails_leaves_the_good_one_and_nothing_else(back_up, shelf, monkeypatch, rule):
    good = back_up()
    name, fault = FAULTS[rule]

    def fail(*_arguments):
        if fault:
            raise fault
        return False

    monkeypatch.setattr(making, name, fail)
    with pytest.raises(Refused) as refused:
        back_up(keep=1)
    assert refused.value.rule == rule
    assert [path for path in shelf.folder.iterdir() if path.name != ".prongsai-backup.lock"] == [good.path]
    assert shelf.newest_good().path == good.path


def test_an_empty_dump_is_no_back_up(back_up, shelf, monkeypatch):
    monkeypatch.setattr(making, "dump", lambda address, snapshot, target: target.write(b""))
    with pytest.raises(Refused, match="อ่านกลับไม่ได้"):
        back_up()
    assert shelf.newest_good() is None


def test_one_that_holds_suspiciously_little_removes_nothing_and_says_so(back_up, shelf, places):
    as_of_long_ago(back_up())
    emptied = places.place()
    emptied.asked("TRUNCATE auth_permission CASCADE; TRUNCATE django_content_type CASCADE")
    made = make_backup(OnDatabase(emptied.server, emptied.database), emptied.state, shelf.folder, keep=1)
    assert made.shrunk
    assert len(shelf.kept()) == 2


def test_old_ones_go_when_a_new_good_one_is_there(back_up):
    as_of_long_ago(back_up())
    made = back_up(keep=1)
    assert [path.name for path in made.removed] == ["prongsai-20000101T000000.backup"]


def test_without_tables_there_is_nothing_to_back_up(places):
    place = places.place(empty=True)
    place.server.ensure_database(place.database)
    with pytest.raises(Refused, match="prongsai run"):
        make_backup(OnDatabase(place.server, place.database), place.state, place.backups)


def test_a_file_with_a_flipped_bit_is_named_and_older_back_ups_stay(office, back_up, shelf):
    as_of_long_ago(back_up())
    paper = paper_of(office, office.here)
    whole = paper.read_bytes()
    paper.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    made = back_up(keep=1)
    paper.write_bytes(whole)
    assert made.damaged == [paper.relative_to(office.state).as_posix()]
    assert len(shelf.kept()) == 2


def test_files_that_are_just_being_written_stay_out(office, back_up):
    paper_of(office, office.here).with_name("0123.part").write_bytes(b"half")
    assert not [name for name in back_up().manifest.members if name.endswith(".part")]


def test_work_after_a_back_up_goes_on(office, back_up):
    back_up()
    with inside(office):
        do(office.here)
    assert office.troubles() == []
