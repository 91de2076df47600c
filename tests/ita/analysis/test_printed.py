"""The comparisons of the reading contract."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.analysis.printed import Mismatch, copied_results, overall_mismatch, wrong_changes
from prongsai.ita.papers.reading import Change, IndicatorScore, MeasureRow, ScoreSheet

DEMO_2567 = "93.40 87.92 86.75 78.16 88.07 90.45 87.83 83.62 95.00 87.50"
SCORE = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))


@pytest.mark.parametrize("overall", ["88.74", "88.75"])
def test_a_total_within_a_hundredth_agrees(sheet, overall):
    assert overall_mismatch(sheet(2567, DEMO_2567, overall=Decimal(overall))) is None


def test_a_total_further_off_is_told_with_the_recomputed_one(sheet):
    found = overall_mismatch(sheet(2567, DEMO_2567, overall=Decimal("88.77")))
    assert found == Mismatch(Decimal("88.77"), Decimal("88.75"))


def test_without_ten_indicators_the_instruments_are_used(sheet):
    parts = {"IIT": Decimal("85.44"), "EIT": Decimal("81.92"), "OIT": Decimal("90.63")}
    found = overall_mismatch(sheet(2566, "91.90 82.67", overall=Decimal("90"), instruments=parts))
    assert found == Mismatch(Decimal(90), Decimal("86.46"))


def test_too_few_figures_give_no_verdict(sheet):
    assert overall_mismatch(sheet(2566, "91.90 82.67", overall=Decimal("90"))) is None
    assert overall_mismatch(sheet(2567, DEMO_2567)) is None


def test_of_an_indicator_that_stands_twice_the_first_holds(sheet):
    twice = sheet(2567, DEMO_2567, overall=Decimal("88.75"))
    again = ScoreSheet(2567, twice.overall, indicators=(*twice.indicators, IndicatorScore(1, Decimal(10))))
    assert overall_mismatch(again) is None


@given(scores=st.lists(SCORE, min_size=10, max_size=10), off=st.integers(-5, 5))
def test_only_a_gap_over_a_hundredth_is_a_mismatch(sheet, scores, off):
    figures = " ".join(map(str, scores))
    exact = sum(scores[:5]) * 6 / 100 + sum(scores[5:8]) / 10 + sum(scores[8:]) / 5
    printed = exact + Decimal(off) / 200
    found = overall_mismatch(sheet(2567, figures, overall=printed))
    assert (found is None) == (abs(printed - exact) <= Decimal("0.01"))


def test_a_change_with_the_wrong_sign_is_found_and_the_others_are_not(paper, sheet):
    sheets = (
        sheet(2566, "91.90 82.67", overall=Decimal("86.46")),
        sheet(2567, "93.40 87.92", overall=Decimal("88.75")),
    )
    changes = (
        Change(1, 2566, 2567, Decimal("1.50")),
        Change(2, 2566, 2567, Decimal("-5.25")),
        Change(None, 2566, 2567, Decimal("2.28")),
        Change(3, 2566, 2567, Decimal("9.99")),
        Change(1, 2565, 2567, Decimal("9.99")),
    )
    found = wrong_changes(paper(score_sheets=sheets, changes=changes))
    assert [(wrong.index, wrong.difference) for wrong in found] == [(1, Decimal("5.25"))]


def test_a_row_that_repeats_an_earlier_one_is_found_by_results_and_by_outcomes():
    text = ("จัดประชุมคณะทำงานเพื่อติดตามผลเป็นรายไตรมาส", "รายงานผลให้ผู้บริหารทราบ")
    rows = [
        MeasureRow(results=text, outcomes=("ประชาชนได้รับความสะดวก",)),
        MeasureRow(results=("คนละเรื่องกันโดยสิ้นเชิง",)),
        MeasureRow(results=(text[0], "รายงานผลให้ผู้บริหารทราบแล้ว"), outcomes=("ประชาชนได้รับความสะดวก",)),
    ]
    assert [(copy.index, copy.field, copy.earlier) for copy in copied_results(rows)] == [
        (2, "results", 0),
        (2, "outcomes", 0),
    ]


@pytest.mark.parametrize("nothing", [(), ("ไม่มี",), ("-",)])
def test_nothing_to_report_is_no_repetition(nothing):
    assert copied_results([MeasureRow(results=nothing), MeasureRow(results=nothing)]) == []
