"""Deciding: by submission, or in a meeting and written down; higher rooms are told."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from plans_of_an_office import add, plan_for
from prongsai.office.measures import decided, services
from prongsai.office.measures.models import MeasurePlan, PlanState
from prongsai.office.measures.services import StepTold
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services as approvals

MEETING = "ประชุมคณะทำงานครั้งที่ 1/2567"


@pytest.fixture
def plan(here):
    with here.speaks():
        made = plan_for(here)
        add(here, made)
        return made


@pytest.fixture
def told(monkeypatch):
    heard: list[int] = []
    monkeypatch.setattr(decided, "_HOOKS", [lambda plan: heard.append(plan.pk)])
    return heard


def state(here):
    with here.speaks():
        return MeasurePlan.objects.get()


def test_a_decision_of_a_meeting_is_written_down_with_both_days(here, plan, asks, told):
    client = asks()
    client.post(reverse("measures-decide", args=[plan.round_id]), {"day": "2024-10-10", "decided_in": MEETING})
    kept = state(here)
    assert (kept.state, kept.decided, kept.entered) == (PlanState.DECIDED, date(2024, 10, 10), date(2025, 3, 17))
    assert kept.is_backdated
    assert told == [plan.pk]
    shown = client.get(reverse("measures", args=[plan.round_id])).content.decode()
    assert "บันทึกย้อนหลัง" in shown
    assert MEETING in shown


def test_a_day_to_come_decides_nothing(here, plan, asks, told):
    answer = asks().post(reverse("measures-decide", args=[plan.round_id]), {"day": "2025-03-18", "decided_in": MEETING})
    assert answer.status_code == 409
    assert not state(here).is_decided
    assert told == []


def test_an_empty_plan_is_not_decided(here, acting):
    with here.speaks():
        plan = plan_for(here)
        with pytest.raises(Conflict):
            services.decide(acting=acting(), plan=plan, day=date(2024, 10, 10), decided_in=MEETING)


def test_a_plan_is_decided_once(here, plan, acting):
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 10), decided_in=MEETING)
        with pytest.raises(Conflict):
            services.decide(acting=acting(), plan=plan, day=date(2024, 10, 11), decided_in=MEETING)


def test_an_amendment_tells_the_rooms_above_again(here, plan, acting, told):
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 10), decided_in=MEETING)
        (measure,) = services.measures_of(plan)
        services.save_steps(acting=acting(), measure=measure, steps=[StepTold("ใหม่")], because="มติที่ประชุม")
    assert told == [plan.pk, plan.pk]


def test_a_hook_is_registered_once(monkeypatch):
    monkeypatch.setattr(decided, "_HOOKS", [])
    hook = [].append
    services.on_decided(hook)
    services.on_decided(hook)
    assert len(decided._HOOKS) == 1


def submitted(here, plan):
    """Submit as the coordinator; the head of the unit agrees, so that the executive may decide."""
    made = approvals.submit(acting=acting_as(here.accounts[Role.COORDINATOR]), kind="measures", thing=plan.pk)
    approvals.give_opinion(acting=acting_as(here.accounts[Role.UNIT_HEAD]), submission=made, verdict=approvals_agree())
    return made


def approvals_agree():
    from prongsai.registers.approvals.models import Verdict  # noqa: PLC0415 the only use of a model of another room

    return Verdict.AGREES


def test_the_executive_approves_the_plan_on_screen(here, plan, told):
    with here.speaks():
        made = submitted(here, plan)
        assert MeasurePlan.objects.get().state == PlanState.SUBMITTED
        approvals.approve(acting=acting_as(here.accounts[Role.EXECUTIVE]), submission=made)
    kept = state(here)
    assert (kept.state, kept.decided) == (PlanState.DECIDED, date(2025, 3, 17))
    assert "นายกองค์การบริหารส่วนตำบล" in kept.decided_in
    assert told == [plan.pk]


def test_what_is_submitted_is_frozen_until_it_comes_back(here, plan, acting):
    with here.speaks():
        made = submitted(here, plan)
        (measure,) = services.measures_of(plan)
        with pytest.raises(Conflict):
            services.delete_measure(acting=acting(), measure=measure)
        executive = acting_as(here.accounts[Role.EXECUTIVE])
        approvals.return_for_changes(acting=executive, submission=made, because="เพิ่มผู้รับผิดชอบ")
        assert MeasurePlan.objects.get().state == PlanState.DRAFT
        services.delete_measure(acting=acting(), measure=measure)


def test_the_submission_holds_every_measure_as_it_stood(here, plan):
    with here.speaks():
        made = submitted(here, plan)
        (label, words), *rest = made.lines
    assert (label, rest) == ("M01", [])
    assert "จัดระบบบัตรคิว" in words
    assert "จัดหาบัตรคิว (ภายใน 29 พ.ย. 67)" in words


def test_a_plan_is_made_known_after_it_was_decided(here, plan, asks, acting):
    address, client = reverse("measures-made-known", args=[plan.round_id]), asks()
    assert client.post(address, {"day": "2024-10-15"}).status_code == 409
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 10), decided_in=MEETING)
    assert client.post(address, {"day": "2024-10-09"}).status_code == 409
    assert client.post(address, {"day": "2025-03-18"}).status_code == 409
    assert client.post(address, {"day": ""}).status_code == 400
    assert client.post(address, {"day": "2024-10-15"}).status_code == 302
    assert state(here).made_known == date(2024, 10, 15)


def test_only_the_coordinator_decides(plan, asks):
    for role in (Role.OFFICER, Role.EXECUTIVE, Role.AUDITOR):
        assert asks(role).get(reverse("measures-decide", args=[plan.round_id])).status_code == 404
