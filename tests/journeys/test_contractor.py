"""The contractor's path, from the data call until a page is seen live; and story 5 in June: a remark, and the proof."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fake_site import BY_NAME, fake_site
from guide_pictures import picture
from office.disclosure.papers_to_publish import SAYS, on_day, who, written
from photographs import jpeg
from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure import services, tasks
from prongsai.office.disclosure.models import DisclosedItem, Home, Publication, SiteHome
from prongsai.office.disclosure.services import homes
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.models import Role

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
TELLS = "อบต. มี ๔ ส่วนราชการ และ ๑ หน่วยตรวจสอบภายใน"


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(homes, "outside", lambda: BY_NAME)
    with fake_site() as site:
        site.puts("/", "อบต.หนองกระจ่าง", '<a href="/ita">ITA</a>')
        site.puts("/ita", "ITA 2568", "")
        yield site


@pytest.fixture
def year(office, site):
    """2568 on the day of the demonstration, with a contractor's site; O1 is owed by สำนักปลัด."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        cycle = ensure_round(acting=who(office), agency=office.agency, fiscal_year=2568)
        set_owners(acting=who(office), found=cycle, owners={"O1": office.units["สำนักปลัด"]})
        SiteHome.objects.create(
            agency=office.agency, home=Home.CONTRACTOR, main=f"{site.named}/", contractor="ร้านเว็บตัวอย่าง", contact="ไลน์"
        )
        services.ensure_items(cycle, "test")
    return cycle


def look(page: Page, name: str, width: int) -> None:
    if folder := os.environ.get("LOOK", ""):
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)


def looked_at_by_the_worker(office, cycle) -> None:
    with office.speaks():
        tasks.look_at_addresses.func(agency=office.agency.pk, cycle=cycle.pk, walk=1)


def handed_in(staff, year) -> None:
    """A unit is asked, answers by LINE, and what came is accepted."""
    page = staff.opens(f"/office/year/{year.pk}/calls/new/")
    page.get_by_role("button", name="ขอข้อมูลทุกส่วนราชการ").click()
    page.get_by_role("link", name="O1 โครงสร้างและอำนาจหน้าที่").first.click()
    page.get_by_role("link", name="บันทึกแทน").click()
    page.get_by_label("ไลน์").check()
    page.locator("[name=words]").fill(TELLS)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("button", name="รับไว้").click()
    expect(page.locator("main")).to_contain_text("รับไว้แล้ว")


def published(visit, office, item, scripts, width) -> None:
    """An officer takes over what was handed in, the coordinator publishes it."""
    officer = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width)
    officer.opens(f"/office/year/disclosure/{item.pk}/").get_by_role("button", name="นำมาใช้").first.click()
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/disclosure/{item.pk}/before/")
    page.get_by_role("button", name="เผยแพร่", exact=True).click()
    expect(page.locator("main")).to_contain_text("เผยแพร่อยู่")


@BOTH
def test_from_the_data_call_until_it_is_seen_live(visit, office, year, site, faults, scripts, width):
    staff = visit(office=office, scripts=scripts, width=width)
    with office.speaks():
        item = DisclosedItem.objects.get(round=year, code="O1")
    handed_in(staff, year)
    published(visit, office, item, scripts, width)
    page = staff.opens(f"/office/year/{year.pk}/disclosure/contractor/")
    main = page.locator("main")
    expect(main).to_contain_text("นำขึ้นเว็บไซต์")
    assert faults(page, width) == []
    page.get_by_role("button", name="จัดทำรายการ").click()
    page.get_by_role("link", name="ระบุตำแหน่ง O1").click()
    page.locator("[name=where]").fill("เมนู ITA 2568")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    look(page, "list", width)
    assert faults(page, width) == []
    assert "• นำขึ้นเว็บไซต์: ข้อ O1" in page.get_by_label("ข้อความสำหรับไลน์หรืออีเมล").input_value()
    if scripts:
        picture(page, "two-homes-list", height=1100)
    with page.expect_download() as package:
        page.get_by_role("link", name="ชุดไฟล์และข้อความ (zip)").click()
    with zipfile.ZipFile(package.value.path()) as held:
        text = held.read("o1/ข้อความ.txt").decode("utf-8-sig")
    page.get_by_role("link", name="บันทึกการส่ง").click()
    page.locator("[name=sent_by]").fill("ไลน์")
    page.get_by_role("button", name="บันทึก", exact=True).click()

    site.puts("/ita", "ITA 2568", '<a href="/ita/o1">O1</a>')  # the contractor puts it up
    site.puts("/ita/o1", "O1", "".join(f"<p>{line}</p>" for line in text.splitlines()))
    page.get_by_role("link", name="กรอกที่อยู่เว็บ O1").click()
    page.locator("[name=address]").fill(f"{site.named}/ita/o1")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(main).to_contain_text("ยังไม่เห็นบนเว็บไซต์")
    looked_at_by_the_worker(office, year)
    page.reload()
    expect(main).to_contain_text("เห็นบนเว็บไซต์แล้ว 17 มี.ค. 68")
    expect(main).to_contain_text("เปิดได้จากเว็บไซต์หลัก")
    look(page, "live", width)

    site.status = 503  # the site goes down while assessors look at it
    looked_at_by_the_worker(office, year)
    looked_at_by_the_worker(office, year)
    page = staff.opens(f"/office/year/{year.pk}/disclosure/watch/")
    expect(main).to_contain_text("ยังเปิดไม่ได้")
    assert faults(page, width) == []
    look(page, "watch", width)
    if scripts:
        picture(page, "two-homes-watch", height=1000)


