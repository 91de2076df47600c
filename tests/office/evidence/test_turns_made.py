"""Turns follow from the steps of a decided plan, any number of times."""

from __future__ import annotations

from datetime import date

import pytest

from log_of_deeds import lines_of
from prongsai.office.evidence import services
from prongsai.office.evidence.models import StepTurn, TurnState
from prongsai.office.evidence.services import Reported


def test_a_step_has_a_turn_for_each_month_and_each_unit(here, running):
    with here.speaks():
        dues = [turn.due for turn in StepTurn.objects.filter(step__text="สรุปรายเดือน")]
        ends = ((1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30))
        assert dues == [date(2025, month, day) for month, day in ends]
        units = StepTurn.objects.filter(step__text__startswith="ตรวจนับ").values_list("unit__name", flat=True)
        assert sorted(units) == ["กองคลัง", "สำนักปลัด"]


def test_asking_again_makes_nothing_new(here, running):
    with here.speaks():
        before = list(StepTurn.objects.values_list("pk", flat=True))
        assert services.ensure_turns(running.plan) == 0
        assert list(StepTurn.objects.values_list("pk", flat=True)) == before


def test_a_day_that_was_amended_moves_the_open_turn_and_leaves_the_reported_one(here, running, officer):
    with here.speaks():
        reported = running.turn("สรุปรายเดือน", due=date(2025, 1, 31))
        services.report_done(acting=officer, turn=reported, told=Reported(result="สรุป 12 เรื่อง"))
        step = reported.step
        step.due, step.every_months = date(2025, 6, 15), 0
        step.save()
        assert services.ensure_turns(running.plan) == 1
        left = StepTurn.objects.filter(step=step).order_by("due")
        assert [(turn.due, turn.state) for turn in left] == [
            (date(2025, 1, 31), TurnState.DONE),
            (date(2025, 6, 15), TurnState.OPEN),
        ]


def test_a_turn_with_proof_stays_although_its_step_was_amended(here, running, officer):
    with here.speaks():
        turn = running.turn("จัดทำ")
        running.given(officer, turn=turn)
        turn.step.due = date(2025, 5, 1)
        turn.step.save()
        services.ensure_turns(running.plan)
        assert StepTurn.objects.filter(pk=turn.pk).exists()


def test_the_day_of_a_person_goes_to_the_turn(here, running):
    with here.speaks():
        step = running.turn("จัดทำ").step
        step.person, step.due = here.people[next(iter(here.people))], date(2025, 4, 2)
        step.save()
        services.ensure_turns(running.plan)
        assert StepTurn.objects.get(step=step).person == step.person


def test_making_turns_is_one_line_of_the_log(here, running):
    with here.speaks():
        assert [line.action for line in lines_of(here)].count("evidence.turns_made") == 1


@pytest.mark.parametrize("months", [0, 1, 3])
def test_turns_never_lie_after_the_end_of_their_measure(here, running, months):
    with here.speaks():
        step = running.turn("สรุปรายเดือน").step
        step.every_months = months
        step.save()
        services.ensure_turns(running.plan)
        assert all(turn.due <= date(2025, 9, 30) for turn in StepTurn.objects.filter(step=step))
