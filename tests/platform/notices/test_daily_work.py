"""What runs by itself each morning, and what goes when its time is over."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.modules import PersonalRecord, registry
from prongsai.platform.modules.removal import remove_expired
from prongsai.platform.notices import removal
from prongsai.platform.notices.models import (
    Copy,
    Feed,
    FollowUp,
    LineLink,
    LineSignal,
    LinkingCode,
    Notice,
    Sending,
    State,
)
from prongsai.platform.notices.personal import RECORDS
from prongsai.platform.notices.services import follow_up, settle
from prongsai.platform.notices.services.wishes import make_feed, make_linking_code
from prongsai.platform.notices.tasks import begin_the_day, follow_up_today


def jobs(name: str) -> list[dict]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE task_name LIKE %s AND status = 'todo'", [f"%{name}"])
        return [json.loads(args) for (args,) in cursor.fetchall()]


def test_the_morning_begins_in_every_open_agency_once(post, twins):
    begin_the_day()
    begin_the_day()
    assert sorted(args["agency"] for args in jobs("follow_up_today")) == sorted(twin.agency.pk for twin in twins)


def test_an_agency_that_closed_is_left_alone(post, twins):
    Agency.objects.filter(pk=twins[1].agency.pk).update(closed=date(2025, 1, 1))
    begin_the_day()
    assert [args["agency"] for args in jobs("follow_up_today")] == [twins[0].agency.pk]


def test_the_morning_follows_up_and_looks_into_the_outbox(post, here):
    unit = here.people[Role.OFFICER].unit
    due = date(2025, 3, 18)
    follow_up(kind="example.count_listeners", thing=1, due=due, by="user:1", unit=unit, subject="เรื่อง")
    follow_up_today(agency=here.agency.pk)
    assert Notice.objects.count() == 1
    assert [args["agency"] for args in jobs("send_notices")] == [here.agency.pk]


def test_jobs_carry_numbers_alone(post, here):
    post.wishes()
    post.tells("ชื่อคนในเรื่อง")
    assert all(isinstance(value, int) for args in jobs("send_notices") for value in args.values())


@pytest.fixture
def old(post, here):
    """A year of notices: one old, one young, each with what hangs on it."""
    for age in (500, 10):
        post.wishes()
        notice = post.tells(f"เมื่อ {age} วัน")
        made = timezone.now() - timedelta(days=age)
        Notice.objects.filter(pk=notice.pk).update(made=made)
        Sending.objects.filter(copy__notice=notice).update(state=State.SENT, changed=made)
        unit = here.people[Role.OFFICER].unit
        told = {"due": date(2025, 3, 18), "by": "user:1", "unit": unit, "subject": "เรื่อง"}
        follow_up(kind="example.count_listeners", thing=age, **told)
        settle(kind="example.count_listeners", thing=age, by="user:1")
        FollowUp.objects.filter(thing=age).update(ended=made)
        LineSignal.objects.create(agency=here.agency, event=f"E{age}", told=made)
    make_linking_code(acting=post.acting(), agency=here.agency)


def test_what_is_past_its_period_goes_and_the_rest_stays(old, post):
    now = timezone.now() + timedelta(minutes=20)
    assert [remove(now) for remove in (
        removal.remove_sendings, removal.remove_copies, removal.remove_notices, removal.remove_follow_ups,
        removal.remove_events, removal.remove_codes,
    )] == [1, 1, 1, 1, 2, 1]  # fmt: skip
    assert Notice.objects.get().subject == "เมื่อ 10 วัน"
    assert (Copy.objects.count(), Sending.objects.count(), FollowUp.objects.count()) == (1, 1, 1)


def test_a_notice_goes_with_all_that_hangs_on_it(old):
    removal.remove_notices(timezone.now())
    assert (Copy.objects.count(), Sending.objects.count()) == (1, 1)


def test_a_follow_up_keeps_its_step_when_its_notice_goes(post, here):
    unit = here.people[Role.OFFICER].unit
    due = date(2025, 3, 18)
    begun = follow_up(kind="example.count_listeners", thing=1, due=due, by="user:1", unit=unit, subject="เรื่อง")
    follow_up_today(agency=here.agency.pk)
    removal.remove_notices(timezone.now() + timedelta(days=500))
    assert begun.steps.get().notice is None


def test_what_waits_or_is_under_way_is_not_removed(post):
    post.wishes()
    post.tells()
    for state in (State.WAITING, State.SENDING):
        Sending.objects.update(state=state)
        assert removal.remove_sendings(timezone.now() + timedelta(days=200)) == 0


def test_the_removers_of_this_room_are_called_with_those_of_all(old):
    removed = remove_expired([module for module in registry if module.key == "notices"], timezone.now())
    assert removed == {"notices.Notice": 1, "notices.FollowUp": 1, "notices.LineSignal": 2}


def test_what_has_a_period_has_a_remover():
    for record in (record for record in RECORDS if isinstance(record, PersonalRecord)):
        assert (record.period is None) == (record.remove is None)


def test_a_code_that_is_over_is_gone_by_the_next_morning(post, here):
    make_linking_code(acting=post.acting(), agency=here.agency)
    post.clock.move(hours=23)
    follow_up_today(agency=here.agency.pk)
    assert not LinkingCode.objects.exists()


def test_the_line_and_the_calendar_address_of_who_left_are_forgotten(post, here, line_on):
    for role in (Role.OFFICER, Role.AUDITOR):
        post.links_line(role)
        make_feed(acting=post.acting(role), agency=here.agency)
    User.objects.filter(pk=post.officer.pk).update(is_active=False)
    follow_up_today(agency=here.agency.pk)
    assert LineLink.objects.get().user == here.accounts[Role.AUDITOR]
    assert Feed.objects.get().user == here.accounts[Role.AUDITOR]
