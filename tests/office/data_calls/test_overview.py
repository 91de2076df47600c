"""The coordinator's page by unit, the list, the workbook, the home page and the list of tasks."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from log_of_deeds import lines_of
from prongsai.office.data_calls.home_sources import AwaitedData
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.overview import by_unit
from prongsai.office.data_calls.services import accept
from prongsai.office.data_calls.task_source import AskedData, DataToLookAt
from prongsai.platform.accounts.models import Role
from prongsai.registers.tasks.gathering import gather_tasks
from prongsai.registers.tasks.home import home_of
from prongsai.registers.tasks.services import Asked, give_task

TODAY = date(2025, 3, 17)


def page_of(year) -> str:
    return reverse("data-calls", args=[year.pk])


def test_each_unit_stands_there_with_what_came_and_what_lacks(here, acting, year, handed_in, count_sheet):
    with here.speaks():
        lines = {line.unit.name: line for line in by_unit(CalledItem.objects.whole(), TODAY)}
        finance = lines["กองคลัง"]
        assert (finance.asked, finance.handed_in, finance.accepted, finance.owed, finance.late) == (2, 1, 0, 1, 0)
        assert finance.left(TODAY) == 14
        accept(acting=acting(), item=handed_in)
        finance = by_unit(CalledItem.objects.filter(addressee__unit=finance.unit).whole(), TODAY)[0]
        assert (finance.handed_in, finance.accepted) == (0, 1)


def test_what_was_called_off_counts_nowhere(here, called):
    with here.speaks():
        CalledItem.objects.update(state="not-needed")
        assert by_unit(CalledItem.objects.whole(), TODAY) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"O1", "O12"}), ("q=จัดซื้อ", {"O12"}), ("q=%25", set()), ("q=_", set()), ("state=owed", {"O1"}),
        ("state=late", set()), ("state=handed-in", {"O12"}), ("state=x", {"O1", "O12"}), ("unit=x", {"O1", "O12"}),
        ("page=9e99", {"O1", "O12"}), ("q=O12&state=owed", set()),
    ],
)  # fmt: skip
def test_the_list_is_narrowed_and_what_cannot_be_read_narrows_nothing(asks, year, handed_in, query, found):
    page = asks().get(f"{page_of(year)}?{query}")
    assert {item.code for item in page.context["page"]} == found


def test_the_list_of_one_unit(here, asks, year, called):
    page = asks().get(f"{page_of(year)}?unit={here.units['กองคลัง'].pk}")
    assert {item.code for item in page.context["page"]} == {"O12"}


def test_the_workbook_holds_what_was_narrowed_and_no_formula(here, asks, year, handed_in):
    with here.speaks():
        CalledItem.objects.filter(code="O12").update(title="=HYPERLINK(1)")
    answer = asks().post(reverse("data-calls-export", args=[year.pk]) + "?state=handed-in")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[2:4] for row in rows[1:]] == [["o12", "=HYPERLINK(1)"]]
    assert rows[1][6] == "17 มีนาคม 2568"
    assert "data_calls.exported" in [line.action for line in lines_of(here)]


def test_the_head_of_a_unit_takes_out_the_own_part_alone(asks, year, handed_in):
    answer = asks(Role.UNIT_HEAD).post(reverse("data-calls-export", args=[year.pk]))
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in rows[1:]] == ["o1"]


def test_no_list_of_late_units_is_shown_to_a_unit(here, asks, year, called):
    with here.speaks():
        CalledItem.objects.update(due=date(2025, 3, 3))
    page = asks(Role.UNIT_HEAD).get(page_of(year)).content.decode()
    assert "O1 " in page
    assert "กองคลัง" not in page


def test_the_home_page_says_from_whom_data_is_awaited(here, year, handed_in, count_sheet):
    with here.speaks():
        CalledItem.objects.filter(code="O1").update(due=date(2025, 3, 3))
        lines = list(AwaitedData().lines(TODAY))
        assert [line.words for line in lines] == [
            "สำนักปลัด: รอข้อมูลอีก 1 จาก 1 รายการ (เกินกำหนด 1 เรื่อง)",
            "กองคลัง: รอข้อมูลอีก 1 จาก 2 รายการ (เหลือ 14 วัน)",
        ]
        assert lines[0].order < lines[1].order
        own = frozenset({here.units["กองคลัง"].pk})
        assert [line.unit for line in AwaitedData().lines(TODAY, units=own)] == list(own)


def test_what_is_awaited_and_other_tasks_of_a_unit_stand_in_one_line_and_are_counted_once(
    here, acting, year, called, count_sheet
):
    with here.speaks():
        asked = Asked(title="ปรับหน้าเว็บ", owner=here.units["กองคลัง"], due=date(2025, 3, 3))
        give_task(acting=acting(), agency=here.agency, asked=asked)
        lines = home_of(TODAY, units=None, tasks=gather_tasks(TODAY).tasks).parts["awaited"]
        assert [line.words for line in lines if "กองคลัง" in line.words] == [
            "กองคลัง: รอข้อมูลอีก 2 จาก 2 รายการ (เหลือ 14 วัน) งานอื่น 1 เรื่อง (เกินกำหนด 1 เรื่อง)"
        ]
        assert [line.words for line in lines if "สำนักปลัด" in line.words] == [
            "สำนักปลัด: รอข้อมูลอีก 1 จาก 1 รายการ (เหลือ 14 วัน)"
        ]


def test_a_closed_year_awaits_nothing(here, year, called):
    with here.speaks():
        year.closed = TODAY
        year.save()
        assert list(AwaitedData().lines(TODAY)) == []
        assert list(AskedData().open_tasks(TODAY)) == []


def test_what_is_owed_is_a_task_of_the_officer_or_the_unit_and_opens_by_link(here, witthaya, count_sheet):
    with here.speaks():
        person, units = witthaya.person_id, frozenset({here.units["กองคลัง"].pk})
        tasks = list(AskedData().open_tasks(TODAY, person=person, units=units))
        assert {(task.person, task.unit, task.by_link) for task in tasks} == {
            (person, None, True),
            (None, *units, True),
        }
        assert [task.person for task in AskedData().open_tasks(TODAY, person=person)] == [person]
        assert len(list(AskedData().open_tasks(TODAY))) == 3


def test_what_came_is_one_task_of_the_coordinator(here, year, handed_in):
    with here.speaks():
        coordinator = here.people[Role.COORDINATOR].pk
        (task,) = DataToLookAt().open_tasks(TODAY)
        assert (task.person, task.title) == (coordinator, "ตรวจข้อมูลที่ส่งมา 1 รายการ")
        assert list(DataToLookAt().open_tasks(TODAY, units=frozenset({1}))) == []
        assert list(DataToLookAt().open_tasks(TODAY, person=here.people[Role.OFFICER].pk)) == []


def test_the_page_asks_few_questions_of_the_database(here, asks, year, called, django_assert_max_num_queries):
    client = asks()
    client.get(page_of(year))
    with django_assert_max_num_queries(45):
        client.get(page_of(year))


def test_the_twin_sees_nothing_of_it(there, asks, year, called, handed_in):
    client = asks(Role.COORDINATOR, there)
    for address in (page_of(year), called.get_absolute_url(), handed_in.get_absolute_url()):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("number", ["0", "99999999999", "-1", "9e99", "1;2"])
def test_a_number_that_is_none_is_the_same_404(asks, called, number):
    usual = asks().get("/office/year/calls/items/999999/").content
    assert asks().get(f"/office/year/calls/items/{number}/").status_code == 404
    assert len(asks().get("/office/year/calls/items/888888/").content) == len(usual)
