"""ติดตามครั้งที่ 1, 2, 3 by the coordinator or by itself; then the superiors."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from prongsai.office.data_calls.models import Addressee, CalledItem, Reminder
from prongsai.office.data_calls.services import followed, move_item, remind
from prongsai.platform.agency.models import Person
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.models import Copy, FollowUp, FollowUpStep, Notice
from prongsai.platform.notices.services.following import take_due_steps
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel


@pytest.fixture
def finance(here, called) -> Addressee:
    with here.speaks():
        return Addressee.objects.get(unit=here.units["กองคลัง"])


def step_to(here, day: date) -> None:
    here.agency.demo_today = day
    here.agency.save()


def press(here, acting, addressee: Addressee, day: date) -> Reminder:
    step_to(here, day)
    return remind(acting=acting(), addressee=addressee, channel=Channel.LINE, words="ขอข้อมูล")


def test_the_text_of_the_next_follow_up_names_the_unit_and_what_is_owed_and_no_person(asks, finance, witthaya):
    page = asks().get(reverse("data-call-remind", args=[finance.pk])).content.decode()
    assert "ติดตามครั้งที่ 1" in page
    assert "เรียน กองคลัง" in page
    assert "O12" in page
    assert "วิทยา" not in page.split("line-text")[1].split("</textarea>")[0]


def test_a_press_keeps_day_channel_and_words_and_tells_the_people(here, asks, called, finance, witthaya):
    sent = {"channel": "line", "words": "เรียน กองคลัง ขอติดตาม"}
    answer = asks().post(reverse("data-call-remind", args=[finance.pk]), sent)
    assert answer.headers["Location"] == reverse("data-calls", args=[called.round_id])
    with here.speaks():
        made = Reminder.objects.get()
        assert (made.number, made.day, made.channel) == (1, date(2025, 3, 17), "line")
        told = Notice.objects.filter(subject__startswith="ติดตามครั้งที่ 1").get()
        assert Copy.objects.filter(notice=told, person=witthaya.person).exists()
    page = asks().get(reverse("data-calls", args=[called.round_id])).content.decode()
    assert "1 ครั้ง" in page


def test_twice_on_one_day_is_once_too_often(here, acting, finance):
    with here.speaks():
        press(here, acting, finance, date(2025, 4, 1))
        with pytest.raises(Conflict):
            press(here, acting, finance, date(2025, 4, 1))
        assert Reminder.objects.count() == 1


def test_after_three_the_superiors_hear_of_it_by_themselves(here, acting, asks, finance, witthaya):
    with here.speaks():
        for number, day in enumerate((date(2025, 4, 1), date(2025, 4, 2), date(2025, 4, 3)), start=1):
            assert press(here, acting, finance, day).number == number
        with pytest.raises(Conflict):
            press(here, acting, finance, date(2025, 4, 4))
        steps = []
        for days in range(4, 30):
            step_to(here, date(2025, 4, 1) + timedelta(days=days))
            take_due_steps(by="job:1")
            steps = list(FollowUpStep.objects.filter(follow_up__thing=finance.pk).values_list("step", flat=True))
        assert steps[:3] == ["first", "second", "third"]
        assert steps[3:] == ["head", "approver", "executive"]
        assert followed([finance])[finance.pk].raised
    assert "ติดตามครบสามครั้งแล้ว" in asks().get(reverse("data-call-remind", args=[finance.pk])).content.decode()


def test_those_by_itself_and_those_pressed_are_counted_together(here, acting, finance):
    with here.speaks():
        step_to(here, date(2025, 3, 28))
        assert take_due_steps(by="job:1") == 2  # both units, before the day
        assert press(here, acting, finance, date(2025, 4, 1)).number == 2
        assert followed([finance])[finance.pk].times == 2


def test_all_handed_in_ends_it(here, asks, finance, witthaya):
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
    asks(witthaya).post(item.get_absolute_url(), {"words": "ส่งแล้ว"})
    with here.speaks():
        assert not FollowUp.objects.running().filter(unit=here.units["กองคลัง"]).exists()
        assert not Copy.objects.filter(person=witthaya.person, done=None).exists()
    assert asks().get(reverse("data-call-remind", args=[finance.pk])).status_code == 409


def test_the_nearest_day_of_what_is_owed_counts(here, acting, finance, letter):
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
        move_item(acting=acting(), item=item, owner=here.units["กองคลัง"], due=date(2025, 4, 30))
        assert FollowUp.objects.running().get(unit=here.units["กองคลัง"]).due == date(2025, 4, 30)


def test_a_reminder_without_words_or_channel_is_none(here, asks, finance):
    address = reverse("data-call-remind", args=[finance.pk])
    for sent in ({"channel": "line", "words": ""}, {"channel": "", "words": "ก"}, {"channel": "fax", "words": "ก"}):
        assert asks().post(address, sent).status_code == 400
    with here.speaks():
        assert not Reminder.objects.exists()


def test_an_officer_who_is_asked_is_followed_up_alone(here, acting, count_sheet, witthaya, employ_in):
    other = employ_in("กองคลัง", "จิราพร")
    with here.speaks():
        addressee = count_sheet.addressee
        press(here, acting, addressee, today(here.agency))
        told = Notice.objects.filter(subject__startswith="ติดตามครั้งที่ 1").get()
        assert list(Person.objects.filter(pk__in=told.copies.values("person"))) == [witthaya.person]
        assert other.person_id not in told.copies.values_list("person", flat=True)
