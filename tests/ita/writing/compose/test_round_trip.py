"""What we write we can read: the content of each paper comes back from each of its formats."""

import dataclasses
from decimal import Decimal

import pytest

from prongsai.ita.reading import read_bytes
from prongsai.ita.thai import to_arabic
from prongsai.ita.writing import write_docx, write_html, write_pdf, write_xlsx
from prongsai.ita.writing.compose import (
    measures_by_indicator_paper,
    measures_free_paper,
    report_paper,
    result_announcement,
    rows_of_reading,
)
from prongsai.ita.writing.compose.regrouping import by_indicator

FORMATS = {"docx": write_docx, "html": write_html, "xlsx": write_xlsx, "pdf": write_pdf}


def back(paper, ending, day):
    return read_bytes(FORMATS[ending](paper, day), f"paper.{ending}")


def plain(texts):
    """Give texts without blanks, which a PDF may lose or gain between words, in Arabic digits."""
    return [to_arabic(text).replace(" ", "") for text in texts]


@pytest.mark.parametrize("ending", FORMATS)
def test_the_rows_of_a_report_come_back_from_every_format(head, framework, done, years, day, ending):
    other = dataclasses.replace(done, issue=6, status="in_progress", units=("สำนักปลัด",))
    rows = [dataclasses.replace(done, period=None), dataclasses.replace(other, period=None)]
    paper = report_paper(head(year=2567), rows_of_reading(rows), framework, months=12, comparison=years, proposals=())
    read = back(paper, ending, day).measures
    assert [(row.issue, row.status) for row in read] == [(4, "completed"), (6, "in_progress")]
    for found, given in zip(read, rows, strict=True):
        for part in ("measures", "steps", "units", "results", "outcomes"):
            assert plain(getattr(found, part)) == plain(getattr(given, part)), part


@pytest.mark.parametrize("ending", FORMATS)
def test_both_years_of_a_comparison_come_back_from_every_format(head, framework, years, day, ending):
    paper = report_paper(head(year=2567), (), framework, months=12, comparison=years)
    read = back(paper, ending, day)
    assert [(sheet.year, sheet.overall) for sheet in read.score_sheets] == [
        (2566, Decimal("86.46")),
        (2567, Decimal("88.75")),
    ]
    for sheet, outcome in zip(read.score_sheets, (years.earlier, years.later), strict=True):
        assert {entry.number: entry.score for entry in sheet.indicators} == outcome.indicators


@pytest.mark.parametrize("ending", FORMATS)
def test_measures_by_indicator_come_back_under_their_indicators(head, plan, framework, day, ending):
    read = back(measures_by_indicator_paper(head(), plan, framework, framework), ending, day).measures
    given = by_indicator(plan, framework).measures
    assert [row.indicator for row in read] == [row.indicator for row in given]
    assert [plain(row.measures) for row in read] == [plain([row.title]) for row in given]
    assert [plain(row.steps) for row in read] == [plain(row.steps) for row in given]


@pytest.mark.parametrize("ending", FORMATS)
def test_free_measures_come_back_in_their_order_with_their_periods(head, plan, day, ending):
    read = back(measures_free_paper(head(), plan, limitations=["คนน้อย", "งบน้อย"]), ending, day)
    assert [plain(row.measures) for row in read.measures] == [plain([row.title]) for row in plan.measures]
    assert [row.period for row in read.measures] == [row.period for row in plan.measures]
    assert read.limitations == ("คนน้อย", "งบน้อย")


@pytest.mark.parametrize("ending", FORMATS)
def test_an_announced_result_comes_back(head, result, day, ending):
    sheet = back(result_announcement(head(year=2567), result), ending, day).score_sheets[0]
    assert (sheet.year, sheet.overall, sheet.level) == (2567, Decimal("88.75"), "ผ่าน")
    assert {entry.number: entry.score for entry in sheet.indicators} == result.outcome.indicators
