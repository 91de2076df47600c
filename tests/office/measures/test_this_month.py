"""The home page of autumn asks whether the measures are decided and known; that of summer for those of next year."""

from __future__ import annotations

from datetime import date

import pytest

from plans_of_an_office import add, plan_for
from prongsai.office.measures import services
from prongsai.office.measures.models import MeasurePlan
from prongsai.office.measures.this_month import WhatMeasuresAwait
from prongsai.office.rounds.services import ensure_round


def told(day, units=None):
    return [line.words for line in WhatMeasuresAwait().lines(day, units=units)]


NOVEMBER, AUGUST = date(2024, 11, 12), date(2025, 8, 20)


def test_a_year_without_measures_says_so(here, acting):
    with here.speaks():
        ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)
        assert told(NOVEMBER) == ["ยังไม่มีมาตรการปี 2568"]


def test_from_drawn_up_to_made_known(here, acting):
    with here.speaks():
        plan = plan_for(here)
        add(here, plan)
        assert told(NOVEMBER) == ["มาตรการปี 2568 ยังไม่ได้เห็นชอบ"]
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุม")
        assert told(NOVEMBER) == ["มาตรการปี 2568 ยังไม่ได้ประกาศให้ทราบ", "เดือนนี้มีขั้นตอนครบกำหนด 1 ขั้นตอน"]
        services.make_known(acting=acting(), plan=MeasurePlan.objects.get(), day=date(2024, 10, 20))
        assert told(NOVEMBER) == ["เดือนนี้มีขั้นตอนครบกำหนด 1 ขั้นตอน"]


def test_in_summer_the_measures_of_the_next_year_are_asked_for(here):
    with here.speaks():
        plan_for(here)
        assert told(AUGUST) == ["จัดทำมาตรการปี 2569 จากผลการประเมินใหม่"]
        add(here, plan_for(here, 2569), since=None, until=None)
        assert told(AUGUST) == ["จัดทำมาตรการปี 2569 แล้ว 1 เรื่อง"]


@pytest.mark.parametrize("day", [NOVEMBER, AUGUST])
def test_single_units_and_offices_without_a_year_are_told_nothing(here, day):
    with here.speaks():
        assert told(day) == []
        plan_for(here)
        assert told(day, units=frozenset({1})) == []
