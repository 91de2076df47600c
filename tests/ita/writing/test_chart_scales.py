from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import Change, ChangeChart, HeatCell, HeatMap, HeatRow, Radar, Series
from prongsai.ita.writing.chart_scales import SHADES, change_reach, radar_floor, radar_note, radar_rings, shade
from prongsai.ita.writing.figures import figures_table, heat_note, mark_text, score_text, with_figures

SCORES = st.decimals(min_value=0, max_value=100, places=2)


def radar_of(*values, mark=None):
    return Radar(("ก", "ข", "ค"), (Series("ปี 2567", tuple(values)),), "ส", "ค", mark)


@given(st.tuples(SCORES, SCORES, SCORES), st.none() | SCORES)
def test_the_centre_of_a_radar_lies_below_every_score_and_the_mark(values, mark):
    floor = radar_floor(radar_of(*values, mark=mark))
    lowest = min([*values, *([mark] if mark is not None else [])])
    assert floor in (0, 20, 40, 60, 80)
    assert floor == 0 or floor <= lowest - 5


@pytest.mark.parametrize(("floor", "rings"), [(0, [20, 40, 60, 80, 100]), (60, [70, 80, 90, 100]), (80, [90, 100])])
def test_rings_end_at_a_hundred(floor, rings):
    assert list(radar_rings(floor)) == rings


def test_a_radar_says_where_its_axes_begin_unless_at_zero():
    assert "60" in radar_note(radar_of(Decimal(78), Decimal(90), Decimal(95)))
    assert radar_note(radar_of(Decimal(3), Decimal(90), None)) == ""


def test_a_radar_of_nothing_begins_at_zero():
    assert radar_floor(radar_of(None, None, None)) == 0


@pytest.mark.parametrize(
    ("axes", "series"), [(2, [2]), (3, []), (3, [3, 3, 3]), (3, [3, 2])], ids=["two axes", "none", "three", "unequal"]
)
def test_a_radar_that_cannot_be_drawn_cannot_be_made(axes, series):
    given_series = tuple(Series("ปี", tuple([Decimal(1)] * length)) for length in series)
    with pytest.raises(ValueError, match=r"radar|series"):
        Radar(tuple("ก" * axes), given_series, "ส", "ค")


@given(st.lists(st.decimals(min_value=-100, max_value=100, places=2), max_size=5))
def test_changes_never_reach_beyond_the_axis(values):
    chart = ChangeChart(tuple(Change("ก", value) for value in values), "ส", "ค")
    reach = change_reach(chart)
    assert reach >= 1
    assert all(abs(value) <= reach for value in values)


def test_the_lower_the_score_the_darker_its_shade():
    shades = [shade(Decimal(score)) for score in (95, 85, 75, 65, 20)]
    assert shades == list(SHADES)
    light = [sum(int(colour[n : n + 2], 16) for n in (1, 3, 5)) for colour in SHADES]
    assert light == sorted(light, reverse=True)


def test_black_text_stands_out_on_every_shade():
    def luminance(colour):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert min((luminance(colour) + 0.05) / (luminance("#1a1a1a") + 0.05) for colour in SHADES) >= 7


def rows_of(table):
    return [
        row.band or tuple("".join(part for block in cell.content for part in block.content) for cell in row.cells)
        for row in table.rows
    ]


def test_the_figures_of_each_chart_are_a_table(charts, radar, change_chart, heat_map, bar_chart):
    assert rows_of(figures_table(radar))[3] == ("4 การใช้ทรัพย์สินของราชการ", "78.16", "83.05")
    assert [column.header for column in figures_table(radar).columns] == ["รายการ", "ปี 2567", "ปี 2566"]
    assert rows_of(figures_table(change_chart))[3] == ("4 การใช้ทรัพย์สินของราชการ", "-4.89")
    assert rows_of(figures_table(bar_chart))[0] == ("1 การปฏิบัติหน้าที่", "93.40")
    assert rows_of(figures_table(heat_map))[-3:] == [
        "7 ประสิทธิภาพการสื่อสาร",
        ("E1", "72.90", "ต่ำกว่า 85"),
        ("E2", "–", "–"),
    ]
    assert rows_of(figures_table(heat_map, compact=True))[1] == ("7 ประสิทธิภาพการสื่อสาร", "E1 ↓72.90, E2 –")
    assert all(chart.caption in (figures_table(chart).caption or "") for chart in charts)


def test_a_table_of_figures_follows_a_chart_unless_the_paper_or_the_drawing_tells_them(radar, heat_map, bar_chart):
    tabled = Radar(radar.axes, radar.series, "ส", "ค", tabled=True)
    kinds = [
        type(block).__name__ for block in with_figures([radar, tabled, heat_map, bar_chart], drawn_with_figures=())
    ]
    assert kinds == ["Radar", "Table", "Radar", "HeatMap", "Table", "BarChart"]
    drawn = with_figures([radar, heat_map], drawn_with_figures=(HeatMap,))
    assert [type(block).__name__ for block in drawn] == ["Radar", "Table", "HeatMap"]


def test_weak_scores_are_marked_by_more_than_colour(heat_map):
    assert score_text(Decimal("72.9"), weak=True) == "↓72.90"
    assert score_text(None) == "–"
    assert "↓ คือต่ำกว่า 85 คะแนน" in heat_note(heat_map)
    strong = HeatMap((HeatRow("ก", (HeatCell("I1", Decimal(99)),)),), "ส", "ค", Decimal(85))
    assert "↓" not in heat_note(strong)


def test_a_mark_keeps_its_decimals_where_it_has_any():
    assert [mark_text(Decimal(text)) for text in ("85", "85.00", "79.5")] == ["85", "85", "79.50"]
