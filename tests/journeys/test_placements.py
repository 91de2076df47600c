"""What hangs where: a walk of checks with photographs, wide and on a telephone, with scripts and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from guide_pictures import PICTURES, picture
from photographs import jpeg
from prongsai.ita.writing import write_pdf
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.accounts.models import Role
from prongsai.registers.placements import papers
from prongsai.registers.placements.models import Place, Placement
from prongsai.registers.placements.services import Hung, hang
from prongsai.registers.placements.sheet import COLUMNS

TODAY = date(2025, 3, 17)
BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
PHOTOGRAPH = {"name": "ภาพ.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}


@pytest.fixture
def hanging(office) -> list[Placement]:
    """Three things at two places, put up in December."""
    office.agency.demo_today = TODAY
    office.agency.host = "nongkrachang.example"
    office.agency.save()
    told = [
        ("แผนผังขั้นตอนเบี้ยยังชีพผู้สูงอายุ", "poster", "จุดบริการประชาชน ชั้นล่าง", "ที่ทำการ"),
        ("กล่องรับความคิดเห็น", "box", "จุดบริการประชาชน ชั้นล่าง", "ที่ทำการ"),
        ("โปสเตอร์ช่องทางแจ้งเรื่องทุจริต", "poster", "ศาลาอเนกประสงค์", "หมู่ที่ 5 บ้านโคกสว่าง"),
    ]
    with office.speaks():
        return [_put_up(office, *each) for each in told]


def _put_up(office, title: str, kind: str, place: str, area: str) -> Placement:
    where, _made = Place.objects.get_or_create(agency=office.agency, name=place, area=area)
    hung = Hung(title=title, kind=kind, place=where, unit=office.units["สำนักปลัด"], since=date(2024, 12, 16))
    return hang(acting="test", agency=office.agency, hung=hung)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_walk_of_checks_with_photographs(visit, office, axe, hanging, scripts):
    page = visit(office=office, width=360, height=740, scripts=scripts).opens("/office/placements/walk/")
    page.locator("[name=due_day]").fill("31 มีนาคม 2568")
    page.get_by_role("button", name="เริ่มรอบเดินตรวจ").click()
    expect(page.get_by_text("เหลือที่ต้องตรวจ 3 รายการ")).to_be_visible()
    assert axe(page) == []
    if not scripts:
        picture(page, "placements-walk", width=360, height=900)
    for number, one in enumerate(hanging):
        page.get_by_role("link", name=one.title).click()
        page.get_by_label("พบ แต่ชำรุด" if number == 1 else "พบ สภาพดี").check()
        page.set_input_files("#id_photographs_camera", PHOTOGRAPH)
        if number == 0:
            assert axe(page) == []
            if not scripts:
                picture(page, "placements-see", width=360, height=900)
        page.get_by_role("button", name="บันทึก", exact=True).click()
        page.wait_for_url("**/placements/walk/")
    expect(page.get_by_text("รอบล่าสุดปิดเมื่อ")).to_be_visible()
    with office.speaks():
        seen = Placement.objects.order_by("pk").values_list("state", "last_photographed")
        assert list(seen) == [("hanging", TODAY), ("damaged", TODAY), ("hanging", TODAY)]


def test_the_label_of_a_place_leads_to_what_hangs_there(visit, office, axe, hanging):
    staff = visit(office=office, role=Role.OFFICER, width=360)
    page = staff.opens(hanging[0].place.get_absolute_url())
    assert axe(page) == []
    expect(page.get_by_role("link", name=hanging[2].title)).to_have_count(0)
    page.get_by_role("link", name=hanging[1].title).click()
    page.get_by_label("ไม่พบ").check()
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.wait_for_url(f"**{hanging[0].place.get_absolute_url()}")
    expect(page.locator("main")).to_contain_text("ไม่พบ")


@BOTH
def test_a_placement_is_written_down_changed_and_taken_down(visit, office, hanging, scripts, width):
    page = visit(office=office, scripts=scripts, width=width).opens("/office/placements/new/")
    page.get_by_label("สิ่งที่ติดตั้ง").fill("ป้ายไม่รับของขวัญ")
    page.get_by_label("สถานที่").select_option(label=str(hanging[2].place))
    page.get_by_label("ส่วนราชการที่รับผิดชอบ").select_option(label="กองคลัง")
    page.set_input_files("#id_photographs_camera", PHOTOGRAPH)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("link", name="แก้ไข", exact=True).click()
    page.get_by_label("สิ่งที่ติดตั้ง").fill("ป้ายงดรับของขวัญทุกชนิด")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("heading", name="ป้ายงดรับของขวัญทุกชนิด")).to_be_visible()
    page.get_by_role("link", name="ปลดออก").click()
    page.get_by_label("เหตุผลที่ปลด").fill("พิมพ์ใหม่")
    page.get_by_role("button", name="ปลดออก").click()
    expect(page.get_by_text("รายการยังอยู่ในทะเบียน")).to_be_visible()


@BOTH
def test_a_list_is_looked_through_before_it_is_taken_in(visit, office, hanging, scripts, width, tmp_path):
    file = tmp_path / "จุดติดตั้ง.xlsx"
    rows = [("บอร์ดข่าว", "บอร์ด", "ศาลาหมู่ 9", "หมู่ที่ 9", "กองคลัง", "", "", "1 ธันวาคม 2567")]
    file.write_bytes(write_row_sheet("รายการ", [(words[0], 20) for words in COLUMNS.values()], rows))
    page = visit(office=office, scripts=scripts, width=width).opens("/office/placements/import/")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="อ่านไฟล์").click()
    expect(page.get_by_text("รายการใหม่ 1 รายการ")).to_be_visible()
    page.get_by_label("ส่วนราชการที่รับผิดชอบ").select_option(label="กองคลัง")
    page.get_by_role("button", name="รับทั้งหมด").click()
    expect(page.get_by_role("link", name="บอร์ดข่าว")).to_be_visible()


def test_the_rules_of_accessibility_find_nothing(visit, office, faults, hanging):
    staff = visit(office=office)
    number, place = hanging[0].pk, hanging[0].place_id
    paths = ["", "new/", "import/", "walk/", "habit/", "places/", "places/new/", f"places/{place}/"]
    paths += [f"places/{place}/change/", f"{number}/", f"{number}/change/", f"{number}/see/", f"{number}/take-down/"]
    for path in paths:
        page = staff.opens(f"/office/placements/{path}")
        assert (path, faults(page)) == (path, [])


def test_the_pages_of_the_user_guide(visit, office, hanging, tmp_path):
    picture(visit(office=office).opens("/office/placements/"), "placements-list", height=820)
    folder = Path(PICTURES or tmp_path)
    with office.speaks():
        found = list(Placement.objects.select_related("place", "unit"))
        made = {
            "register": write_pdf(papers.register_paper(found, office.agency, TODAY), TODAY),
            "walk-sheet": write_pdf(papers.walk_paper(found, office.agency, TODAY), TODAY),
            "labels": papers.labels(list(Place.objects.all()), office.agency, TODAY),
        }
    for name, content in made.items():
        with pypdfium2.PdfDocument(content) as paper:
            paper[0].render(scale=1.1).to_pil().quantize(32).save(folder / f"placements-{name}.png")
        assert (folder / f"placements-{name}.png").stat().st_size > 5_000
