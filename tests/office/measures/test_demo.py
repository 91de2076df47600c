"""The invented office has the plan of its closed year, in the words of its paper, and that of the running one."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from prongsai.office.measures import services
from prongsai.office.measures.demo import demo_plans, load_demo_measures, row_of
from prongsai.office.measures.gaps import gaps_of
from prongsai.office.measures.models import Measure, MeasurePlan, Step
from prongsai.office.measures.schedule import due_turns
from prongsai.office.rounds.models import Round
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from years_of_an_office import read


@pytest.fixture
def office(db, settings, tmp_path):
    office, twin = load_demo(force=True)
    call_command("load_demo_year", verbosity=0)
    call_command("load_demo_measures", verbosity=0)
    with speaking(twin.pk, actor="test"):
        assert not MeasurePlan.objects.exists()
    return office


def test_both_plans_are_loaded_once_with_the_measures_and_steps_of_the_story(office):
    assert load_demo_measures(office) == 0
    with speaking(office.pk, actor="test"):
        plans = {plan.round.fiscal_year: plan for plan in MeasurePlan.objects.select_related("round")}
        assert sorted(plans) == [2567, 2568]
        assert (plans[2567].decided, plans[2568].decided) == (date(2024, 2, 8), date(2024, 10, 15))
        assert Round.objects.get(fiscal_year=2567).closed
        running = Measure.objects.filter(plan=plans[2568])
        assert [measure.label for measure in running] == [f"M{number:02d}" for number in range(1, 17)]
        assert Step.objects.filter(measure__in=running).count() == 44
        assert Measure.objects.filter(plan=plans[2567]).count() == 8


def test_a_plan_decided_late_is_told_that_its_periods_begin_before(office):
    with speaking(office.pk, actor="test"):
        plan = MeasurePlan.objects.select_related("round").get(round__fiscal_year=2567)
        gaps = gaps_of(services.measures_of(plan), year=2567, decided=plan.decided)
    early = [gap for gap in gaps if "8 กุมภาพันธ์ 2567" in gap.words]
    assert len(early) == 8


def test_the_weakest_question_that_the_paper_forgot_is_named(office):
    with speaking(office.pk, actor="test"):
        plan = MeasurePlan.objects.select_related("round").get(round__fiscal_year=2567)
        offered = services.offered_to(plan.round, plan, services.measures_of(plan))
    assert offered.year == 2566
    assert "I8" in {point.code for point in offered.weak}
    assert "E13" not in {point.code for point in offered.weak}


def test_the_closed_plan_has_the_words_of_the_shipped_paper():
    reading, _traces = read("P2.docx")
    told = next(plan for plan in demo_plans() if plan["year"] == 2567)
    for row, printed in zip(map(row_of, told["measures"]), reading.measures, strict=True):
        assert row.titles == printed.measures
        assert tuple(step.text for step in row.steps) == printed.steps
        assert row.codes == (*printed.questions, *printed.oit)
        assert (row.since, row.until) == (printed.period.start, printed.period.end)
        assert (row.finding, row.units, row.issue) == (printed.finding, printed.units, printed.issue)
    assert tuple(told["limitations"]) == reading.limitations


def test_each_unit_has_its_own_turns_of_the_half_yearly_check(office):
    with speaking(office.pk, actor="test"):
        plan = MeasurePlan.objects.select_related("round").get(round__fiscal_year=2568)
        check = services.measures_of(plan)[7]
        first, second = check.steps.all()
        assert len({turn.unit_id for turn in due_turns(first, check)}) == 5
        assert {turn.day for turn in due_turns(second, check)} == {date(2025, 9, 30)}
