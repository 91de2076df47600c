"""What a person should look at stands beside the score that it is about."""

from __future__ import annotations

from decimal import Decimal

from prongsai.ita.papers.reading import (
    DocumentHead,
    IndicatorScore,
    Reading,
    ReadingWarning,
    ScoreSheet,
)
from prongsai.office.results.doubts import doubts_of_figures, doubts_of_reading
from prongsai.office.results.models import ScoreLine
from prongsai.office.results.models.line import figure_text


def sheet(**more) -> ScoreSheet:
    scores = ("93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50")
    told = tuple(IndicatorScore(n, Decimal(score)) for n, score in enumerate(scores, 1))
    return ScoreSheet(**({"year": 2567, "indicators": told} | more))


def reading(*sheets: ScoreSheet, warnings=()) -> Reading:
    return Reading(DocumentHead("results", "ผล", 2567), score_sheets=sheets, warnings=tuple(warnings))


def test_scores_that_fit_raise_no_doubt():
    assert doubts_of_figures(sheet(overall=Decimal("88.75"))) == {}


def test_a_total_that_does_not_match_is_told_beside_the_total():
    found = doubts_of_figures(sheet(overall=Decimal("98.75")))
    assert list(found) == [("overall", "overall")]


def test_a_level_that_the_figures_do_not_allow_is_told_beside_the_level():
    found = doubts_of_figures(sheet(overall=Decimal("88.75"), level="ผ่านดีเยี่ยม"))
    assert ("level", "level") in found


def test_an_impossible_score_is_told_beside_it_and_on_its_own_sheet_only():
    wrong = sheet(indicators=(IndicatorScore(4, Decimal("781.6")),), year=2566)
    told = reading(sheet(overall=Decimal("88.75")), wrong)
    assert doubts_of_reading(told, 0, {}) == {}
    assert ("indicator", "4") in doubts_of_reading(told, 1, {})


def test_mixed_digits_are_told_beside_the_score_whose_text_has_them():
    warned = reading(sheet(overall=Decimal("88.75")), warnings=[ReadingWarning("mixed-digits", "text", "๘8.7๕")])
    sources = {("overall", "overall"): "คะแนนภาพรวม ๘8.7๕", ("indicator", "1"): "๑ | การปฏิบัติหน้าที่ | ๙๓.๔๐"}
    assert list(doubts_of_reading(warned, 0, sources)) == [("overall", "overall")]


def test_a_score_has_the_decimals_that_were_printed_not_those_of_the_column():
    assert ScoreLine(value=Decimal("74.1600")).score.as_tuple() == Decimal("74.16").as_tuple()
    assert ScoreLine(value=None).score is None
    assert [figure_text(Decimal(text)) for text in ("100.0000", "0E+1", "85.4420")] == ["100.00", "0.00", "85.442"]
