"""The place of an item is known by code, title and year; what belongs to another year or item is not taken for it."""

from __future__ import annotations

import pytest

from contractor_site import html
from prongsai.ita.catalogue import load_framework
from prongsai.office.site.audit import FolderSite, WalkBounds
from prongsai.office.site.audit.finding import find_items
from prongsai.office.site.audit.walking import walk

YEAR = load_framework(2568)


@pytest.fixture
def places(tmp_path):
    """Write pages, and give where each item of 2568 is found among them."""

    def find(**pages: str) -> dict[str, str]:
        for name, body in pages.items():
            (tmp_path / f"{name}.html").write_text(html(name if name != "index" else "หน้าแรก", body, frame=""), "utf-8")
        source = FolderSite(tmp_path)
        seen = walk(source, WalkBounds())
        return {code: source.shown(found.address) for code, found in find_items(YEAR, seen).items()}

    return find


def ita(year: int, *links: str) -> str:
    return f"<h1>ITA {year}</h1>" + "".join(links)


def test_of_two_years_the_right_one_is_taken_even_where_the_other_stands_first(places):
    found = places(
        index='<a href="a.html">ITA 2567</a><a href="b.html">ITA 2568</a>',
        a='<a href="old.html">O26 รายงานผลการดำเนินการป้องกันการทุจริตประจำปี</a>',
        b='<a href="new.html">O26 รายงานผลการดำเนินการป้องกันการทุจริตประจำปี</a>',
        old="<p>เก่า</p>",
        new="<p>ใหม่</p>",
    )
    assert found["O26"] == "new.html"


def test_a_report_of_the_year_before_belongs_to_the_round_it_stands_in(places):
    link = '<a href="r.html">O28 รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปี 2567</a>'
    assert places(index='<a href="b.html">ITA 2568</a>', b=link, r="<p>รายงาน</p>")["O28"] == "r.html"


def test_a_code_beside_the_title_of_another_item_is_the_code_of_another_year(places):
    assert "O4" not in places(index=ita(2568, '<a href="p.html">O4 แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน</a>'), p="")


@pytest.mark.parametrize("words", ["o 3 ข้อมูลการติดต่อ", "O03 ข้อมูลการติดต่อ", "ข้อ O๓", "3. ข้อมูลการติดต่อ", "ข้อมูล การติดต่อ"])
def test_an_item_is_known_in_the_ways_offices_write_it(places, words):
    assert places(index=ita(2568, f'<a href="c.html">{words}</a>'), c="<p>โทร</p>")["O3"] == "c.html"


def test_an_address_alone_may_carry_the_code(places):
    assert places(index=ita(2568, '<a href="o-12.html">ดูข้อมูล</a>'), **{"o-12": "<p>x</p>"})["O12"] == "o-12.html"


@pytest.mark.parametrize("words", ["CO2 ลดโลกร้อน", "O365 สำหรับพนักงาน", "โครงสร้างพื้นฐานและถนน", "ข่าวที่ 3"])
def test_words_that_only_look_alike_name_no_item(places, words):
    assert places(index=ita(2568, f'<a href="c.html">{words}</a>'), c="<p>x</p>") == {}