@BOTH
def test_in_june_the_proof_of_publication_goes_into_the_clarification(
    visit, office, year, faults, scripts, width, tmp_path, settings
):
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(jpeg())
    settings.OWN_ADDRESS = "https://ita.nongkrachang.example"
    with office.speaks():
        SiteHome.objects.update(home=Home.OWN)
        with on_day(office, date(2025, 4, 28)):
            services.publish(who(office), written(office, "O26", SAYS))
    office.agency.demo_today = date(2025, 6, 3)
    office.agency.save()
    staff = visit(office=office, scripts=scripts, width=width)
    page = staff.opens(f"/office/year/{year.pk}/disclosure/after/")
    main = page.locator("main")
    page.get_by_text("บันทึกข้อสังเกตของข้ออื่น").click()
    page.get_by_role("link", name="O26", exact=True).click()
    page.locator("[name=words]").fill("ไม่พบข้อมูลในวันที่ 30 เมษายน 2568")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(main).to_contain_text("เสียคะแนนตามที่แจ้ง")
    assert faults(page, width) == []
    look(page, "after", width)
    if scripts:
        picture(page, "after-sending", height=1000)
    expect(staff.opens("/office/").locator("main")).to_contain_text("แจ้งว่าเสียคะแนน 1 ข้อ")
    page = staff.opens(f"/office/year/{year.pk}/disclosure/after/")
    page.get_by_role("link", name="จัดทำคำชี้แจง O26").click()
    page.locator("[name=about_day]").fill("30 เม.ย. 2568")
    page.locator("[name=explanation]").fill("เผยแพร่ก่อนวันที่ผู้ตรวจประเมินเข้าดูแล้ว")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(main).to_contain_text("ในวันที่ 30 เมษายน 2568 ข้อมูลฉบับที่ 1 เผยแพร่อยู่แล้ว ตั้งแต่วันที่ 28 เมษายน 2568")
    assert faults(page, width) == []
    look(page, "clarification", width)
    if scripts:
        picture(page, "after-clarification", height=1200)
    with page.expect_download() as proof:
        page.get_by_role("link", name="หลักฐานการเผยแพร่").click()
    assert "publication_proof.py" in zipfile.ZipFile(proof.value.path()).namelist()
    page.get_by_role("link", name="แนบสำเนาที่ลงนามแล้ว").click()
    page.locator("[name=number]").fill("ตย ๗๑๐๐๑/๔๔")
    page.locator("[name=day_day]").fill("2 มิ.ย. 2568")
    page.set_input_files("#id_scan", scan)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("link", name="บันทึกการส่ง").click()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(main).to_contain_text("ส่งเมื่อ 3 มิ.ย. 68")
    office.agency.demo_today = date(2025, 8, 4)
    office.agency.save()
    expect(staff.opens("/office/").locator("main")).to_contain_text("ผลการประเมิน")
    with office.speaks():
        assert Publication.objects.count() == 1
