"""Whether it helped: said only where both results are confirmed and both years measured the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.reports.services import learning_of
from prongsai.office.reports.services.learning import Why
from prongsai.office.rounds.services import round_of
from reported_years import Planned, done, measure_of, proved, stands, year_of
from years_of_an_office import confirmed

TODAY = date(2025, 3, 17)


@pytest.fixture
def closed(here) -> Measure:
    """Measures of 2567 that answer the result of 2566, both results confirmed."""
    with here.speaks():
        confirmed(here, "P1.xlsx")
        confirmed(here, "P4.pdf")
        _cycle, plan = year_of(here, 2567, analysed=2566)
        told = Planned("วางระเบียบการยืม", codes=["I19", "O33"], since=date(2024, 2, 8), until=date(2024, 9, 30))
        return measure_of(here, plan, told)


def learned(here, year: int = 2567):
    with here.speaks():
        return learning_of(round_of(year), TODAY)


def moved(here, code: str):
    (each,) = learned(here).measures
    return next(entry for entry in each.moved if entry.code == code)


def test_where_a_question_cannot_be_compared_its_indicator_is(here, closed):
    question, indicator = moved(here, "I19"), moved(here, "4")
    assert (question.change, question.why) == (None, Why.NOT_SAME)
    assert (indicator.before, indicator.after, indicator.change) == (
        Decimal("83.05"),
        Decimal("78.16"),
        Decimal("-4.89"),
    )


def test_carried_out_with_proof_and_yet_fallen_is_named(here, closed, asks):
    with here.speaks():
        cycle = round_of(2567)
        turn = done(closed, "ประกาศใช้ระเบียบ", date(2024, 3, 1))
        proved(here, cycle, turn=turn)
        stands(closed, completed=date(2024, 9, 1))
    (each,) = learned(here).measures
    assert each.fell_though_done
    page = asks().get(reverse("reports-learning", args=[cycle.pk])).content.decode()
    assert "ดำเนินการแล้ว แต่คะแนนลดลง" in page
    assert "-4.89" in page or "−4.89" in page


def test_without_the_later_result_nothing_is_concluded(here, closed, asks):
    with here.speaks():
        cycle, plan = year_of(here, 2568, analysed=2567)
        measure_of(here, plan, Planned("เปิดเผยงบประมาณ", codes=["I7"]))
    found = learned(here, 2568)
    assert found.after is None
    assert {entry.why for entry in found.measures[0].moved} == {Why.NO_AFTER}
    page = asks().get(reverse("reports-learning", args=[cycle.pk])).content.decode()
    assert "ยังสรุปไม่ได้" in page


def test_a_plan_that_answers_its_own_years_result_has_the_effect_before_the_cause(here, closed, asks):
    with here.speaks():
        MeasurePlan.objects.update(analysed_year=2567)
        cycle = round_of(2567)
    assert learned(here).effect_first
    assert "ผลเกิดก่อนเหตุ" in asks().get(reverse("reports-learning", args=[cycle.pk])).content.decode()


def test_a_measure_begun_after_the_result_was_out_is_not_its_cause(here, closed, asks):
    with here.speaks():
        cycle = round_of(2567)
        done(closed, "ประกาศใช้ระเบียบ", date(2024, 8, 20))
    found = learned(here)
    assert found.result_day is not None
    assert found.measures[0].late_since == date(2024, 8, 20)
    assert "คะแนนจึงไม่อาจเกิดจากมาตรการนี้" in asks().get(reverse("reports-learning", args=[cycle.pk])).content.decode()
    with here.speaks():
        done(closed, "ประกาศใช้ระเบียบ", date(2024, 3, 1))
    assert learned(here).measures[0].late_since is None


def test_no_year_is_counted_from_another(here):
    with here.speaks():
        cycle, plan = year_of(here, 2570, analysed=None)
        measure_of(here, plan, Planned("จัดระบบคิว", codes=["E2"]))
    assert cycle.is_draft
    found = learned(here, 2570)
    assert found.year is None
    assert [entry.why for entry in found.measures[0].moved] == [Why.NO_YEAR]


def test_a_year_without_plan_says_so(here, asks, acting):
    with here.speaks():
        confirmed(here, "P4.pdf")
        cycle = round_of(2567)
    assert learned(here) is None
    page = asks().get(reverse("reports-learning", args=[cycle.pk])).content.decode()
    assert "ยังไม่มีมาตรการของปีนี้ที่อนุมัติแล้ว" in page
