"""A service from its first word to the public page: with scripts and without, wide and on a telephone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageOps
from playwright.sync_api import expect

from approved_services import approve
from guide_pictures import PICTURES, picture
from prongsai.ita.writing.service import write_register
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.services import services
from prongsai.registers.services.models import ServiceVersion
from prongsai.registers.services.outputs import OUTPUTS, made
from whole_service import INSIDE, WHOLE

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])


@pytest.fixture
def version(office):
    """A draft to which nothing is lacking but its fees."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        unit, officer = office.units["สำนักปลัด"], acting_as(office.accounts[Role.OFFICER])
        service = services.add_service(acting=officer, agency=office.agency.pk, unit=unit, sheet=WHOLE)
        draft = service.versions.get()
        services.save_part(acting=officer, version=draft, told={"fees": []})
        return ServiceVersion.objects.select_related("service").get(pk=draft.pk)


def post_it(office, version) -> None:
    with office.speaks():
        officer = acting_as(office.accounts[Role.OFFICER])
        services.save_part(acting=officer, version=version, told={"stated_none": ["fees", "law"]})
        approve(office, version)
        services.post(acting=officer, version=version)


def contact_sheet(papers: list[list[bytes]], path: Path, width: int = 420) -> None:
    """Draw the first pages of papers side by side, row by row."""
    rows = [[ImageOps.expand(_first_page(paper, width), 1, "#888888") for paper in row] for row in papers]
    whole = (max(sum(page.width + 12 for page in row) for row in rows), sum(row[0].height + 12 for row in rows))
    sheet, top = Image.new("RGB", whole, "white"), 0
    for row in rows:
        left = 0
        for page in row:
            sheet.paste(page, (left, top))
            left += page.width + 12
        top += row[0].height + 12
    sheet.quantize(64).save(path)


def _first_page(pdf: bytes, width: int) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        return page.render(scale=width / page.get_width()).to_pil().convert("RGB")


@BOTH
def test_a_gap_is_filled_submitted_approved_and_posted(visit, office, version, scripts, width):
    page = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width).opens(
        f"/office/services/{version.service_id}/"
    )
    page.get_by_role("link", name="ค่าธรรมเนียม หรือระบุว่าไม่มี").click()
    page.get_by_label("ไม่มีค่าธรรมเนียม").check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("link", name="เสนอเพื่ออนุมัติ").click()
    page.get_by_label("เหตุผล").fill("ปรับปรุงคู่มือประจำปี")
    page.get_by_role("button", name="เสนอ", exact=True).click()
    head = visit(office=office, role=Role.UNIT_HEAD, scripts=scripts, width=width).opens("/office/approvals/waiting/")
    head.get_by_role("link", name="เปิดดูและพิจารณา").click()
    head.get_by_role("button", name="ให้ความเห็นตามนี้").click()
    chief = visit(office=office, role=Role.EXECUTIVE, scripts=scripts, width=width).opens("/office/approvals/waiting/")
    chief.get_by_role("link", name="เปิดดูและพิจารณา").click()
    expect(chief.locator("main")).to_contain_text(WHOLE.steps[0].title)
    chief.get_by_role("button", name="อนุมัติ", exact=True).click()
    page = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width).opens(
        f"/office/services/{version.service_id}/"
    )
    page.get_by_role("button", name="เผยแพร่ในหน้าเว็บสำหรับประชาชน").click()
    expect(page.get_by_text("เผยแพร่แล้ว", exact=True)).to_be_visible()
    citizen = visit(scripts=scripts, width=width).opens(f"/{office.agency.code}/services/")
    citizen.get_by_role("link", name=WHOLE.name).click()
    expect(citizen.locator("main")).to_contain_text("ไม่มีค่าธรรมเนียม")
    if width == 360:
        citizen.locator(".folds").get_by_text("เมนู").click()
    citizen.get_by_role("link", name="ติดตามเรื่อง").click()
    expect(citizen.get_by_role("heading", name="ติดตามเรื่อง")).to_be_visible()


