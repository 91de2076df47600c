"""A real browser for stories. `visitor` opens pages, `staff` as somebody with an account; both end with what they saw:

no script error, no breach of the content security policy, no request to anybody else. `axe(page)` gives what the
accessibility rules find, `faults(page)` that and what does not fit. Marked `journey`; skipped without Chromium.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from cast import Office, make_office
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.room import store

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# The first is Chromium without windows: a page of it costs a quarter of the processor time of the others.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
WITHOUT = "PreloadTopChromeWebUI,SpareRendererForSitePerProcess,HttpsUpgrades,PaintHolding,MediaRouter"
"""What a browser prepares for people at a screen, which takes a fifth of the time of a page here."""
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

FIND = (
    "(rules) => axe.run(document, rules).then(found => found.violations.map("
    "v => v.id + ': ' + v.nodes.slice(0, 4).map(node => node.html.slice(0, 140)).join('; ')))"
)
SCREEN, TELEPHONE = 1280, 360

# What an element is told by when it breaks a rule: the beginning of its markup.
NAMED = ".map(e => e.outerHTML.slice(0, 90))"
TOO_WIDE = (
    "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]"
    ".filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .unseen'))" + NAMED
)
CLIPPED = (
    "() => [...document.querySelectorAll('main *, header *, footer *')]"
    ".filter(e => getComputedStyle(e).overflow !== 'visible')"
    ".filter(e => !e.closest('.scroll, .unseen, .cards thead, progress, svg, input, textarea, select'))"
    ".filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)" + NAMED
)
TIGHT = (
    "() => [...document.querySelectorAll('body *')]"
    ".filter(e => [...e.childNodes].some(n => n.nodeType === 3 && /[ก-๛]/.test(n.data)))"
    ".filter(e => !e.closest('svg, .unseen, option, code')).filter(e => {"
    " const style = getComputedStyle(e); return parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.59; })"
) + NAMED
SMALL_TARGETS = (
    "() => [...document.querySelectorAll('button, summary, .button, select, input:not([type=hidden]), .menu a,"
    " .tabs a, .pages a, .folds a, .tick, .choices label')]"
    ".filter(e => e.offsetParent && !e.parentNode.closest('label'))"
    ".filter(e => { const box = e.getBoundingClientRect(); return box.height < 43.5 || box.width < 43.5; })" + NAMED
)
MISFITS = {"too wide": TOO_WIDE, "cut off": CLIPPED, "lines too tight": TIGHT, "hard to touch": SMALL_TARGETS}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, beside which Django would refuse to ask the database.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        options = ["--no-sandbox", "--disable-gpu", f"--disable-features={WITHOUT}"]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def files_of_its_own(settings, tmp_path) -> Iterator[None]:
    """Give each story an empty place for files."""
    settings.FILES_FOLDER, settings.FILES_ARRIVING = tmp_path / "files", tmp_path / "arriving"
    settings.FILES_KEEP_FREE = 0
    store.cache_clear()
    yield
    store.cache_clear()


@dataclass
class Visitor:
    """Opens pages of the site and remembers what the browser complained of and whom it asked."""

    context: BrowserContext
    address: str
    complaints: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page: Page = self.context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        log = self.context.new_cdp_session(self.page)
        log.send("Network.enable")
        log.on("Network.requestWillBeSent", lambda told: self.asked.add(told["request"]["url"]))

    def opens(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def chooses(self, *, language: str = "th", size: str = "normal", contrast: str = "normal") -> None:
        """Have the display chosen already, as the cookies of an earlier visit."""
        told = {"language": language, "display": f"{size}.{contrast}"}
        self.context.add_cookies([{"name": name, "value": v, "url": self.address} for name, v in told.items()])

    @property
    def foreign(self) -> set[str]:
        """Addresses asked for that are not of this site."""
        here = urlsplit(self.address).netloc
        return {url for url in self.asked if not url.startswith("data:") and urlsplit(url).netloc != here}

    def _hear(self, message) -> None:
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture
def office(transactional_db) -> Office:
    return make_office("nongkrachang", "อบต.หนองกระจ่าง")


@pytest.fixture
def without_scripts() -> set[BrowserContext]:
    """The contexts of this test whose pages may run no script."""
    return set()


@pytest.fixture
def visit(browser, live_server, without_scripts) -> Iterator[Callable[..., Visitor]]:
    """Make visitors: `visit(width=360, scripts=False)`; `office` and `role` for somebody with an account."""
    made: list[Visitor] = []

    def make(
        *, width: int = 1280, height: int = 900, scripts: bool = True, office: Office | None = None,
        role: Role = Role.COORDINATOR, **options,
    ) -> Visitor:  # fmt: skip
        # A colour on its way to another would be measured half-way.
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, locale="th-TH", **options
        )
        if not scripts:
            without_scripts.add(context)
        visitor = Visitor(context, live_server.url)
        if office:
            client = Client()
            office.enters(client, role)
            cookies = [{"name": k, "value": m.value, "url": live_server.url} for k, m in client.cookies.items()]
            context.add_cookies(cookies)
        made.append(visitor)
        return visitor

    yield make
    for visitor in made:
        visitor.context.close()
    assert [visitor.complaints for visitor in made if visitor.complaints] == []
    assert [visitor.foreign for visitor in made if visitor.foreign] == []


@pytest.fixture
def visitor(visit) -> Visitor:
    return visit()


@pytest.fixture
def staff(visit, office) -> Visitor:
    return visit(office=office)


@pytest.fixture
def axe(without_scripts) -> Iterator[Callable[[Page], list[str]]]:
    """Give what the accessibility rules find on a page, one line each: rule and the elements."""
    rules = AXE.read_text(encoding="utf-8")
    twins: dict[BrowserContext, Page] = {}

    def look(page: Page) -> list[str]:
        if page.context in without_scripts:
            page = twin_with_scripts(page, twins)
        # Through the debugger, so that the page's own policy stays in force.
        page.evaluate(f"() => {{ if (!window.axe) {{ {rules} }} }}")
        return page.evaluate(FIND, RULES)

    yield look
    for twin in twins.values():
        twin.context.close()


def twin_with_scripts(page: Page, twins: dict[BrowserContext, Page]) -> Page:
    """Show what a page without scripts has become in a window where the rules can run, but not its own scripts."""
    if page.context not in twins:
        twins[page.context] = page.context.browser.new_context(reduced_motion="reduce").new_page()
    twin = twins[page.context]
    body = re.sub(r"<script[^>]*></script>", "", page.content())
    twin.set_viewport_size(page.viewport_size)
    twin.route(page.url, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"), times=1)
    twin.goto(page.url)
    return twin


@pytest.fixture
def misfits() -> Callable[[Page], list[str]]:
    """Give what does not fit a page: too wide for its window, cut off, lines too tight for Thai, hard to touch."""

    def measure(page: Page) -> list[str]:
        return [f"{what}: {element}" for what, rule in MISFITS.items() for element in page.evaluate(rule)]

    return measure


@pytest.fixture
def faults(axe, misfits) -> Callable[..., list[str]]:
    """Give what is wrong with a page: what does not fit at each width, and what the rules find at the last one."""

    def look(page: Page, *widths: int) -> list[str]:
        found = []
        for width in widths or (SCREEN, TELEPHONE):
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{width}: {line}" for line in misfits(page)]
            if folder := os.environ.get("LOOK"):  # for a person to look at
                name = urlsplit(page.url).path.strip("/").replace("/", "-")
                page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)
        return found + axe(page)

    return look
