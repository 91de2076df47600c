"""What happens by itself at night."""

import pytest
from django.conf import settings
from django.test import override_settings

from log_of_deeds import do
from offices_on_disk import inside
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit import services
from prongsai.platform.backup import tasks
from prongsai.platform.backup.shelf import Shelf


@pytest.fixture
def at_night(office, monkeypatch):
    """The worker's process: told of the database as the application and for back-ups, and of no more."""
    monkeypatch.setenv("DATABASE_URL", office.server.address("app", office.database))
    monkeypatch.setenv("DATABASE_BACKUP_URL", office.server.address("backup", office.database))
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    with inside(office), override_settings(STATE=office.state):
        yield office


def test_a_back_up_is_made(at_night):
    tasks.back_up.func()
    assert Shelf(at_night.backups).newest_good()
    assert at_night.troubles() == []


def test_a_back_up_that_cannot_be_made_parks_the_job(at_night):
    at_night.backups.write_text("a file where the folder should be")
    with pytest.raises((Refused, OSError)):
        tasks.back_up.func()


def test_the_log_is_verified_and_a_change_parks_the_job(at_night):
    tasks.verify_log.func()
    at_night.asked("UPDATE audit_line SET actor = 'user:999' WHERE seq = 2")
    with pytest.raises(Refused, match="ถูกแก้ไข"):
        tasks.verify_log.func()


def test_unsigned_lines_are_signed_and_heads_are_gathered(at_night, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(services, "witness", lambda ticket, chain: None)
        do(at_night.here)
    monkeypatch.setattr(tasks, "SETTLED", tasks.SETTLED * 0)
    tasks.sign_heads.func()
    assert [head.kind.value for head in services.journal().read()][-1] == "late"
    before = len(services.journal().read())
    monkeypatch.setattr(tasks, "later", lambda *_arguments, **_wishes: None)
    tasks.gather_heads.func()
    assert len(services.journal().read()) < before
    assert at_night.state == settings.STATE
