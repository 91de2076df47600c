"""What came is looked at: accepted, returned with a reason, called off with a reason. Nobody accepts one's own."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.office.data_calls.models import CalledItem, HandIn
from prongsai.office.data_calls.services import accept, ask_again, call_off, hand_in_for, hand_ins_of, return_item
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.notices.models import FollowUp, Notice
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel


def test_the_coordinator_accepts_and_later_rooms_may_take_it_over(here, asks, year, handed_in):
    with here.speaks():
        assert hand_ins_of(year) == []  # nobody has looked at it yet
        file = made_here(b"paper", "แผน.txt", Kind.TXT)
        made = handed_in.hand_ins.get()
        attach_files(acting="test", agency=here.agency.pk, holder="hand-in", thing=made.pk, files=[file])
    assert asks().post(reverse("called-item-accept", args=[handed_in.pk])).status_code == 302
    with here.speaks():
        (told,) = hand_ins_of(year)
        assert (told.code, told.unit.name, told.figures) == ("O12", "กองคลัง", (("ก", "1"),))
        assert [stored.newest.name for stored in told.files] == ["แผน.txt"]
        assert told.checked == date(2025, 3, 17)
    assert "data_calls.accepted" in [line.action for line in lines_of(here)]


def test_later_rooms_find_what_they_asked_for_by_its_key(here, acting, year, handed_in):
    with here.speaks():
        accept(acting=acting(), item=handed_in)
        CalledItem.objects.filter(pk=handed_in.pk).update(subject="measures:step:1")
        assert [told.subject for told in hand_ins_of(year, subjects=["measures:step:1"])] == ["measures:step:1"]
        assert hand_ins_of(year, subjects=["measures:step:2"]) == []


def test_codes_of_a_hand_in_follow_the_year_to_its_own_framework(here, acting, year, handed_in):
    with here.speaks():
        accept(acting=acting(), item=handed_in)
        CalledItem.objects.filter(pk=handed_in.pk).update(code="O25", noted_in=2567)  # taking part; O20 in 2568
        assert [told.code for told in hand_ins_of(year)] == ["O20"]


def test_what_is_returned_is_owed_again_and_its_unit_told_why(here, asks, handed_in):
    address = reverse("called-item-return", args=[handed_in.pk])
    assert asks().post(address, {"because": " "}).status_code == 400
    assert asks().post(address, {"because": "ขาดเดือนธันวาคม"}).status_code == 302
    with here.speaks():
        handed_in.refresh_from_db()
        assert (handed_in.state, handed_in.because) == ("returned", "ขาดเดือนธันวาคม")
        assert HandIn.objects.get().outcome == "returned"
        told = Notice.objects.get(kind="data_calls.returned")
        assert (told.unit.name, told.words) == ("กองคลัง", "ขาดเดือนธันวาคม")
        assert FollowUp.objects.running().filter(unit__name="กองคลัง").exists()


def test_what_is_returned_may_get_a_new_day_that_is_not_over(here, asks, handed_in):
    address = reverse("called-item-return", args=[handed_in.pk])
    day = {"due_day": "16", "due_month": "3", "due_year": "2568"}
    assert asks().post(address, {"because": "ขาด", **day}).status_code == 409
    assert asks().post(address, {"because": "ขาด", **day, "due_month": "4"}).status_code == 302
    with here.speaks():
        handed_in.refresh_from_db()
        assert handed_in.due == date(2025, 4, 16)
        assert FollowUp.objects.running().get(unit__name="กองคลัง").due == date(2025, 4, 16)


def test_an_accepted_item_can_still_be_returned(here, acting, handed_in):
    with here.speaks():
        accept(acting=acting(), item=handed_in)
        return_item(acting=acting(), item=handed_in, because="พบภายหลังว่าขาดหนึ่งองค์ประกอบ")
        handed_in.refresh_from_db()
        assert handed_in.state == "returned"


def test_nobody_accepts_ones_own(here, acting, asks, called, brought):
    item = one(here, "O1")
    assert asks().post(item.get_absolute_url(), {"words": "ของผู้ประสานงานเอง"}).status_code == 302
    answer = asks().post(reverse("called-item-accept", args=[item.pk]))
    assert answer.status_code == 409
    assert "ท่านเป็นผู้ส่งเอง" in asks().get(item.get_absolute_url()).content.decode()
    assert asks(Role.UNIT_HEAD).post(reverse("called-item-accept", args=[item.pk])).status_code == 302


def test_what_one_wrote_down_for_another_is_not_ones_own(here, acting, witthaya, called, brought):
    with here.speaks():
        item = CalledItem.objects.get(code="O12")
        hand_in_for(acting=acting(), item=item, brought=brought(), recorded_for=witthaya.person,
                    received_by=Channel.PAPER, received=date(2025, 3, 14))  # fmt: skip
        assert accept(acting=acting(), item=item).outcome == "accepted"


def test_a_head_looks_at_the_own_unit_alone(here, acting, handed_in):
    with here.speaks(), pytest.raises(Conflict):
        accept(acting=acting(Role.UNIT_HEAD), item=handed_in)  # of สำนักปลัด, and this is of กองคลัง


def test_steps_that_were_skipped_are_refused(here, acting, handed_in, called):
    with here.speaks():
        other = CalledItem.objects.get(code="O1")
        for deed in (
            lambda: accept(acting=acting(), item=other),
            lambda: return_item(acting=acting(), item=other, because="ก"),
            lambda: call_off(acting=acting(), item=handed_in, because="ก"),
            lambda: ask_again(acting=acting(), item=other),
        ):
            with pytest.raises(Conflict):
                deed()
        accept(acting=acting(), item=handed_in)
        with pytest.raises(Conflict):
            accept(acting=acting(), item=handed_in)


def test_what_is_called_off_is_followed_up_no_more_until_it_is_asked_for_again(here, asks, called):
    item = one(here, "O12")
    assert asks().post(reverse("called-item-call-off", args=[item.pk]), {"because": "ไม่มีในปีนี้"}).status_code == 302
    with here.speaks():
        assert not FollowUp.objects.running().filter(unit__name="กองคลัง").exists()
    page = asks().get(item.get_absolute_url()).content.decode()
    assert "ไม่มีในปีนี้" in page
    assert asks().post(reverse("called-item-ask-again", args=[item.pk])).status_code == 302
    with here.speaks():
        assert FollowUp.objects.running().filter(unit__name="กองคลัง").exists()


@pytest.mark.parametrize("name", ["accept", "return", "call-off", "ask-again"])
def test_a_page_that_changes_something_is_not_got(asks, here, called, name):
    address = reverse(f"called-item-{name}", args=[one(here, "O1").pk])
    assert asks().get(address).status_code == 405


def test_a_long_reason_and_one_sent_twice_are_refused(asks, handed_in):
    address = reverse("called-item-return", args=[handed_in.pk])
    assert asks().post(address, {"because": "ก" * 501}).status_code in (400, 422)
    assert asks().post(address, {"because": ["ก", "ข"]}).status_code == 400


def test_what_people_write_is_shown_and_never_run(here, asks, handed_in):
    because = "<script>alert(1)</script>{{7*7}}"
    asks().post(reverse("called-item-return", args=[handed_in.pk]), {"because": because})
    page = asks().get(handed_in.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "{{7*7}}" in page


def one(office, code: str) -> CalledItem:
    with office.speaks():
        return CalledItem.objects.get(code=code)
