"""Story 3: points are lost through a gap. With scripts, without on a telephone."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guide_pictures import picture
from prongsai.office.data_calls.services import set_owners
from prongsai.office.disclosure.demo import demo_items, put_in
from prongsai.office.disclosure.models import AddressCheck, DisclosedItem, Home
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed

BOTH = pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
PROPOSAL = "ข้อเสนอแนะ"


@pytest.fixture
def year(office, settings) -> Round:
    """The items of the demonstration, but that the main site does not lead to o4, which stands at the contractor's."""
    settings.OWN_ADDRESS = "https://ita.nongkrachang.example"
    office.agency.demo_today = date(2025, 3, 17)
    office.agency.save()
    with office.speaks():
        acting = acting_as(office.accounts[Role.COORDINATOR])
        confirmed(office, "P4.pdf")
        cycle = ensure_round(acting=acting, agency=office.agency, fiscal_year=2568)
        set_owners(acting=acting, found=cycle, owners={"O26": office.people[Role.INVESTIGATOR]})
        put_in(cycle, demo_items()["items"])
        DisclosedItem.objects.filter(code__in=["O6", "O12"]).update(due=date(2025, 4, 4))
        DisclosedItem.objects.filter(code__in=["O15", "O24"]).update(due=date(2025, 1, 31))
        DisclosedItem.objects.filter(code="O5").update(home=Home.CONTRACTOR)
        news = DisclosedItem.objects.get(code="O4")
        news.home, news.address = Home.CONTRACTOR, "https://www.nongkrachang.example/news"
        news.explanation = "ข่าวตั้งแต่ตุลาคม 2567"
        news.save()
        AddressCheck.objects.create(
            agency=office.agency, item=news, address=news.address, at="2025-03-16T08:00Z",
            outcome=AddressCheck.Outcome.NOT_LINKED, made_by="test",
        )  # fmt: skip
        return cycle


def look(page: Page, name: str, width: int) -> None:
    if folder := os.environ.get("LOOK", ""):
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)


@BOTH
def test_a_gap_is_named_with_its_price_and_closed_and_the_answers_are_copied(
    visit, office, year, faults, scripts, width
):
    staff = visit(office=office, scripts=scripts, width=width)
    page = staff.opens(f"/office/year/{year.pk}/disclosure/check/")
    look(page, "check", width)
    picture(page, "check-before-sending", height=1500)
    assert faults(page, width) == []
    line = page.locator("tr", has=page.get_by_role("link", name="O26", exact=True))
    expect(line).to_contain_text("0 ถึง 2.50")
    expect(line).to_contain_text("เกณฑ์ยังไม่ยืนยัน")
    expect(page.locator("tr", has=page.get_by_role("link", name="O4", exact=True))).to_contain_text("เว็บไซต์หลัก")
    expect(page.locator(f"#week-{office.units['สำนักปลัด'].pk}")).to_have_value(_says(PROPOSAL))

    line.get_by_role("link", name=PROPOSAL).click()
    expect(page.locator(":target")).to_contain_text(PROPOSAL)
    page.locator(":target").get_by_role("button", name="ไม่มี").click()
    page = staff.opens(f"/office/year/{year.pk}/disclosure/check/")
    expect(page.locator("tr", has=page.get_by_role("link", name="O26", exact=True))).to_have_count(0)
    page.get_by_text("ครบเท่าที่ทราบ").click()
    complete = page.locator("li", has=page.get_by_role("link", name="O26 รายงานผล"))
    expect(complete).to_contain_text("ครบตามตัวอย่าง เกณฑ์ยังไม่ยืนยัน")

    page.get_by_role("link", name="แบบสรุปคำตอบ OIT").last.click()
    look(page, "answers", width)
    picture(page, "answer-sheet", height=1200)
    assert faults(page, width) == []
    expect(page.locator("#address-o26")).to_have_value(
        "https://ita.nongkrachang.example/site/nongkrachang/ita/2568/o26/"
    )
    expect(page.locator("#address-o5")).to_have_count(0)
    expect(page.locator("#address-o4")).to_have_value("https://www.nongkrachang.example/news")
    expect(page.locator("#explanation-o4")).to_have_value("ข่าวตั้งแต่ตุลาคม 2567")
    copy = page.locator("#o4 [data-copy]").first
    expect(copy).to_be_visible() if scripts else expect(copy).to_be_hidden()
    with page.expect_download() as saved:
        page.get_by_role("link", name="พิมพ์ (PDF)").click()
    assert saved.value.suggested_filename == "แบบสรุปคำตอบ OIT สำหรับกรอกในระบบ ITAS 2568.pdf"


def _says(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))
