"""Measures by indicator and free, and the analysis alone."""

import dataclasses

from prongsai.ita.papers.blocks import Gap, PageBreak
from prongsai.ita.writing.compose import analysis_paper, measures_by_indicator_paper, measures_free_paper
from prongsai.ita.writing.compose.regrouping import by_indicator


def rows_of(table):
    return [row for row in table.rows if row.cells]


def test_by_indicator_every_measure_keeps_its_follow_up(head, plan, framework, tables_of):
    table = tables_of(measures_by_indicator_paper(head(), plan, framework, framework))[0]
    assert table.columns[-1].header == "การติดตามผล"
    assert len(rows_of(table)) == len(plan.measures)
    assert all(row.band is None or row.band.startswith("ตัวชี้วัดที่ ") for row in table.rows)


def test_regrouping_loses_no_row_and_orders_by_indicator(plan, framework):
    moved = by_indicator(plan, framework)
    assert {row.title for row in moved.measures} == {row.title for row in plan.measures}
    numbers = [row.indicator for row in moved.measures if row.indicator is not None]
    assert numbers == sorted(numbers)
    assert moved.group_by == "indicator"


def test_a_row_that_names_no_indicator_stands_at_the_end(plan, framework, head, tables_of):
    lost = dataclasses.replace(plan.measures[0], weak_points=(), indicator=None, title="มาตรการที่ไม่มีตัวชี้วัด")
    with_lost = dataclasses.replace(plan, measures=(lost, *plan.measures))
    assert by_indicator(with_lost, framework).measures[-1].title == lost.title
    table = tables_of(measures_by_indicator_paper(head(), with_lost, framework, framework))[0]
    assert "มาตรการที่ไม่มีตัวชี้วัด" in str(table.rows[-1])


def test_free_measures_are_numbered_and_headed_by_nothing(head, plan, tables_of):
    table = tables_of(measures_free_paper(head(), plan))[0]
    assert [row.band for row in table.rows if row.band] == []
    assert [row.cells[0].content[0].content[0] for row in table.rows] == [
        str(n) for n in range(1, len(plan.measures) + 1)
    ]


def test_a_plan_without_measures_says_none_and_without_a_year_asks(head, plan, texts_of, gaps_of):
    empty = dataclasses.replace(plan, measures=(), analysed_year=None)
    paper = measures_free_paper(head(), empty)
    assert texts_of(paper).count("ไม่มี") == 2
    assert "ปีของผลการประเมินที่นำมาวิเคราะห์" in gaps_of(paper)


def test_a_paper_that_begins_with_its_wide_table_lies_to_its_end(head, plan):
    breaks = [block.landscape for block in measures_free_paper(head(), plan).blocks if isinstance(block, PageBreak)]
    assert breaks == [True]


def test_an_open_period_stays_a_gap(head, plan, gaps_of):
    open_row = dataclasses.replace(plan.measures[0], period=Gap("ระยะเวลาดำเนินการ"), steps=())
    gaps = gaps_of(measures_free_paper(head(), dataclasses.replace(plan, measures=(open_row,))))
    assert {"ระยะเวลาดำเนินการ", "ขั้นตอนและวิธีการปฏิบัติ"} <= set(gaps)


def test_the_price_list_stands_only_in_the_internal_analysis(head, result, weak, texts_of):
    internal = " ".join(texts_of(analysis_paper(head(year=2567), result, weak)))
    public = " ".join(texts_of(analysis_paper(head(year=2567), result, weak, internal=False)))
    assert "2.50" in internal
    assert "ใช้ภายใน" in internal
    assert "คะแนนที่เสีย" not in public
    assert "ใช้ภายใน" not in public


def test_the_analysis_shows_both_years_where_they_can_be_compared(head, result, years, weak, texts_of):
    changes = {entry.later: entry.change for entry in years.changes}
    compared = dataclasses.replace(result, changes=changes, year_before=2566)
    assert {"83.05", "-4.89"} <= set(texts_of(analysis_paper(head(year=2567), compared, weak)))
    assert "-4.89" not in texts_of(analysis_paper(head(year=2567), result, weak))


def test_without_weak_points_the_analysis_says_none(head, result, texts_of):
    assert "ไม่มี" in texts_of(analysis_paper(head(year=2567), result, ()))
