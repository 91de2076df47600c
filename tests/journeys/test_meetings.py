"""A secretary calls a meeting, takes minutes, prints them, closes a decision with proof: with scripts and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from guide_pictures import PICTURES
from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings import services
from working_group import called_meeting, decided, group_of, held_meeting, item_of, secretary, signed_order

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture
def group(office):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        return group_of(office, signed_order(office))


def date_in(page: Page, name: str, day: str, month: str, year: str) -> None:
    page.locator(f"[name={name}_day]").fill(day)
    page.locator(f"[name={name}_month]").select_option(month)
    page.locator(f"[name={name}_year]").fill(year)


def save(page: Page) -> None:
    page.get_by_role("button", name="บันทึก", exact=True).click()


def text_of(page: Page, link: str, index: int = 0) -> str:
    """Save what a link gives and read the text of the PDF."""
    with page.expect_download() as told:
        page.locator(f"a[href*='{link}']").nth(index).click()
    with pypdfium2.PdfDocument(Path(told.value.path()).read_bytes()) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def call_it(page: Page) -> None:
    page.get_by_role("link", name="เรียกประชุม: คณะทำงาน").click()
    page.get_by_label("ครั้งที่", exact=True).fill("๓")
    page.get_by_label("ปี พ.ศ.", exact=True).first.fill("2568")
    date_in(page, "day", "14", "3", "2568")
    page.locator("[name=starts]").fill("๙.๓๐")
    page.locator("[name=place]").fill("ห้องประชุม ชั้น 2")
    save(page)
    expect(page.locator("main")).to_contain_text("เรียกประชุมแล้ว")


def take_minutes(page: Page) -> None:
    page.get_by_role("link", name="ผู้มาประชุม", exact=True).click()
    for row in range(3):
        page.locator(f"[name=rows-{row}-presence]").select_option("present" if row else "absent")
    page.locator("[name=rows-0-note]").fill("ลาพักผ่อน")
    page.locator("[name=rows-3-name]").fill("ผู้ใหญ่บ้าน หมู่ 4")
    page.locator("[name=rows-3-presence]").select_option("present")
    save(page)
    page.get_by_role("link", name="จดรายงานการประชุม").first.click()
    for said in ("ประธานแจ้งกำหนดปิดการเปิดเผยข้อมูล", "รับรองโดยไม่มีข้อแก้ไข", "ไม่มี"):
        page.locator("[name=said]").fill(said)
        page.get_by_role("button", name="บันทึก แล้วไปวาระถัดไป").click()
    page.locator("[name=said]").fill("โปสเตอร์ช่องทางร้องเรียนยังไม่ครบ 5 จุด")
    page.locator("[name=resolution]").fill("เห็นชอบให้ติดให้ครบ")
    save(page)


@BOTH
def test_a_secretary_calls_a_meeting_takes_minutes_prints_them_and_closes_a_decision_with_proof(
    visit, office, group, axe, scripts, width
):
    keeper = visit(office=office, role=Role.COORDINATOR, scripts=scripts, width=width)
    page = keeper.opens("/office/meetings/")
    call_it(page)
    assert "เชิญประชุม" in text_of(page, "papers/invitation.pdf")
    assert "ลายมือชื่อ" in text_of(page, "papers/attendance.pdf")
    take_minutes(page)
    expect(page.locator("main")).to_contain_text("เห็นชอบให้ติดให้ครบ")
    page.locator("a[href$='/decide/']").nth(3).click()
    page.locator("[name=what]").fill("ติดโปสเตอร์ให้ครบ 5 จุด")
    page.locator("[name=unit]").select_option(label="สำนักปลัด")
    date_in(page, "due", "31", "3", "2568")
    save(page)
    page.get_by_role("link", name="บันทึกว่าประชุมแล้ว").click()
    page.locator("[name=ends]").fill("11.45")
    save(page)
    minutes = text_of(page, "papers/minutes.pdf")
    assert "รายงานการประชุม" in minutes
    assert "ลาพักผ่อน" in minutes.replace("\r\n", "")
    assert "ร่าง" in minutes
    meeting = page.url
    page.get_by_role("link", name="ติดโปสเตอร์ให้ครบ 5 จุด").click()
    page.get_by_role("link", name="ส่งหลักฐาน", exact=True).click()
    page.locator("[name=sentence]").fill("ติดครบ 5 จุดแล้วเมื่อ 14 มีนาคม 2568")
    page.get_by_label("เอกสารที่มีเลขที่และวันที่").check()
    page.locator("[name=paper_number]").fill("ตย 71001/88")
    date_in(page, "paper_day", "14", "3", "2568")
    page.locator("[name=recorded_for]").select_option(label=office.people[Role.OFFICER].full_name)
    page.locator("[name=received_by]").fill("ไลน์")
    page.get_by_role("button", name="ส่งหลักฐานให้เลขานุการ").click()
    assert axe(page) == []
    page.get_by_role("button", name="รับหลักฐานและปิดเรื่อง").click()
    expect(page.locator("main")).to_contain_text("ปิดเรื่องแล้ว (มีหลักฐาน)")
    page.goto(meeting)
    assert "คัดสำเนา" in text_of(page, "extract.pdf", 3)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@BOTH
def test_the_owner_proves_a_decision_from_the_own_list(visit, office, group, scripts, width):
    with office.speaks():
        decision = decided(office, held_meeting(office, group))
    page = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width).opens(
        f"/office/meetings/decisions/{decision.pk}/"
    )
    page.get_by_role("link", name="ส่งหลักฐาน", exact=True).click()
    page.locator("[name=sentence]").fill("ติดครบแล้ว")
    page.get_by_label("ที่อยู่หน้าเว็บ").first.check()
    page.get_by_role("button", name="ส่งหลักฐานให้เลขานุการ").click()
    expect(page.locator("main")).to_contain_text("เป็นหลักฐาน จึงต้องมี")
    page.locator("[name=link]").fill("https://nongkrachang.example/news/12")
    page.get_by_role("button", name="ส่งหลักฐานให้เลขานุการ").click()
    expect(page.locator("main")).to_contain_text("รอเลขานุการตรวจหลักฐาน")


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, group):
    with office.speaks():
        meeting = called_meeting(office, group, number=1, day=date(2025, 1, 13))
        held = held_meeting(office, group)
        decision = decided(office, held)
        item = item_of(held, 4)
        services.hand_in_proof(
            acting=secretary(office),
            decision=decision,
            told=services.ProofTold(
                "link", "ติดครบแล้ว", link="https://nongkrachang.example/news/12",
                recorded_for=office.people[Role.OFFICER], received_by="ไลน์",
            ),
        )  # fmt: skip
    staff = visit(office=office, role=Role.COORDINATOR)
    paths = ["", "import/", "monthly/", "groups/", "groups/new/", f"groups/{group.pk}/", f"groups/{group.pk}/members/",
             f"groups/{group.pk}/call/", f"{meeting.pk}/", f"{meeting.pk}/agenda/", f"{meeting.pk}/attendance/",
             f"{meeting.pk}/held/", f"{meeting.pk}/edit/", f"{held.pk}/", f"{held.pk}/adopt/",
             f"{held.pk}/scan/minutes/", f"items/{item.pk}/minutes/", f"items/{item.pk}/decide/",
             f"items/{item.pk}/decisions/import/", "decisions/",
             f"decisions/{decision.pk}/", f"decisions/{decision.pk}/prove/"]  # fmt: skip
    for path in paths:
        page = staff.opens(f"/office/meetings/{path}")
        assert (path, faults(page)) == (path, [])


@BOTH
def test_an_older_register_is_looked_through_before_it_is_taken_in(
    visit, office, axe, misfits, group, scripts, width, tmp_path
):
    file = tmp_path / "ทะเบียนการประชุม.csv"
    lines = (f"{group.name},1/2568,14 ม.ค. 68,9.30,11.45,ห้องประชุม,ประชุมแล้ว", f"{group.name},2/2568,14 ก.พ. 2568,,,,")
    file.write_text("\n".join(("คณะ,ครั้งที่,วันประชุม,เวลาเริ่ม,เวลาเลิก,สถานที่,สถานะ", *lines)), encoding="utf-8")
    staff = visit(office=office, role=Role.COORDINATOR, scripts=scripts, width=width)
    page = staff.opens("/office/meetings/")
    page.get_by_role("link", name="นำเข้าจาก Excel").click()
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.get_by_text("การประชุมใหม่ 2 ครั้ง")).to_be_visible()
    assert (axe(page), misfits(page)) == ([], [])
    if PICTURES and width == 360:
        page.screenshot(path=str(Path(PICTURES) / "meetings-import.png"), full_page=True)
    page.get_by_label("ตรวจทุกรายการที่ควรตรวจสอบแล้ว").check()
    page.get_by_role("button", name="รับทั้งหมด").click()
    expect(page.get_by_text("นำเข้าการประชุมแล้ว 2 ครั้ง")).to_be_visible()
    with page.expect_download() as told:
        page.get_by_role("button", name="ส่งออก Excel").click()
    assert told.value.suggested_filename == "ทะเบียนการประชุม.xlsx"


def test_the_pages_of_the_user_guide(visit, office, group):
    with office.speaks():
        held = held_meeting(office, group)
        decision = decided(office, held)
        told = services.ProofTold("paper", "ติดป้าย 5 จุด เมื่อ 14 มีนาคม 2568", paper_number="ตย 71001/88",
                                  paper_day=date(2025, 3, 14), recorded_for=office.people[Role.OFFICER],
                                  received_by="ไลน์")  # fmt: skip
        services.hand_in_proof(acting=secretary(office), decision=decision, told=told)
    staff = visit(office=office, width=1000)
    for name, address in (("meeting", held.get_absolute_url()), ("decision", decision.get_absolute_url())):
        page = staff.opens(address)
        page.set_viewport_size({"width": 1000, "height": 900})
        if PICTURES:
            page.screenshot(path=str(Path(PICTURES) / f"meetings-{name}.png"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 1000
