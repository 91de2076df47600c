"""Giving a task, changing it, calling it off."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.notices.models import Copy, FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale
from prongsai.registers.tasks.forms import EDITED
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services import drop_task, give_task
from prongsai.registers.tasks.services.giving import Asked


def answers(**told) -> dict[str, object]:
    return {"title": "จัดทำบัญชีพัสดุ", "due": "20 มีนาคม 2568", "details": "", "address": "", "repeats_every": ""} | told


def test_a_task_is_given_to_a_unit_and_everybody_in_it_is_told(here, asks, employ):
    with here.speaks():
        person, unit = employ("วิทยา"), here.units["กองคลัง"]
    sent = asks(Role.COORDINATOR).post(reverse("new-task"), answers(owner=f"unit-{unit.pk}"))
    with here.speaks():
        task = Task.objects.get()
        assert sent.headers["Location"] == task.get_absolute_url()
        assert (task.unit, task.person, task.due, task.made) == (unit, None, date(2025, 3, 20), date(2025, 3, 17))
        assert Copy.objects.get().person == person
        assert FollowUp.objects.get().due == date(2025, 3, 20)
    assert "tasks.given" in [line.action for line in lines_of(here)]


def test_an_officer_gives_tasks_to_oneself_and_the_own_unit_only(here, asks, employ):
    with here.speaks():
        employ("วิทยา")
        other, own = here.units["กองคลัง"], here.people[Role.OFFICER]
    client = asks(Role.OFFICER)
    assert client.post(reverse("new-task"), answers(owner=f"unit-{other.pk}")).status_code == 400
    assert client.post(reverse("new-task"), answers(owner=f"person-{own.pk}")).status_code == 302
    with here.speaks():
        assert [task.person for task in Task.objects.all()] == [own]


def test_a_head_gives_tasks_to_the_people_of_the_unit(here, asks, employ):
    with here.speaks():
        stranger, own = employ("วิทยา"), employ("อนุชา", "สำนักปลัด")
    client = asks(Role.UNIT_HEAD)
    assert client.post(reverse("new-task"), answers(owner=f"person-{own.pk}")).status_code == 302
    assert client.post(reverse("new-task"), answers(owner=f"person-{stranger.pk}")).status_code == 400


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"title": ""}, "กรอก"),
        ({"due": "", "repeats_every": "1"}, "งานที่ทำซ้ำต้องมีวันครบกำหนด"),
        ({"repeats_every": "13"}, "12"),
        ({"due": "31 กุมภาพันธ์ 2568"}, "31"),
        ({"address": "javascript:alert(1)"}, "error"),
        ({"owner": "unit-999999"}, ""),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_given(here, asks, told, said):
    owner = f"person-{here.people[Role.OFFICER].pk}"
    page = asks(Role.COORDINATOR).post(reverse("new-task"), answers(owner=owner) | told)
    assert page.status_code == 400
    assert said in page.content.decode()
    with here.speaks():
        assert not Task.objects.exists()


def test_the_database_refuses_a_task_of_nobody_and_of_both(here):
    with here.speaks():
        plain = {"agency": here.agency, "title": "งาน", "made": date(2025, 3, 17), "made_by": "test"}
        person, unit = here.people[Role.OFFICER], Unit.objects.first()
        for owners in ({}, {"person": person, "unit": unit}):
            with pytest.raises(IntegrityError, match="owed_by"), transaction.atomic():
                Task.objects.create(**plain, **owners)
        with pytest.raises(IntegrityError, match="has_a_day"), transaction.atomic():
            Task.objects.create(**plain, person=person, repeats_every=1)


def test_a_task_that_comes_again_without_a_day_is_refused_by_the_service_too(here, acting):
    with here.speaks(), pytest.raises(ValueError, match="has a day"):
        asked = Asked(title="งาน", owner=here.people[Role.OFFICER], repeats_every=1)
        give_task(acting=acting(Role.COORDINATOR), agency=here.agency, asked=asked)


def test_a_changed_day_is_followed_up_from_the_new_day(here, asks, given):
    with here.speaks():
        task = given()
        seen = stale.version_of(task, EDITED)
    told = answers(owner=f"person-{task.person_id}", due="31 มีนาคม 2568", seen=seen)
    assert asks(Role.COORDINATOR).post(reverse("task-change", args=[task.pk]), told).status_code == 302
    with here.speaks():
        task.refresh_from_db()
        assert (task.title, task.due) == ("จัดทำบัญชีพัสดุ", date(2025, 3, 31))
        assert [one.due for one in FollowUp.objects.running()] == [date(2025, 3, 31)]


def test_the_second_of_two_who_change_a_task_is_shown_the_difference(here, asks, given):
    with here.speaks():
        task = given()
        seen = stale.version_of(task, EDITED)
    told = answers(owner=f"person-{task.person_id}", seen=seen)
    address = reverse("task-change", args=[task.pk])
    assert asks(Role.COORDINATOR).post(address, told).status_code == 302
    second = asks(Role.UNIT_HEAD).post(address, told | {"title": "อย่างอื่น"})
    assert second.status_code == 409
    page = second.content.decode()
    assert "จัดทำบัญชีพัสดุ" in page
    assert "อย่างอื่น" in page
    with here.speaks():
        task.refresh_from_db()
        assert task.title == "จัดทำบัญชีพัสดุ"


def test_a_form_without_its_mark_is_refused(here, asks, given):
    with here.speaks():
        task = given()
    told = answers(owner=f"person-{task.person_id}")
    assert asks(Role.COORDINATOR).post(reverse("task-change", args=[task.pk]), told).status_code == 400


def test_who_neither_gave_nor_heads_a_task_may_not_change_it(here, asks, given):
    with here.speaks():
        task = given()
    assert asks(Role.OFFICER).get(reverse("task-change", args=[task.pk])).status_code == 409
    sent = {"because": "ไม่ทำแล้ว"}
    assert asks(Role.OFFICER).post(reverse("task-call-off", args=[task.pk]), sent).status_code == 409
    with here.speaks():
        task.refresh_from_db()
        assert task.is_open


def test_a_task_is_called_off_with_a_reason_and_nobody_is_reminded_any_more(here, asks, given):
    with here.speaks():
        task = given()
    client = asks(Role.COORDINATOR)
    address = reverse("task-call-off", args=[task.pk])
    assert client.post(address, {"because": ""}).status_code == 400
    assert client.post(address, {"because": "รวมกับงานอื่น"}).status_code == 302
    with here.speaks():
        task.refresh_from_db()
        assert (task.state, task.dropped_because) == ("dropped", "รวมกับงานอื่น")
        assert not FollowUp.objects.running().exists()
    assert client.post(address, {"because": "อีกครั้ง"}).status_code == 409


def test_a_task_called_off_twice_at_once_is_a_conflict(here, acting, given):
    with here.speaks():
        task = given()
        drop_task(acting=acting(Role.COORDINATOR), task=task, because="ซ้ำ")
        with pytest.raises(Conflict):
            drop_task(acting=acting(Role.COORDINATOR), task=task, because="ซ้ำ")
