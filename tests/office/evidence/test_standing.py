"""Complete or in force only with accepted proof, stopped only with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.evidence import services
from prongsai.office.evidence.models import Standing, StepTurn, TurnState
from prongsai.office.evidence.services import Stands
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.states import State

TODAY = date(2025, 3, 17)


@pytest.fixture
def address(running) -> str:
    return reverse("measure-standing", args=[running.measures[0].pk])


def sent(asks, address, **told):
    seen = asks().get(address).context["form"].initial["seen"]
    return asks().post(address, {"seen": seen, "day_day": "10 มีนาคม 2568", **told})


def state(running) -> State:
    return services.progress_of(running.cycle, TODAY)[0].state


@pytest.mark.parametrize("stands", ["completed", "in-force"])
def test_without_accepted_proof_it_is_neither_complete_nor_in_force(here, running, asks, address, officer, stands):
    with here.speaks():
        running.given(officer, measure=running.measures[0])
    assert sent(asks, address, stands=stands).status_code == 409
    with here.speaks():
        assert not Standing.objects.exists()


def test_in_force_with_accepted_proof_and_nothing_late(here, running, asks, address):
    with here.speaks():
        running.accepted(measure=running.measures[0])
    assert sent(asks, address, stands="in-force", outcome="ใช้ช่องทางเพิ่มขึ้น").status_code == 302
    with here.speaks():
        assert state(running) is State.OVERDUE  # the monthly lists of January and February
        StepTurn.objects.filter(due__lt=TODAY).update(state=TurnState.NONE, happened=TODAY)
        assert state(running) is State.CONTINUING
        assert Standing.objects.get().outcome == "ใช้ช่องทางเพิ่มขึ้น"


def test_complete_only_when_every_step_is(here, running, asks, address):
    with here.speaks():
        running.accepted(measure=running.measures[0])
    assert sent(asks, address, stands="completed").status_code == 409
    with here.speaks():
        turns = StepTurn.objects.filter(step__measure=running.measures[0])
        turns.update(state=TurnState.DONE, happened=TODAY)
        for turn in turns:
            running.accepted(turn=turn)
    assert sent(asks, address, stands="completed").status_code == 302
    with here.speaks():
        assert state(running) is State.DONE


def test_stopped_needs_a_reason(here, running, asks, address):
    answer = sent(asks, address, stands="stopped")
    assert answer.status_code == 400
    assert "because" in answer.context["form"].errors
    assert sent(asks, address, stands="stopped", because="โอนเงินไปซ่อมถนน").status_code == 302
    with here.speaks():
        assert state(running) is State.NOT_DONE
        assert Standing.objects.get().stopped_because == "โอนเงินไปซ่อมถนน"


def test_it_can_run_again(here, running, asks, address):
    sent(asks, address, stands="stopped", because="รองบประมาณ")
    assert sent(asks, address, stands="none").status_code == 302
    with here.speaks():
        assert Standing.objects.get().stopped is None
        assert state(running) is State.OVERDUE


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"stands": "in-force", "day_day": ""}, "day"),
        ({"stands": "in-force", "day_day": "18 มีนาคม 2568"}, "day"),
        ({"stands": "อื่น"}, "stands"),
        ({}, "stands"),
    ],
)
def test_bad_input_names_the_field(asks, address, told, field):
    answer = sent(asks, address, **told)
    assert answer.status_code == 400
    assert field in answer.context["form"].errors


def test_two_who_set_it_at_once_the_second_is_told(here, running, asks, address):
    seen = asks().get(address).context["form"].initial["seen"]
    told = {"seen": seen, "stands": "none"}
    assert asks().post(address, {**told, "outcome": "คำแรก"}).status_code == 302
    answer = asks().post(address, {**told, "outcome": "คำที่สอง"})
    assert answer.status_code == 409
    assert "คำแรก" in answer.content.decode()


def test_the_services_refuse_what_the_form_would(here, running, coordinator, officer):
    measure = running.measures[0]
    with here.speaks():
        for who, told in (
            (officer, Stands()),
            (coordinator, Stands(stopped=TODAY)),
            (coordinator, Stands(stopped=date(2025, 3, 18), stopped_because="ก")),
            (coordinator, Stands(stopped=TODAY, in_force=TODAY, stopped_because="ก")),
        ):
            with pytest.raises(Conflict):
                services.set_standing(acting=who, measure=measure, told=told)


def test_only_the_coordinator_sets_it(asks, address):
    for role in (Role.OFFICER, Role.UNIT_HEAD, Role.EXECUTIVE, Role.AUDITOR):
        assert asks(role).get(address).status_code == 404
