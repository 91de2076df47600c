"""A page of an office's site is seen as by a visitor: headings, what stands under them, years, months, links."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.analysis.item_check import Month, PlacedItem, asked_of, check_item
from prongsai.ita.catalogue import load_framework
from prongsai.ita.catalogue.pages import pages_of
from prongsai.ita.reading.web_page import (
    elements_on_page,
    fiscal_years_on_page,
    heading_words,
    months_on_page,
    placed_by_pages,
    see_page,
)
from prongsai.ita.thai import Refused

REPORT = """<!doctype html><html lang="th"><head><title>รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๗</title></head><body>
<nav><a href="/">หน้าแรก</a> <a href="../o27/">ข้อ ๒๗</a></nav>
<h1>รายงานผลการดำเนินการป้องกันการทุจริตประจำปี</h1>
<h2>๑. ผลรายโครงการ</h2><p>มอบนโยบายไม่รับของขวัญ เมื่อวันที่ ๕ มกราคม ๒๕๖๗</p>
<h2>๒. งบที่ใช้</h2><table><tr><th>โครงการ</th><th>บาท</th></tr><tr><td>มอบนโยบาย</td><td>๐.๐๐</td></tr></table>
<h2>๓. ปัญหา/อุปสรรค</h2><p>ไม่มี</p>
{proposal}
<p><img src="a.png"><img src="b.png" alt="ภาพกิจกรรม">
<a href="files/report.pdf"><img src="pdf.png" alt="รายงานฉบับเต็ม"></a></p>
</body></html>"""
WITH = "<h2>๔. ข้อเสนอแนะ</h2><p>ควรจัดอบรมเพิ่ม</p>"
ADDRESS = "https://nongkrachang.example/ita/2566/o38/"
FRAMEWORK = load_framework(2566)
PROPOSAL = "ข้อเสนอแนะ (ถ้าไม่มีต้องระบุว่าไม่มีหรือขีด)"


def report(proposal=WITH):
    return see_page(REPORT.replace("{proposal}", proposal), ADDRESS)


def states(page, code="O38", **more):
    return elements_on_page(page, heading_words(FRAMEWORK, code, **more))


def one(html, heading="ข้อเสนอแนะ"):
    return elements_on_page(see_page(html), {"x": [heading], "other": ["ปัญหาอุปสรรค"]})["x"]


def test_the_elements_of_the_yearly_report_are_found_under_their_headings():
    found = states(report())
    assert found["ผลรายโครงการ"] == "present"
    assert found["งบที่ใช้"] == "present"
    assert found["ปัญหาอุปสรรค"] == "said-none"
    assert found[PROPOSAL] == "present"


def test_taking_one_heading_away_turns_exactly_that_element():
    before, after = states(report()), states(report(""))
    assert {element for element in before if before[element] != after[element]} == {PROPOSAL}
    assert after[PROPOSAL] == "missing"


def test_what_is_found_goes_straight_into_the_check_of_the_item():
    asked = asked_of(FRAMEWORK, "O38")
    check = check_item(FRAMEWORK, asked, PlacedItem(elements=states(report(""))))
    assert [part.key for part in check.gaps] == [PROPOSAL]


@pytest.mark.parametrize(
    ("html", "state"),
    [
        ("<h3>ข้อเสนอแนะ</h3><p>ไม่มี</p>", "said-none"),
        ("<h3>ข้อเสนอแนะ</h3><p>ไม่มีข้อเสนอแนะ</p>", "said-none"),
        ("<h3>ข้อเสนอแนะ</h3><p>-</p>", "said-none"),
        ("<h3>ข้อเสนอแนะ</h3><p>....................</p>", "blank"),
        ("<h3>ข้อเสนอแนะ</h3><h3>อื่น ๆ</h3><p>ข้อความ</p>", "blank"),
        ("<h3>ข้อเสนอแนะ</h3><h4>ด้านบุคลากร</h4><p>ควรเพิ่มคน</p>", "present"),
        ("<p>4. ข้อเสนอแนะ</p><p>ควรเพิ่มคน</p>", "present"),
        ("<p>๔) ข้อเสนอแนะ : ไม่มี</p>", "said-none"),
        ("<p>ข้อเสนอแนะ ไม่มี</p>", "said-none"),
        ("<p><b>ข้อเสนอแนะ:</b> ควรเพิ่มคน</p>", "present"),
        ("<p>ข้อเสนอแนะ</p><p>ปัญหาและอุปสรรค</p><p>ฝนตก</p>", "blank"),
        ("<table><tr><th>โครงการ</th><th>ข้อเสนอแนะ</th></tr><tr><td>ก</td><td>ไม่มี</td></tr></table>", "said-none"),
        ("<table><tr><th>โครงการ</th><th>ข้อเสนอแนะ</th></tr><tr><td>ก</td><td></td></tr></table>", "blank"),
        ("<table><tr><td>ผล</td><td>ดี</td></tr><tr><td>ข้อเสนอแนะ</td><td>ควรทำต่อ</td></tr></table>", "present"),
        ("<p>ในการประชุมมีข้อเสนอแนะจากผู้เข้าร่วมหลายประการซึ่งจะนำไปพิจารณาต่อไป</p>", "missing"),
        ("<h3 style='display:none'>ข้อเสนอแนะ</h3>", "missing"),
        ("<p>ข้อความอื่น</p>", "missing"),
    ],
)
def test_a_heading_is_known_in_the_ways_offices_write_it(html, state):
    assert one(html) == state


@pytest.mark.parametrize("written", ["ปัญหาอุปสรรค", "ปัญหา/อุปสรรค", "ปัญหาและอุปสรรค", "ปัญหา อุปสรรค", "๒. ปัญหา และ อุปสรรค"])
def test_the_joints_of_a_heading_do_not_matter(written):
    assert one(f"<h2>{written}</h2><p>ฝนตก</p>", "ปัญหาอุปสรรค") == "present"


def test_a_sentence_that_no_heading_repeats_stays_unchecked():
    assert one("<p>ข้อความ</p>", "อธิบายหน้าที่และอำนาจของหน่วยงานโดยเฉพาะทุกส่วนราชการ") == "not-checked"


def test_an_office_may_name_its_own_headings():
    page = see_page("<h2>สิ่งที่อยากให้แก้</h2><p>ควรเพิ่มคน</p>")
    assert states(page, more={PROPOSAL: ["สิ่งที่อยากให้แก้"]})[PROPOSAL] == "present"
    assert states(page)[PROPOSAL] == "missing"


def _as_html(page):
    parts = []
    for section in page.sections:
        parts.append(f"<h2>{section.heading}</h2>")
        parts += [f"<p>{text}</p>" for text in section.text]
        if section.table:
            rows = (section.table.columns, *section.table.rows)
            cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    return f"<html lang='th'><body><h1>{page.title}</h1>{''.join(parts)}</body></html>"


@pytest.mark.parametrize("year", [2566, 2568])
def test_every_model_page_is_complete_when_published_as_it_stands(year):
    framework = load_framework(year)
    pages = pages_of(framework)
    assert pages
    for model in pages:
        found = elements_on_page(see_page(_as_html(model)), heading_words(framework, model.code))
        for section in model.sections:
            for element in section.elements:
                assert found[element.text] in ("present", "said-none"), (model.code, element.text)


def test_years_are_those_of_titles_and_headings():
    assert fiscal_years_on_page(report()) == {2567}
    only_text = see_page("<p>แผนปีงบประมาณ 2568 ต่อจากปีงบประมาณ พ.ศ. ๒๕๖๗</p>")
    assert fiscal_years_on_page(only_text) == {2567, 2568}
    assert fiscal_years_on_page(see_page("<p>พ.ศ. 2568</p>")) == frozenset()


def test_months_are_told_with_their_year_and_none_is_told_apart():
    page = see_page(
        "<ul><li><a href='1.pdf'>สรุปผลการจัดซื้อจัดจ้าง เดือนตุลาคม 2567</a></li><li>พ.ย. ๖๗</li>"
        "<li>ธันวาคม พ.ศ. 2567 ไม่มีรายการจัดซื้อจัดจ้าง</li><li>ประกาศ ณ วันที่ 5 มกราคม 2568</li></ul>"
    )
    assert months_on_page(page) == {
        Month(2567, 10): "present", Month(2567, 11): "present", Month(2567, 12): "said-none",
    }  # fmt: skip


def test_the_pages_of_an_item_are_looked_at_together():
    words = heading_words(FRAMEWORK, "O38")
    first, second = report(""), see_page("<html lang='th'><h1>ข้อเสนอแนะ</h1><p>ไม่มี</p></html>")
    placed = placed_by_pages([first, second], words)
    assert placed.elements[PROPOSAL] == "said-none"
    assert placed.elements["ผลรายโครงการ"] == "present"
    assert placed.years == {2567}
    assert placed.months is None
    assert placed.accessible == "no"  # one image has no words
    assert (placed.files_open, placed.reachable) == ("not-checked", "not-checked")
    assert placed_by_pages([second, first], words).elements == placed.elements


def test_an_item_without_pages_is_not_published():
    assert placed_by_pages([], {}).published == "no"


def test_a_page_that_names_no_year_leaves_the_year_unchecked():
    placed = placed_by_pages([see_page("<p>ข้อความ</p>")], {})
    check = check_item(load_framework(2568), asked_of(load_framework(2568), "O7"), placed)
    assert {part.kind: part.verdict for part in check.parts}["year"] == "open"


def test_links_images_language_and_dates_are_told():
    page = report()
    assert page.language == "th"
    assert page.title == "รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๗"
    assert [link.words for link in page.links] == ["หน้าแรก", "ข้อ ๒๗", "รายงานฉบับเต็ม"]
    assert page.links[1].address == "https://nongkrachang.example/ita/2566/o27/"
    assert [found.date for found in page.dates] == [date(2024, 1, 5)]
    assert [line.level for line in page.headings] == [1, 2, 2, 2, 2]
    assert page.advice() == ("มีภาพที่ไม่มีคำอธิบาย (alt) 1 ภาพ",)


def test_a_page_without_headings_language_and_words_is_given_advice():
    assert len(see_page("<p>ก</p><a href='x'></a>").advice()) == 3


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        ("https://nongkrachang.example/ita/2566/o27", True),
        ("https://NONGKRACHANG.example/ita/2566/o27/#top", True),
        ("https://nongkrachang.example/ita/2566/o28/", False),
    ],
)
def test_whether_a_page_leads_to_an_address(target, leads):
    assert report().leads_to(target) is leads


@given(st.text(max_size=200))
def test_any_page_is_seen_or_refused(text):
    try:
        page = see_page(f"<h2>{text}</h2><a href='{text}'>{text}</a><table><tr><td>{text}</td></tr></table>")
    except Refused:
        return
    assert "\ue0f1" not in "".join(page.lines)
    assert set(elements_on_page(page, {"x": ["ข้อเสนอแนะ"]}).values()) <= {"present", "said-none", "blank", "missing"}


def test_a_table_of_five_thousand_rows_and_as_many_lines_is_looked_at_in_seconds():
    rows = "".join(f"<tr><td>{n}</td><td>โครงการที่ {n} หมู่ที่ {n % 9 + 1}</td><td>ไม่มี</td></tr>" for n in range(5_000))
    lines = "".join(f"<p>{n}. รายการที่ {n} ของแผนพัฒนาท้องถิ่น</p>" for n in range(5_000))
    html = f"<h2>ผลรายโครงการ</h2><table><tr><th>ที่</th><th>โครงการ</th><th>ข้อเสนอแนะ</th></tr>{rows}</table>{lines}"
    before = time.process_time()
    found = states(see_page(html))
    assert time.process_time() - before < 8
    assert found["ผลรายโครงการ"] == "present"
    assert found[PROPOSAL] == "said-none"


def test_a_page_nested_too_deep_is_refused():
    with pytest.raises(Refused):
        see_page("<div>" * 400 + "ก")
