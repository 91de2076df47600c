"""Handing in: by who is asked, by personal link, for somebody who sent it another way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from log_of_deeds import lines_of
from photographs import photograph
from prongsai.office.data_calls.models import CalledItem, HandIn
from prongsai.office.data_calls.services import Brought, hand_in, hand_in_for, make_call, set_owners
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.models import Copy, FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel

NUMBERS = {"figure0": "๔๑๒", "figure1": "268", "figure2": "6"}


def test_by_link_a_photograph_and_three_numbers_are_handed_in(here, asks, witthaya, count_sheet):
    client = asks(witthaya, by_link=True)
    mine = client.get(reverse("my-tasks")).content.decode()
    assert "ใบตรวจนับพัสดุครึ่งปี" in mine
    answer = client.post(count_sheet.get_absolute_url(), {"files": photograph(), **NUMBERS})
    assert answer.headers["Location"] == reverse("my-tasks")
    with here.speaks():
        made = HandIn.objects.get()
        assert made.figures == [["จำนวนที่ตรวจ", "412"], ["พบตามบัญชี", "268"], ["ชำรุด", "6"]]
        assert (made.received, made.recorded_for, made.received_by) == (date(2025, 3, 17), None, "")
        assert made.made_by == f"link:{witthaya.pk}"
        assert Attachment.objects.get(holder="hand-in", thing=made.pk)
        count_sheet.refresh_from_db()
        assert count_sheet.state == "handed-in"
        assert not FollowUp.objects.running().filter(person=witthaya.person).exists()
        assert not Copy.objects.filter(
            person=witthaya.person, done=None, notice__thing=count_sheet.addressee_id
        ).exists()
    assert "data_calls.handed_in" in [line.action for line in lines_of(here)]


def test_by_link_one_sees_ones_own_part_of_the_year_alone(asks, witthaya, called, count_sheet, year):
    client = asks(witthaya, by_link=True)
    page = client.get(reverse("data-calls", args=[year.pk])).content.decode()
    assert "ใบตรวจนับพัสดุครึ่งปี" in page
    assert "O12" in page
    assert "O1 " not in page.replace("O12", "")
    assert 'class="menu"' not in page
    assert reverse("data-call", args=[called.pk]) not in page
    assert client.get(reverse("data-call", args=[called.pk])).status_code == 404
    assert asks(Role.COORDINATOR, by_link=True).get(count_sheet.get_absolute_url()).status_code == 404


def test_what_a_colleague_owes_stands_in_no_link_of_mine(here, asks, called, count_sheet, employ_in):
    other = employ_in("กองคลัง", "จิราพร")
    client = asks(other, by_link=True)
    assert client.get(count_sheet.get_absolute_url()).status_code == 404
    assert asks(other).get(count_sheet.get_absolute_url()).status_code == 200  # logged in one sees the unit's part


def test_a_unit_sees_nothing_of_another_unit(asks, witthaya, called, year):
    page = asks(witthaya).get(reverse("data-calls", args=[year.pk])).content.decode()
    assert "สำนักปลัด" not in page
    page = asks(Role.OFFICER).get(called.get_absolute_url()).content.decode()
    assert "เรียน สำนักปลัด" in page
    assert "เรียน กองคลัง" not in page
    assert "O12" not in page


def test_everybody_of_a_unit_may_hand_in_what_the_unit_owes(here, asks, called):
    item = one(here, "O1")
    assert asks(Role.INVESTIGATOR).post(item.get_absolute_url(), {"words": "ส่งแล้ว"}).status_code == 302


def test_nothing_to_report_is_a_whole_answer(here, asks, witthaya, count_sheet):
    assert asks(witthaya).post(count_sheet.get_absolute_url(), {"nothing": "on"}).status_code == 302
    with here.speaks():
        assert HandIn.objects.get().nothing
    assert "ไม่มี" in asks(witthaya).get(count_sheet.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "แนบไฟล์หรือภาพถ่าย"),
        ({"words": "  "}, "แนบไฟล์หรือภาพถ่าย"),
        ({"nothing": "on", "link": "https://nongkrachang.example/a"}, "นำเครื่องหมายนี้ออก"),
        ({"link": "javascript:alert(1)"}, "ไม่ใช่ที่อยู่ของหน้าเว็บ"),
        *(
            ({"words": "ส่ง", "link": link}, "ผู้อื่นเปิดดูไม่ได้")
            for link in ("file:///etc/passwd", "http://127.0.0.1", "http://[::1]/", "http://2130706433/", "http://nas.local/")
        ),
        ({"words": "ก" * 3_001}, "3"),
        ({"words": "ส่ง", "happened_day": "18", "happened_month": "3", "happened_year": "2568"}, "ยังไม่ถึงวันนี้"),
        ({"words": "ส่ง", "happened_day": "31", "happened_month": "2", "happened_year": "2568"}, "วันที่"),
        ({"words": "ส่ง", "happened_day": "1", "happened_month": "2", "happened_year": "2025"}, "2568"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_thai_and_nothing_is_kept(here, asks, called, sent, said):
    item = one(here, "O1")
    answer = asks(Role.OFFICER).post(item.get_absolute_url(), sent)
    assert answer.status_code in (400, 422)
    assert said in answer.content.decode()
    with here.speaks():
        assert not HandIn.objects.exists()


@pytest.mark.parametrize("bad", ["-1", "1e5", "NaN", "สิบ", "1,23", "9999999999999", "=1+1", ""])
def test_a_number_that_is_none_is_refused(here, asks, witthaya, count_sheet, bad):
    answer = asks(witthaya).post(count_sheet.get_absolute_url(), {"words": "ส่ง", **NUMBERS, "figure1": bad})
    assert answer.status_code in (400, 422)
    with here.speaks():
        assert not HandIn.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("ภาพ.exe", b"MZ" + b"0" * 100, 415),
        ("ผล.pdf", b"<html></html>", 415),
        ("ว่าง.pdf", b"", 422),
        ("ใหญ่.pdf", b"%PDF-1.7 " + b"0" * 20_000_001, 413),
    ],
)
def test_a_file_that_is_not_taken_is_named(here, asks, called, name, data, status):
    item = one(here, "O1")
    answer = asks(Role.OFFICER).post(item.get_absolute_url(), {"files": SimpleUploadedFile(name, data)})
    assert answer.status_code == status
    assert name in answer.content.decode()
    with here.speaks():
        assert not HandIn.objects.exists()


def test_a_file_that_was_sent_back_is_asked_about_before_it_comes_again(here, acting, asks, called):
    item = one(here, "O1")
    client = asks(Role.OFFICER)
    assert client.post(item.get_absolute_url(), {"files": photograph("ผัง.jpg")}).status_code == 302
    assert asks().post(reverse("called-item-return", args=[item.pk]), {"because": "ภาพไม่ชัด"}).status_code == 302
    again = client.post(item.get_absolute_url(), {"files": photograph("ผังใหม่.jpg")})
    assert again.status_code == 400
    assert "เคยส่งแล้ว" in again.content.decode()
    assert 'name="sure"' in again.content.decode()
    assert client.post(item.get_absolute_url(), {"files": photograph("ผังใหม่.jpg"), "sure": "on"}).status_code == 302


def test_last_years_file_is_asked_about(here, acting, asks, called, letter):
    with here.speaks():
        called.round.fiscal_year, called.round.codes_year = 2567, 2567
        called.round.save()
    client = asks(Role.OFFICER)
    client.post(one(here, "O1").get_absolute_url(), {"files": photograph("ปีก่อน.jpg")})
    with here.speaks():
        this_year = another_year(here, acting(), letter)
    answer = client.post(this_year.get_absolute_url(), {"files": photograph("ปีนี้.jpg")})
    assert answer.status_code == 400
    assert "ปีนี้.jpg” เคยส่งแล้ว ในรายการ O1" in answer.content.decode()


def test_a_day_of_another_year_is_asked_about(here, asks, called):
    sent = {"words": "ส่ง", "happened_day": "30", "happened_month": "9", "happened_year": "2567"}
    address = one(here, "O1").get_absolute_url()
    answer = asks(Role.OFFICER).post(address, sent)
    assert "ปีงบประมาณ 2567" in answer.content.decode()
    assert asks(Role.OFFICER).post(address, sent | {"sure": "on"}).status_code == 302


def test_two_who_hand_in_the_same_item_do_not_overwrite_each_other(here, asks, called):
    address = one(here, "O1").get_absolute_url()
    assert asks(Role.OFFICER).post(address, {"words": "คนแรก"}).status_code == 302
    assert asks(Role.UNIT_HEAD).post(address, {"words": "คนที่สอง"}).status_code == 409
    with here.speaks():
        assert HandIn.objects.get().words == "คนแรก"


def test_a_double_press_is_one_hand_in(here, asks, called):
    client, address = asks(Role.OFFICER), one(here, "O1").get_absolute_url()
    key = client.get(address).content.decode().split('name="once" value="')[1].split('"')[0]
    for _press in range(2):
        assert client.post(address, {"words": "ส่ง", "once": key}).status_code == 302
    with here.speaks():
        assert HandIn.objects.count() == 1


def test_fields_nobody_asked_for_change_nothing(here, asks, called):
    item = one(here, "O1")
    sent = {"words": "ส่ง", "state": "accepted", "agency_id": "2", "outcome": "accepted", "made_by": "user:1"}
    asks(Role.OFFICER).post(item.get_absolute_url(), sent)
    with here.speaks():
        made = HandIn.objects.get()
        assert (made.outcome, made.made_by) == ("", f"user:{here.accounts[Role.OFFICER].pk}")
        assert CalledItem.objects.get(pk=item.pk).state == "handed-in"


def test_somebody_elses_item_is_not_handed_in_as_ones_own(here, asks, called):
    answer = asks(Role.COORDINATOR).post(one(here, "O12").get_absolute_url(), {"words": "ส่ง"})
    assert answer.status_code == 409
    assert "บันทึกแทน" in answer.content.decode()


def test_what_came_by_line_is_written_down_with_whose_it_is_and_both_days(here, asks, witthaya, called):
    item = one(here, "O12")
    sent = {
        "recorded_for": witthaya.person_id, "received_by": "line", "files": photograph(), "words": "ส่งในกลุ่ม",
        "received_day": "14", "received_month": "3", "received_year": "2568",
    }  # fmt: skip
    address = reverse("called-item-record", args=[item.pk])
    assert asks().post(address, sent).status_code == 302
    with here.speaks():
        made = HandIn.objects.get()
        assert (made.recorded_for, made.received_by) == (witthaya.person, "line")
        assert (made.received, made.entered) == (date(2025, 3, 14), date(2025, 3, 17))
        assert made.made_by == f"user:{here.accounts[Role.COORDINATOR].pk}"
    page = asks().get(item.get_absolute_url()).content.decode()
    for words in ("บันทึกแทน", "วิทยา", "ไลน์", "บันทึกย้อนหลัง"):
        assert words in page


def test_nothing_is_recorded_for_tomorrow_or_without_a_channel(here, asks, witthaya, called):
    address = reverse("called-item-record", args=[one(here, "O12").pk])
    sent = {"recorded_for": witthaya.person_id, "received_by": "line", "words": "ส่ง",
            "received_day": "18", "received_month": "3", "received_year": "2568"}  # fmt: skip
    assert "ยังไม่ถึงวันนี้" in asks().post(address, sent).content.decode()
    for gone in ("received_by", "recorded_for"):
        assert asks().post(address, {k: v for k, v in sent.items() if k != gone}).status_code == 400
    assert asks().post(address, sent | {"received_by": "pigeon"}).status_code == 400
    with here.speaks():
        assert not HandIn.objects.exists()


def test_a_stranger_to_the_unit_records_for_nobody(here, acting, witthaya, called):
    with here.speaks():
        item = CalledItem.objects.get(code="O1")
        with pytest.raises(Conflict):
            hand_in_for(acting=acting_as(witthaya), item=item, brought=Brought(words="ก"),
                        recorded_for=here.people[Role.OFFICER], received_by=Channel.LINE,
                        received=date(2025, 3, 17))  # fmt: skip


def test_a_closed_year_takes_nothing(here, acting, called, year):
    with here.speaks():
        year.closed = date(2025, 3, 1)
        year.save()
        with pytest.raises(Conflict):
            hand_in(acting=acting(Role.OFFICER), item=CalledItem.objects.get(code="O1"), brought=Brought(words="ก"))


def test_numbers_are_kept_as_they_were_typed(here, witthaya, count_sheet):
    with here.speaks():
        brought = Brought(figures={"จำนวนที่ตรวจ": Decimal("12.50")})
        assert hand_in(acting=acting_as(witthaya), item=count_sheet, brought=brought).figures == [
            ["จำนวนที่ตรวจ", "12.50"]
        ]


def one(office, code: str) -> CalledItem:
    with office.speaks():
        return CalledItem.objects.get(code=code)


def another_year(office, acting, letter) -> CalledItem:
    """O1 asked of สำนักปลัด again, in the year after. Called while the office speaks."""
    found = ensure_round(acting=acting, agency=office.agency, fiscal_year=2568)
    set_owners(acting=acting, found=found, owners={"O1": office.units["สำนักปลัด"]})
    return make_call(acting=acting, found=found, letter=letter(), codes=["O1"]).items.get()
