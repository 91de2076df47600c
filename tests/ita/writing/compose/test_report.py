"""The report of 6 and 12 months: what was done beside what was planned, and no result that nobody typed."""

import dataclasses
from decimal import Decimal

import pytest

from prongsai.ita.papers.blocks import Gap, Notice
from prongsai.ita.papers.reading import MeasureRow
from prongsai.ita.reading import read_bytes
from prongsai.ita.writing import write_docx
from prongsai.ita.writing.compose import TwoYears, report_paper, rows_of_plan, rows_of_reading


@pytest.fixture(scope="session")
def written(head, framework, years, done):
    row = dataclasses.replace(done, period=None)
    return report_paper(
        head(year=2567),
        rows_of_reading([row]),
        framework,
        months=12,
        comparison=years,
        problems=["ลงเว็บไซต์ช้า"],
        proposals=(),
    )


def test_steps_stand_beside_status_results_and_outcomes(head, framework, done, tables_of):
    table = tables_of(report_paper(head(year=2567), rows_of_reading([done]), framework, months=12))[0]
    row = next(row for row in table.rows if row.cells and "จัดทำทะเบียน" in str(row.cells[0]))
    measure, steps, units, results, outcomes = row.cells
    assert [str(part.content[0]) for part in results.content[:1]] == ["ดำเนินการแล้วเสร็จ"]
    assert [entry[0] for entry in results.content[1].entries] == list(done.results)
    assert [entry[0] for entry in steps.content[0].entries] == list(done.steps)
    assert [entry[0] for entry in units.content[0].entries] == ["กองคลัง", "กองช่าง"]
    assert outcomes.content[0].content == done.outcomes
    assert measure.content[0].content == done.measures


def test_every_issue_has_its_band_and_an_empty_one_says_none(head, framework, done, tables_of):
    rows = tables_of(report_paper(head(year=2567), rows_of_reading([done]), framework, months=6))[0].rows
    assert [row.band.split(" ")[1] for row in rows if row.band] == ["1", "2", "3", "4", "5", "6", "7"]
    assert sum(row.cells[0].content[0].content == ("ไม่มี",) for row in rows if row.cells) == 6


def test_rows_without_an_issue_stand_under_their_indicator_or_free(head, framework, done, tables_of):
    by_indicator = dataclasses.replace(done, issue=None, indicator=4)
    free = dataclasses.replace(done, issue=None)

    def bands(*rows):
        table = tables_of(report_paper(head(year=2567), rows_of_reading(rows), framework, months=6))[0]
        return [row.band for row in table.rows if row.band]

    assert bands(by_indicator, free) == ["ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "มาตรการอื่น"]
    assert bands(free) == []


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        (None, ["สถานะการดำเนินการ", "ผลการดำเนินงาน วันที่ จำนวน และหลักฐาน", "ผลลัพธ์หรือความสำเร็จ"]),
        ("in_progress", ["ผลการดำเนินงาน วันที่ จำนวน และหลักฐาน", "ผลลัพธ์หรือความสำเร็จ"]),
        ("not_started", ["เหตุที่ยังไม่ดำเนินการ"]),
    ],
)
def test_what_nobody_typed_is_asked_for_by_the_state_of_the_measure(head, framework, done, gaps_of, status, asked):
    row = dataclasses.replace(done, status=status, results=(), outcomes=())
    gaps = gaps_of(
        report_paper(head(year=2567), rows_of_reading([row]), framework, months=6, problems=(), proposals=())
    )
    assert [gap for gap in gaps if "ตำแหน่ง" not in gap and "ชื่อ" not in gap] == asked


def test_a_row_that_prints_nothing_asks_for_everything(head, framework, gaps_of):
    gaps = gaps_of(report_paper(head(year=2567), rows_of_reading([MeasureRow(issue=1)]), framework, months=6))
    assert {"มาตรการ", "ขั้นตอนหรือวิธีปฏิบัติ", "ผู้รับผิดชอบ", "สถานะการดำเนินการ"} <= set(gaps)


