"""Story 1: where did we lose points last year? With scripts and without, wide and on a telephone."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from guide_pictures import picture
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed, kept, shipped

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture(autouse=True)
def _day(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()


@BOTH
def test_a_paper_is_dropped_in_and_says_what_one_sentence_cost(visit, office, axe, scripts, width, tmp_path):
    paper = tmp_path / "P4.pdf"
    paper.write_bytes(shipped("P4.pdf"))
    page = visit(office=office, scripts=scripts, width=width).opens("/office/year/")
    page.get_by_role("link", name="ส่งเอกสาร").first.click()
    page.set_input_files("#id_papers", paper)
    page.get_by_role("button", name="อ่านเอกสาร").click()
    expect(page.get_by_role("heading", name="ผลการประเมินปี 2567 ฉบับที่ 1")).to_be_visible()
    expect(page.get_by_text("๔ | การใช้ทรัพย์สินของราชการ | ๗๘.๑๖")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="ยืนยันฉบับนี้").click()
    page.get_by_role("link", name="ข้อค้นพบ", exact=True).click()
    main = page.locator("main")
    expect(main).to_contain_text("EIT2 84.58 ต่ำกว่า 85.00")
    expect(main.locator(".tag", has_text="ต่ำกว่า")).to_have_count(1)
    expect(main.locator("tbody tr").first).to_contain_text("O33")
    expect(main.locator("tbody tr").first).to_contain_text("2.50")
    assert axe(page) == []
    page.get_by_role("link", name="ทดลองคะแนน").click()
    page.locator("[name=place1]").select_option("O33")
    page.locator("[name=score1]").fill("๑๐๐")
    page.get_by_role("button", name="คำนวณ").click()
    expect(page.locator("main")).to_contain_text("91.25")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []


DOUBTFUL = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n\nตัวชี้วัดที่\tชื่อตัวชี้วัด\tคะแนน\n" + "\n".join(
    f"{n}\t{name}\t{score}"
    for n, name, score in [
        (1, "การปฏิบัติหน้าที่", "93.40"),
        (2, "การใช้งบประมาณ", "87.92"),
        (3, "การใช้อำนาจ", "86.75"),
        (4, "การใช้ทรัพย์สินของราชการ", "74.16"),
        (5, "การแก้ไขปัญหาการทุจริต", "88.07"),
        (6, "คุณภาพการดำเนินงาน", "90.45"),
        (7, "ประสิทธิภาพการสื่อสาร", "87.83"),
        (8, "การปรับปรุงการทำงาน", "83.62"),
        (9, "การเปิดเผยข้อมูล", "95.00"),
        (10, "การป้องกันการทุจริต", "87.50"),
        ("คะแนนภาพรวม", "", "88.75"),
    ]
)


@BOTH
def test_a_doubtful_score_is_corrected_and_both_figures_stay(visit, office, axe, scripts, width, tmp_path):
    paper = tmp_path / "ผล.txt"
    paper.write_text(DOUBTFUL + "\n", encoding="utf-8")
    page = visit(office=office, scripts=scripts, width=width).opens("/office/year/papers/send/")
    page.set_input_files("#id_papers", paper)
    page.get_by_role("button", name="อ่านเอกสาร").click()
    expect(page.locator("#doubts h3").first).to_contain_text("คะแนนภาพรวม")
    assert axe(page) == []
    page.get_by_role("link", name="แก้ไข ตัวชี้วัดที่ 4").first.click()
    page.locator("[name=value]").fill("๗๘.๑๖")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("ตามที่พิมพ์ 74.16")
    accept = page.get_by_role("button", name="ถูกต้องแล้ว")
    while accept.count():
        accept.first.click()
    page.get_by_role("button", name="ยืนยันฉบับนี้").click()
    expect(page.locator("main")).to_contain_text("ใช้ฉบับที่ 1")


@BOTH
def test_a_year_is_opened_and_its_survey_counted(visit, office, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens("/office/year/open/")
    page.get_by_role("button", name="เปิดปีนี้").click()
    expect(page.get_by_role("heading", name="การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568")).to_be_visible()
    expect(page.locator("main")).to_contain_text("ประมาณการจากปี 2565")
    page.get_by_role("link", name="แบบสำรวจ IIT EIT").click()
    page.get_by_role("link", name="บันทึกที่อยู่เว็บ IIT").click()
    page.locator("[name=link]").fill("https://survey.example/iit")
    page.locator("[name=least]").fill("๓๐")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.locator("[name=IIT-answers]").fill("๒๒")
    page.get_by_role("button", name="บันทึกจำนวนผู้ตอบ").click()
    expect(page.locator("progress")).to_have_attribute("value", "22")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_rules_of_accessibility_find_nothing(visit, office, faults):
    with office.speaks():
        confirmed(office, "P1.xlsx")
        sheet = confirmed(office, "P4.pdf")
        paper = kept(office, "P5.docx").paper
        line = sheet.lines.get(kind="indicator", code="4")
    base, round_id = "/office/year/", sheet.round_id
    pages = {
        "rounds": base,
        "open": f"{base}open/",
        "round": f"{base}{round_id}/",
        "day": f"{base}{round_id}/days/results/",
        "group": f"{base}{round_id}/working-group/",
        "surveys": f"{base}{round_id}/surveys/",
        "survey": f"{base}{round_id}/surveys/iit/",
        "results": f"{base}{round_id}/results/",
        "type": f"{base}{round_id}/results/type/",
        "paste": f"{base}{round_id}/results/paste/",
        "papers": f"{base}papers/",
        "paper": f"{base}papers/{paper.pk}/",
        "sheet": f"{base}results/{sheet.pk}/",
        "line": f"{base}results/lines/{line.pk}/",
        "findings": f"{base}{round_id}/findings/",
        "checks": f"{base}{round_id}/findings/checks/",
        "what-if": f"{base}{round_id}/findings/what-if/?goal=90&place1=O33&score1=100",
    }
    staff = visit(office=office, role=Role.COORDINATOR)
    for name, path in pages.items():
        page = staff.opens(path)
        assert (name, faults(page)) == (name, [])


def test_the_pages_of_the_user_guide(visit, office, tmp_path):
    with office.speaks():
        first = confirmed(office, "P1.xlsx")
        waiting = kept(office, "P4.pdf").sheets[0]
    staff = visit(office=office, width=1000)
    picture(staff.opens(f"/office/year/results/{waiting.pk}/"), "year-review", height=1000)
    staff.page.get_by_role("button", name="ยืนยันฉบับนี้").click()
    page = staff.opens(f"/office/year/{waiting.round_id}/findings/")
    picture(page, "year-findings", height=1300)
    expect(page.locator("main")).to_contain_text("ตามที่ประกาศ")
    page = staff.opens(f"/office/year/{first.round_id}/")
    picture(page, "year-round")
    expect(page.get_by_role("heading", name="กำหนดวันของปี", exact=True)).to_be_visible()
