"""Charts as SVG. Where labels stand is judged by counting letters at the width that wide fonts give them."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from prongsai.ita.papers.blocks import (
    Bar,
    BarChart,
    Change,
    ChangeChart,
    HeatCell,
    HeatMap,
    HeatRow,
    Radar,
    Series,
)
from prongsai.ita.writing import chart_svg
from prongsai.ita.writing.measures import letters
from prongsai.ita.writing.svg.lines import LETTER_EM, fitting_lines

SVG = "{http://www.w3.org/2000/svg}"
SCORES = st.decimals(min_value=0, max_value=100, places=2)
LABELS = st.text(alphabet=st.sampled_from("กขคงำเแ้่ี๋ 0123456789abcW.()"), max_size=60)


def drawn(chart, **more):
    return etree.fromstring(chart_svg(chart, **more))


def texts(svg):
    return [text.text for text in svg.iter(f"{SVG}text")]


def boxes(svg):
    """Left, right, top and bottom of each line of text."""
    for text in svg.iter(f"{SVG}text"):
        size, x, y = (float(text.get(name)) for name in ("font-size", "x", "y"))
        width = letters((text.text.replace(" ", ""),)) * size * LETTER_EM
        left = x - {"start": 0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        yield text.text, left, left + width, y - size * 0.8, y + size * 0.3


def view(svg):
    return [float(number) for number in svg.get("viewBox").split()]


def test_each_chart_is_an_image_with_a_name_and_a_description(charts):
    for chart in charts:
        svg = drawn(chart, key="k")
        assert svg.get("role") == "img"
        named = {element.get("id"): element.text for element in svg if element.tag in {f"{SVG}title", f"{SVG}desc"}}
        assert named == {"k-title": chart.caption, "k-desc": chart.summary}
        assert svg.get("aria-labelledby") == "k-title k-desc"


def test_nothing_is_fetched_styled_or_run(charts):
    for chart in charts:
        told = chart_svg(chart)
        assert not re.search(r"<script|<style|<image|<foreignObject|style=|href|\son\w+=|@import", told)
        assert re.findall(r"https?://[^\"' ]+", told) == ["http://www.w3.org/2000/svg"]


def test_drawings_are_as_wide_as_a_telephone_so_letters_keep_their_size(charts):
    assert {view(drawn(chart))[2] for chart in charts} == {360}
    sizes = {float(text.get("font-size")) for chart in charts for text in drawn(chart).iter(f"{SVG}text")}
    assert min(sizes - {9.0}) >= 12  # 9: the figures on the rings


def test_every_label_and_figure_is_live_text_in_the_numerals_of_the_paper(radar, change_chart, heat_map, bar_chart):
    told = texts(drawn(radar, digits="thai"))
    assert {"๗ ประสิทธิภาพ", "การสื่อสาร", "↓๗๘.๑๖", "ปี ๒๕๖๖", "เกณฑ์ ๘๕"} <= set(told)
    assert {"4 การใช้ทรัพย์สินของราชการ", "-4.89", "+7.50"} <= set(texts(drawn(change_chart)))
    assert {"i1", "↓74.00", "90.00", "e2", "–"} <= set(texts(drawn(heat_map)))
    assert {"78.16", "ต่ำกว่า 85", "เกณฑ์ 85"} <= set(texts(drawn(bar_chart)))


def test_no_label_is_clipped_at_the_longest_names(charts):
    for chart in charts:
        svg = drawn(chart, digits="thai")
        _, top, width, height = view(svg)
        outside = [
            box for box in boxes(svg) if box[1] < -1 or box[2] > width + 1 or box[3] < top or box[4] > top + height
        ]
        assert outside == []


@pytest.mark.parametrize("count", [3, 5, 8, 10, 13])
def test_labels_of_a_radar_never_lie_on_each_other(count):
    axes = tuple(f"{n} การใช้ทรัพย์สินของราชการ" for n in range(1, count + 1))
    svg = drawn(Radar(axes, (Series("ปี 2567", tuple([Decimal(50)] * count)),), "ส", "ค"))
    _, top, width, height = view(svg)
    found = [box for box in boxes(svg) if len(box[0]) > 3]
    assert all(left >= -1 and right <= width + 1 and bottom <= top + height for _, left, right, _, bottom in found)
    for n, (text, left, right, upper, lower) in enumerate(found):
        for other, other_left, other_right, other_upper, other_lower in found[n + 1 :]:
            across = min(right, other_right) - max(left, other_left)
            down = min(lower, other_lower) - max(upper, other_upper)
            assert across <= 2 or down <= 2, (text, other)


def test_patterns_of_two_charts_on_a_page_have_names_of_their_own(bar_chart):
    first, second = (drawn(bar_chart, key=key).find(f"{SVG}pattern").get("id") for key in ("chart-1", "chart-2"))
    assert first != second
    assert f"url(#{first})" in chart_svg(bar_chart, key="chart-1")


def test_a_series_is_told_by_its_line_and_its_dots_and_not_by_colour_alone(radar):
    svg = drawn(radar)
    assert len(list(svg.iter(f"{SVG}circle"))) == 11  # ten scores of the newest year and the sample
    dashes = {line.get("stroke-dasharray") for line in svg.iter(f"{SVG}line")}
    assert {None, "3 2", "5 3"} <= dashes


def test_an_axis_without_a_score_interrupts_the_line(radar):
    whole = len(list(drawn(radar).iter(f"{SVG}circle")))
    values = (None, *radar.series[0].values[1:])
    gap = Radar(radar.axes, (Series("ปี 2567", values), radar.series[1]), "ส", "ค")
    assert len(list(drawn(gap).iter(f"{SVG}circle"))) == whole - 1
    assert "–" in texts(drawn(gap))


def test_a_loss_lies_left_of_zero_and_is_hatched(change_chart):
    bars = [rect for rect in drawn(change_chart, key="k").iter(f"{SVG}rect") if rect.get("stroke") != "none"]
    bars = [rect for rect in bars if rect.get("stroke")]
    sides = [("url" in rect.get("fill"), float(rect.get("x")) < 180) for rect in bars]
    assert sides[3] == (True, True)
    assert sides[0] == (False, False)
    assert sum(hatched for hatched, _ in sides) == 2


def test_lines_of_a_label_fit_and_keep_the_number_with_its_name():
    assert fitting_lines("9 การเปิดเผยข้อมูล", 93, 12) == ["9 การเปิดเผย", "ข้อมูล"]
    assert fitting_lines("", 93, 12) == []
    assert fitting_lines("ก\nข", 93, 12) == ["ก", "ข"]


@given(LABELS, st.integers(40, 360))
def test_lines_of_a_label_lose_nothing_but_blanks_and_fit_their_room(text, width):
    lines = fitting_lines(text, width, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    room = max(1, int(width / (12 * LETTER_EM)))
    assert all(letters((line.replace(" ", ""),)) <= room or len(line) < 6 for line in lines)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), SCORES), min_size=3, max_size=12), SCORES)
def test_any_text_and_any_score_can_be_drawn(entries, mark):
    labels, values = zip(*entries, strict=True)
    weak = [value < mark for value in values]
    every = (
        Radar(labels, (Series(labels[0], values),), labels[0], labels[1], mark),
        ChangeChart(tuple(Change(*entry) for entry in entries), labels[0], labels[1]),
        HeatMap((HeatRow(labels[0], tuple(map(HeatCell, labels, values, weak))),), labels[0], labels[1], mark),
        BarChart(tuple(map(Bar, labels, values, weak)), labels[0], labels[1], mark),
    )
    for chart in every:
        assert drawn(chart).tag == f"{SVG}svg"
