"""What comes back is what went in; what fails leaves everything as it was."""

import psycopg
import pytest
from django.test import Client
from django.utils import timezone

from log_of_deeds import do
from offices_on_disk import OnDatabase, content_of, inside, paper_of
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import PassphraseCode, Role, User
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.journal import Journal
from prongsai.platform.backup import restoring
from prongsai.platform.backup.archive import Archive, ArchiveWriter
from prongsai.platform.backup.making import make_backup
from prongsai.platform.backup.restoring import refuse_unfit, restore_installation
from prongsai.platform.entrance.services.links import make_link


@pytest.fixture
def backup(office):
    """A back-up of the installation, and its content at that moment."""
    before = office.content()
    return make_backup(OnDatabase(office.server, office.database), office.state, office.backups).path, before


def restore(place, path):
    with Archive(path) as archive:
        return restore_installation(place.server, place.state, archive, database=place.database)


def spoil(office):
    """Work on after the back-up, lose a file, log in."""
    with inside(office):
        do(office.here, "unit.spoiled")
        Client().force_login(office.here.accounts[Role.OFFICER])
        with office.here.speaks():
            Person.objects.update(given_name="เสียหาย")
    paper_of(office, office.here).unlink()


def test_everything_comes_back_as_it_was(office, backup):
    path, before = backup
    spoil(office)
    assert office.content() != before
    restored = restore(office, path)
    assert office.content() == before
    assert restored.files == 1
    assert paper_of(office, office.here).read_bytes() == content_of(office.here)
    assert office.asked("SELECT count(*) FROM accounts_accountsession") == [(0,)]


def test_the_log_is_sound_afterwards_and_tells_of_the_restore(office, backup):
    spoil(office)
    restore(office, backup[0])
    assert office.troubles() == []
    assert office.asked("SELECT action FROM audit_line WHERE agency_id IS NULL") == [("backup.restored",)]
    with inside(office):
        do(office.here)
    assert office.troubles() == []


def test_lines_after_the_back_up_that_vanish_without_a_restore_are_missed(office, backup):
    spoil(office)
    office.asked("DELETE FROM audit_line WHERE action = 'unit.spoiled'")
    assert office.troubles() == ["cut"]


def test_policies_roles_and_triggers_come_back_too(office, backup):
    restore(office, backup[0])
    assert office.asked("SELECT count(*) FROM agency_unit", role="app") == [(0,)]
    assert office.asked("SELECT count(*) FROM agency_unit", role="backup") == [(4,)]
    with inside(office), office.here.speaks():
        office.here.people[Role.OFFICER].save()
    rights = "SELECT has_table_privilege('prongsai_app', 'audit_line', 'INSERT'), rolname FROM pg_class JOIN pg_roles r"
    assert office.asked(f"{rights} ON r.oid = relowner WHERE relname = 'audit_line'") == [(False, "prongsai_owner")]


def test_what_was_replaced_is_kept_until_the_next_restore(office, backup):
    spoil(office)
    restored = restore(office, backup[0])
    assert restored.before == f"{office.database}_before"
    others = "(current_database() || '_before', current_database() || '_next')"
    names = f"SELECT count(*) FROM pg_database WHERE datname IN {others}"
    assert office.asked(names) == [(1,)]
    restore(office, backup[0])
    assert office.asked(names) == [(1,)]


FAULTS = {"TABLES": "migrate", "CHECK": "check", "DATABASE": "restore", "SWAP": "swap"}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_restore_that_fails_leaves_everything_as_it_was(office, backup, monkeypatch, rule):
    spoil(office)
    now = office.content()

    def fail(*_arguments):
        raise Refused(rule, "stopped")

    monkeypatch.setattr(restoring, "is_current", lambda migrations: False)
    monkeypatch.setattr(restoring, "migrate", lambda *_arguments: None)
    monkeypatch.setattr(restoring, FAULTS[rule], fail)
    with pytest.raises(Refused) as refused:
        restore(office, backup[0])
    assert refused.value.rule == rule
    assert office.content() == now
    assert office.troubles() == []
    assert office.asked("SELECT count(*) FROM pg_database WHERE datname = current_database() || '_next'") == [(0,)]


def test_a_dump_with_fewer_rows_than_were_counted_is_refused(office, backup):
    path, _before = backup
    now = office.content()
    with Archive(path) as archive:
        archive.manifest.tables["agency_person"] += 1
        with pytest.raises(Refused) as refused:
            restore_installation(office.server, office.state, archive, database=office.database)
    assert refused.value.rule == "COUNTS"
    assert "agency_person" in refused.value.message
    assert office.content() == now


