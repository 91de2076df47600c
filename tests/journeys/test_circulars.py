"""A circular from its first word to the last signature, a briefing to its attendance: on screens, telephones, paper."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageOps
from playwright.sync_api import Page, expect

from guide_pictures import PICTURES, picture
from photographs import jpeg
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.entrance.services.links import make_link
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience
from prongsai.registers.circulars.outputs import attendance_of, list_of, memo_of, written
from prongsai.registers.circulars.sheet import BRIEFINGS_READ_AGAIN, READ_AGAIN

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
TODAY = date(2025, 3, 17)
SUBJECT = "แนวทางการยืมและคืนทรัพย์สินของราชการ"
WORDS = "ให้ผู้ยืมเขียนใบยืมทุกครั้งก่อนนำทรัพย์สินออกจากที่ทำการ\nให้คืนภายในวันที่ระบุในใบยืม"


@pytest.fixture(autouse=True)
def _day(office):
    office.agency.demo_today = TODAY
    office.agency.host = "nongkrachang.example"
    office.agency.save()


@pytest.fixture
def scan(tmp_path) -> Path:
    path = tmp_path / "ใบลงชื่อ.jpg"
    path.write_bytes(jpeg())
    return path


@pytest.fixture
def circular(office):
    """A circular to everybody, sent by the coordinator."""
    with office.speaks():
        coordinator = acting_as(office.accounts[Role.COORDINATOR])
        told = {"subject": SUBJECT, "words": WORDS, "unit": office.units["สำนักปลัด"], "topic": "asset-borrowing"}
        told |= {"audience": Audience.ALL, "due": date(2025, 3, 21)}
        drafted = services.add_circular(acting=coordinator, agency=office.agency.pk, told=told)
        return services.send(acting=coordinator, circular=drafted)


@pytest.fixture
def briefing(office):
    """A briefing of today to which the coordinator called everybody."""
    with office.speaks():
        coordinator = acting_as(office.accounts[Role.COORDINATOR])
        told = {"subject": "ชี้แจงแผนการใช้จ่ายงบประมาณ", "words": "แผนรายไตรมาส", "unit": office.units["สำนักปลัด"]}
        told |= {"audience": Audience.ALL, "day": TODAY, "begins": time(13, 30), "place": "ห้องประชุมสภา"}
        drafted = services.add_briefing(acting=coordinator, agency=office.agency.pk, told=told)
        return services.call_people(acting=coordinator, briefing=drafted)


def fills_day(page: Page, name: str, day: str) -> None:
    page.locator(f"[name={name}_day]").fill(day)


def contact_sheet(papers: list[bytes], path: Path, width: int = 420) -> None:
    """Draw the first pages of papers side by side."""
    pages = [ImageOps.expand(_first_page(paper, width), 1, "#888888") for paper in papers]
    sheet = Image.new("RGB", (sum(page.width + 12 for page in pages), max(page.height for page in pages)), "white")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + 12
    sheet.quantize(64).save(path)


def _first_page(pdf: bytes, width: int) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        return page.render(scale=width / page.get_width()).to_pil().convert("RGB")


@BOTH
def test_a_coordinator_sends_a_circular_to_everybody(visit, office, axe, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens("/office/circulars/")
    page.get_by_role("link", name="เขียนหนังสือแจ้งเวียน").click()
    page.get_by_label("เรื่อง", exact=True).fill(SUBJECT)
    page.get_by_label("ข้อความ", exact=True).fill(WORDS)
    page.get_by_label("บุคลากรทุกคน").check()
    page.locator("[name=due_day]").fill("๒๑ มีนาคม ๒๕๖๘")
    page.get_by_label("เรื่องที่สนับสนุน").select_option("asset-borrowing")
    page.get_by_role("button", name="บันทึกร่าง").click()
    expect(page.locator("main")).to_contain_text("จะส่งถึง 6 คน")
    assert axe(page) == []
    page.get_by_role("button", name="ส่ง", exact=True).click()
    expect(page.locator("main")).to_contain_text("ส่งถึง 6 คนแล้ว")
    expect(page.locator(".progress").first).to_contain_text("0 จาก 6 คน")
    line_text = page.get_by_label("ข้อความสำหรับกลุ่มไลน์").input_value()
    assert line_text.startswith(f"แจ้งเวียน: {SUBJECT}")
    assert "/office/circulars/" in line_text


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_colleague_reads_and_acknowledges_by_personal_link_on_a_phone(visit, office, axe, circular, scripts):
    with office.speaks():
        coordinator = acting_as(office.accounts[Role.COORDINATOR])
        _link, key = make_link(acting=coordinator, user=office.accounts[Role.OFFICER])
    phone = visit(width=360, scripts=scripts)
    page = phone.opens(f"/link/?key={key}")
    page.get_by_role("button", name="เปิดงานของฉัน").click()
    page.get_by_role("link", name=SUBJECT).first.click()
    expect(page.get_by_role("heading", name=SUBJECT)).to_be_visible()
    expect(page.locator("main")).to_contain_text("ให้คืนภายในวันที่ระบุในใบยืม")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="อ่านแล้วและรับทราบ").click()
    expect(page.locator("main")).to_contain_text("ท่านรับทราบแล้ว")
    with office.speaks():
        receiver = circular.receivers.get(person=office.people[Role.OFFICER])
        assert (receiver.way, receiver.acknowledged) == ("link", TODAY)


@BOTH
def test_a_signed_sheet_is_attached_and_its_ticks_are_entered(visit, office, circular, scan, scripts, width):
    staff = visit(office=office, scripts=scripts, width=width)
    page = staff.opens(f"/office/circulars/{circular.pk}/")
    with page.expect_download() as told:
        page.get_by_role("link", name="แบบลงชื่อรับทราบ (PDF)").click()
    assert Path(told.value.path()).read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name="บันทึกแบบลงชื่อที่ลงนามแล้ว").click()
    page.get_by_label("นายประสงค์", exact=False).check()
    fills_day(page, "day", "17")
    page.set_input_files("#id_scan", scan)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("บันทึกแล้ว 1 คน")
    expect(page.locator("main")).to_contain_text("ลงลายมือชื่อในแบบลงชื่อ")
    expect(page.get_by_role("link", name=".jpg")).to_be_visible()
    with office.speaks():
        receiver = circular.receivers.get(person=office.people[Role.EXECUTIVE])
        assert (receiver.way, receiver.acknowledged) == ("sheet", TODAY)


@BOTH
def test_who_is_missing_is_seen_by_the_sender_alone(visit, office, circular, scripts, width):
    missing = office.people[Role.AUDITOR].full_name
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/circulars/{circular.pk}/")
    page.get_by_role("link", name="ใครยังไม่รับทราบ").click()
    expect(page.get_by_role("rowheader", name=missing).or_(page.get_by_text(missing).first)).to_be_visible()
    for role in (Role.OFFICER, Role.UNIT_HEAD, Role.EXECUTIVE):
        other = visit(office=office, role=role, scripts=scripts, width=width)
        page = other.opens(f"/office/circulars/{circular.pk}/")
        expect(page.locator(".progress").first).to_contain_text("0 จาก 6 คน")
        expect(page.locator("main")).not_to_contain_text(missing)
        answer = other.context.request.get(f"{other.address}/office/circulars/{circular.pk}/list/")
        assert answer.status == 409
        assert missing not in answer.text()


@BOTH
def test_a_briefing_is_called_held_and_its_attendance_written_down(visit, office, scan, axe, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens("/office/circulars/briefings/new/")
    page.get_by_label("เรื่อง", exact=True).fill("ชี้แจงแผนการใช้จ่ายงบประมาณ")
    page.locator("[name=day_day]").fill("17 มีนาคม 2568")
    page.get_by_label("เริ่มเวลา").fill("๑๓.๓๐")
    page.get_by_label("สถานที่").fill("ห้องประชุมสภา")
    page.get_by_label("ข้อความ", exact=True).fill("แผนการใช้จ่ายรายไตรมาส")
    page.get_by_label("บุคลากรทุกคน").check()
    page.get_by_role("button", name="บันทึกร่าง").click()
    page.get_by_role("button", name="เชิญประชุม").click()
    expect(page.locator("main")).to_contain_text("เชิญแล้ว 6 คน")
    with page.expect_download() as told:
        page.get_by_role("link", name="ใบลงลายมือชื่อผู้เข้าร่วม (PDF)").click()
    assert Path(told.value.path()).read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name="บันทึกผู้เข้าร่วม").click()
    assert axe(page) == []
    for role in (Role.OFFICER, Role.EXECUTIVE, Role.COORDINATOR):
        page.get_by_label(office.people[role].full_name, exact=False).check()
    page.get_by_label("ผู้เข้าร่วมอื่นที่ไม่อยู่ในรายชื่อ (คน)").fill("๒")
    page.set_input_files("#id_scan", scan)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator(".progress").first).to_contain_text("3 จาก 6 คน")
    assert page.get_by_label("คัดลอกไปใช้ในรายงาน").input_value() == (
        "จัดประชุมชี้แจงเรื่อง ชี้แจงแผนการใช้จ่ายงบประมาณ เมื่อวันที่ 17 มีนาคม 2568 ณ ห้องประชุมสภา "
        "ผู้เข้าร่วม 3 คน จากผู้ที่เชิญ 6 คน และผู้เข้าร่วมอื่น 2 คน"
    )


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, circular, briefing):
    staff = visit(office=office)
    with office.speaks():
        receiver = circular.receivers.get(person=office.people[Role.AUDITOR]).pk
    own = f"{circular.pk}/"
    paths = ["", "new/", own, f"{own}list/", f"{own}sheet/", f"{own}add/", f"{own}paper/", f"{own}withdraw/"]
    paths += [f"{own}told/{receiver}/", "briefings/", "briefings/new/", f"briefings/{briefing.pk}/"]
    paths += [
        f"briefings/{briefing.pk}/attendance/",
        f"briefings/{briefing.pk}/call-off/",
        "import/",
        "briefings/import/",
    ]
    for path in paths:
        page = staff.opens(f"/office/circulars/{path}")
        assert (path, faults(page)) == (path, [])


@BOTH
def test_an_old_register_is_looked_through_before_it_is_taken_in(visit, office, axe, scripts, width, tmp_path):
    file = tmp_path / "ทะเบียน.xlsx"
    rows = [
        ("", "", "20 ธันวาคม 2567", "งดรับของขวัญ", "กองคลัง", 44, 44),
        ("", "9 ม.ค. 2568", "8 ม.ค. 2568", "อบรม", "", 9, 3),
    ]
    file.write_bytes(write_row_sheet("ทะเบียน", READ_AGAIN, rows))
    page = visit(office=office, scripts=scripts, width=width).opens("/office/circulars/import/")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.locator("main")).to_contain_text("วันที่ของหนังสืออยู่หลังวันที่แจ้งเวียน")
    assert axe(page) == []
    page.get_by_label("จากส่วนราชการ").select_option(label="สำนักปลัด")
    page.get_by_label("ตรวจทุกรายการที่ควรตรวจสอบแล้ว").check()
    page.get_by_role("button", name="รับทั้งหมดเข้าทะเบียน").click()
    expect(page.get_by_role("link", name="งดรับของขวัญ")).to_be_visible()
    expect(page.locator("main")).to_contain_text("44 จาก 44")


@BOTH
def test_an_old_register_of_briefings_is_taken_in(visit, office, axe, misfits, scripts, width, tmp_path):
    file = tmp_path / "ทะเบียน.xlsx"
    held = ("15 ม.ค. 2568", "13.30-15.00", "แผนใช้จ่ายงบประมาณ", "ห้องประชุมสภา", "ผู้อำนวยการกองคลัง", "กองคลัง", 44, 40, 2)
    off = ("22 ม.ค. 2568", "", "อบรมจริยธรรม", "", "", "", 44, "", "", "งดจัด")
    file.write_bytes(write_row_sheet("ทะเบียน", (*BRIEFINGS_READ_AGAIN, ("สถานะ", 14)), [(*held, "จัดแล้ว"), off]))
    page = visit(office=office, scripts=scripts, width=width).opens("/office/circulars/briefings/")
    page.get_by_role("link", name="นำเข้าทะเบียนเดิม").click()
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.locator("main")).to_contain_text("จึงไม่นำเข้าบรรทัดนี้")
    assert (axe(page), misfits(page)) == ([], [])
    page.get_by_label("จากส่วนราชการ").select_option(label="สำนักปลัด")
    page.get_by_label("ตรวจทุกรายการที่ควรตรวจสอบแล้ว").check()
    page.get_by_role("button", name="รับทั้งหมดเข้าทะเบียน").click()
    page.get_by_role("link", name="แผนใช้จ่ายงบประมาณ").click()
    expect(page.locator("main")).to_contain_text("จำนวนตามทะเบียนเดิม")
    expect(page.get_by_role("link", name="บันทึกผู้เข้าร่วม")).to_have_count(0)
    assert (axe(page), misfits(page)) == ([], [])


def test_a_sheet_without_a_scan_is_told_what_is_missing(visit, office, axe, circular):
    page = visit(office=office, width=360).opens(f"/office/circulars/{circular.pk}/sheet/")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator(".error").first).to_be_visible()
    assert axe(page) == []


def test_the_pages_of_the_user_guide(visit, office, circular, briefing, tmp_path):
    with office.speaks():
        for role in (Role.OFFICER, Role.UNIT_HEAD):
            services.acknowledge(acting=acting_as(office.accounts[role]), circular=circular)
        papers = [memo_of(circular, office.agency), list_of(circular, office.agency, empty=False)]
        papers.append(attendance_of(briefing, office.agency))
        pdfs = [written(paper, office.agency, word=False).content for paper in papers]
    staff = visit(office=office)
    picture(staff.opens(f"/office/circulars/{circular.pk}/list/"), "circulars-missing")
    receiver = visit(office=office, role=Role.AUDITOR)
    picture(receiver.opens(f"/office/circulars/{circular.pk}/"), "circulars-read", height=800)
    path = Path(PICTURES or tmp_path) / "circulars-papers.png"
    contact_sheet(pdfs, path)
    assert path.stat().st_size > 10_000
