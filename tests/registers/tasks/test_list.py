"""The list as a page, workbook, paper, calendar, text for LINE; the register with proof; successors."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.notices.calendars import calendars
from prongsai.registers.services.services import add_starters
from prongsai.registers.tasks.calendar_sources import TaskDays
from prongsai.registers.tasks.gathering import seen_tasks
from prongsai.registers.tasks.hand_over import TasksOfPerson
from prongsai.registers.tasks.line_words import words_of_units
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services import hand_in


def shown(client, **asked) -> str:
    return client.get(reverse("tasks"), asked).content.decode()


@pytest.fixture
def two(here, given, employ):
    with here.speaks():
        return (
            given("ถ่ายภาพโปสเตอร์จุดบริการ", due=date(2025, 3, 3)),
            given("ส่งรายงานการใช้จ่าย", here.units["กองคลัง"], due=date(2025, 5, 1)),
        )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, (True, True)),
        ({"q": "โปสเตอร์ ภาพ"}, (True, False)),
        ({"q": "กองคลัง"}, (False, True)),
        ({"when": "late"}, (True, False)),
        ({"when": "week"}, (True, False)),
        ({"room": "Tasks"}, (True, True)),
        ({"whose": "mine"}, (False, False)),
        ({"when": "nonsense", "room": "nowhere"}, (True, True)),
    ],
)
def test_the_list_is_narrowed_by_words_room_unit_and_day(here, asks, two, asked, expected):
    page = shown(asks(Role.COORDINATOR), **asked)
    assert tuple(task.title in page for task in two) == expected


def test_the_list_is_narrowed_by_unit(here, asks, two):
    page = shown(asks(Role.COORDINATOR), whose=str(here.units["กองคลัง"].pk))
    assert tuple(task.title in page for task in two) == (False, True)


def test_the_tasks_of_other_rooms_stand_in_the_same_list(here, asks, acting):
    with here.speaks():
        service = add_starters(
            acting=acting(Role.COORDINATOR), agency=here.agency.pk, unit=here.units["สำนักปลัด"], keys=["tent-loan"]
        )[0]
        type(service).objects.filter(pk=service.pk).update(review_due=date(2025, 3, 1))
    page = shown(asks(Role.OFFICER))
    assert service.name in page
    assert "งานบริการ" in page
    by_link = asks(Role.OFFICER, by_link=True).get(reverse("my-tasks")).content.decode()
    assert "งานที่ต้องเข้าสู่ระบบ" in by_link
    assert service.get_absolute_url() not in by_link


def test_the_workbook_holds_what_the_list_shows_and_no_formula(here, asks, given):
    with here.speaks():
        given("=1+1 ตรวจสูตร", due=date(2025, 3, 3))
    content = asks(Role.COORDINATOR).post(reverse("tasks-export")).content
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["ที่", "งานที่ต้องทำ", "ผู้รับผิดชอบ"]
    assert rows[1][1] == "=1+1 ตรวจสูตร"
    assert rows[1][3:5] == ["3 มีนาคม 2568", "เกินกำหนด"]


def test_the_paper_tells_how_many_are_late_and_says_none_where_there_is_none(here, asks, two):
    for asked, words in (({}, ("๒ เรื่อง", "๑ เรื่อง", "ถ่ายภาพ")), ({"q": "ไม่มีจริง"}, ("ไม่มี",))):
        content = asks(Role.COORDINATOR).get(reverse("tasks-paper"), asked).content
        with pypdfium2.PdfDocument(content) as paper:
            text = paper[0].get_textpage().get_text_range().replace(" ", "")
        assert all(word.replace(" ", "") in text for word in words)


def test_the_text_for_the_group_names_units_and_no_people(here, acting, two):
    with here.speaks():
        found = seen_tasks(acting(Role.COORDINATOR)).tasks
        texts = {each.unit.name: each.text for each in words_of_units(found, here.agency, date(2025, 3, 17))}
    assert set(texts) == {"สำนักปลัด", "กองคลัง"}
    assert "1. ถ่ายภาพโปสเตอร์จุดบริการ (กำหนด 3 มี.ค. 68)" in texts["สำนักปลัด"]
    assert "ตัวอย่างพร" not in texts["สำนักปลัด"]
    assert "nongkrachang.example/office/tasks/" in texts["กองคลัง"]


def test_the_register_keeps_what_was_handed_in(here, asks, acting, two):
    with here.speaks():
        hand_in(acting=acting(), task=two[0], proof="ครบ 5 จุด")
    address = reverse("given-tasks")
    client = asks(Role.AUDITOR)
    page = client.get(address, {"state": "done"}).content.decode()
    assert two[0].title in page
    assert two[1].title not in page
    assert two[1].title in client.get(address, {"q": "ใช้จ่าย"}).content.decode()
    assert two[0].title not in shown(asks(Role.COORDINATOR))


def test_an_officer_finds_nothing_of_another_unit(here, asks, two):
    client = asks(Role.OFFICER)
    assert two[1].title not in shown(client)
    assert two[1].title not in client.get(reverse("given-tasks")).content.decode()
    assert client.get(reverse("task", args=[two[1].pk])).status_code == 404


def test_days_of_tasks_are_in_ones_own_calendar_once(here, acting, two):
    with here.speaks():
        span = (date(2025, 1, 1), date(2025, 12, 31))
        entries = list(calendars.entries_of(acting(Role.OFFICER), *span))
        assert [entry.title for entry in entries] == [two[0].title]
        assert list(TaskDays().entries(acting(Role.OFFICER), *span)) == []


def test_a_successor_takes_the_open_tasks_of_who_leaves(here, acting, two, employ):
    source, before = TasksOfPerson(), here.people[Role.OFFICER]
    with here.speaks():
        successor = employ("วิทยา")
        (thing,) = source.open_things(before.pk)
        source.hand_over(thing.key, to=successor.pk, actor="user:1")
        assert Task.objects.get(pk=two[0].pk).person == successor
        assert not list(source.open_things(before.pk))


def test_the_home_page_shows_at_most_five_of_the_week_and_who_is_waited_for(here, asks, given):
    with here.speaks():
        for number in range(7):
            given(f"งานที่ {number}", here.units["กองคลัง"], due=date(2025, 3, 10 + number))
    page = asks(Role.COORDINATOR).get(reverse("office-home")).content.decode()
    assert sum(f"งานที่ {number}" in page for number in range(7)) == 5
    for words in (
        "ในสัปดาห์นี้ยังมีอีก 2 เรื่อง",
        "กองคลัง: 7 เรื่อง (เกินกำหนด 7 เรื่อง)",
        "ปีงบประมาณ พ.ศ. 2568",
        "เหลือ 14 วัน",
        "0 จาก 7",
    ):
        assert words in page
    assert "เอกสารรอลงนาม" not in page


def test_the_home_page_of_a_head_tells_of_the_own_unit_alone(here, asks, given):
    with here.speaks():
        given("ของกองคลัง", here.units["กองคลัง"])
        assert Unit.objects.count() == 2
    page = asks(Role.UNIT_HEAD).get(reverse("office-home")).content.decode()
    assert "กองคลัง" not in page
    assert "ไม่มีงานที่ครบกำหนด" in page


def test_the_executive_reads_three_sentences_and_what_waits_for_a_signature(here, asks, given):
    with here.speaks():
        given("ของกองคลัง", here.units["กองคลัง"], due=date(2025, 3, 3))
    page = asks(Role.EXECUTIVE).get(reverse("office-home")).content.decode()
    for words in ("เหลือ 14 วัน", "งานที่ต้องทำ 1 เรื่อง เกินกำหนด 1 เรื่อง", "0 จาก 1", "เอกสารรอลงนาม"):
        assert words in page
    assert "ของกองคลัง" not in page
