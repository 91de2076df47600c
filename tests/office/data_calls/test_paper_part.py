"""What is awaited stands on the page of the monthly meeting, by unit; people are never named."""

from __future__ import annotations

from datetime import date

from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.paper_part import for_meeting

TODAY, DUE = date(2025, 3, 17), date(2025, 3, 31)


def rows(here, year):
    with here.speaks():
        return [(row.unit, row.what, row.due) for row in for_meeting(year, TODAY)["tasks"]]


def test_what_is_awaited_stands_there_by_unit_and_not_by_person(here, year, witthaya, handed_in, count_sheet):
    found = rows(here, year)
    assert [(unit, due) for unit, _what, due in found] == [("สำนักปลัด", DUE), ("กองคลัง", DUE)]
    assert found[0][1].startswith("O1 ")
    assert found[1][1] == "ใบตรวจนับพัสดุครึ่งปี"
    assert not any(witthaya.person.given_name in what for _unit, what, _due in found)


def test_what_is_late_says_so(here, year, called):
    with here.speaks():
        CalledItem.objects.filter(code="O12").update(due=date(2025, 3, 14))
    assert "(เกินกำหนด)" in next(what for unit, what, _due in rows(here, year) if unit == "กองคลัง")


def test_what_came_or_was_called_off_is_not_awaited(here, year, called):
    with here.speaks():
        CalledItem.objects.filter(code="O1").update(state="not-needed")
        CalledItem.objects.filter(code="O12").update(state="accepted")
    assert rows(here, year) == []