@BOTH
def test_steps_are_written_row_by_row(visit, office, version, scripts, width):
    staff = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width)
    page = staff.opens(f"/office/services/versions/{version.pk}/edit/steps/")
    page.locator("[name=rows-3-title]").fill("แจ้งผล")
    page.locator("[name=rows-3-time_value]").fill("๑")
    page.locator("[name=rows-3-time_unit]").select_option("hours")
    page.get_by_role("button", name="บันทึกและเพิ่มแถว").click()
    expect(page.locator("[name=rows-3-title]")).to_have_value("แจ้งผล")
    expect(page.locator("[name=rows-6-title]")).to_have_count(1)
    page.locator("[name=rows-0-title]").fill("")
    page.locator("[name=rows-0-time_value]").fill("")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator(".steps")).to_contain_text("แจ้งผล")
    expect(page.locator(".steps")).not_to_contain_text(WHOLE.steps[0].title)


@BOTH
def test_a_register_is_looked_through_before_it_is_taken_in(visit, office, scripts, width, tmp_path):
    file = tmp_path / "ทะเบียน.xlsx"
    file.write_bytes(write_register([WHOLE, INSIDE]))
    page = visit(office=office, role=Role.OFFICER, scripts=scripts, width=width).opens("/office/services/import/")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.get_by_role("heading", name=INSIDE.name)).to_be_visible()
    page.get_by_label("ส่วนราชการที่รับผิดชอบ").select_option(label="กองคลัง")
    page.get_by_role("button", name="รับทั้งหมดเป็นร่าง").click()
    expect(page.get_by_role("link", name=WHOLE.name)).to_be_visible()
    expect(page.get_by_role("link", name=INSIDE.name)).to_be_visible()


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, version):
    staff = visit(office=office, role=Role.COORDINATOR)
    number = version.pk
    paths = ["", "new/", "starters/", "import/", f"{version.service_id}/"]
    paths += [
        f"versions/{number}/edit/{part}/" for part in ("basics", "steps", "documents", "fees", "channels", "discretion")
    ]
    for path in paths:
        page = staff.opens(f"/office/services/{path}")
        assert (path, faults(page)) == (path, [])
    post_it(office, version)
    citizen = visit()
    for path in (f"/{office.agency.code}/services/", f"/{office.agency.code}/services/{version.service_id}/"):
        page = citizen.opens(path)
        assert (path, faults(page)) == (path, [])


def test_a_row_that_cannot_be_read_is_told_where_it_stands(visit, office, axe, version):
    staff = visit(office=office, role=Role.OFFICER, width=360)
    page = staff.opens(f"/office/services/versions/{version.pk}/edit/steps/")
    page.locator("[name=rows-0-time_value]").fill("สิบ")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator(".error")).to_be_visible()
    assert axe(page) == []


def test_the_pages_of_the_user_guide(visit, office, version, tmp_path):
    staff = visit(office=office, role=Role.OFFICER)
    picture(staff.opens(f"/office/services/{version.service_id}/"), "services-gaps")
    picture(staff.opens(f"/office/services/versions/{version.pk}/edit/steps/"), "services-steps")
    assert staff.page.evaluate("document.documentElement.scrollWidth") <= staff.page.viewport_size["width"]
    post_it(office, version)
    picture(visit().opens(f"/{office.agency.code}/services/{version.service_id}/"), "services-public", height=1100)
    with office.speaks():
        version = ServiceVersion.objects.select_related("service").get(pk=version.pk)
        office.agency.host = "nongkrachang.example"
        made_ones = {
            key: made(version, office.agency, OUTPUTS[key])
            for key in ("chart", "leaflet", "manual", "poster", "script")
        }
    path = Path(PICTURES or tmp_path) / "services-outputs.png"
    contact_sheet(
        [[made_ones[key] for key in row] for row in (("chart", "leaflet"), ("manual", "poster", "script"))], path
    )
    assert path.stat().st_size > 20_000
    page = staff.opens("/office/services/")
    picture(page, "services-list", height=700)
    expect(page.get_by_role("link", name=WHOLE.name)).to_be_visible()
