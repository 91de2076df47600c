"""The arithmetic on the years of the catalogue: the figures that the facts of those years are known to give."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.ita.catalogue import available_years, load_framework
from prongsai.ita.scoring import (
    Scores,
    check_level,
    explain,
    item_price,
    presume_from,
    price_list,
    reachable_values,
)


@pytest.mark.parametrize(("year", "indicator", "count"), [(2564, 9, 5469), (2566, 9, 189), (2566, 10, 53)])
def test_the_structure_of_the_items_gives_the_known_count_of_values(year, indicator, count):
    reachable = reachable_values(load_framework(year), indicator)
    assert reachable is not None
    assert reachable.confirmed
    assert len(reachable.values) == count


def test_the_demo_year_2567_is_decided_and_priced(demo_2567):
    framework = load_framework(2567)
    parts = {"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")}
    scores = Scores(
        items={"O33": Decimal(0)}, indicators=demo_2567, eit_parts=parts, overall=Decimal("88.75"), level="ผ่าน"
    )
    outcome = explain(framework, scores)
    assert (outcome.overall_shown, outcome.differences, outcome.missing) == (Decimal("88.75"), (), ())
    level = check_level(framework, outcome)
    assert (level.by_computed.level, level.agrees) == ("ผ่าน", True)
    dearest = price_list(framework, scores)[0]
    assert (dearest.code, dearest.points) == ("O33", Decimal("2.5"))
    assert not dearest.confirmed


@pytest.mark.parametrize(("code", "price"), [("O12", "2.00"), ("O21", "2.50"), ("O14", "1.33"), ("O5", "0.57")])
def test_the_prices_of_2568_are_inferred_and_say_so(code, price):
    framework = load_framework(2568)
    found = item_price(framework, code)
    assert found is not None
    assert str(round(found, 2)) == price
    listed = price_list(framework, Scores(items={code: Decimal(0)}))
    assert [entry.confirmed for entry in listed] == [False]


def test_a_year_whose_weights_are_unknown_has_a_total_only_by_a_presumption(demo_2567):
    framework = load_framework(2569)
    scores = Scores(indicators=demo_2567)
    alone = explain(framework, scores)
    assert alone.overall is None
    assert "ยังไม่ทราบน้ำหนักของแบบวัดของปี 2569" in alone.missing
    presumed = explain(framework, scores, presume_from(load_framework(year) for year in available_years()))
    assert presumed.overall == Decimal("88.748")
    assert "ใช้กติกาของปี 2567 แทน ยังไม่ยืนยัน" in presumed.lines[-1]
    assert not presumed.confirmed


@pytest.mark.parametrize("year", range(2563, 2570))
def test_every_year_explains_ten_indicators_line_by_line(year, demo_2566):
    years = [load_framework(each) for each in available_years()]
    outcome = explain(load_framework(year), Scores(indicators=demo_2566), presume_from(years))
    assert outcome.overall == Decimal("86.4586")
    assert len(outcome.lines) == 4
