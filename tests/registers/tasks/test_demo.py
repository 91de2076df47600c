"""The tasks of the invented office."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.notices.models import Copy, FollowUp
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.tasks.gathering import own_tasks
from prongsai.registers.tasks.models import Task


@pytest.fixture
def loaded(db) -> Agency:
    load_demo()
    call_command("load_demo_tasks", stdout=StringIO())
    return Agency.objects.get(code="nongkrachang")


def test_the_units_owe_what_the_story_has_and_nobody_is_told_at_once(loaded):
    with speaking(loaded.pk, actor="test"):
        late = [task for task in Task.objects.open() if task.is_late(date(2025, 3, 17))]
        assert {task.owner.__str__() for task in late} == {"กองการศึกษา ศาสนาและวัฒนธรรม", "นายอนุชา ตัวอย่างสาร"}
        recorded = Task.objects.exclude(recorded_for=None).get()
        assert (recorded.recorded_for.given_name, recorded.received_by) == ("สมบูรณ์", "line")
        assert FollowUp.objects.running().count() == Task.objects.open().count()
        assert not Copy.objects.exists()


def test_the_coordinator_has_a_task_too(loaded):
    account = User.objects.get(agency=loaded, login_name="pimjai")
    with speaking(loaded.pk, actor="test"):
        assert [each.task.title for each in own_tasks(acting_as(account)).tasks] == ["ตรวจหน้าเว็บทุกหน้าและแจ้งผู้รับจ้าง"]


def test_loading_again_changes_nothing(loaded):
    with speaking(loaded.pk, actor="test"):
        before = Task.objects.count()
    call_command("load_demo_tasks", stdout=StringIO())
    with speaking(loaded.pk, actor="test"):
        assert Task.objects.count() == before == 11


def test_an_office_that_is_real_gets_nothing(db):
    agency = Agency.objects.create(code="real", name="หน่วยงานจริง", kind="sao")
    call_command("load_demo_tasks", stdout=StringIO())
    with speaking(agency.pk, actor="test"):
        assert not Task.objects.exists()
