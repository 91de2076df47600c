"""Every component and shared page: readable, reachable, whole, in both languages, with and without scripts."""

from __future__ import annotations

import pytest

from prongsai.platform.ui.catalogue import PARTS

PAGES = ["/", "/nothing-here/", "/design/", *(f"/design/?part={part.key}" for part in PARTS)]
BOTH = pytest.mark.parametrize("language", ["th", "en"])
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@BOTH
@SCRIPTS
def test_the_accessibility_rules_find_nothing(visit, office, axe, language, scripts):
    visitor = visit(office=office, scripts=scripts)
    visitor.chooses(language=language)
    for path in PAGES:
        page = visitor.opens(path)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert axe(page) == [], f"{path} at {width}"


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_they_find_nothing_with_the_largest_text_either(visit, office, axe, contrast):
    visitor = visit(office=office)
    visitor.chooses(size="largest", contrast=contrast)
    assert {path: found for path in PAGES if (found := axe(visitor.opens(path)))} == {}


@BOTH
@pytest.mark.parametrize(
    ("width", "size"), [(360, "normal"), (360, "largest"), (320, "normal"), (640, "normal"), (768, "large")],
    ids=["phone", "phone-largest", "zoom-400", "zoom-200", "tablet-large"],
)  # fmt: skip
def test_nothing_is_too_wide_clipped_tight_or_too_small_to_touch(visit, office, misfits, language, width, size):
    visitor = visit(office=office, width=width)
    visitor.chooses(language=language, size=size)
    for path in PAGES:
        assert misfits(visitor.opens(path)) == [], path


def test_thai_is_drawn_with_the_font_that_we_bring(staff):
    page = staff.opens("/design/?part=text")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family + f.weight)")
    assert {"Sarabun400", "Sarabun700"} <= set(loaded)
    assert page.evaluate("document.fonts.check('18px Sarabun', 'ที่นี่')")


def test_paper_gets_the_content_and_nothing_to_press(staff):
    page = staff.opens("/design/?part=buttons")
    page.emulate_media(media="print")
    visible = page.evaluate(
        "[...document.querySelectorAll('button, .button, .menu, .masthead, .footer, .crumbs, .folds')]"
        ".filter(e => e.offsetParent).map(e => e.className)"
    )
    assert visible == []
    assert page.locator(".print-header").is_visible()
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize(("wish", "seconds"), [("reduce", "0s"), ("no-preference", "0.12s")])
def test_who_wants_no_movement_gets_none(visit, office, wish, seconds):
    page = visit(office=office, reduced_motion=wish).opens("/design/?part=buttons")
    durations = page.evaluate("getComputedStyle(document.querySelector('main .button')).transitionDuration")
    assert set(durations.split(", ")) == {seconds}
