"""A case from the counter to its end, and the citizen who follows it: with and without scripts, wide and narrow."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from guide_pictures import picture
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.cases import services
from prongsai.registers.cases.services import Asker, HandedIn
from prongsai.registers.cases.states import CaseState, Channel

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture(autouse=True)
def _monday(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()


def received(office, **told):
    """A case of the office, in the hands of the officer."""
    with office.speaks():
        acting, officer = acting_as(office.accounts[Role.OFFICER]), office.people[Role.OFFICER]
        told = {"kind": "general", "channel": Channel.COUNTER, "subject": "ไฟส่องสว่างดับ", "officer": officer} | told
        told.setdefault("asker", Asker("นางแก้ว ตัวอย่างเมตตา", "0812345678", "บ้านเลขที่ 12 หมู่ 4"))
        handed = HandedIn(unit=office.units["สำนักปลัด"], **told)
        return services.receive(acting=acting, agency=office.agency, told=handed)


def open_by_code(visitor, office, code: str) -> Page:
    page = visitor.opens(f"/{office.agency.code}/track/")
    page.get_by_label("รหัสติดตามเรื่อง").fill(code)
    page.get_by_role("button", name="แสดงเรื่อง").click()
    return page


def opened(page: Page, deed: str):
    """Open a deed of the case and give its form."""
    page.locator("summary", has_text=deed).click()
    return page.locator("details", has=page.locator("summary", has_text=deed)).locator("form")


@BOTH
def test_an_officer_answers_a_case_asked_at_the_counter_and_the_citizen_follows_it(visit, office, scripts, width):
    staff = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width)
    page = staff.opens("/office/cases/")
    page.get_by_role("link", name="รับเรื่อง", exact=True).first.click()
    page.get_by_role("link", name="คำร้องทั่วไป").click()
    page.locator("[name=subject]").fill("ขอให้ซ่อมไฟหน้าบ้าน")
    page.locator("[name=asker_name]").fill("นางแก้ว ตัวอย่างเมตตา")
    page.get_by_role("button", name="บันทึก และออกใบรับเรื่อง").click()
    code = page.locator(".tracking-code").inner_text()
    expect(page.locator("main img")).to_be_visible()
    page.get_by_role("link", name="เปิดเรื่องนี้").click()

    citizen = visit(scripts=scripts, width=width)
    follows = open_by_code(citizen, office, code.lower().replace("-", " "))
    expect(follows.locator("h1")).to_have_text("ขอให้ซ่อมไฟหน้าบ้าน")
    expect(follows.get_by_text("รับเรื่องแล้ว").first).to_be_visible()

    page.get_by_role("button", name="เริ่มดำเนินการ").click()
    form = opened(page, "ขอเอกสารเพิ่ม")
    form.locator("[name=words]").fill("ขอภาพถ่ายเสาไฟ")
    form.locator("button[type=submit]").click()
    expect(page.locator(".tag", has_text="รอเอกสาร").first).to_be_visible()

    follows.reload()
    expect(follows.get_by_text("ขอภาพถ่ายเสาไฟ")).to_be_visible()
    follows.locator("[name=words]").fill("เสาต้นที่สามจากปากซอย")
    follows.get_by_role("button", name="ส่ง", exact=True).click()
    expect(follows.get_by_text("เสาต้นที่สามจากปากซอย")).to_be_visible()

    page.reload()
    expect(page.get_by_text("เสาต้นที่สามจากปากซอย")).to_be_visible()
    form = opened(page, "ผู้ยื่นตอบหรือส่งเอกสารแล้ว")
    form.locator("button[type=submit]").click()
    form = opened(page, "ดำเนินการแล้วเสร็จ และแจ้งผล")
    form.locator("[name=words]").fill("เปลี่ยนหลอดไฟแล้ว")
    form.locator("button[type=submit]").click()
    expect(page.get_by_text("ต้องแจ้งผลแก่ผู้ยื่น")).to_be_visible()
    form = opened(page, "บันทึกว่าแจ้งผลแล้ว")
    form.locator("[name=words]").fill("ทางโทรศัพท์")
    form.locator("button[type=submit]").click()
    expect(page.get_by_text("ต้องแจ้งผลแก่ผู้ยื่น")).to_have_count(0)

    follows.reload()
    expect(follows.get_by_text("เปลี่ยนหลอดไฟแล้ว").first).to_be_visible()
    expect(follows.get_by_text("ดำเนินการแล้วเสร็จ").first).to_be_visible()
    follows.get_by_role("button", name="ปิดเรื่องนี้บนเครื่องนี้").click()
    expect(follows.locator("h1")).to_have_text("ติดตามเรื่อง")


@BOTH
def test_a_citizen_hands_in_a_request_at_night_without_an_account(visit, office, scripts, width, tmp_path):
    photo = tmp_path / "เสาไฟ.txt"
    photo.write_text("เสาต้นที่สาม", encoding="utf-8")
    citizen = visit(scripts=scripts, width=width)
    page = citizen.opens(f"/{office.agency.code}/requests/")
    page.get_by_role("link", name="คำร้องทั่วไป").click()
    page.locator("[name=subject]").fill("ถนนเป็นหลุม")
    page.locator("[name=body]").fill("หน้าโรงเรียน")
    page.locator("input[type=file]").first.set_input_files(photo)
    page.get_by_role("button", name="ส่ง", exact=True).click()
    code = page.locator(".tracking-code").inner_text()
    page = open_by_code(citizen, office, code)
    expect(page.get_by_role("link", name="เสาไฟ.txt")).to_be_visible()
    staff = visit(office=office, role=Role.UNIT_HEAD, scripts=scripts, width=width)
    page = staff.opens("/office/cases/?view=unowned")
    expect(page.get_by_text("ถนนเป็นหลุม")).to_be_visible()


@BOTH
def test_words_of_corruption_lead_to_the_other_door(visit, office, scripts, width):
    page = visit(scripts=scripts, width=width).opens(f"/{office.agency.code}/requests/new/complaint/")
    page.locator("[name=subject]").fill("มีการเรียกรับเงิน")
    page.locator("[name=body]").fill("ที่ช่องบริการ")
    page.get_by_role("button", name="ส่ง", exact=True).click()
    expect(page.locator(".error").first).to_contain_text("ช่องทางร้องเรียนการทุจริต")


def test_the_rules_of_accessibility_find_nothing(visit, office, faults):
    late = received(office, received_on=date(2025, 2, 3), subject="ขออนุญาตใช้สถานที่จัดงานบุญประจำปีของหมู่บ้าน")
    with office.speaks():
        services.answer_of_applicant(case=late.case, words="ถึงไหนแล้ว")
    staff = visit(office=office, role=Role.OFFICER)
    for path in ("", "new/", "new/?kind=service", "import/", f"{late.case.pk}/", f"{late.case.pk}/edit/"):
        page = staff.opens(f"/office/cases/{path}")
        assert (path, faults(page)) == (path, [])
    head = visit(office=office, role=Role.UNIT_HEAD)
    for path in ("counts/", "front-desk/", "past-their-time/"):
        page = head.opens(f"/office/cases/{path}")
        assert (path, faults(page)) == (path, [])
    citizen = visit()
    for path in ("requests/", "requests/new/question/", "track/"):
        page = citizen.opens(f"/{office.agency.code}/{path}")
        assert (path, faults(page)) == (path, [])
    page = open_by_code(citizen, office, late.code)
    assert faults(page) == []


def test_a_refused_deed_is_open_with_what_is_wrong(visit, office, axe):
    case = received(office).case
    page = visit(office=office, role=Role.OFFICER, width=360).opens(f"/office/cases/{case.pk}/")
    form = opened(page, "ไม่รับดำเนินการ พร้อมเหตุผล")
    form.locator("button[type=submit]").click()
    expect(page.locator("details[open] .error").first).to_be_visible()
    assert axe(page) == []


def test_the_pages_of_the_user_guide(visit, office, tmp_path):
    staff = visit(office=office, role=Role.OFFICER)
    received(office, subject="ขอน้ำอุปโภค", received_on=date(2025, 2, 3))
    received(office, subject="ตัดแต่งต้นไม้", channel=Channel.LINE)
    told = received(office, subject="ไฟส่องสว่างหน้าวัดดับ", channel=Channel.TELEPHONE, body="ดับสามดวง")
    with office.speaks():
        acting = acting_as(office.accounts[Role.OFFICER])
        services.move(acting=acting, case=told.case, to=CaseState.IN_WORK)
        services.write_to_applicant(acting=acting, case=told.case, words="ช่างจะไปวันพุธ")
    picture(staff.opens("/office/cases/"), "cases-inbox", height=1_150)
    picture(staff.opens(f"/office/cases/{told.case.pk}/"), "cases-case", height=1_250)
    page = staff.opens("/office/cases/new/?kind=question")
    page.locator("[name=subject]").fill("เบี้ยยังชีพเดือนนี้ออกวันไหน")
    page.get_by_role("button", name="บันทึก และออกใบรับเรื่อง").click()
    picture(page, "cases-slip", height=1_050)
    page = open_by_code(visit(), office, told.code)
    picture(page, "cases-tracking", height=1_100)
    expect(page.get_by_text("ช่างจะไปวันพุธ")).to_be_visible()
