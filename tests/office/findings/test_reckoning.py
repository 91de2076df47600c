"""Findings are what ita reckons, put side by side; they keep every figure on their way through JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.ita.scoring import scores_from_sheet
from prongsai.office.findings.found import YearFound
from prongsai.office.findings.reckoning import YearScores, found_of, reckon
from prongsai.office.rounds.frameworks import crosswalk_between, framework_of, presumption
from years_of_an_office import read


def scores_of(name: str, year: int) -> YearScores:
    (sheet,) = read(name)[0].score_sheets
    remarks = {item.code: item.remark for item in sheet.items if item.remark}
    return YearScores(framework_of(year), scores_from_sheet(sheet), remarks)


@pytest.fixture(scope="module")
def both() -> tuple[YearScores, YearScores]:
    return scores_of("P1.xlsx", 2566), scores_of("P4.pdf", 2567)


@pytest.fixture(scope="module")
def found(both) -> YearFound:
    first, second = both
    made = reckon(second, presumption(), first, crosswalk_between(2566, 2567))
    return found_of(made, second.remarks, (), 2567)


def test_json_keeps_every_figure(found):
    assert YearFound.model_validate_json(json.dumps(json.loads(found.model_dump_json()))) == found


def test_the_prices_of_the_indicators_add_up_to_what_is_lost(found):
    lost = sum(price.points for price in found.prices if price.kind == "indicator")
    assert abs(lost - (100 - Decimal("88.748"))) < Decimal("0.001")


def test_prices_stand_dearest_first_and_none_is_zero(found):
    points = [price.points for price in found.prices]
    assert points == sorted(points, reverse=True)
    assert min(points) > 0


def test_without_a_crosswalk_two_years_are_not_compared(both):
    first, second = both
    made = reckon(second, presumption(), first, None)
    assert (made.year_before, list(made.changes), made.overall_change) == (None, [], None)


def test_topics_with_a_name_come_before_points_without_one(found):
    names = [topic.name for topic in found.topics]
    assert "" not in names[:-1]
    assert any("O33" in point.label for topic in found.topics for point in topic.points)


def test_each_chart_has_its_figures_in_words_and_says_what_it_is(found):
    assert [bool(chart.rows) for chart in found.charts] == [True] * len(found.charts)
    assert all(chart.svg.startswith("<svg") and 'role="img"' in chart.svg for chart in found.charts)
    assert all("style=" not in chart.svg and "<script" not in chart.svg for chart in found.charts)
    assert len({chart.svg.split('aria-labelledby="')[1].split('"')[0] for chart in found.charts}) == len(found.charts)


def test_a_year_without_indicators_has_no_chart_and_no_price(both):
    _first, second = both
    empty = replace(second, scores=replace(second.scores, indicators={}, instruments={}, items={}))
    told = found_of(reckon(empty, presumption()), {}, (), 2567)
    assert (told.charts, told.prices) == ((), ())
    assert told.overall is None
    assert told.missing


def test_a_total_that_does_not_match_is_told_and_the_published_one_stays(both):
    _first, second = both
    wrong = replace(second, scores=replace(second.scores, overall=Decimal("98.75")))
    told = found_of(reckon(wrong, presumption()), {}, (), 2567)
    assert told.published_overall == Decimal("98.75")
    assert "98.75" in told.differences[0]
