"""Everything can be done with the keyboard alone, and one always sees where one is."""

from __future__ import annotations

import pytest

from prongsai.platform.accounts.models import Role

HERE = """() => {
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
    return {what: e.outerHTML.slice(0, 80), seen: style.boxShadow !== 'none' && box.width > 0 && box.bottom > 0,
            top: e === document.body};
}"""


def walk(page, most=300):
    """Press Tab through the whole page; give each stop."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop["top"]:
            return stops
        stops.append(stop)
    raise AssertionError("the keyboard is caught")


@pytest.mark.parametrize("path", ["/", "/design/", "/design/?part=forms", "/design/?part=tables", "/design/?part=ways"])
def test_every_stop_of_the_keyboard_can_be_seen(staff, path):
    page = staff.opens(path)
    stops = walk(page)
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    reachable = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
        ".filter(e => e.checkVisibility() && !e.disabled && e.type !== 'radio').length"
    )
    assert len(stops) >= reachable


def test_the_first_stop_leads_past_the_menu(staff):
    page = staff.opens("/design/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_text_is_made_large_and_the_language_changed(visit, office, scripts):
    visitor = visit(office=office, scripts=scripts)
    page = visitor.opens("/design/?part=text")
    page.locator(".masthead .display button[value=largest]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[data-size=largest]")
    page.locator(".masthead .display button[value=en]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("html[lang=en]")
    assert page.locator("html").get_attribute("data-size") == "largest"


def test_on_a_phone_the_menu_opens_without_scripts(visit, office):
    visitor = visit(office=office, width=360, scripts=False)
    page = visitor.opens("/design/")
    entry = page.locator(".folds nav a").first
    assert not entry.is_visible()
    page.locator(".folds summary").first.focus()
    page.keyboard.press("Enter")
    assert entry.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_refused_form_leads_to_each_mistake(visit, office, scripts):
    visitor = visit(office=office, role=Role.OFFICER, scripts=scripts)
    page = visitor.opens("/office/example/")
    page.locator("main form button").focus()
    page.keyboard.press("Enter")
    summary = page.locator(".error-summary")
    summary.wait_for()
    assert page.title().startswith("โปรดแก้ไข:")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "village"


def test_a_form_is_filled_and_sent(visit, office):
    visitor = visit(office=office, role=Role.OFFICER)
    page = visitor.opens("/office/example/")
    page.locator("[name=village]").focus()
    page.keyboard.type("บ้านหนองใส")
    page.keyboard.press("Tab")
    page.keyboard.type("17")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    for words in ("2568", "40"):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="บ้านหนองใส").wait_for()


def test_the_text_for_line_can_be_copied(visit, office):
    visitor = visit(office=office, permissions=["clipboard-read", "clipboard-write"])
    page = visitor.opens("/design/?part=buttons")
    button = page.locator("[data-copy]")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("คัดลอกแล้ว").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("textarea").input_value()


def test_without_scripts_the_copy_button_does_not_pretend(visit, office):
    visitor = visit(office=office, scripts=False)
    page = visitor.opens("/design/?part=buttons")
    assert not page.locator("[data-copy]").is_visible()
    assert page.locator("textarea").is_visible()