def test_a_report_from_a_plan_has_no_result_at_all(plan):
    for row in rows_of_plan(plan):
        assert (row.status, row.results, row.outcomes) == (None, (), ())
        assert isinstance(row.shown_status, Gap)
        assert isinstance(row.shown_results[0], Gap)


def test_the_states_are_counted_and_untyped_ones_are_told(head, framework, done, texts_of):
    rows = rows_of_reading([done, dataclasses.replace(done, status=None), done])
    texts = texts_of(report_paper(head(year=2567), rows, framework, months=6))
    assert "มาตรการที่รายงานมีทั้งหมด 3 เรื่อง แบ่งเป็น ดำเนินการแล้วเสร็จ 2 เรื่อง ยังไม่ได้ระบุสถานะ 1 เรื่อง" in texts


def test_a_report_without_measures_says_none(head, framework, texts_of):
    texts = texts_of(report_paper(head(year=2567), (), framework, months=6))
    assert "ไม่มีมาตรการที่ต้องรายงาน" in texts
    assert "ไม่มี" in texts


@pytest.mark.parametrize(("months", "end"), [(6, "31 มีนาคม 2567"), (12, "30 กันยายน 2567")])
def test_the_round_is_named_by_the_days_of_the_fiscal_year(head, framework, texts_of, months, end):
    texts = " ".join(texts_of(report_paper(head(year=2567), (), framework, months=months)))
    assert f"รอบ {months} เดือน (1 ตุลาคม 2566 ถึง {end})" in texts


def test_nothing_told_is_a_gap_but_an_empty_list_is_none(head, framework, texts_of, gaps_of):
    silent = report_paper(head(year=2567), (), framework, months=12)
    assert sum("หากไม่มีให้เขียนว่า" in gap for gap in gaps_of(silent)) == 2
    assert "ผลการประเมินสองปีที่นำมาเปรียบเทียบ" in gaps_of(silent)
    told = report_paper(head(year=2567), (), framework, months=6, problems=(), proposals=())
    assert texts_of(told).count("ไม่มี") == 3  # the table, the problems, the proposals
    assert not any("หากไม่มี" in gap or "สองปี" in gap for gap in gaps_of(told))


def test_two_years_stand_side_by_side_with_signed_changes(written, tables_of):
    rows = tables_of(written)[1].rows
    told = [[cell.content[0].content[0] for cell in row.cells] for row in rows]
    assert told[3] == ["4", "การใช้ทรัพย์สินของราชการ", "83.05", "78.16", "-4.89"]
    assert told[4][-1] == "+2.67"
    assert told[-1] == ["–", "คะแนนภาพรวม", "86.46", "88.75", "+2.29"]


def test_an_indicator_that_is_not_the_same_has_no_change_and_the_paper_says_why(head, framework, years, tables_of):
    parted = [dataclasses.replace(entry, before=None, change=None) for entry in years.changes]
    comparison = TwoYears(framework, years.earlier, years.later, parted)
    paper = report_paper(head(year=2567), (), framework, months=12, comparison=comparison)
    rows = [[cell.content[0].content[0] for cell in row.cells] for row in tables_of(paper)[1].rows]
    assert {(row[2], row[4]) for row in rows[:-1]} == {("–", "–")}
    assert next(block.text for block in paper.blocks if isinstance(block, Notice)).startswith("เครื่องหมาย –")


def test_the_report_read_back_from_word_is_the_report_that_was_written(written, day, done):
    read = read_bytes(write_docx(written, day), name="report.docx")
    head, row = read.document, read.measures[0]
    assert (head.kind, head.plan_year, head.round_months) == ("measures_report", 2567, 12)
    assert (row.issue, row.measures, row.steps, row.units) == (4, done.measures, done.steps, done.units)
    assert (row.status, len(row.results), len(row.outcomes)) == ("completed", 2, 1)
    assert read.limitations == ("ลงเว็บไซต์ช้า",)
    assert [(sheet.year, sheet.overall) for sheet in read.score_sheets] == [
        (2566, Decimal("86.46")),
        (2567, Decimal("88.75")),
    ]
    assert {change.indicator: change.stated for change in read.changes}[4] == Decimal("-4.89")
