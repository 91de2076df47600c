"""Who owes a task is told, reminded, and left in peace once it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.notices.kinds import kinds
from prongsai.platform.notices.models import Copy, FollowUp, FollowUpStep
from prongsai.platform.notices.services.following import take_due_steps
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.notice_kinds import HAND_IN
from prongsai.registers.tasks.services import drop_task, give_task, hand_in, hand_over_task
from prongsai.registers.tasks.services.giving import Asked


@pytest.fixture
def passes(here):
    """Let the days of a month pass, each with its morning round."""

    def pass_by(days: int) -> None:
        for _ in range(days):
            here.agency.demo_today += timedelta(days=1)
            here.agency.save()
            take_due_steps(by="job:1")

    return pass_by


def told(person: Person) -> int:
    return Copy.objects.filter(person=person, notice__kind=HAND_IN).count()


def test_the_notice_of_a_new_task_leads_to_its_page(here, asks, given):
    with here.speaks():
        task = given()
        notice = Copy.objects.get(person=here.people[Role.OFFICER]).notice
        assert (notice.path, notice.thing, notice.due) == (task.get_absolute_url(), task.pk, task.due)
        assert task.title in notice.subject
    assert task.title in asks(Role.OFFICER).get(reverse("notices")).content.decode()


def test_who_does_not_hand_in_is_reminded_and_then_the_head_is_told(here, given, passes):
    with here.speaks():
        given(due=date(2025, 3, 20))
        passes(30)
        assert told(here.people[Role.OFFICER]) > 2
        assert told(here.people[Role.UNIT_HEAD]) == 1


def test_who_has_handed_in_hears_no_more(here, acting, given, passes):
    with here.speaks():
        task = given(due=date(2025, 3, 20))
        hand_in(acting=acting(), task=task, proof="เสร็จ")
        before = told(here.people[Role.OFFICER])
        passes(30)
        assert told(here.people[Role.OFFICER]) == before
        assert not FollowUpStep.objects.exists()


def test_a_task_without_a_day_is_told_once_and_followed_up_by_nobody(here, given, passes):
    with here.speaks():
        given(due=None)
        passes(30)
        assert told(here.people[Role.OFFICER]) == 1
        assert not FollowUp.objects.exists()


def test_the_successor_is_reminded_and_not_who_left(here, given, employ, passes):
    with here.speaks():
        task, successor = given(due=date(2025, 3, 20)), employ("วิทยา")
        hand_over_task(task=task, to=successor, actor="user:1")
        before = told(here.people[Role.OFFICER])
        passes(10)
        assert told(here.people[Role.OFFICER]) == before
        assert told(successor) > 0


def test_a_task_that_comes_again_is_followed_up_for_its_next_day(here, acting, given):
    with here.speaks():
        task = given(due=date(2025, 3, 20), repeats_every=1)
        hand_in(acting=acting(), task=task, proof="เดือนมีนาคม")
        assert [(one.due, one.thing) for one in FollowUp.objects.running()] == [
            (date(2025, 4, 20), Task.objects.open().get().pk)
        ]


def test_a_task_called_off_does_not_come_again(here, acting, given):
    with here.speaks():
        task = given(repeats_every=1)
        drop_task(acting=acting(Role.COORDINATOR), task=task, because="ยกเลิกมาตรการ")
        assert not Task.objects.open().exists()
        assert not FollowUp.objects.running().exists()


def test_another_room_gives_a_task_quietly(here):
    with here.speaks():
        asked = Asked(title="ติดตามมติ", owner=here.units["กองคลัง"], due=date(2025, 3, 20))
        task = give_task(acting="job:1", agency=here.agency, asked=asked, tell=False)
        assert not Copy.objects.exists()
        assert task.made_by == "job:1"


def test_what_is_gone_counts_as_done(here, given):
    kind = kinds[HAND_IN]
    assert kind.is_done is not None
    with here.speaks():
        assert not kind.is_done(given().pk)
        assert kind.is_done(2**40)
