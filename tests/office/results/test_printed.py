"""Scores as lines of a sheet: in order, nothing invented, nothing lost on the way back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.reading import IndicatorScore, ItemResult, QuestionScore, ScoreSheet
from prongsai.ita.scoring import Scores, scores_from_sheet
from prongsai.office.results.models import LineKind, ScoreLine
from prongsai.office.results.printed import (
    Printed,
    printed_of_scores,
    printed_of_sheet,
    scores_of_lines,
    sheet_of_lines,
    whole,
)
from prongsai.office.rounds.frameworks import framework_of

SCORE = st.decimals(0, 100, places=2)
SCORES = st.builds(
    Scores,
    questions=st.dictionaries(st.sampled_from([f"I{n}" for n in range(1, 31)]), SCORE),
    items=st.dictionaries(
        st.sampled_from([f"O{n}" for n in range(1, 36)]), st.sampled_from([Decimal(0), Decimal(100)])
    ),
    sub_indicators=st.dictionaries(st.sampled_from(["9.1", "9.2", "10.1"]), SCORE),
    indicators=st.dictionaries(st.integers(1, 10), SCORE),
    instruments=st.dictionaries(st.sampled_from(["IIT", "EIT", "OIT"]), SCORE),
    eit_parts=st.dictionaries(st.sampled_from(["EIT1", "EIT2"]), SCORE),
    overall=st.none() | SCORE,
    level=st.none() | st.sampled_from(["ผ่าน", "ผ่านดี"]),
)


def lines(printed) -> list[ScoreLine]:
    return [
        ScoreLine(kind=entry.kind, code=entry.code, value=entry.value, word=entry.word, remark=entry.remark)
        for entry in printed
    ]


@given(SCORES)
def test_scores_come_back_from_their_lines(scores):
    assert scores_of_lines(lines(printed_of_scores(scores))) == scores


@given(SCORES)
def test_empty_lines_add_nothing(scores):
    assert scores_of_lines(lines(whole(printed_of_scores(scores), framework_of(2567)))) == scores


def test_a_paper_comes_back_as_its_sheet():
    sheet = ScoreSheet(
        year=2567,
        overall=Decimal("88.75"),
        level="ผ่าน",
        instruments={"EIT": Decimal("87.30"), "EIT2": Decimal("84.58")},
        indicators=(IndicatorScore(4, Decimal("78.16")),),
        questions=(QuestionScore("I8", Decimal("71.20")),),
        items=(ItemResult("O33", Decimal(0), "ไม่พบข้อเสนอแนะ"), ItemResult("O34", None, "ข้อสังเกต")),
    )
    again = sheet_of_lines(2567, lines(printed_of_sheet(sheet)))
    assert scores_from_sheet(again) == scores_from_sheet(sheet)
    assert [item.remark for item in again.items] == ["ไม่พบข้อเสนอแนะ", "ข้อสังเกต"]


def test_every_indicator_of_the_year_has_a_line_also_where_nothing_was_printed():
    told = whole([], framework_of(2567))
    assert [entry.code for entry in told if entry.kind == LineKind.INDICATOR] == [str(n) for n in range(1, 11)]
    assert {entry.text for entry in told} == {""}


def test_lines_stand_in_the_order_of_a_result():
    mixed = [Printed(LineKind.ITEM, "O10"), Printed(LineKind.ITEM, "O9"), Printed(LineKind.QUESTION, "E1")]
    mixed += [
        Printed(LineKind.QUESTION, "I10"),
        Printed(LineKind.QUESTION, "I2"),
        Printed(LineKind.SUB_INDICATOR, "9.10"),
    ]
    mixed += [
        Printed(LineKind.SUB_INDICATOR, "9.2"),
        Printed(LineKind.INDICATOR, "10"),
        Printed(LineKind.INDICATOR, "2"),
    ]
    codes = [entry.code for entry in whole(mixed, framework_of(2567))]
    for first, second in [("2", "10"), ("9.2", "9.10"), ("I2", "I10"), ("I10", "E1"), ("E1", "O9"), ("O9", "O10")]:
        assert codes.index(first) < codes.index(second)
    assert codes[:5] == ["overall", "level", "IIT", "EIT", "OIT"]


@pytest.mark.parametrize("score", ["-0.01", "100.01", "845", "10000", "85.12345"])
def test_what_cannot_be_a_score_stays_as_printed_without_a_value(score):
    (entry,) = [e for e in printed_of_sheet(ScoreSheet(2567, overall=Decimal(score))) if e.kind == LineKind.OVERALL]
    assert entry.value is None
    assert entry.text.startswith(score)


def test_an_item_counts_only_when_it_was_passed_or_not():
    half = ScoreLine(kind="item", code="O1", value=Decimal(50))
    assert scores_of_lines([half]).items == {}
