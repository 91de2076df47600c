"""Publishing: a telephone number is hidden, the page goes out with its proof, a withdrawn page leaves a tombstone."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide_pictures import picture
from office.disclosure.papers_to_publish import SAYS, written
from prongsai.office.disclosure.models import Publication

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
MOBILE = "081-234-5678"


@pytest.fixture
def item(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        line = f"ผู้ร้องโทรศัพท์ {MOBILE}"
        return written(office, "O26", SAYS, line, heading="ผลการเปิดโอกาสให้มีส่วนร่วม", covers=2567)


def look(page: Page, name: str, width: int) -> None:
    if folder := os.environ.get("LOOK", ""):
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)


@BOTH
def test_a_finding_is_hidden_the_item_published_proved_closed_and_withdrawn(visit, office, item, axe, scripts, width):
    staff = visit(office=office, scripts=scripts, width=width)
    page = staff.opens(f"/office/year/disclosure/{item.pk}/")
    page.get_by_role("link", name="ก่อนเผยแพร่").click()
    main = page.locator("main")
    expect(main).to_contain_text("มีบางสิ่งที่อาจบ่งถึงบุคคลทั่วไป")
    expect(main).to_contain_text("โทรศัพท์ส่วนตัว: xxx-xxx-xx78")
    expect(page.get_by_role("button", name="เผยแพร่", exact=True)).to_have_count(0)
    assert axe(page) == []
    look(page, "before", width)
    if width > 360:
        picture(page, "publishing-before", height=1_450)
    page.get_by_label("ปกปิด", exact=True).check()
    page.get_by_role("button", name="บันทึกสิ่งที่ปกปิดและแสดง").click()
    expect(main).to_contain_text("ผู้ร้องโทรศัพท์ xxx-xxx-xx78")
    expect(main).not_to_contain_text(MOBILE)
    page.locator("[name=received_day]").fill("10 มี.ค. 2568")
    page.get_by_role("button", name="เผยแพร่", exact=True).click()
    expect(main).to_contain_text("เผยแพร่อยู่")
    expect(main).to_contain_text("นักวิเคราะห์นโยบายและแผน")
    expect(main).not_to_contain_text(MOBILE)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    look(page, "publication", width)
    if width > 360:
        picture(page, "publishing-proof", height=1_150)
    with page.expect_download() as saved:
        page.get_by_role("link", name="บันทึกหลักฐานการเผยแพร่ลงเครื่อง").click()
    assert "publication_proof.py" in zipfile.ZipFile(saved.value.path()).namelist()
    close_and_open(staff.opens(f"/office/year/{item.round_id}/disclosure/close/"), axe, width)
    page = staff.opens(f"/office/year/disclosure/publication/{newest(office).pk}/")
    page.get_by_role("link", name="ยกเลิกการเผยแพร่").click()
    page.locator("[name=because]").fill("เผยแพร่ผิดข้อ")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("ยกเลิกการเผยแพร่แล้ว")
    expect(page.locator("main")).to_contain_text("เผยแพร่ผิดข้อ")
    assert axe(page) == []
    look(page, "withdrawn", width)


def close_and_open(page: Page, axe, width: int) -> None:
    main = page.locator("main")
    expect(main).to_contain_text("/ita/2568/o26/")
    assert axe(page) == []
    look(page, "close", width)
    page.get_by_label("ใช่ ปิดชุดข้อมูล").check()
    page.get_by_role("button", name="ปิดชุดข้อมูล").click()
    expect(main).to_contain_text("ชุดข้อมูลปิดเพื่อส่งประเมินแล้ว")
    page.get_by_role("link", name="เปิดชุดข้อมูลที่ปิดไว้").click()
    page.locator("[name=because]").fill("ผู้ตรวจประเมินขอให้แก้ไข")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(main).to_contain_text("ปิดชุดข้อมูลเพื่อส่งประเมิน")


def newest(office) -> Publication:
    with office.speaks():
        return Publication.objects.order_by("-version")[0]


def test_several_items_go_out_with_one_press_and_what_is_hindered_is_told(visit, office, item, axe):
    with office.speaks():
        written(office, "O1", SAYS)
    page = visit(office=office).opens(f"/office/year/{item.round_id}/disclosure/publish/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    assert axe(page) == []
    look(page, "many", 1280)
    page.get_by_role("button", name="เผยแพร่ข้อที่เลือก").click()
    main = page.locator("main")
    expect(main.get_by_role("row", name="O1 ")).to_contain_text("เผยแพร่อยู่")
    expect(main.get_by_role("row", name="O26 ")).to_contain_text("มีบางสิ่งที่อาจบ่งถึงบุคคลทั่วไป")
    assert axe(page) == []
    look(page, "many-done", 1280)
