"""An update changes a copy; only one that came through whole is used."""

import pytest

from log_of_deeds import do
from offices_on_disk import OnDatabase, inside
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.backup import updating
from prongsai.platform.backup.installed import manage
from prongsai.platform.backup.shelf import Shelf
from prongsai.platform.backup.updating import update_installation


@pytest.fixture
def old(office):
    """An installation whose tables are of an earlier version: days off were not known yet."""
    done = manage(office.server, office.state, office.database, "owner", "migrate", "calendar", "zero")
    assert done.returncode == 0, done.stderr
    return office


def update(office):
    server = OnDatabase(office.server, office.database)
    server.ensure_database = office.server.ensure_database
    return update_installation(server, office.state, office.backups, database=office.database)


def has_days_off(office):
    return office.asked("SELECT to_regclass('calendar_dayoff') IS NOT NULL") == [(True,)]


def test_an_update_brings_the_tables_up_and_keeps_a_back_up(old):
    assert not has_days_off(old)
    updated = update(old)
    assert has_days_off(old)
    assert updated.migrations == 1
    assert Shelf(old.backups).newest_good().path == updated.backup
    assert old.troubles() == []
    assert old.asked("SELECT action FROM audit_line WHERE agency_id IS NULL ORDER BY seq") == [
        ("backup.made",), ("backup.updated",),
    ]  # fmt: skip
    with inside(old):
        do(old.here)
    assert old.troubles() == []


STEPS = ("migrate", "check", "_look", "swap")


@pytest.mark.parametrize("step", STEPS)
def test_an_update_that_fails_leaves_everything_as_it_was(old, monkeypatch, step):
    before = old.content()

    def fail(*_arguments):
        raise Refused("TABLES", "stopped")

    for name in ("migrate", "check"):
        monkeypatch.setattr(updating, name, lambda *_arguments: None)
    monkeypatch.setattr(updating, step, fail)
    with pytest.raises(Refused):
        update(old)
    assert old.content() == before
    assert not has_days_off(old)
    assert old.asked("SELECT count(*) FROM pg_database WHERE datname = current_database() || '_next'") == [(0,)]


def test_an_update_that_loses_rows_is_not_used(old, monkeypatch):
    def lose(server, state, database):
        place = type(old)(old.server, old.state, database)
        place.asked("TRUNCATE agency_holding CASCADE")

    monkeypatch.setattr(updating, "migrate", lose)
    monkeypatch.setattr(updating, "check", lambda *_arguments: None)
    with pytest.raises(Refused) as refused:
        update(old)
    assert refused.value.rule == "COUNTS"
    assert "agency_holding" in refused.value.message
    assert old.asked("SELECT count(*) FROM agency_holding") != [(0,)]


def test_data_of_a_newer_program_are_left_alone(office):
    office.asked("INSERT INTO django_migrations (app, name, applied) VALUES ('agency', '9999_future', now())")
    with pytest.raises(Refused, match="9999_future") as refused:
        update(office)
    assert refused.value.rule == "VERSION"
    assert Shelf(office.backups).kept() == []
