"""From a confirmed result to a decided plan: with scripts and without, wide and on a telephone."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from guide_pictures import picture
from plans_of_an_office import add, plan_for
from prongsai.office.measures.services import StepTold
from prongsai.office.measures.services.taking_over import keep_paper_rows
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed, kept

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture(autouse=True)
def _day(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()


@BOTH
def test_drafts_are_taken_changed_and_decided(visit, office, axe, scripts, width):
    with office.speaks():
        result = confirmed(office, "P4.pdf")
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{result.round_id}/findings/")
    page.get_by_role("link", name="ร่างมาตรการจากข้อค้นพบ").click()
    page.get_by_role("button", name="จัดทำมาตรการของปี 2568").click()
    expect(page.get_by_role("heading", name="ร่างมาตรการปี 2568")).to_be_visible()
    expect(page.locator("main")).to_contain_text("2.50")
    assert axe(page) == []
    page.get_by_role("button", name="ไม่ใช้ร่างนี้").first.click()
    page.get_by_role("button", name="ใช้ร่างที่เลือก").click()
    expect(page.get_by_role("heading", name="มาตรการประจำปีงบประมาณ พ.ศ. 2568")).to_be_visible()
    assert axe(page) == []
    page.locator("tbody th a").first.click()
    page.get_by_role("link", name="เขียนขั้นตอน").click()
    page.locator("#id_rows-0-due_0").fill("31")
    page.locator("#id_rows-0-due_1").select_option("3")
    page.locator("#id_rows-0-due_2").fill("2568")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("31 มี.ค. 68")
    page.get_by_role("link", name="มาตรการ", exact=True).click()
    page.get_by_role("link", name="บันทึกมติที่เห็นชอบ").click()
    page.locator("[name=decided_in]").fill("ประชุมคณะทำงานครั้งที่ ๑/๒๕๖๗")
    page.locator("[name=day_day]").fill("๑๐ ตุลาคม ๒๕๖๗")
    page.locator("[name=day_month]").select_option("")
    page.locator("[name=day_year]").fill("")
    page.get_by_role("button", name="บันทึกว่าเห็นชอบแล้ว").click()
    expect(page.locator("main")).to_contain_text("บันทึกย้อนหลัง")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []


def test_the_rules_of_accessibility_find_nothing(visit, office, faults):
    with office.speaks():
        result = confirmed(office, "P4.pdf")
        plan, measure, waiting = a_plan(office)
    year = f"/office/year/{plan.round_id}/measures/"
    own = f"/office/year/measures/{measure.pk}/"
    pages = {
        "plan": year,
        "result-year": f"/office/year/{result.round_id}/measures/",
        "months": f"{year}months/",
        "drafts": f"{year}drafts/",
        "facts": f"{year}facts/",
        "new": f"{year}new/",
        "decide": f"{year}decide/",
        "import": f"{year}import/",
        "review": f"/office/year/measures/import/{waiting.pk}/",
        "measure": own,
        "edit": f"{own}edit/",
        "steps": f"{own}steps/",
    }
    staff = visit(office=office, role=Role.COORDINATOR)
    for name, path in pages.items():
        page = staff.opens(path)
        assert (name, faults(page)) == (name, [])


def test_the_pages_of_the_user_guide(visit, office):
    with office.speaks():
        confirmed(office, "P4.pdf")
        plan, _measure, waiting = a_plan(office)
    staff = visit(office=office, width=1000)
    picture(staff.opens(f"/office/year/{plan.round_id}/measures/drafts/"), "measures-drafts", height=1100)
    picture(staff.opens(f"/office/year/{plan.round_id}/measures/"), "measures-plan", height=1200)
    picture(staff.opens(f"/office/year/{plan.round_id}/measures/months/"), "measures-months", height=900)
    picture(staff.opens(f"/office/year/measures/import/{waiting.pk}/"), "measures-review", height=900)
    expect(staff.page.locator("main")).to_contain_text("นำเข้าทั้งหมด")


def a_plan(office):
    """Make a plan with some measures, and a paper to look through."""
    plan = plan_for(office)
    pralad, klang = office.units["สำนักปลัด"], office.units["กองคลัง"]
    monthly = (StepTold("ตั้งจุดคัดกรอง", pralad, due=date(2024, 11, 1)), StepTold("สรุปบัตรคิว", pralad, every_months=1))
    first = add(
        office, plan, "จัดจุดคัดกรองพร้อมบัตรคิวและผู้ตรวจเอกสารก่อนรับบริการ", steps=monthly, codes=[], answers=["indicator:6"]
    )
    quarterly = (StepTold("แจกสรุปงบประมาณ", klang, due=date(2024, 12, 31), every_months=3),)
    told = {"issue": 5, "lead_unit": klang, "codes": [], "answers": ["indicator:2"], "steps": quarterly}
    add(office, plan, "สรุปงบประมาณหนึ่งหน้าทุกไตรมาส", **told)
    add(office, plan, "จัดทำรายงานให้ครบทุกหัวข้อ", issue=7, codes=["O33"], since=date(2025, 4, 1), steps=())
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    waiting = keep_paper_rows(acting=coordinator, cycle=plan.round, paper=kept(office, "P2.docx").paper)
    return plan, first, waiting
