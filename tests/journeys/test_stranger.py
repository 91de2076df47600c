"""A stranger, an empty agency and one paper: to a decided plan on paper, page by page, with no help."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from playwright.sync_api import expect

from years_of_an_office import shipped

FEW = 12
"""Pages between the empty list of years and the decided plan: each is a question of its own."""
BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture(autouse=True)
def _day(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()


@BOTH
def test_from_one_paper_to_a_printed_plan(visit, office, scripts, width, tmp_path):
    paper = tmp_path / "P5.docx"
    paper.write_bytes(shipped("P5.docx"))
    page = visit(office=office, scripts=scripts, width=width).opens("/office/year/")
    seen = []
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    page.get_by_role("link", name="ส่งเอกสาร").first.click()
    page.set_input_files("#id_papers", paper)
    page.get_by_role("button", name="อ่านเอกสาร").click()
    page.locator("main").get_by_role("link", name="2567").click()
    page.get_by_role("button", name="ยืนยันฉบับนี้").click()
    page.get_by_role("link", name="ดูข้อค้นพบจากผลการประเมิน").click()
    page.get_by_role("link", name="ร่างมาตรการจากข้อค้นพบ").click()
    page.get_by_role("button", name="จัดทำมาตรการของปี 2568").click()
    page.get_by_role("button", name="ใช้ร่างที่เลือก").click()
    expect(page.locator("main")).to_contain_text("กำลังจัดทำ")
    assert_printed(page, tmp_path, "ร่าง")
    page.get_by_role("link", name="บันทึกมติที่เห็นชอบ").click()
    page.locator("[name=decided_in]").fill("ประชุมคณะทำงานครั้งที่ ๑/๒๕๖๗")
    for name, value in (("day_day", "๑๐"), ("day_year", "๒๕๖๗")):
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=day_month]").select_option("10")
    page.get_by_role("button", name="บันทึกว่าเห็นชอบแล้ว").click()
    expect(page.locator("main")).to_contain_text("เห็นชอบแล้ว")
    printed = assert_printed(page, tmp_path, "การวิเคราะห์ผลการประเมิน")
    assert "ร่าง" not in printed.splitlines()[0]
    pages = [path for n, path in enumerate(seen) if not n or path != seen[n - 1]]
    assert len(pages) <= FEW, pages


def assert_printed(page, folder, words) -> str:
    """Take the first paper as PDF; give its first page."""
    with page.expect_download() as download:
        page.locator("#papers a", has_text="PDF").first.click()
    path = folder / "plan.pdf"
    download.value.save_as(path)
    text = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert words in text.replace(" ", ""), text[:200]
    return text


@BOTH
def test_from_a_paper_of_measures_to_a_printed_plan(visit, office, scripts, width, tmp_path):
    paper = tmp_path / "P2.docx"
    paper.write_bytes(shipped("P2.docx"))
    page = visit(office=office, scripts=scripts, width=width).opens("/office/year/")
    page.get_by_role("link", name="ส่งเอกสาร").first.click()
    page.set_input_files("#id_papers", paper)
    page.get_by_role("button", name="อ่านเอกสาร").click()
    page.get_by_role("link", name="นำเข้ามาตรการจากเอกสารนี้").click()
    page.get_by_role("button", name="ตรวจดูมาตรการก่อนนำเข้า").click()
    expect(page.locator("tbody tr")).to_have_count(8)
    page.get_by_label("ตรวจทุกรายการที่ควรตรวจสอบแล้ว").check()
    page.get_by_role("button", name="นำเข้าทั้งหมด").click()
    expect(page.get_by_role("heading", name="มาตรการประจำปีงบประมาณ พ.ศ. 2567")).to_be_visible()
    assert_printed(page, tmp_path, "มาตรการส่งเสริมคุณธรรม")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
