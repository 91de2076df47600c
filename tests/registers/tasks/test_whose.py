"""Who sees which task, who may do what with it, and that no other agency is met."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cast import make_twins
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.today import today
from prongsai.registers.tasks.gathering import gather_tasks, seen_tasks
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services import give_task, hand_in
from prongsai.registers.tasks.services.giving import Asked
from prongsai.registers.tasks.services.handing_in import may_keep, may_record_for, may_return

ALL = {"ของสุดา", "ของสำนักปลัด", "ของวิทยา", "ของกองคลัง"}


@pytest.fixture
def four(here, given, employ) -> dict[str, Task]:
    """Of a person and of the unit, here and in another unit; all given by the coordinator."""
    with here.speaks():
        tasks = [
            given("ของสุดา"),
            given("ของสำนักปลัด", here.units["สำนักปลัด"]),
            given("ของวิทยา", employ("วิทยา")),
            given("ของกองคลัง", here.units["กองคลัง"]),
        ]
    return {task.title: task for task in tasks}


@pytest.mark.parametrize(
    ("role", "by_link", "seen"),
    [
        (Role.OFFICER, False, {"ของสุดา", "ของสำนักปลัด"}),
        (Role.OFFICER, True, {"ของสุดา", "ของสำนักปลัด"}),
        (Role.UNIT_HEAD, False, {"ของสุดา", "ของสำนักปลัด"}),
        (Role.UNIT_HEAD, True, {"ของสำนักปลัด"}),
        (Role.COORDINATOR, False, ALL),
        (Role.COORDINATOR, True, {"ของสำนักปลัด"}),
        (Role.EXECUTIVE, False, ALL),
        (Role.AUDITOR, False, ALL),
        (Role.INVESTIGATOR, False, {"ของสำนักปลัด"}),
        (Role.OVERSEER, False, set()),
        (Role.KIOSK, False, set()),
    ],
)
def test_who_sees_which_task(here, acting, four, role, by_link, seen):
    with here.speaks():
        assert {task.title for task in Task.objects.visible_to(acting(role, by_link))} == seen


def test_who_gave_a_task_goes_on_seeing_it(here, acting, employ):
    with here.speaks():
        officer, own = acting(), here.people[Role.OFFICER]
        task = give_task(acting=officer, agency=here.agency, asked=Asked(title="ของตนเอง", owner=own))
        task.person, task.unit = employ("วิทยา"), None
        task.save()
        assert task in Task.objects.visible_to(officer)
        assert task not in Task.objects.visible_to(acting(by_link=True))


@pytest.mark.parametrize(
    ("role", "by_link", "keeps", "records"),
    [
        (Role.OFFICER, False, False, True),
        (Role.UNIT_HEAD, False, True, True),
        (Role.UNIT_HEAD, True, False, False),
        (Role.COORDINATOR, False, True, True),
        (Role.COORDINATOR, True, False, False),
        (Role.EXECUTIVE, False, False, False),
        (Role.AUDITOR, False, False, False),
    ],
)
def test_who_may_change_a_task_and_who_may_record_for_its_owner(here, acting, four, role, by_link, keeps, records):
    with here.speaks():
        task, who = Task.objects.get(pk=four["ของสุดา"].pk), acting(role, by_link)
        assert (may_keep(who, task), may_record_for(who, task)) == (keeps, records)


def test_a_head_keeps_nothing_of_another_unit(here, acting, four):
    with here.speaks():
        task, head = Task.objects.get(pk=four["ของกองคลัง"].pk), acting(Role.UNIT_HEAD)
        assert not may_keep(head, task)
        assert not may_record_for(head, task)


def test_who_came_by_link_is_the_same_person_when_it_comes_to_returning(here, acting, four):
    with here.speaks():
        task = hand_in(acting=acting(Role.UNIT_HEAD, by_link=True), task=four["ของสำนักปลัด"], proof="เสร็จ")
        assert not may_return(acting(Role.UNIT_HEAD), task)
        assert may_return(acting(Role.COORDINATOR), task)


def test_tasks_of_the_twin_are_in_no_list(here, there, acting, four):
    with there.speaks():
        asked = Asked(title=f"ลับ {there.canary}", owner=there.units["กองคลัง"])
        give_task(acting="test", agency=there.agency, asked=asked)
    with here.speaks():
        titles = {each.task.title for each in seen_tasks(acting(Role.COORDINATOR)).tasks}
    assert titles == ALL


def test_the_list_asks_as_many_questions_for_forty_tasks_as_for_four(here, four, given):
    with here.speaks():
        day = today(here.agency)
        with CaptureQueriesContext(connection) as few:
            gather_tasks(day)
        for number in range(36):
            given(f"งานที่ {number}", here.units["กองคลัง"])
        with CaptureQueriesContext(connection) as many:
            found = gather_tasks(day)
    assert len(found.tasks) == 40
    assert len(many) == len(few)


def test_fifty_stand_on_a_page_and_the_search_goes_on_to_the_next(here, asks, given):
    with here.speaks():
        for number in range(55):
            given(f"ตรวจหน้าเว็บ {number:02}", here.units["กองคลัง"], due=date(2025, 3, 18))
    client = asks(Role.COORDINATOR)
    first = client.get(reverse("tasks"), {"q": "หน้าเว็บ"}).content.decode()
    assert first.count("ตรวจหน้าเว็บ") == 50
    assert "q=%E0%B8%AB" in first
    second = client.get(reverse("tasks"), {"q": "หน้าเว็บ", "page": "2"}).content.decode()
    assert second.count("ตรวจหน้าเว็บ") == 5


@pytest.mark.django_db(transaction=True)
def test_a_task_handed_in_by_many_at_once_is_handed_in_once():
    office = make_twins()[0]
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        asked = Asked(title="ส่งภาพ", owner=office.units["สำนักปลัด"], due=date(2025, 3, 20), repeats_every=1)
        task = give_task(acting=acting_as(office.accounts[Role.COORDINATOR]), agency=office.agency, asked=asked)
    roles = [Role.OFFICER, Role.UNIT_HEAD, Role.INVESTIGATOR, Role.AUDITOR] * 2

    def send(role: Role) -> int:
        client = Client()
        client.force_login(office.accounts[role])
        try:
            return client.post(task.get_absolute_url(), {"proof": f"จาก {role}"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = sorted(pool.map(send, roles))
    assert answers.count(302) == 1
    assert set(answers) == {302, 409}
    with office.speaks():
        assert Task.objects.filter(follows=task).count() == 1
