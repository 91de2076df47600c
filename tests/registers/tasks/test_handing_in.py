"""Handing in: by who owes it, by personal link, for somebody else; returned; coming again."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from photographs import photograph
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.models import Copy, FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services import Channel, hand_in, hand_in_for, return_task


def page_of(task: Task) -> str:
    return reverse("task", args=[task.pk])


def test_a_photograph_alone_is_proof_enough(here, asks, given):
    with here.speaks():
        task = given()
    client = asks(Role.OFFICER)
    assert client.post(page_of(task), {"files": photograph(), "proof": ""}).status_code == 302
    with here.speaks():
        task.refresh_from_db()
        assert (task.state, task.done, task.recorded_for) == ("done", date(2025, 3, 17), None)
        assert Attachment.objects.get(holder="task-proof", thing=task.pk)
        assert not Copy.objects.filter(done=None).exists()
        assert not FollowUp.objects.running().exists()
    page = client.get(page_of(task)).content.decode()
    assert "ภาพ" in page
    assert "17 มีนาคม 2568" in page
    assert "tasks.handed_in" in [line.action for line in lines_of(here)]


def test_nothing_at_all_is_no_proof(here, asks, given):
    with here.speaks():
        task = given()
    answer = asks(Role.OFFICER).post(page_of(task), {"proof": "  "})
    assert answer.status_code == 400
    assert "แนบไฟล์หรือภาพถ่าย" in answer.content.decode()
    with here.speaks():
        task.refresh_from_db()
        assert task.is_open


def test_by_link_one_hands_in_and_comes_back_to_ones_own_part(here, asks, given):
    with here.speaks():
        task = given()
    client = asks(Role.OFFICER, by_link=True)
    mine = client.get(reverse("my-tasks"))
    assert task.title in mine.content.decode()
    assert 'class="menu"' not in mine.content.decode()
    sent = client.post(page_of(task), {"files": photograph(), "proof": "ติดแล้ว 5 จุด"})
    assert sent.headers["Location"] == reverse("my-tasks")
    with here.speaks():
        task.refresh_from_db()
        assert task.done_by == f"link:{here.accounts[Role.OFFICER].pk}"
    assert "ส่งแล้วเมื่อเร็ว" in client.get(reverse("my-tasks")).content.decode()


def test_by_link_one_sees_nothing_of_others(here, asks, given, employ):
    with here.speaks():
        other = given("งานของกองคลัง", employ("วิทยา"))
    for role in (Role.OFFICER, Role.COORDINATOR, Role.EXECUTIVE):
        client = asks(role, by_link=True)
        assert other.title not in client.get(reverse("my-tasks")).content.decode()
        assert client.get(page_of(other)).status_code == 404
        for closed in ("tasks", "office-home", "given-tasks", "tasks-line"):
            assert client.get(reverse(closed)).status_code == 404


def test_everybody_of_a_unit_may_hand_in_what_the_unit_owes(here, asks, given):
    with here.speaks():
        task = given(owner=here.units["สำนักปลัด"])
    assert asks(Role.INVESTIGATOR).post(page_of(task), {"proof": "ส่งแล้ว"}).status_code == 302


def test_what_another_person_owes_is_not_handed_in_as_ones_own(here, asks, given):
    with here.speaks():
        task = given()
    answer = asks(Role.COORDINATOR).post(page_of(task), {"proof": "ส่งแล้ว"})
    assert answer.status_code == 409
    assert "บันทึกแทน" in answer.content.decode()


def test_a_task_is_handed_in_once(here, acting, given):
    with here.speaks():
        task = given()
        hand_in(acting=acting(), task=task, proof="เสร็จ")
        with pytest.raises(Conflict):
            hand_in(acting=acting(), task=task, proof="เสร็จอีก")


def test_what_came_by_line_is_written_down_with_whose_it_is_and_both_days(here, asks, given):
    with here.speaks():
        task = given()
    person = here.people[Role.OFFICER]
    told = {"recorded_for": person.pk, "received_by": "line", "day": "14 มีนาคม 2568", "proof": "ส่งภาพทางไลน์"}
    client = asks(Role.COORDINATOR)
    assert client.post(reverse("task-record-for", args=[task.pk]), told).status_code == 302
    with here.speaks():
        task.refresh_from_db()
        assert (task.recorded_for, task.received_by) == (person, Channel.LINE)
        assert (task.done, task.entered, task.is_backdated) == (date(2025, 3, 14), date(2025, 3, 17), True)
    page = client.get(page_of(task)).content.decode()
    for words in ("บันทึกแทน", "ไลน์", "บันทึกย้อนหลัง", "14 มีนาคม 2568", "17 มี.ค. 68"):
        assert words in page
    assert "tasks.handed_in_for" in [line.action for line in lines_of(here)]


def test_a_day_that_has_not_come_is_refused(here, asks, acting, given):
    with here.speaks():
        task = given()
        told = {"recorded_for": here.people[Role.OFFICER], "received_by": Channel.PAPER, "proof": "ส่ง"}
        with pytest.raises(Conflict):
            hand_in_for(acting=acting(Role.COORDINATOR), task=task, day=date(2025, 3, 18), **told)
    sent = {"recorded_for": task.person_id, "received_by": "paper", "day": "18 มีนาคม 2568", "proof": "ส่ง"}
    answer = asks(Role.COORDINATOR).post(reverse("task-record-for", args=[task.pk]), sent)
    assert answer.status_code == 400
    assert "ยังมาไม่ถึง" in answer.content.decode()


def test_a_colleague_of_another_unit_records_nothing(here, asks, given, employ):
    with here.speaks():
        task = given(owner=employ("วิทยา"))
    assert asks(Role.OFFICER).get(reverse("task-record-for", args=[task.pk])).status_code == 404
    assert asks(Role.COORDINATOR).get(reverse("task-record-for", args=[task.pk])).status_code == 200


def test_who_gave_a_task_returns_it_with_a_reason_and_it_is_followed_up_again(here, asks, acting, given):
    with here.speaks():
        task = given()
        hand_in(acting=acting(), task=task, proof="เสร็จ")
    address = reverse("task-return", args=[task.pk])
    assert asks(Role.COORDINATOR).post(address, {"because": "ภาพไม่ชัด"}).status_code == 302
    with here.speaks():
        task.refresh_from_db()
        assert (task.state, task.done, task.returned_because) == ("open", None, "ภาพไม่ชัด")
        assert FollowUp.objects.running().count() == 1
    assert "ภาพไม่ชัด" in asks(Role.OFFICER).get(page_of(task)).content.decode()
    assert asks(Role.COORDINATOR).post(address, {"because": "อีก"}).status_code == 409


def test_nobody_returns_what_one_handed_in_oneself(here, acting, given):
    with here.speaks():
        task = given(owner=here.people[Role.COORDINATOR])
        for by_link in (False, True):
            hand_in(acting=acting(Role.COORDINATOR, by_link=by_link), task=task, proof="เสร็จ")
            with pytest.raises(Conflict):
                return_task(acting=acting(Role.COORDINATOR), task=task, because="ลองดู")
            return_task(acting=acting(Role.UNIT_HEAD), task=task, because="ลองใหม่")


def test_a_task_that_comes_again_is_there_for_the_next_month_when_it_is_handed_in(here, acting, given):
    with here.speaks():
        task = given(due=date(2025, 1, 31), repeats_every=1)
        hand_in(acting=acting(), task=task, proof="เดือนมกราคม")
        following = Task.objects.open().get()
        assert (following.due, following.person, following.follows) == (date(2025, 2, 28), task.person, task)
        hand_in(acting=acting(), task=following, proof="เดือนกุมภาพันธ์")
        assert Task.objects.open().get().due == date(2025, 3, 31)


def test_a_task_returned_and_handed_in_again_comes_again_only_once(here, acting, given):
    with here.speaks():
        task = given(repeats_every=3)
        for _ in range(2):
            hand_in(acting=acting(), task=task, proof="เสร็จ")
            return_task(acting=acting(Role.COORDINATOR), task=task, because="เพิ่มภาพ")
        assert Task.objects.filter(follows=task).count() == 1


def test_the_proof_is_read_by_who_may_see_the_task_also_by_link(here, asks, given, employ):
    with here.speaks():
        task = given()
    asks(Role.OFFICER).post(page_of(task), {"files": photograph()})
    with here.speaks():
        address = Attachment.objects.get().file.newest.get_absolute_url()
    assert asks(Role.OFFICER, by_link=True).get(address).status_code == 200
    assert asks(Role.UNIT_HEAD).get(address).status_code == 200
    assert asks(Role.INVESTIGATOR).get(address).status_code == 404
