"""An item is filled: what a unit handed in, a table from Excel, a word that there is none, a place in a file."""

from __future__ import annotations

import os
from datetime import date

import pytest
from playwright.sync_api import expect

from guide_pictures import picture
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import Brought, Letter, accept, hand_in, make_call, set_owners
from prongsai.office.disclosure.models import Piece
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
CHART = {"name": "ผังองค์กร.csv", "mimeType": "text/csv", "buffer": "ส่วนราชการ,คน\nสำนักปลัด,18\n".encode()}


@pytest.fixture
def year(office):
    """2568 on the day of the demonstration; O1 is owed by สำนักปลัด, handed in and accepted."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    acting = {role: acting_as(account) for role, account in office.accounts.items()}
    with office.speaks():
        cycle = ensure_round(acting=acting[Role.COORDINATOR], agency=office.agency, fiscal_year=2568)
        owners = {"O1": office.units["สำนักปลัด"], "O12": office.units["กองคลัง"]}
        set_owners(acting=acting[Role.COORDINATOR], found=cycle, owners=owners)
        letter = Letter(title="ขอข้อมูลประกอบการประเมิน", sent=date(2025, 1, 6), due=date(2025, 1, 31))
        make_call(acting=acting[Role.COORDINATOR], found=cycle, letter=letter, codes=["O1"])
        brought = Brought(words="อบต. มี ๔ ส่วนราชการ และ ๑ หน่วยตรวจสอบภายใน", happened=date(2025, 1, 20))
        hand_in(acting=acting[Role.OFFICER], item=CalledItem.objects.get(), brought=brought)
        accept(acting=acting[Role.UNIT_HEAD], item=CalledItem.objects.get())
    return cycle


@BOTH
def test_a_unit_fills_its_item_element_by_element(visit, office, axe, misfits, year, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{year.pk}/disclosure/")
    page.get_by_role("button", name="เริ่มทำข้อของปีนี้").click()
    expect(page.get_by_text("มีข้อมูลจากส่วนราชการให้นำมาใช้")).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])
    officer = visit(role=Role.OFFICER, office=office, scripts=scripts, width=width)
    page = officer.opens(f"/office/year/{year.pk}/disclosure/")
    own = page.get_by_role("table", name="ข้อของส่วนราชการของท่าน")
    expect(own.get_by_text("กองคลัง")).to_have_count(0)
    own.get_by_role("link", name="O1 โครงสร้างและอำนาจหน้าที่").click()
    page.get_by_role("button", name="นำมาใช้").first.click()
    expect(page.get_by_text("อบต. มี ๔ ส่วนราชการ")).to_be_visible()

    page.locator("#element-2").get_by_role("link", name="เขียนข้อความ").click()
    assert (axe(page), misfits(page)) == ([], [])
    page.locator("#id_words").fill("สำนักปลัดมีหัวหน้าสำนักปลัด กองคลังมีผู้อำนวยการกองคลัง")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("#element-2").get_by_text("มีแล้ว")).to_be_visible()
    page.locator("#element-5").get_by_role("button", name="ไม่มี").click()
    expect(page.locator("#element-5").get_by_text("มีแล้ว")).to_be_visible()

    page.get_by_role("link", name="เพิ่มตาราง").click()
    page.locator("#id_heading").fill("อัตรากำลัง")
    page.locator("#id_pasted").fill("ส่วนราชการ\tคน\nสำนักปลัด\t18\nกองคลัง\t11")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("cell", name="กองคลัง", exact=True)).to_be_visible()
    page.get_by_role("link", name="แนบไฟล์").click()
    page.set_input_files("#id_files", CHART)
    page.locator("#id_heading").fill("ผังองค์กร")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.locator("#element-1").get_by_role("link", name="อยู่ในไฟล์หรือหน้าเว็บ").click()
    page.locator("#id_piece").select_option(label="ผังองค์กร")
    page.locator("#id_place").fill("หน้า 1")
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("#element-1").get_by_text("มีแล้ว").first).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])
    if scripts:
        picture(page, "disclosure-item", height=1700)
    if shots := os.environ.get("SHOTS"):
        page.screenshot(path=f"{shots}/item-{width}.png", full_page=True)
    page.get_by_text("หน่วยงานสมมุติแสดงข้อนี้อย่างไร").click()
    expect(page.get_by_text("ผังการแบ่งส่วนราชการของหน่วยงาน").first).to_be_visible()

    page.get_by_role("link", name="นำออก อัตรากำลัง").click()
    page.get_by_role("button", name="นำออก").click()
    expect(page.get_by_text("นำออกแล้ว")).to_be_visible()
    with office.speaks():
        assert [piece.kind for piece in Piece.objects.all()] == ["words", "words", "words", "file"]
    page.goto(page.url.split("/office/")[0] + f"/office/year/{year.pk}/disclosure/")
    if shots := os.environ.get("SHOTS"):
        page.screenshot(path=f"{shots}/list-{width}.png", full_page=True)
    if scripts:
        picture(page, "disclosure-list")
