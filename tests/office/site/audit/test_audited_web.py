"""A site on the web is looked at politely, and never a machine that the public cannot reach."""

from __future__ import annotations

import pytest

from contractor_site import html
from prongsai.ita.catalogue import load_framework
from prongsai.office.disclosure.reaching import Limits, NotReached, Reach
from prongsai.office.site.audit import AuditBounds, WalkBounds, WebSite, audit_site


def plain(title: str, body: str) -> str:
    return html(title, body, frame="")


HOME = plain("หน้าแรก", '<a href="/a.html">a</a><a href="/b.html">b</a>')


def looked(served, no_pause, **bounds):
    source = WebSite(served.address, Reach(Limits(seconds=5), loopback=True), sleep=no_pause)
    return audit_site(source, load_framework(2566), AuditBounds(WalkBounds(**bounds)))


def test_a_served_site_is_judged_as_the_same_site_in_a_folder(served, folder, found, no_pause):
    kinds = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf"}
    for path in folder.rglob("*.*"):
        told = "/" + path.relative_to(folder).as_posix()
        served.answers[told] = (200, {"Content-Type": kinds[path.suffix]}, path.read_bytes())
    served.answers["/"] = served.answers["/index.html"]
    assert [entry.check for entry in looked(served, no_pause).items] == [entry.check for entry in found.items]


def test_what_robots_txt_forbids_is_not_opened_and_is_told(served, no_pause):
    served.page("/", HOME)
    served.page("/a.html", plain("a", ""))
    served.page("/b.html", plain("b", ""))
    served.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 2\nDisallow: /a.html")
    found = looked(served, no_pause)
    assert "/a.html" not in served.asked
    assert (found.pages, found.unseen, found.broken) == (2, 1, ())


def test_it_waits_between_two_pages_as_long_as_the_site_asks(served):
    served.page("/", HOME)
    served.answers["/robots.txt"] = (200, {}, b"User-agent: prongsai\nCrawl-delay: 3")
    pauses: list[float] = []
    audit_site(WebSite(served.address, Reach(loopback=True), sleep=pauses.append), load_framework(2566))
    assert pauses
    assert all(2 < pause <= 3 for pause in pauses)


def test_a_site_that_cannot_say_what_it_wishes_is_left_alone(served, no_pause):
    served.page("/", HOME)
    served.answers["/robots.txt"] = (503, {}, b"")
    assert not looked(served, no_pause).read
    assert served.asked == ["/robots.txt"]


def test_this_machine_is_looked_at_only_where_it_was_allowed(served, no_pause):
    served.page("/", HOME)
    found = audit_site(WebSite(served.address, Reach(), sleep=no_pause), load_framework(2566))
    assert not found.read
    assert served.asked == []


@pytest.mark.parametrize(
    "leads_to",
    ["http://169.254.169.254/latest/", "http://10.0.0.1/", "file:///etc/passwd", "http://[::ffff:10.0.0.1]/"],
)
def test_a_redirect_into_a_private_network_is_not_followed(served, no_pause, leads_to):
    served.page("/", plain("หน้าแรก", '<a href="/away">a</a>'))
    served.answers["/away"] = (302, {"Location": leads_to}, b"")
    found = looked(served, no_pause)
    assert found.pages == 1
    [(_address, reason)] = found.broken
    assert reason.startswith(("ที่อยู่ชี้ไปยังเครือข่ายภายใน", "ที่อยู่ไม่ถูกต้อง"))


def test_links_to_other_sites_are_not_walked(served, no_pause):
    served.page("/", plain("หน้าแรก", '<a href="http://elsewhere.example/">a</a>'))
    assert looked(served, no_pause).pages == 1


def test_an_endless_calendar_ends_at_the_bound(served, no_pause):
    for day in range(40):
        served.page(f"/?day={day}", plain("ปฏิทิน", f'<a href="/?day={day + 1}">ถัดไป</a>'))
    served.page("/", plain("ปฏิทิน", '<a href="/?day=0">ปฏิทิน</a>'))
    found = looked(served, no_pause, pages=10, depth=50)
    assert (found.pages, found.cut) == (10, "หยุดเมื่อเปิดครบ 10 หน้า")


def test_what_is_no_address_of_the_web_is_refused():
    for address in ("ftp://a.example/", "http://user:word@a.example/", "http://", "https://a.example:22/"):
        with pytest.raises(NotReached):
            WebSite(address, Reach())