def test_a_log_that_ends_otherwise_than_was_signed_is_refused(office, backup):
    path, _before = backup
    with Archive(path) as archive:
        last, _hash = archive.manifest.chains[office.here.agency.pk]
        archive.manifest.chains[office.here.agency.pk] = (last, "00" * 32)
        with pytest.raises(Refused) as refused:
            restore_installation(office.server, office.state, archive, database=office.database)
    assert refused.value.rule == "LOG"


def test_a_new_computer_gets_it_all_and_keeps_its_own_key(office, backup, places):
    path, before = backup
    fresh = places.place(empty=True)
    restore(fresh, path)
    assert fresh.content() == before
    assert fresh.troubles() == []
    assert paper_of(fresh, office.there).read_bytes() == content_of(office.there)
    assert Journal(fresh.state / "audit").signer.name != Journal(office.state / "audit").signer.name


def test_a_damaged_file_is_mended_and_a_whole_one_never_made_worse(office, backup):
    good, paper = backup[0], paper_of(office, office.here)
    paper.write_bytes(b"flipped")
    damaged = make_backup(OnDatabase(office.server, office.database), office.state, office.state / "more").path
    restore(office, good)
    assert paper.read_bytes() == content_of(office.here)
    restore(office, damaged)
    assert paper.read_bytes() == content_of(office.here)


def test_keys_come_back_only_where_none_are(office, places):
    (office.state / "secret-keys").write_text("old")
    made = make_backup(OnDatabase(office.server, office.database), office.state, office.backups, with_keys=True)
    fresh = places.place(empty=True)
    (fresh.state / "secret-keys").write_text("own")
    assert restore(fresh, made.path).keys == ("audit/signing-key",)
    assert (fresh.state / "secret-keys").read_text() == "own"
    assert Journal(fresh.state / "audit").signer.name == made.key


def test_a_key_that_is_not_known_here_must_be_vouched_for(office, backup, places):
    fresh = places.place(empty=True)
    with Archive(backup[0]) as archive:
        with pytest.raises(Refused, match=archive.signed_by) as refused:
            refuse_unfit(archive, fresh.state, trusted="")
        assert refused.value.rule == "KEY"
        refuse_unfit(archive, fresh.state, trusted=archive.signed_by)
        refuse_unfit(archive, office.state, trusted="")


def test_a_server_of_somebody_else_is_left_alone(office, backup):
    server = OnDatabase(office.server, office.database)
    server.accounts = frozenset({"app", "owner"})
    with Archive(backup[0]) as archive, pytest.raises(Refused) as refused:
        restore_installation(server, office.state, archive)
    assert refused.value.rule == "OUTSIDE"


def test_a_file_cannot_escape_from_the_folder(office, backup, tmp_path):
    path, _before = backup
    crafted = tmp_path / "crafted.backup"
    (tmp_path / "x").write_text("x")
    with Archive(path) as good, ArchiveWriter(crafted) as writer:
        for member in good.manifest.members:
            good.extract(member, tmp_path / "member")
            writer.add_file(member, tmp_path / "member")
        writer.add_file("files/../../escaped", tmp_path / "x")
        writer.seal(good.manifest, Journal(office.state / "audit").signer)
        writer.name()
    before = office.content()
    with pytest.raises(Refused, match="ไม่ปลอดภัย"):
        restore(office, crafted)
    assert office.content() == before
    assert not list(office.state.parent.rglob("escaped"))


def test_a_link_and_a_code_of_before_open_nothing_after_a_restore(office):
    with inside(office):
        coordinator = acting_as(office.here.accounts[Role.COORDINATOR])
        officer = office.here.accounts[Role.OFFICER]
        with office.here.speaks():
            make_link(acting=coordinator, user=officer)
        PassphraseCode.objects.create(user=officer, made=timezone.now(), code_hash="x")
    path = make_backup(OnDatabase(office.server, office.database), office.state, office.backups).path
    assert office.asked("SELECT count(*) FROM accounts_personallink WHERE withdrawn IS NULL") == [(1,)]
    restore(office, path)
    assert office.asked("SELECT count(*) FROM accounts_personallink WHERE withdrawn IS NULL") == [(0,)]
    assert office.asked("SELECT count(*) FROM accounts_passphrasecode WHERE used IS NULL") == [(0,)]


def test_an_account_that_was_switched_off_since_stays_off(office, backup):
    with inside(office):
        User.objects.filter(pk=office.here.accounts[Role.OFFICER].pk).update(is_active=False)
    assert restore(office, backup[0]).switched_off == 1
    assert office.asked("SELECT count(*) FROM accounts_user WHERE NOT is_active") == [(1,)]


def test_a_restore_into_an_empty_installation_switches_nobody_off(office, backup):
    with psycopg.connect(office.server.address("admin", office.database), autocommit=True) as own:
        own.execute("ALTER TABLE accounts_user RENAME TO lost")
    assert restore(office, backup[0]).switched_off == 0
    assert office.asked("SELECT count(*) FROM accounts_user WHERE NOT is_active") == [(0,)]
