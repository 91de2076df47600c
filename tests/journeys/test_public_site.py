"""A citizen reads the site of the office: an item, the search, with scripts and without, from a disk too."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from guide_pictures import picture
from prongsai.ita.thai import search_key
from prongsai.office.site.services import export_site
from published_site import small_site

DECOMPOSED = "น\u0e4d\u0e49า"
"""น้ำ as some keyboards and PDF files have it: NIKHAHIT, tone mark, SARA AA."""


EVERY_KIND = ("", "ita/2568/o26/", "ita/2568/o1/", "ita/2568/", "about/contact/", "pages/", "log/", "data/", "search/")


@pytest.fixture
def site(office, settings, tmp_path):
    settings.SITES_FOLDER, settings.SITES_KEPT = tmp_path / "sites", tmp_path / "kept"
    with office.speaks():
        small_site(office, with_file=True)
    return office


@pytest.fixture
def exported(site, tmp_path):
    with site.speaks():
        export_site(site.agency, tmp_path / "usb")
    return tmp_path / "usb"


def search_for(page: Page, words: str) -> list[str]:
    page.locator("main input[name=q]").first.fill(words)
    page.locator("main form[role=search] button").first.click()
    page.wait_for_selector(".found li, .found p, .empty")
    return page.locator(".found li a").all_inner_texts()


@pytest.mark.parametrize(("scripts", "width"), [(True, 1280), (False, 360)], ids=["scripts", "none, 360"])
def test_a_citizen_finds_and_reads_an_item(visit, site, axe, faults, scripts, width):
    page = visit(scripts=scripts, width=width).opens(f"/site/{site.agency.code}/")
    picture(page, "public-site-home")
    assert wrong(page, faults) == []
    page.locator(".tile a", has_text="ITA").click()
    page.get_by_role("link", name="ITA ปีงบประมาณ พ.ศ. 2568").click()
    page.locator("tr", has_text="O26").get_by_role("link").click()
    expect(page.locator("main")).to_contain_text("ระบบน้ำประปาหมู่บ้าน")
    expect(page.locator("main")).to_contain_text("ฉบับของหน้านี้")
    assert wrong(page, faults) == []
    page.get_by_role("contentinfo").get_by_role("link", name="ค้นหา").click()
    if not scripts:
        page.locator("#search-here").fill("น้ำ")
        page.locator("#search-here").press("Enter")
        expect(page.locator(".found mark").first).to_have_text("น้ำ")
        assert wrong(page, faults) == []
        return
    page.goto(page.url.partition("/search")[0] + "/ita/2568/o26")
    page.wait_for_url("**/ita/2568/o26/")  # typed without its last slash
    page.get_by_role("contentinfo").get_by_role("link", name="ค้นหา").click()
    found = search_for(page, "น้ำ")
    assert found and search_for(page, DECOMPOSED) == found
    assert any("pdf" in unquote(href) for href in (search_for(page, "แต่งตั้งคณะทำงาน"), hrefs(page))[1])
    picture(page, "public-site-search")
    assert wrong(page, faults) == []
    for typed in (DECOMPOSED, "เเก้ไข  ๑๒", "ABC–“x”", "ที่่ดิน", "ก\u200bข"):
        assert page.evaluate("(text) => prongsaiSearchKey(text)", typed) == search_key(typed)


def test_a_basic_page_is_written_on_a_telephone_and_stands_on_the_site(visit, site, faults):
    page = visit(office=site, scripts=False, width=360).opens("/office/site/")
    picture(page, "public-site-staff")
    assert wrong(page, faults) == []
    page.get_by_role("link", name="อำนาจหน้าที่").click()
    page.locator("[name=words]").fill("ดูแลน้ำประปาหมู่บ้านและถนนในตำบล")
    assert wrong(page, faults) == []
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.get_by_role("button", name="จัดทำเดี๋ยวนี้").click()
    page.get_by_role("link", name=f"/site/{site.agency.code}/").click()
    page.locator(".tile a", has_text="เกี่ยวกับหน่วยงาน").click()
    page.locator("main").get_by_role("link", name="อำนาจหน้าที่").click()
    expect(page.locator("main")).to_contain_text("ดูแลน้ำประปาหมู่บ้าน")


def wrong(page: Page, faults) -> list[str]:
    page.wait_for_load_state()
    return faults(page)


def hrefs(page: Page) -> list[str]:
    return [link.get_attribute("href") or "" for link in page.locator(".found li a").all()]


@pytest.fixture
def served(exported) -> Iterator[str]:
    """The exported site behind the plainest of servers."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(exported))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_exported_site_works_from_a_disk_and_from_any_server(browser, exported, served, axe):
    read_exported(browser, exported.as_uri(), axe, EVERY_KIND)
    read_exported(browser, served, axe, ("ita/2568/o26/", "search/"))


def read_exported(browser: Browser, base: str, axe, paths: tuple[str, ...]) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="th-TH")
    page, asked, complaints = context.new_page(), set(), []
    page.on("request", lambda request: asked.add(request.url))
    page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
    page.on("requestfailed", lambda told: None if "ABORTED" in str(told.failure) else complaints.append(told.url))
    for path in paths:
        page.goto(f"{base}/{path}index.html", wait_until="networkidle")
        assert complaints == []
        assert axe(page) == [], path
        complaints.clear()  # the rules themselves ask for style sheets, which a page on a disk may not
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('18px Sarabun'))")
    assert search_for(page, "น้ำประปา")
    page.locator(".found li a").first.click()
    expect(page.locator("main")).to_contain_text("ระบบน้ำประปาหมู่บ้าน")
    page.locator("label.size-3").click()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert complaints == []
    assert [url for url in asked if not url.startswith((base, "data:"))] == []
    context.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_told):
        """Say nothing."""
