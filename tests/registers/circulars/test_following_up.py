"""Who has not acknowledged is followed up on the one ladder of the house: three times, then head, ปลัด, นายก."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from office_line import add_approver
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.models import Copy, FollowUp, FollowUpStep
from prongsai.platform.notices.services.following import take_due_steps
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience

SENT, DUE = date(2025, 3, 17), date(2025, 3, 21)


@pytest.fixture
def goes_on(here):
    """Let the office's mornings pass until a day."""

    def pass_days(until: date, since: date = SENT + timedelta(days=1)) -> None:
        for number in range((until - since).days + 1):
            here.agency.demo_today = since + timedelta(days=number)
            here.agency.save()
            take_due_steps(by="job:1")

    return pass_days


@pytest.fixture
def to_officer(here, sent):
    """A circular to the officer alone. Called while the office speaks."""
    officer = here.people[Role.OFFICER]
    return lambda **told: sent(audience=Audience.PEOPLE, audience_people=[officer.pk], **told)


def steps() -> list[tuple[str, set[str]]]:
    taken = FollowUpStep.objects.order_by("day", "pk")
    return [
        (one.step, set(Copy.objects.filter(notice=one.notice).values_list("person__given_name", flat=True)))
        for one in taken
    ]


def test_three_times_to_who_owes_it_then_up_the_line(here, to_officer, goes_on):
    with here.speaks():
        approver = add_approver(here)
        to_officer(due=DUE)
        goes_on(date(2025, 5, 30))
        officer, head, executive = (
            here.people[role].given_name for role in (Role.OFFICER, Role.UNIT_HEAD, Role.EXECUTIVE)
        )
        assert steps() == [
            ("first", {officer}), ("second", {officer}), ("third", {officer}),
            ("head", {head}), ("approver", {approver.person.given_name}), ("executive", {executive}),
        ]  # fmt: skip


def test_the_head_hears_after_the_second_follow_up_past_the_day_and_not_before(here, to_officer, goes_on):
    with here.speaks():
        to_officer(due=DUE)
        goes_on(DUE)
        assert [step for step, _told in steps()] == ["first"]
        goes_on(date(2025, 5, 30), since=DUE + timedelta(days=1))
        past_the_day = [step for step, _told in steps()][1:]
        assert past_the_day[:3] == ["second", "third", "head"]


def test_whoever_acknowledged_hears_no_more_and_nobody_above_does(here, acting, to_officer, goes_on):
    with here.speaks():
        circular = to_officer(due=DUE)
        goes_on(date(2025, 3, 24))
        before = steps()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        goes_on(date(2025, 5, 30), since=date(2025, 3, 25))
        assert steps() == before
        assert not FollowUp.objects.running().exists()


def test_a_withdrawn_circular_is_followed_up_no_more(here, acting, to_officer, goes_on):
    with here.speaks():
        services.withdraw(acting=acting(), circular=to_officer(due=DUE), because="ผิดฉบับ")
        goes_on(date(2025, 5, 30))
        assert steps() == []


def test_without_a_day_nobody_is_followed_up(here, to_officer, goes_on):
    with here.speaks():
        to_officer(due=None)
        goes_on(date(2025, 5, 30))
        assert steps() == []
