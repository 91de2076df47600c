"""The main site leads to a page, or not within a bounded walk; robots are listened to, other sites are left alone."""

from __future__ import annotations

import pytest

from fake_site import fake_site
from prongsai.office.disclosure.leading import Walk, ways_from
from prongsai.office.disclosure.reaching import Reach

HERE, QUICK = Reach(loopback=True), Walk(pause=0)


@pytest.fixture
def site():
    with fake_site() as site:
        site.puts("/", "อบต.", '<a href="/news">ข่าว</a> <a href="/ita/">ITA 2568</a> <a href="/rules.pdf">ระเบียบ</a>')
        site.puts("/news", "ข่าว", '<a href="/news/1">ข่าว 1</a>')
        site.puts("/ita/", "ITA", '<a href="2568/o1/">O1</a> <a href="http://elsewhere.example/o2">O2</a>')
        site.puts("/ita/2568/o1/", "O1", "<p>โครงสร้าง</p>")
        yield site


def ways(site, *wanted: str, walk: Walk = QUICK):
    return ways_from(f"{site.address}/", wanted, HERE, walk)


def test_the_page_that_leads_to_an_address_is_told(site):
    wanted = f"{site.address}/ita/2568/o1"
    assert ways(site, wanted).found == {wanted: f"{site.address}/ita/"}


def test_a_link_to_another_site_counts_but_that_site_is_not_opened(site):
    assert list(ways(site, "https://www.elsewhere.example/o2/").found) == ["https://www.elsewhere.example/o2/"]
    assert not any("elsewhere" in path for path in site.asked)


def test_what_is_not_linked_is_not_found_and_pages_of_the_assessment_come_first(site):
    found = ways(site, f"{site.address}/hidden")
    assert (found.found, found.whole) == ({}, True)
    assert site.asked.index("/ita/") < site.asked.index("/news")
    assert "/rules.pdf" not in site.asked


def test_the_walk_ends_at_its_bounds_and_says_that_it_was_not_whole(site):
    for number in range(30):
        site.puts(f"/news/{number}", "ข่าว", f'<a href="/news/{number + 1}">ต่อไป</a>')
    found = ways(site, f"{site.address}/hidden", walk=Walk(pages=3, pause=0))
    assert (found.opened, found.whole) == (3, False)
    site.asked.clear()
    ways(site, f"{site.address}/hidden", walk=Walk(depth=2, pause=0))
    assert "/news/1" not in site.asked


def test_robots_are_listened_to(site):
    site.pages["/robots.txt"] = "User-agent: *\nDisallow: /ita/"
    wanted = f"{site.address}/ita/2568/o1/"
    found = ways(site, wanted)
    assert "/ita/" not in site.asked
    assert (found.found, found.whole) == ({}, False)
