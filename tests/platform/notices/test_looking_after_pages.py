"""Who looks after the sending: outbox, days of follow-ups, the LINE official account."""

from __future__ import annotations

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.proved import PROVED
from prongsai.platform.notices.models import FollowUpDays, LineAccount, Sending, State
from prongsai.platform.notices.troubles import TROUBLES

from .conftest import SECRET, TOKEN

DAYS = {"first": "3", "second": "1", "third": "", "head": "๕", "approver": "7", "executive": "10"}
LINE = {"basic_id": "@office", "secret": SECRET, "token": TOKEN, "on": "on"}


@pytest.fixture
def coordinator(post, client_of):
    return client_of(Role.COORDINATOR)


@pytest.fixture
def admin(post, client_of):
    return client_of(Role.SYSTEM_ADMIN)


@pytest.fixture
def troubled(post) -> Sending:
    post.wishes()
    post.tells("ความในใจของเรื่อง")
    Sending.objects.update(state=State.GIVEN_UP, trouble="refused")
    return Sending.objects.get()


def page(client, name: str = "outbox") -> str:
    return client.get(reverse(name)).content.decode()


def test_an_outbox_without_trouble_says_so(coordinator):
    assert "ส่งได้ครบทุกรายการ" in page(coordinator)


def test_the_outbox_tells_whose_and_why_and_never_what(coordinator, troubled):
    shown = page(coordinator)
    assert str(troubled.user) in shown
    assert "ปลายทางไม่รับข้อความสำหรับที่อยู่นี้" in shown
    assert "ความในใจ" not in shown
    assert "officer@office.example" not in shown


def test_what_waits_for_its_time_is_counted_and_is_no_trouble(coordinator, post):
    post.wishes(rhythm="daily")
    post.tells()
    shown = page(coordinator)
    assert "รอเวลาส่ง</dt><dd>1</dd>" in shown
    assert "ส่งได้ครบทุกรายการ" in shown


def test_every_trouble_has_its_words(coordinator, troubled):
    for trouble in TROUBLES:
        Sending.objects.update(trouble=trouble)
        assert '<td data-label="สาเหตุ">' + trouble not in page(coordinator)


def test_it_is_sent_once_more_when_somebody_says_so(coordinator, troubled, post, here):
    assert coordinator.post(reverse("send-again", args=[troubled.pk])).status_code == 302
    post.goes_out()
    assert len(post.letters) == 1
    assert "notice.sent_again" in [line.action for line in lines_of(here)]


def test_what_was_sent_or_is_under_way_is_not_sent_again(coordinator, troubled):
    for state in (State.SENT, State.SENDING, State.DROPPED):
        Sending.objects.update(state=state)
        assert coordinator.post(reverse("send-again", args=[troubled.pk])).status_code == 409


def test_pressed_twice_it_is_a_conflict(coordinator, troubled):
    answers = [coordinator.post(reverse("send-again", args=[troubled.pk])).status_code for _ in range(2)]
    assert answers == [302, 409]


def test_the_outbox_of_the_other_agency_is_not_ours(troubled, twins, client_of):
    theirs = client_of(Role.COORDINATOR, twins[1])
    assert "ส่งได้ครบทุกรายการ" in page(theirs)
    assert theirs.post(reverse("send-again", args=[troubled.pk])).status_code == 404


def test_days_of_follow_ups_are_set_and_an_empty_one_is_left_out(coordinator, here):
    assert 'value="3"' in page(coordinator, "follow-up-days")
    assert coordinator.post(reverse("follow-up-days"), DAYS).status_code == 302
    days = FollowUpDays.objects.get()
    assert (days.first, days.second, days.third, days.head) == (3, 1, None, 5)
    assert lines_of(here)[-1].action == "follow_up.days_set"


@pytest.mark.parametrize(
    "wrong", [{"head": "1"}, {"second": "-1"}, {"second": "x"}, {"executive": "61"}, {"head": "2.5"}]
)
def test_days_that_do_not_rise_or_are_no_days_are_refused(coordinator, wrong):
    answer = coordinator.post(reverse("follow-up-days"), DAYS | wrong)
    assert answer.status_code == 200
    assert "โปรดแก้ไข" in answer.content.decode()
    assert not FollowUpDays.objects.exists()


def test_line_is_set_up_and_its_secrets_are_never_shown_again(admin, here):
    assert admin.post(reverse("line-account"), LINE).status_code == 302
    account = LineAccount.objects.get()
    assert (account.secret, account.token, account.is_ready) == (SECRET, TOKEN, True)
    shown = page(admin, "line-account")
    assert SECRET not in shown
    assert TOKEN not in shown
    assert "http://testserver/line/webhook/nongkrachang" in shown
    (line,) = lines_of(here)
    assert line.told == {"on": True, "secret": True, "token": True}


def test_an_empty_secret_stays_as_it_is(admin):
    admin.post(reverse("line-account"), LINE)
    admin.post(reverse("line-account"), {"basic_id": "@other", "secret": "", "token": ""})
    account = LineAccount.objects.get()
    assert (account.basic_id, account.secret, account.token, account.on) == ("@other", SECRET, TOKEN, False)


def test_line_without_its_secrets_cannot_be_switched_on(admin):
    answer = admin.post(reverse("line-account"), LINE | {"token": ""})
    assert answer.status_code == 200
    assert "เปิดการส่งทางไลน์ได้เมื่อ" in answer.content.decode()
    assert not LineAccount.objects.filter(on=True).exists()


@pytest.mark.parametrize("wrong", [{"basic_id": "office"}, {"secret": "a b"}, {"token": "โทเคน"}, {"token": "x" * 501}])
def test_what_cannot_be_a_name_or_a_secret_is_refused_and_not_shown_back(admin, wrong):
    answer = admin.post(reverse("line-account"), LINE | wrong)
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()
    assert not LineAccount.objects.exists()


def test_setting_up_line_asks_for_the_passphrase_first(admin):
    session = admin.session
    del session[PROVED]
    session.save()
    assert admin.get(reverse("line-account")).headers["Location"].startswith(reverse("prove"))
    assert admin.post(reverse("line-account"), LINE).status_code == 302
    assert not LineAccount.objects.exists()


def test_the_coordinator_is_not_led_to_what_is_the_administrators(coordinator, admin):
    assert reverse("line-account") not in page(coordinator)
    assert reverse("line-account") in page(admin)
    assert reverse("follow-up-days") in page(coordinator)
    assert reverse("follow-up-days") not in page(admin)
