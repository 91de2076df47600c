"""Who looks after an installation hears by the next morning that its back-ups fail."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from cast import make_office
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.signing import KEY
from prongsai.platform.audit.whole import FOLDER
from prongsai.platform.backup import alerting, tasks
from prongsai.platform.notices.models import Copy, Notice

NOW = datetime(2025, 11, 20, 1, 0, tzinfo=UTC)


@pytest.fixture
def alone(db):
    return make_office("nongkrachang", "อบต.หนองกระจ่าง")


@pytest.fixture
def state(tmp_path):
    """An installation whose log began two days ago."""
    key = tmp_path / FOLDER / KEY
    key.parent.mkdir(parents=True)
    key.write_text("")
    began = (NOW - timedelta(days=2)).timestamp()
    os.utime(key, (began, began))
    return tmp_path


def tell(office, state):
    with office.speaks():
        told = alerting.tell_administrators(office.agency, state / "backups", state, by="job:1", now=NOW)
        return told, list(Notice.objects.filter(kind="backup.trouble"))


def open_copies(office):
    with office.speaks():
        return list(Copy.objects.filter(notice__kind="backup.trouble", done=None))


def test_an_installation_without_a_back_up_is_told_to_its_administrators_alone(alone, state):
    told, (notice,) = tell(alone, state)
    assert told
    assert notice.urgent
    assert "ยังไม่มีข้อมูลสำรองเลย" in notice.words
    (copy,) = open_copies(alone)
    account = alone.accounts[Role.SYSTEM_ADMIN]
    assert (copy.person_id, copy.user_id) in {(account.person_id, None), (None, account.pk)}


def test_the_next_morning_replaces_what_was_told(alone, state):
    tell(alone, state)
    _told, notices = tell(alone, state)
    assert len(notices) == 2
    assert len(open_copies(alone)) == 1


def test_a_parked_back_up_is_named(alone, state):
    job = app.configure_task(tasks.back_up.name, queue="long").defer()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job])
    _told, (notice,) = tell(alone, state)
    assert "ไม่สำเร็จสามครั้ง" in notice.words


def test_a_young_installation_is_left_in_peace(alone, tmp_path):
    assert tell(alone, tmp_path) == (False, [])


def test_an_agency_among_many_is_not_told_of_what_is_not_its_own(alone, state):
    make_office("thachaemchan", "เทศบาลตำบลท่าแจ่มจันทร์")
    assert tell(alone, state) == (False, [])


def test_the_morning_task_looks_where_back_ups_are_kept(alone, state, settings, monkeypatch):
    asked = []
    monkeypatch.setattr(tasks, "tell_administrators", lambda agency, *places, by: asked.append((agency, *places, by)))
    settings.STATE = state
    with alone.speaks():
        tasks.warn_of_back_ups.func(alone.agency.pk)
    assert asked == [(alone.agency, tasks._folder(), state, "job:0")]
