"""An order from its first word to its signature, with scripts and without; the office's own list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide_pictures import PICTURES
from prongsai.platform.accounts.models import Role
from prongsai.registers.orders.models import Order
from working_group import signed_order

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
LIST = "ประเภท,เลขที่,ลงวันที่,เรื่อง\nคำสั่ง,290/2567,1 ต.ค. 2567,มอบหมายงาน\n"


@pytest.fixture(autouse=True)
def _day(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()


def save(page: Page) -> None:
    page.get_by_role("button", name="บันทึก", exact=True).click()


def write(page: Page) -> None:
    """Write an order that appoints one, and send it to be signed."""
    page.get_by_role("link", name="เริ่มร่างใหม่").click()
    page.locator("[name=unit]").select_option(label="กองคลัง")
    page.locator("[name=subject]").fill("แต่งตั้งผู้ตรวจครุภัณฑ์")
    page.locator("[name=clauses]").fill("ให้ตรวจภายในวันที่ 31 มีนาคม 2568")
    save(page)
    page.get_by_role("link", name="ผู้ได้รับแต่งตั้ง").click()
    page.locator("[name=rows-0-post]").fill("เจ้าพนักงานพัสดุ")
    save(page)
    page.get_by_role("button", name="เสนอลงนาม").click()


@BOTH
def test_an_order_is_written_printed_signed_and_found(visit, office, scripts, width, tmp_path):
    page = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width).opens("/office/orders/")
    write(page)
    if PICTURES and scripts:
        page.set_viewport_size({"width": 1000, "height": 760})
        page.screenshot(path=str(Path(PICTURES) / "orders-waiting.png"))
        page.set_viewport_size({"width": width, "height": 900})
    with page.expect_download() as told:
        page.get_by_role("link", name="พิมพ์ (PDF)").click()
    assert Path(told.value.path()).read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name="ลงนามแล้ว บันทึกเลขที่ วันที่ และสำเนา").click()
    page.locator("[name=number]").fill("๔๕")
    page.locator("[name=year]").fill("2568")
    page.locator("[name=day_day]").fill("20 มีนาคม 2568")
    scan = tmp_path / "ลงนาม.txt"
    scan.write_text("signed", encoding="utf-8")
    page.set_input_files("#id_scan", scan)
    page.get_by_role("button", name="บันทึกให้มีผลใช้บังคับ").click()
    expect(page.locator("main")).to_contain_text("วันที่นี้ยังมาไม่ถึง")
    page.get_by_label("ตรวจแล้ว เอกสารระบุไว้เช่นนี้").check()
    page.set_input_files("#id_scan", scan)
    page.get_by_role("button", name="บันทึกให้มีผลใช้บังคับ").click()
    expect(page.locator("main")).to_contain_text("มีผลใช้บังคับ")
    page.goto(page.url.split("/office/")[0] + "/office/orders/?q=๔๕/๒๕๖๘")
    expect(page.get_by_role("link", name="คำสั่ง 45/2568")).to_be_visible()


@BOTH
def test_the_list_of_the_office_is_looked_through_before_it_is_taken_in(visit, office, scripts, width, tmp_path):
    file = tmp_path / "ทะเบียน.csv"
    file.write_text(LIST, encoding="utf-8")
    page = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width).opens("/office/orders/import/")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.locator("main")).to_contain_text("มอบหมายงาน")
    page.locator("[name=owner]").select_option(label="กองคลัง")
    page.get_by_role("button", name="รับทั้งหมดเข้าทะเบียน").click()
    expect(page.get_by_role("link", name="คำสั่ง 290/2567")).to_be_visible()


def test_the_rules_of_accessibility_find_nothing(visit, office, faults):
    with office.speaks():
        order = signed_order(office)
        Order.objects.filter(pk=order.pk).update(state="draft")
    staff = visit(office=office, role=Role.COORDINATOR)
    person = office.people[Role.OFFICER].pk
    paths = ["", "new/", "import/", f"people/{person}/", f"{order.pk}/", f"{order.pk}/edit/", f"{order.pk}/members/"]
    for path in paths:
        page = staff.opens(f"/office/orders/{path}")
        assert (path, faults(page)) == (path, [])
    for state, parts in (("waiting", ("", "signed/")), ("in_force", ("", "scan/", "revoke/"))):
        with office.speaks():
            Order.objects.filter(pk=order.pk).update(state=state)
        for part in parts:
            page = staff.opens(f"/office/orders/{order.pk}/{part}")
            assert (part, faults(page)) == (part, [])
