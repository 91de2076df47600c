"""The demonstration in a browser: one logs in as printed, looks at the office, and steps to another month."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from prongsai.platform.demo.loading import load_demo

PICTURES = os.environ.get("PRONGSAI_LOOK")
PAGES = ("/staff/", "/staff/people/", "/staff/days/", "/demo/day/")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_story_begins_with_the_printed_log_in(visit, transactional_db, axe, settings, width):
    load_demo()
    visitor = visit(width=width)
    page = visitor.opens("/account/login/")
    page.locator("[name=login_name]").fill("pimjai")
    page.locator("[name=passphrase]").fill(settings.DEMO_PASSPHRASE)
    with page.expect_navigation():
        page.locator("main button").first.click()
    for path in PAGES:
        page = visitor.opens(path)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        if PICTURES:
            page.screenshot(
                path=str(Path(PICTURES) / f"demo-{path.strip('/').replace('/', '-')}-{width}.png"), full_page=True
            )
    page = visitor.opens("/staff/people/?q=ศิริพร")
    page.get_by_role("link", name="ศิริพร").click()
    page.get_by_text("๒๙๘/๒๕๖๗").wait_for()
    if PICTURES:
        page.screenshot(path=str(Path(PICTURES) / f"demo-siriphon-{width}.png"), full_page=True)
    page.locator(".strip a").click()
    page.get_by_role("button", name="17 มิ.ย. 68").click()
    page.locator(".strip").get_by_text("17 มิถุนายน 2568").wait_for()
