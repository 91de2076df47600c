"""What scripts may do on our pages, and what they may not."""

from __future__ import annotations

import pytest

from prongsai.platform.accounts.models import Role

SWAP = """() => {
    const here = document.createElement('div'); here.id = 'here'; document.querySelector('main').append(here);
    htmx.ajax('GET', '/design/?part=text', {target: '#here', select: 'main h1'}); }"""
PUT_IN = """(markup) => { const box = document.createElement('div'); document.body.append(box);
    try { box.innerHTML = markup } catch (error) { return error.name }
    for (const link of box.querySelectorAll('a')) link.click();
    return box.querySelectorAll('script').length + ' scripts' }"""


@pytest.fixture
def page(staff):
    return staff.opens("/design/")


def test_a_fragment_of_our_own_may_replace_a_part_of_a_page(page):
    page.evaluate(SWAP)
    page.locator("#here", has_text="ข้อความและสี").wait_for()


@pytest.mark.parametrize(
    "markup",
    [
        "<script>window.ran = 1</script>", "<img src=x onerror='window.ran = 1'>",
        '<a href="javascript:window.ran = 1">x</a>', "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
        "<SVG ONLOAD='window.ran = 1'>", "<scr<script></script>ipt>window.ran = 1</script>",
        "<object data='javascript:parent.ran = 1'></object>",
    ],
)  # fmt: skip
def test_markup_that_would_act_does_not(staff, page, markup):
    assert page.evaluate(PUT_IN, markup) in {"0 scripts", "TypeError"}
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    staff.complaints.clear()


@pytest.mark.parametrize("markup", ["<p>onload=1 is a word here</p>", "<b>ก</b>", "a &lt;script&gt; in a text"])
def test_plain_markup_is_taken(page, markup):
    assert page.evaluate(PUT_IN, markup) == "0 scripts"


def test_text_is_never_run_as_a_script(visit, office):
    visitor = visit(office=office)
    page = visitor.opens("/design/")
    # A timer runs in the page's own world, where the policy holds; the browser complains and that is what we want.
    page.evaluate("() => { window.ran = false; try { setTimeout('window.ran = true', 0) } catch {} }")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is False
    visitor.complaints.clear()


def test_a_trembling_finger_sends_a_form_once(visit, office):
    page = visit(office=office, role=Role.OFFICER).opens("/office/example/")
    posts = []
    page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    page.evaluate("() => { const f = document.querySelector('main form'); f.requestSubmit(); f.requestSubmit(); }")
    page.locator(".error-summary").wait_for()
    assert len(posts) == 1
