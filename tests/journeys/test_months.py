"""The year stepped through month by month, a framework taken in, the working group by its order: in a browser."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide_pictures import picture
from prongsai.ita.catalogue import load_framework, to_yaml
from prongsai.office.rounds import services
from prongsai.office.rounds.models.surveys import Survey
from prongsai.office.rounds.months import month_told
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.room import store
from working_group import signed_order
from years_of_an_office import confirmed, kept

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)


@pytest.fixture(autouse=True)
def _folders(settings, tmp_path):
    settings.FILES_FOLDER, settings.FILES_ARRIVING = tmp_path / "files", tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    settings.CATALOGUE_FOLDER = tmp_path / "catalogue"
    store.cache_clear()
    yield
    store.cache_clear()


@pytest.fixture
def year(office):
    """A demo office in its year: last year's result and report, an order of the group, answers counted."""
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    by = acting_as(office.accounts[Role.COORDINATOR])
    with office.speaks():
        before = confirmed(office, "P4.pdf").round
        kept(office, "P5.docx")
        services.close_round(acting=by, found=before)
        found = services.open_round(acting=by, agency=office.agency, fiscal_year=2568)
        order = signed_order(office)
        services.set_working_group(acting=by, found=found, order=order.pk)
        told = {"link": "https://survey.example/iit", "least": 30}
        window = services.set_survey(acting=by, found=found, survey=Survey.IIT, told=told)
        services.count_answers(acting=by, window=window, day=date(2025, 2, 10), answers=9)
        services.count_answers(acting=by, window=window, day=date(2025, 3, 17), answers=22)
    return found


def look(page: Page, name: str) -> None:
    if folder := os.environ.get("LOOK", ""):
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


@BOTH
def test_the_year_is_stepped_through_month_by_month(visit, office, year, axe, scripts, width):
    staff = visit(office=office, scripts=scripts, width=width)
    for number, month in enumerate(MONTHS):
        page = staff.opens("/demo/day/")
        page.locator("main .buttons").first.locator("button").nth(number).click()
        page = staff.opens("/office/")
        main = page.locator("main")
        expect(main.get_by_role("heading", level=2).first).to_contain_text(month_told(month).title.th)
        expect(main.get_by_role("heading", name="ต้องทำสัปดาห์นี้")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        look(page, f"month-{month:02d}-{width}")
        if month in (12, 3):
            assert axe(page) == []


@BOTH
def test_a_framework_is_taken_in_and_the_year_asks_to_be_moved(visit, office, axe, scripts, width, tmp_path):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        by = acting_as(office.accounts[Role.COORDINATOR])
        found = services.open_round(acting=by, agency=office.agency, fiscal_year=2570)
    base = load_framework(2569)
    renamed = base.items[0].model_copy(update={"title": "ข้อใหม่ของปีนี้"})
    sent = base.model_copy(update={"year": 2570, "items": (renamed, *base.items[1:])})
    file = tmp_path / "กรอบ 2570.yaml"
    file.write_text(to_yaml(sent).replace("title: ข้อใหม่", "titel: ข้อใหม่"), encoding="utf-8")
    page = visit(office=office, scripts=scripts, width=width).opens("/office/year/frameworks/")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="ส่งไฟล์และตรวจ").click()
    expect(page.get_by_role("heading", name="สิ่งที่ต้องแก้ในไฟล์")).to_be_visible()
    look(page, f"framework-wrong-{width}")
    assert axe(page) == []
    file.write_text(to_yaml(sent), encoding="utf-8")
    page.set_input_files("#id_file", file)
    page.get_by_role("button", name="ส่งไฟล์และตรวจ").click()
    expect(page.locator("main")).to_contain_text("ข้อใหม่ของปีนี้")
    look(page, f"framework-review-{width}")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_label("ดูข้อใหม่ ข้อที่เปลี่ยน และข้อที่ตัดออกแล้ว").check()
    page.get_by_role("button", name="นำเข้ากรอบนี้").click()
    expect(page.locator("main")).to_contain_text("มีกรอบการประเมินของปี 2570 แล้ว")
    assert page.url.endswith(f"/office/year/{found.pk}/")


@BOTH
def test_the_group_is_chosen_from_the_register_and_the_papers_are_printed(visit, office, axe, scripts, width):
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        by = acting_as(office.accounts[Role.COORDINATOR])
        found = services.open_round(acting=by, agency=office.agency, fiscal_year=2568)
        signed_order(office)
    page = visit(office=office, scripts=scripts, width=width).opens(f"/office/year/{found.pk}/working-group/")
    assert axe(page) == []
    page.locator("[name=order_id]").select_option(index=1)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.locator("main")).to_contain_text("312/2567")
    page.get_by_role("link", name="ชี้แจงและประชุม").click()
    look(page, f"papers-{width}")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("[name=meeting-place]").fill("ห้องประชุม")
    with page.expect_download() as download:
        page.get_by_role("button", name="เอกสารประกอบการประชุม (Word)").click()
    assert download.value.suggested_filename.endswith(".docx")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.EXECUTIVE])
def test_the_pages_of_the_head_and_of_the_executive(visit, office, year, axe, role, width):
    page = visit(office=office, role=role, width=width).opens("/office/")
    look(page, f"home-{role.value}-{width}")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("main")).to_contain_text("ตรวจก่อนส่งทุกข้อ")


def test_the_pictures_of_the_months(visit, office, year):
    staff = visit(office=office, width=1000)
    picture(staff.opens("/office/"), "month-march", height=1180)
    expect(staff.page.locator("main")).to_contain_text("ขาดอีก 8 คน")
    head = visit(office=office, role=Role.UNIT_HEAD, width=1000)
    picture(head.opens("/office/"), "month-of-head", height=900)
    executive = visit(office=office, role=Role.EXECUTIVE, width=1000)
    picture(executive.opens("/office/"), "month-of-executive", height=800)
    expect(executive.page.get_by_role("heading", name="เอกสารรอลงนาม")).to_be_visible()
    picture(staff.opens("/office/year/frameworks/"), "frameworks", height=900)
    expect(staff.page.get_by_role("heading", name="กรอบการประเมินที่มีอยู่")).to_be_visible()
