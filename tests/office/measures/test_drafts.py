"""From findings to measures: drafts are shown, a person takes them, nothing is overwritten."""

from __future__ import annotations

import pytest
from django.urls import reverse

from plans_of_an_office import add, plan_for
from prongsai.office.measures import services
from prongsai.office.measures.answering import draft_key
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from years_of_an_office import confirmed


@pytest.fixture
def cycle(here, acting) -> Round:
    """The year 2568, whose plan answers the confirmed result of 2567."""
    with here.speaks():
        confirmed(here, "P4.pdf")
        return ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)


def page(asks, cycle, role=Role.COORDINATOR):
    return asks(role).get(reverse("measures-drafts", args=[cycle.pk])).content.decode()


def test_every_weak_point_of_the_analysed_year_has_a_draft(here, cycle):
    with here.speaks():
        offered = services.offered_to(cycle, None, [])
    answered = {(point.kind, point.code) for row in offered.open for point in row.weak_points}
    assert offered.year == 2567
    assert offered.weak
    assert {(point.kind, point.code) for point in offered.weak} <= answered


def test_a_draft_tells_why_it_is_there_and_what_it_costs(cycle, asks):
    shown = page(asks, cycle)
    assert "เลือกเรื่องนี้เพราะข้อ O33" in shown
    assert "2.50 คะแนน" in shown


def test_ticked_drafts_become_measures_under_their_heading(here, cycle, asks):
    with here.speaks():
        keys = [draft_key(row) for row in services.offered_to(cycle, None, []).open if not row.has_gap][:2]
    answer = asks().post(reverse("measures-drafts", args=[cycle.pk]), {"draft": keys})
    assert answer.url == reverse("measures", args=[cycle.pk])
    with here.speaks():
        measures = services.measures_of(MeasurePlan.objects.get())
        assert [measure.topic for measure in measures] == sorted(keys, key=[m.topic for m in measures].index)
        assert [measure.number for measure in measures] == [1, 2]
        assert all(measure.answers and measure.steps.all() for measure in measures)
        assert all(measure.lead_unit or measure.units_as_printed for measure in measures)
        assert not any(step.due for measure in measures for step in measure.steps.all())


def test_one_press_takes_one_draft(here, cycle, asks):
    with here.speaks():
        key = draft_key(services.offered_to(cycle, None, []).open[0])
    answer = asks().post(reverse("measures-drafts", args=[cycle.pk]), {"take": key, "draft": ["other"]})
    assert answer.url == reverse("measures-drafts", args=[cycle.pk])
    with here.speaks():
        assert Measure.objects.count() == 1


def test_a_taken_draft_is_not_offered_again_and_its_words_stay(here, cycle, acting):
    with here.speaks():
        row = services.offered_to(cycle, None, []).open[0]
        (taken,) = services.pick_drafts(acting=acting(), cycle=cycle, keys=[draft_key(row)])
        told = services.MeasureTold(title="ถ้อยคำของเราเอง", issue=taken.issue, answers=taken.answers)
        services.save_measure(acting=acting(), measure=taken, told=told)
        anew = services.draft_of(cycle)
        assert "ถ้อยคำของเราเอง" in [entry.title for entry in anew.measures]
        plan = MeasurePlan.objects.get()
        offered = services.offered_to(cycle, plan, services.measures_of(plan))
        assert draft_key(row) not in {draft_key(entry) for entry in offered.all}


def test_a_measure_of_our_own_that_names_a_code_answers_the_weak_point(here, cycle):
    with here.speaks():
        plan = plan_for(here)
        before = services.offered_to(cycle, plan, [])
        add(here, plan, codes=["O33"])
        after = services.offered_to(cycle, plan, services.measures_of(plan))
    assert "O33" in {point.code for point in before.weak}
    assert "O33" not in {point.code for point in after.weak}


def test_a_draft_is_left_out_and_taken_back_with_one_press_each(here, cycle, asks):
    with here.speaks():
        key = draft_key(services.offered_to(cycle, None, []).open[0])
    client = asks()
    client.post(reverse("measures-leave-out", args=[cycle.pk]), {"key": key})
    with here.speaks():
        plan = MeasurePlan.objects.get()
        offered = services.offered_to(cycle, plan, [])
        assert key in {draft_key(row) for row in offered.left_out}
        assert key not in {draft_key(row) for row in offered.open}
    client.post(reverse("measures-leave-out", args=[cycle.pk]), {"back": key})
    with here.speaks():
        assert MeasurePlan.objects.get().set_aside == []


def test_a_key_that_is_no_draft_is_neither_taken_nor_left_out(here, cycle, asks, acting):
    with here.speaks(), pytest.raises(Conflict):
        services.pick_drafts(acting=acting(), cycle=cycle, keys=["nothing"])
    asks().post(reverse("measures-leave-out", args=[cycle.pk]), {"key": "nothing"})
    with here.speaks():
        assert MeasurePlan.objects.get().set_aside == []
        assert not Measure.objects.exists()


def test_nothing_ticked_is_said(cycle, asks):
    answer = asks().post(reverse("measures-drafts", args=[cycle.pk]), {})
    assert answer.status_code == 400
    assert "ยังไม่ได้เลือกร่าง" in answer.content.decode()


def test_without_a_confirmed_result_nothing_is_drafted(here, acting):
    with here.speaks():
        cycle = ensure_round(acting=acting(), agency=here.agency, fiscal_year=2568)
        assert services.offered_to(cycle, None, []).all == ()
        assert services.draft_of(cycle).measures == ()


def test_the_result_of_a_year_leads_to_the_drafts_that_answer_it(here, cycle, asks):
    with here.speaks():
        result = Round.objects.get(fiscal_year=2567)
    client = asks()
    assert "จัดทำมาตรการของปี 2568" in client.get(reverse("measures", args=[result.pk])).content.decode()
    answer = client.post(reverse("measures-answer", args=[result.pk]), {"fiscal_year": "2568"})
    assert answer.url == reverse("measures-drafts", args=[cycle.pk])


def test_a_year_that_no_framework_names_is_kept_as_the_user_said(here, cycle, asks):
    with here.speaks():
        result = Round.objects.get(fiscal_year=2567)
    asks().post(reverse("measures-answer", args=[result.pk]), {"fiscal_year": "2570"})
    with here.speaks():
        plan = MeasurePlan.objects.get(round__fiscal_year=2570)
        assert plan.analysed_year == 2567


def test_the_draft_of_a_decided_plan_cannot_be_left_out(here, cycle, asks, acting):
    with here.speaks():
        plan = plan_for(here)
        add(here, plan)
        services.decide(acting=acting(), plan=plan, day=here.agency.demo_today, decided_in="ประชุม")
        key = draft_key(services.offered_to(cycle, plan, []).open[0])
    assert asks().post(reverse("measures-leave-out", args=[cycle.pk]), {"key": key}).status_code == 409
