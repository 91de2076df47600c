"""The staff list is taken over, and somebody hands over and leaves: on a telephone, with and without scripts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from staff_lists import ROWS, workbook

PICTURES = os.environ.get("PRONGSAI_LOOK")
"""A folder into which pages are photographed, for a person to look at."""


def look(page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"staff-{name}.png"), full_page=True)


def fits(page) -> bool:
    """Say whether nothing stands beyond the right edge of a telephone."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_list_from_excel_is_looked_through_and_taken_over_on_a_telephone(visit, office, axe, tmp_path, scripts):
    path = tmp_path / "บุคลากร.xlsx"
    moved = ["4", f"นางสาวสุดา ตัวอย่างพร {office.canary}", "เจ้าพนักงานธุรการ", "กองช่าง"]
    path.write_bytes(workbook([*ROWS, moved], title="บัญชีรายชื่อ"))
    page = visit(office=office, width=360, scripts=scripts).opens("/staff/lists/new/")
    page.locator("input[type=file]").set_input_files(path)
    look(page, "list-new")
    assert axe(page) == []
    page.get_by_role("button", name="อ่านแฟ้ม").click()
    page.get_by_role("heading", name="ตรวจบัญชีรายชื่อก่อนนำเข้า").wait_for()
    assert fits(page)
    assert axe(page) == []
    look(page, "list-review")
    page.get_by_role("button", name="นำเข้าทั้งแฟ้ม").click()
    page.get_by_text("ยังมีบรรทัดที่ต้องแก้ไขหรือเลือก").wait_for()
    page.get_by_label("เป็นคนละคน ให้เพิ่มใหม่").check()
    page.get_by_role("button", name="นำเข้าทั้งแฟ้ม").click()
    page.get_by_text("นำเข้าแล้ว: ใหม่ 4 คน เปลี่ยนแปลง 0 คน").wait_for()
    look(page, "people")
    assert fits(page)
    assert axe(page) == []
    with office.speaks():
        assert Person.objects.filter(given_name="สุดา").count() == 2


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_somebody_hands_over_and_leaves_on_a_telephone(visit, office, axe, scripts):
    person = office.people[Role.OFFICER]
    page = visit(office=office, width=360, scripts=scripts).opens(f"/staff/people/{person.pk}/")
    look(page, "person")
    assert fits(page)
    assert axe(page) == []
    page.get_by_role("link", name="พ้นจากหน่วยงานและส่งมอบงาน").click()
    page.get_by_role("heading", name="พ้นจากหน่วยงาน").wait_for()
    look(page, "leave")
    assert fits(page)
    assert axe(page) == []
    page.get_by_role("button", name="ส่งมอบงานและบันทึกการพ้นจากหน่วยงาน").click()
    page.get_by_role("heading", name="บัญชีส่งมอบงาน").wait_for()
    look(page, "hand-over")
    assert fits(page)
    assert axe(page) == []
    office.accounts[Role.OFFICER].refresh_from_db()
    assert not office.accounts[Role.OFFICER].is_active


def test_the_pages_fit_a_telephone_and_break_no_rule(visit, office, faults):
    visitor = visit(office=office)
    for path in ("/staff/", "/staff/units/new/", "/staff/agency/", "/staff/days/?year=2569", "/staff/people/new/"):
        assert (path, faults(visitor.opens(path))) == (path, [])
