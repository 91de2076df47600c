"""A task from its giving to its proof: by personal link on a telephone, by the coordinator for somebody else."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from guide_pictures import picture
from photographs import jpeg
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services import give_task
from prongsai.registers.tasks.services.giving import Asked

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
PHOTOGRAPH = {"name": "โปสเตอร์.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}


@pytest.fixture
def tasks(office) -> list[Task]:
    """One of the officer, late; one of the other unit."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    asked = [
        Asked(title="ส่งภาพโปสเตอร์ที่จุดบริการ", owner=office.people[Role.OFFICER], due=date(2025, 3, 14)),
        Asked(title="ส่งหน้าสรุปการใช้จ่ายไตรมาสที่สอง", owner=office.units["กองคลัง"], due=date(2025, 3, 21)),
        Asked(title="ส่งรายชื่อผู้เข้ารับการอบรม", owner=office.people[Role.OFFICER], due=date(2025, 3, 28)),
    ]
    with office.speaks():
        return [give_task(acting=coordinator, agency=office.agency, asked=each) for each in asked]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_personal_link_leads_to_the_own_part_and_three_presses_hand_a_task_in(visit, office, axe, tasks, scripts):
    page = visit(office=office).opens("/links/")
    page.click(f"form[action*='/links/for/{office.accounts[Role.OFFICER].pk}/'] button")
    text = page.input_value("#line-text")
    telephone = visit(width=360, height=740, scripts=scripts)
    mine = telephone.page
    mine.goto(text[text.index("http") :])
    mine.click("main button")
    mine.wait_for_url("**/office/tasks/mine/")
    expect(mine.get_by_role("link", name=tasks[1].title)).to_have_count(0)
    assert axe(mine) == []
    if not scripts:
        picture(mine, "tasks-mine", width=360, height=740)
    mine.get_by_role("link", name=tasks[0].title).click()
    assert axe(mine) == []
    mine.set_input_files("#id_files_camera", PHOTOGRAPH)
    if not scripts:
        picture(mine, "tasks-hand-in", width=360, height=1000)
    mine.get_by_role("button", name="ส่ง", exact=True).click()
    mine.wait_for_url("**/office/tasks/mine/")
    expect(mine.get_by_text("ส่งแล้ว ขอบคุณ")).to_be_visible()
    assert mine.evaluate("document.documentElement.scrollWidth") <= 360
    with office.speaks():
        assert Task.objects.get(pk=tasks[0].pk).state == "done"


@BOTH
def test_what_came_by_line_is_written_down_for_who_sent_it(visit, office, axe, tasks, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens("/office/tasks/")
    page.get_by_role("link", name=tasks[0].title).click()
    page.get_by_role("link", name="บันทึกแทน").click()
    page.get_by_label("ไลน์").check()
    page.locator("[name=day_day]").fill("14")
    page.get_by_label("สิ่งที่ได้ดำเนินการ").fill("ส่งภาพทางกลุ่มไลน์เมื่อวันศุกร์")
    assert axe(page) == []
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_text("บันทึกย้อนหลัง").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("ตัวอย่างพร")


@BOTH
def test_a_task_is_given_found_again_and_returned(visit, office, tasks, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens("/office/tasks/new/")
    page.get_by_label("งานที่ต้องทำ").fill("ส่งผลตรวจนับพัสดุครึ่งปี")
    page.get_by_label("ผู้รับผิดชอบ").select_option(f"unit-{office.units['สำนักปลัด'].pk}")
    page.locator("[name=due_day]").fill("31 มี.ค. 2568")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_text("มอบหมายแล้ว")).to_be_visible()
    worker = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width)
    theirs = worker.opens("/office/tasks/?q=พัสดุ")
    theirs.get_by_role("link", name="ส่งผลตรวจนับพัสดุครึ่งปี").click()
    theirs.get_by_label("สิ่งที่ได้ดำเนินการ").fill("ตรวจครบ 412 รายการ")
    theirs.get_by_role("button", name="ส่ง", exact=True).click()
    expect(theirs.get_by_role("heading", name="สิ่งที่ส่ง")).to_be_visible()
    page.reload()
    page.locator("summary", has_text="ส่งกลับแก้ไข").click()
    page.get_by_label("เหตุผล").fill("ขอบัญชีแนบด้วย")
    page.get_by_role("button", name="ส่งกลับแก้ไข").click()
    expect(page.get_by_text("ขอบัญชีแนบด้วย").first).to_be_visible()


@BOTH
def test_a_list_is_looked_through_before_its_tasks_are_given(
    visit, office, axe, misfits, tasks, scripts, width, tmp_path
):
    file = tmp_path / "งานที่ต้องทำ.csv"
    person = office.people[Role.OFFICER].full_name
    lines = ("ส่งผลตรวจนับพัสดุ,กองคลัง,31 มี.ค. 68", f"ทบทวนป้ายบอกทาง,{person},4 เมษายน 2568")
    file.write_text("\n".join(("งานที่ต้องทำ,ผู้รับผิดชอบ,กำหนด", *lines)), encoding="utf-8")
    page = visit(office=office, scripts=scripts, width=width).opens("/office/tasks/")
    page.get_by_role("link", name="นำเข้าจาก Excel").click()
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.get_by_text("งานใหม่ 2 เรื่อง")).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])
    if width == 360:
        picture(page, "tasks-import", width=360, height=1100)
    page.get_by_label("ตรวจทุกรายการที่ควรตรวจสอบแล้ว").check()
    page.get_by_role("button", name="มอบหมายทั้งหมด").click()
    expect(page.get_by_text("มอบหมายงานจากรายการแล้ว 2 เรื่อง")).to_be_visible()
    expect(page.get_by_role("link", name="ส่งผลตรวจนับพัสดุ")).to_be_visible()


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, tasks):
    staff = visit(office=office)
    number = tasks[0].pk
    for path in ("", "tasks/", "tasks/mine/", "tasks/given/", "tasks/new/", "tasks/line/", "tasks/import/",
                 f"tasks/{number}/", f"tasks/{number}/change/", f"tasks/{number}/record-for/"):  # fmt: skip
        page = staff.opens(f"/office/{path}")
        assert (path, faults(page)) == (path, [])


def test_the_pages_of_the_user_guide(visit, office, tasks):
    staff = visit(office=office)
    picture(staff.opens("/office/"), "tasks-home", height=760)
    page = staff.opens("/office/tasks/")
    picture(page, "tasks-list", height=800)
    expect(page.get_by_role("link", name=tasks[0].title)).to_be_visible()
