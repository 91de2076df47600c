"""Story 5: each sentence of a report can be asked where it comes from. With scripts, without, on a telephone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide_pictures import picture
from photographs import jpeg
from prongsai.platform.accounts.models import Role
from reported_years import ReportedYear, done, small_year

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture
def year(office) -> ReportedYear:
    office.agency.demo_today = date(2025, 4, 2)
    office.agency.save()
    with office.speaks():
        return small_year(office)


def look(page: Page, name: str, width: int) -> None:
    if folder := os.environ.get("LOOK", ""):
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)


@BOTH
def test_a_report_is_made_proved_compared_and_signed(visit, office, year, axe, scripts, width, tmp_path):
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(jpeg())
    staff = visit(office=office, scripts=scripts, width=width)
    page = staff.opens(f"/office/year/{year.cycle.pk}/reports/")
    expect(page.locator("main")).to_contain_text("ถึงเวลาจัดทำ")
    assert axe(page) == []
    look(page, "reports-empty", width)
    page.get_by_role("link", name="จัดทำ รายงานรอบ 6 เดือน").click()
    page.get_by_text("ไม่มีปัญหา / อุปสรรค").click()
    page.get_by_role("button", name="จัดทำ").click()
    expect(page.get_by_role("heading", name="รายงานรอบ 6 เดือน 2568")).to_be_visible()
    main = page.locator("main")
    expect(main).to_contain_text("จัดทำทะเบียนการยืม 37 รายการ (วันที่ 10 มกราคม 2568)")
    expect(main).to_contain_text("ตย 71001/5")
    assert axe(page) == []
    look(page, "report", width)
    page.get_by_role("link", name="เทียบข้อความที่มีและไม่มีหลักฐาน").click()
    expect(page.locator("progress")).to_have_attribute("value", "2")
    assert axe(page) == []
    look(page, "report-proof", width)
    with office.speaks():
        done(year.idle, "สำรวจแล้ว 2 หมู่บ้าน", date(2025, 3, 20))
    page = staff.opens(f"/office/year/{year.cycle.pk}/reports/make/six/")
    page.get_by_role("button", name="จัดทำ").click()
    expect(page.locator("main")).to_contain_text("ฉบับที่ 2")
    page.get_by_role("link", name="ข้อแตกต่างระหว่างสองฉบับ").click()
    expect(page.locator("ins").first).to_contain_text("เพิ่ม")
    assert axe(page) == []
    look(page, "report-changes", width)
    page.go_back()
    page.get_by_role("link", name="แนบสำเนาที่ลงนามแล้ว").click()
    page.locator("[name=number]").fill("ตย ๗๑๐๐๑/๑๒")
    page.locator("[name=day_day]").fill("1 เม.ย. 2568")
    page.set_input_files("#id_scan", scan)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("ลงนามแล้ว")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    look(page, "report-signed", width)


@BOTH
def test_from_a_question_to_its_proof_and_back_in_one_click_each(visit, office, year, axe, scripts, width):
    staff = visit(office=office, scripts=scripts, width=width)
    page = staff.opens(f"/office/year/{year.cycle.pk}/reports/make/six/")
    page.get_by_role("button", name="จัดทำ").click()
    page = staff.opens(f"/office/year/{year.cycle.pk}/links/")
    assert axe(page) == []
    page.get_by_role("link", name="I19", exact=True).click()
    expect(page.locator("main")).to_contain_text("ลงทะเบียนการยืมทุกครั้ง")
    assert axe(page) == []
    look(page, "links", width)
    page.get_by_role("link", name="ข้อความในรายงาน: จัดทำทะเบียนการยืม").click()
    expect(page.locator(":target")).to_contain_text("จัดทำทะเบียนการยืม 37 รายการ")
    page.get_by_role("link", name="เส้นทาง M01").click()
    page.get_by_role("link", name="I20", exact=True).click()
    page.get_by_role("link", name="เส้นทางของหลักฐานนี้").first.click()
    expect(page.locator("main")).to_contain_text("ภาพถ่ายกระดานแจ้งขั้นตอน")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_rules_of_accessibility_find_nothing(visit, office, year, faults):
    staff = visit(office=office)
    page = staff.opens(f"/office/year/{year.cycle.pk}/reports/make/six/")
    page.get_by_role("button", name="จัดทำ").click()
    report = page.url.removeprefix(staff.address)
    pages = {
        "reports": f"/office/year/{year.cycle.pk}/reports/",
        "make": f"/office/year/{year.cycle.pk}/reports/make/monthly/",
        "number": f"{report}number/",
        "sign": f"{report}sign/",
        "learning": f"/office/year/{year.cycle.pk}/learning/",
    }
    for name, path in pages.items():
        page = staff.opens(path)
        assert (name, faults(page)) == (name, [])
    page = visit(office=office, role=Role.EXECUTIVE).opens("/office/year/month/")
    expect(page.get_by_role("heading", name="เอกสารรอลงนาม")).to_be_visible()
    assert faults(page) == []


def test_the_pages_of_the_user_guide(visit, office, year):
    staff = visit(office=office, width=1000)
    page = staff.opens(f"/office/year/{year.cycle.pk}/reports/make/six/")
    page.get_by_role("button", name="จัดทำ").click()
    picture(page, "reports-sentences", height=1250)
    page.get_by_role("link", name="เทียบข้อความที่มีและไม่มีหลักฐาน").click()
    picture(page, "reports-proof")
    picture(staff.opens(f"/office/year/{year.cycle.pk}/reports/"), "reports-year", height=1000)
    page = visit(office=office, role=Role.EXECUTIVE, width=1000).opens("/office/year/month/")
    picture(page, "reports-month", height=700)
    expect(page.locator("main")).to_contain_text("รอสำเนาที่ลงนามแล้ว")
