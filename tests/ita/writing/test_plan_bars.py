"""The measures of a year drawn over its months, and as a table that lies on A4."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from prongsai.ita.thai import fiscal_year_span
from prongsai.ita.writing import compose, write_xlsx
from prongsai.ita.writing.compose.month_plan import DUE, IN_WORK
from prongsai.ita.writing.svg import PlanBar, plan_svg
from prongsai.ita.writing.svg.canvas import SVG, WIDTH

WHOLE_YEAR = PlanBar("M01 ทั้งปี", date(2024, 10, 1), date(2025, 9, 30))


def drawn(*bars, year=2568):
    svg = plan_svg(bars, year=year, title="แผน", summary="มาตรการรายเดือน")
    return etree.fromstring(svg.encode())


def bar_of(root):
    (bar,) = root.findall(f"{{{SVG}}}rect")
    return float(bar.get("x")), float(bar.get("width"))


def test_a_bar_of_the_whole_year_fills_the_width():
    start, width = bar_of(drawn(WHOLE_YEAR))
    assert start == 0
    assert width == pytest.approx(WIDTH, abs=1.5)


def test_half_a_year_begins_in_the_middle():
    start, width = bar_of(drawn(PlanBar("M02", date(2025, 4, 1), date(2025, 9, 30))))
    assert start == pytest.approx(WIDTH / 2)
    assert width == pytest.approx(WIDTH / 2, abs=1.5)


def test_the_drawing_has_a_name_a_description_and_twelve_months():
    root = drawn(WHOLE_YEAR)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "plan-title plan-desc"
    texts = [text.text for text in root.findall(f"{{{SVG}}}text")]
    assert (texts[0], texts[11], len(texts)) == ("ต.ค.", "ก.ย.", 13)


def test_what_a_person_typed_cannot_become_markup():
    root = drawn(PlanBar("<script>alert(1)</script>", date(2025, 1, 1), date(2025, 2, 1), told="& เสร็จ"))
    assert root.findall(f".//{{{SVG}}}script") == []
    assert "<script>" in "".join(root.itertext())


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(start=DAYS, length=st.integers(0, 900), marks=st.lists(DAYS, max_size=4))
def test_nothing_leaves_the_drawing(start, length, marks):
    end = date.fromordinal(start.toordinal() + length)
    root = drawn(PlanBar("M01", start, end, tuple(marks)))
    at, width = bar_of(root)
    assert at >= 0
    assert width >= 2
    assert at + width <= WIDTH + 2
    for mark in root.findall(f"{{{SVG}}}polygon"):
        xs = [float(point.split(",")[0]) for point in mark.get("points").split()]
        assert min(xs) >= 0
        assert max(xs) <= WIDTH


def signs(row, year=2568):
    paper = compose.month_plan_paper(compose.PaperHead(agency="อบต.ตัวอย่าง", year=year), [row])
    (table,) = (block for block in paper.blocks if hasattr(block, "rows"))
    return ["".join(cell.content[0].content) for cell in table.rows[0].cells[3:]]


def test_a_month_shows_work_and_what_is_due_in_it():
    row = compose.MonthRow("1", "บัตรคิว", "สำนักปลัด", date(2024, 11, 5), date(2025, 1, 20), (date(2024, 12, 31),))
    assert signs(row) == ["", IN_WORK, DUE, IN_WORK, *[""] * 8]


def test_a_measure_without_a_period_shows_only_what_is_due():
    row = compose.MonthRow("1", "บัตรคิว", "สำนักปลัด", None, None, (date(2025, 9, 30),))
    assert signs(row) == [*[""] * 11, DUE]


@given(year=st.integers(2560, 2600), data=st.data())
def test_what_is_due_within_the_year_is_shown_in_exactly_one_month(year, data):
    span = fiscal_year_span(year)
    day = data.draw(st.dates(span.start, span.end))
    row = compose.MonthRow("1", "บัตรคิว", "–", span.start, span.end, (day,))
    assert signs(row, year).count(DUE) == 1


def test_a_plan_without_measures_says_so():
    paper = compose.month_plan_paper(compose.PaperHead(agency="อบต.ตัวอย่าง", year=2568), [])
    assert write_xlsx(paper, date(2025, 3, 17)).startswith(b"PK")
    (table,) = (block for block in paper.blocks if hasattr(block, "rows"))
    assert table.rows[0].cells[1].content[0].content == ("ไม่มี",)
