"""One button asks all units: memos, texts for LINE, lists; those who are asked are told and followed up."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from log_of_deeds import lines_of
from prongsai.office.data_calls.models import Addressee, CalledItem, DataCall
from prongsai.office.data_calls.services import Asked, add_item, ask, change_call, make_call, set_owners
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.models import FollowUp, Notice
from prongsai.platform.ui.refusals import Conflict

PARTS = ("day", "month", "year")


def post_of(**told):
    """A filled form for a new call, due on 31 March, asked on 17 March 2568."""
    days = {"due": ("31", "3", "2568"), "sent": ("17", "3", "2568")} | told.pop("days", {})
    parts = {f"{name}_{part}": v for name, day in days.items() for part, v in zip(PARTS, day, strict=True)}
    return {"title": "ขอข้อมูล", "codes": ["O1", "O12"], **parts, **told}


def test_one_press_asks_every_unit_for_its_items(here, asks, year):
    page = asks().get(reverse("data-call-new", args=[year.pk]))
    assert page.content.decode().count('name="codes"') == 28  # every item of 2568 has a proposal
    answer = asks().post(reverse("data-call-new", args=[year.pk]), post_of())
    with here.speaks():
        made = DataCall.objects.get()
        assert answer.headers["Location"] == made.get_absolute_url()
        owners = {item.code: str(item.addressee) for item in CalledItem.objects.all()}
        assert owners == {"O1": "สำนักปลัด", "O12": "กองคลัง"}
        assert Notice.objects.filter(kind="data_calls.asked").count() == 2
        assert {follow.due for follow in FollowUp.objects.running()} == {date(2025, 3, 31)}
    assert "data_calls.made" in [line.action for line in lines_of(here)]


def test_the_page_of_a_call_holds_memo_text_and_list_of_each_unit(asks, called):
    page = asks().get(called.get_absolute_url()).content.decode()
    assert "เรียน กองคลัง" in page
    assert "• ข้อ O12" in page
    assert "เรียน สำนักปลัด" in page
    assert "ผังการแบ่งส่วนราชการ" in page  # what must be in O1
    assert "ตัวอย่าง ข้อมูลสมมุติเพื่อการสาธิต" in page  # the worked example


def test_what_is_asked_says_of_which_year_its_content_is(here, asks, called):
    assert "(ปีงบประมาณ 2568)" in asks().get(called.get_absolute_url()).content.decode()
    with here.speaks():
        assert CalledItem.objects.get(code="O12").title.endswith("(ปีงบประมาณ 2568)")
        assert CalledItem.objects.get(code="O1").title == "โครงสร้างและอำนาจหน้าที่"


def test_the_memo_of_a_unit_names_its_items_alone(here, asks, called):
    address = reverse("data-call-memo", args=[called.pk, here.units["กองคลัง"].pk, "docx"])
    paper = Document(BytesIO(asks().get(address).content))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert any("จัดซื้อจัดจ้าง" in text for text in cells)
    assert not any("โครงสร้าง" in text for text in cells)
    assert "ร่าง" in paper.sections[0].header._element.xpath("string(.)")


@pytest.mark.parametrize("name", ["data-call-memo", "data-call-examples"])
def test_papers_come_as_pdf_and_in_no_unknown_form(here, asks, called, name):
    unit = here.units["สำนักปลัด"].pk
    assert asks().get(reverse(name, args=[called.pk, unit, "pdf"])).content.startswith(b"%PDF")
    assert asks().get(reverse(name, args=[called.pk, unit, "exe"])).status_code == 404
    assert asks().get(reverse(name, args=[called.pk, unit + 10_000, "pdf"])).status_code == 404


def test_an_item_that_nobody_owns_is_not_asked_for(here, acting, year, letter):
    with here.speaks():
        for unit in here.units.values():
            unit.closed = date(2025, 3, 1)
            unit.save()
        with pytest.raises(Conflict, match="O1"):
            make_call(acting=acting(), found=year, letter=letter(), codes=["O1"])
        assert not DataCall.objects.exists()


def test_a_call_without_an_item_is_none(asks, here, year):
    answer = asks().post(reverse("data-call-new", args=[year.pk]), post_of(codes=[]))
    assert answer.status_code == 400
    with here.speaks():
        assert not DataCall.objects.exists()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"due": ("1", "3", "2568")}, "วันสุดท้ายอยู่ก่อนวันแรก"),
        ({"due": ("31", "2", "2568")}, ""),
        ({"sent": ("", "", "")}, ""),
    ],
)
def test_days_that_cannot_be_are_refused(asks, here, year, days, said):
    answer = asks().post(reverse("data-call-new", args=[year.pk]), post_of(days=days))
    assert answer.status_code == 400
    assert said in answer.content.decode()
    with here.speaks():
        assert not DataCall.objects.exists()


def test_a_call_cannot_have_been_sent_tomorrow(asks, year):
    days = {"sent": ("18", "3", "2568")}
    answer = asks().post(reverse("data-call-new", args=[year.pk]), post_of(days=days))
    assert answer.status_code == 409


def test_a_call_of_before_is_marked_as_written_down_later(here, acting, asks, year, letter):
    with here.speaks():
        set_owners(acting=acting(), found=year, owners={"O1": here.units["สำนักปลัด"]})
        made = make_call(acting=acting(), found=year, letter=letter(sent=date(2025, 1, 6)), codes=["O1"])
    assert "บันทึกย้อนหลัง" in asks().get(made.get_absolute_url()).content.decode()


def test_items_asked_for_already_are_not_offered_again(asks, year, called):
    page = asks().get(reverse("data-call-new", args=[year.pk])).content.decode()
    assert 'value="O12"' not in page
    assert 'value="O13"' in page


def test_a_new_day_holds_for_the_items_that_had_the_old_one(here, acting, called, letter):
    with here.speaks():
        own = CalledItem.objects.get(code="O1")
        own.due = date(2025, 4, 15)
        own.save()
        change_call(acting=acting(), call=called, letter=letter(due=date(2025, 4, 4), memo_number="ตย 71001/9"))
        dues = dict(CalledItem.objects.values_list("code", "due"))
        assert dues == {"O1": date(2025, 4, 15), "O12": date(2025, 4, 4)}
        assert FollowUp.objects.get(unit=here.units["กองคลัง"]).due == date(2025, 4, 4)


def test_two_who_change_a_call_do_not_overwrite_each_other(here, asks, called):
    address = reverse("data-call-change", args=[called.pk])
    first, second = asks(), asks()
    seen = first.get(address).context["form"]["seen"].value()
    told = post_of(seen=seen) | {"codes": []}
    assert second.post(address, told | {"title": "ชื่อใหม่"}).status_code == 302
    answer = first.post(address, told | {"title": "อีกชื่อ"})
    assert answer.status_code == 409
    assert "ชื่อใหม่" in answer.content.decode()
    with here.speaks():
        assert DataCall.objects.get().title == "ชื่อใหม่"


def test_one_thing_more_in_free_words_with_numbers(here, asks, called):
    told = {
        "title": "ใบตรวจนับ", "owner": f"unit-{here.units['กองคลัง'].pk}", "figures": "ตรวจ\nพบ\n\nพบ\n",
        "due_day": "31", "due_month": "3", "due_year": "2568",
    }  # fmt: skip
    assert asks().post(reverse("called-item-add", args=[called.pk]), told).status_code == 302
    with here.speaks():
        item = CalledItem.objects.get(title="ใบตรวจนับ")
        assert (item.figures, item.code, item.noted_in) == (["ตรวจ", "พบ"], "", None)
        assert Addressee.objects.count() == 2
    too_many = told | {"figures": "\n".join(str(number) for number in range(11))}
    assert asks().post(reverse("called-item-add", args=[called.pk]), too_many).status_code == 400


def test_the_same_item_is_asked_of_one_once(here, acting, called):
    with here.speaks():
        again = Asked(title="ซ้ำ", owner=here.units["กองคลัง"], due=date(2025, 3, 31), code="O12")
        with pytest.raises(Conflict):
            add_item(acting=acting(), call=called, asked=again)


def test_a_closed_year_asks_for_nothing(here, acting, called, year, letter):
    with here.speaks():
        year.closed = date(2025, 3, 1)
        year.save()
        for deed in (
            lambda: make_call(acting=acting(), found=year, letter=letter(), codes=["O1"]),
            lambda: change_call(acting=acting(), call=called, letter=letter()),
            lambda: add_item(
                acting=acting(), call=called, asked=Asked(title="ก", owner=here.units["กองคลัง"], due=date(2025, 4, 1))
            ),
        ):
            with pytest.raises(Conflict):
                deed()


def test_another_room_asks_under_its_own_key_once(here, acting, year):
    asked = Asked(title="หลักฐานขั้นตอนที่ 1", owner=here.units["กองคลัง"], due=date(2025, 4, 1), subject="measures:step:1")
    with here.speaks():
        first = ask(acting=acting(), found=year, asked=asked, call_title="หลักฐานของมาตรการ")
        assert ask(acting=acting(), found=year, asked=asked, call_title="หลักฐานของมาตรการ").pk == first.pk
        other = Asked(title="ขั้นตอนที่ 2", owner=here.units["กองคลัง"], due=date(2025, 4, 1), subject="measures:step:2")
        assert ask(acting=acting(), found=year, asked=other, call_title="หลักฐานของมาตรการ").call_id == first.call_id
        assert first.call.title == "หลักฐานของมาตรการ"
        with pytest.raises(ValueError, match="name of the room"):
            ask(acting=acting(), found=year, asked=Asked(title="ก", owner=here.units["กองคลัง"], due=date(2025, 4, 1)),
                call_title="ก")  # fmt: skip


@pytest.mark.parametrize("role", [Role.OFFICER, Role.UNIT_HEAD, Role.EXECUTIVE, Role.AUDITOR])
def test_only_the_coordinator_asks(asks, year, called, role):
    for address in (
        reverse("data-call-new", args=[year.pk]),
        reverse("data-call-change", args=[called.pk]),
        reverse("called-item-add", args=[called.pk]),
        reverse("item-owners", args=[year.pk]),
    ):
        assert asks(role).get(address).status_code == 404
