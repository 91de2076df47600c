"""An agency lets an adviser in, sees what it would submit, submits it, takes it back. The adviser sees that alone."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from advised_agencies import advise, late_work, reckon, short_survey, small_agency_that_submitted, told_of
from cast import Office, make_office
from guide_pictures import picture
from prongsai.office.advice import services
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
HIDDEN = "น้อยกว่า 5 หน่วยงาน ไม่แสดง"


@pytest.fixture(autouse=True)
def year(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.district, office.agency.province = "ฟ้ากว้าง", "ตัวอย่างธานี"
    office.agency.save()
    with office.speaks():
        return confirmed(office, "P4.pdf").round


@pytest.fixture
def province() -> Office:
    made = make_office("thachaemchan", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่างธานี")
    made.agency.demo_today = date(2025, 3, 17)
    made.agency.save()
    return made


def others(province: Office, *numbers: int) -> None:
    """Have further agencies submit the same year, each in need of another kind of help."""
    needs = {
        1: {"score": "80.30"},
        2: {"score": "75.90", "wishes": "ขอตัวอย่างหน้าเว็บไซต์"},
        3: {"score": "82.15", "work": late_work(3, "Measures")},
        4: {"score": "84.60", "surveys": short_survey()},
    }
    for number in numbers:
        told = told_of(**needs[number]) if number in needs else None
        small_agency_that_submitted(number, province, told=told, district="ทุ่งสมมุติ")
    reckon(province)


@BOTH
def test_an_agency_submits_and_takes_back_and_its_adviser_sees_that_alone(visit, office, province, axe, scripts, width):
    options = {"scripts": scripts, "width": width}
    adviser = visit(office=province, role=Role.OVERSEER, **options)
    page = adviser.opens("/office/advised/invitations/")
    page.locator("[name=note]").fill("อบต.หนองกระจ่าง")
    page.get_by_role("button", name="ออกรหัสคำเชิญ").click()
    code = page.locator(".notice strong").last.inner_text()
    assert axe(page) == []

    executive = visit(office=office, role=Role.EXECUTIVE, **options).opens("/office/advice/accept/")
    executive.locator("[name=code]").fill(code)
    executive.get_by_role("button", name="ดูว่าเป็นของหน่วยงานใด").click()
    expect(executive.get_by_role("heading", level=1)).to_contain_text("สำนักงานส่งเสริมการปกครองท้องถิ่น")
    assert axe(executive) == []
    executive.get_by_role("button", name="ยอมรับผู้ให้คำปรึกษานี้").click()
    expect(executive.locator("main")).to_contain_text("ให้คำปรึกษาอยู่")

    coordinator = visit(office=office, role=Role.COORDINATOR, **options).opens("/office/advice/")
    coordinator.get_by_role("link", name="2567").click()
    expect(coordinator.locator("main")).to_contain_text("78.16")
    assert axe(coordinator) == []
    coordinator.locator("[name=wishes]").fill("ขอคำแนะนำเรื่องข้อ o33")
    coordinator.get_by_role("button", name="ส่งให้ผู้ให้คำปรึกษา").click()
    expect(coordinator.locator("main")).to_contain_text("อยู่ที่ผู้ให้คำปรึกษา")
    expect(coordinator.locator("main")).to_contain_text(HIDDEN)

    others(province, 1, 2, 3)
    page = adviser.opens("/office/advised/medians/?year=2567")
    expect(page.locator("main")).to_contain_text(HIDDEN)
    expect(page.locator("main table")).to_have_count(0)
    others(province, 4)
    page = adviser.opens("/office/advised/medians/?year=2567")
    expect(page.locator("main table").first).to_contain_text("80.30")
    page = adviser.opens("/office/advised/?year=2567")
    page.get_by_role("link", name="องค์การบริหารส่วนตำบลหนองกระจ่าง").or_(
        page.get_by_role("link", name="อบต.หนองกระจ่าง")
    ).first.click()
    expect(page.locator("main")).to_contain_text("78.16")
    expect(page.locator("main")).to_contain_text("ขอคำแนะนำเรื่องข้อ o33")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    coordinator.get_by_role("table").filter(has_text="อยู่ที่ผู้ให้คำปรึกษา").get_by_role("link").first.click()
    coordinator.get_by_role("button", name="ยกเลิก", exact=True).click()
    expect(coordinator.locator("main")).to_contain_text("ยกเลิกเมื่อ")
    page = adviser.opens(page.url.replace(adviser.address, ""))
    expect(page.locator("main")).to_contain_text("หน่วยงานนี้ยังไม่ได้ส่งข้อมูล")
    assert "78.16" not in page.content()


def submitted(office: Office, province: Office, year) -> tuple[int, int]:
    """Have the agency submit; give the numbers of the submission and of the row at the adviser."""
    advised = advise(office, province)
    with office.speaks():
        sent = services.submit(
            acting=advised.acting(), agency=office.agency, adviser=advised.adviser, cycle=year,
            wishes="ขอคำแนะนำเรื่องการเขียนข้อเสนอแนะในรายงาน",
        )  # fmt: skip
    others(province, 1, 2, 3, 4, 5)
    return sent.pk, advised.advised.pk


def test_the_rules_of_accessibility_find_nothing(visit, office, province, year, faults):
    sent, advised = submitted(office, province, year)
    agency = {
        "advice": "/office/advice/",
        "year": f"/office/advice/years/{year.pk}/",
        "sent": f"/office/advice/sent/{sent}/",
    }
    adviser = {
        "overview": "/office/advised/?year=2567&phase=after",
        "help": "/office/advised/help/?year=2567",
        "medians": "/office/advised/medians/?year=2567",
        "agency": f"/office/advised/{advised}/",
        "invitations": "/office/advised/invitations/",
    }
    for who, role, pages in ((office, Role.EXECUTIVE, agency), (province, Role.OVERSEER, adviser)):
        visitor = visit(office=who, role=role)
        for name, path in pages.items():
            page = visitor.opens(path)
            assert (name, faults(page)) == (name, [])


def test_the_pages_of_the_user_guide(visit, office, province, year):
    submitted(office, province, year)
    page = visit(office=office, width=1000).opens(f"/office/advice/years/{year.pk}/")
    picture(page, "advice-year", height=1500)
    expect(page.locator("main")).to_contain_text("ข้อมูลที่จะส่งมีเพียงเท่านี้")
    adviser = visit(office=province, role=Role.OVERSEER, width=1000)
    page = adviser.opens("/office/advised/?year=2567")
    picture(page, "advice-overview", height=1150)
    expect(page.locator("main")).to_contain_text("ทุ่งสมมุติ")
    page = adviser.opens("/office/advised/help/?year=2567")
    picture(page, "advice-help", height=1000)
    expect(page.locator("main")).to_contain_text("ขอความช่วยเหลือ: ขอตัวอย่างหน้าเว็บไซต์")
