"""Turns stand among what is to be done; the home page tells what lacks proof, a unit its own alone."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.evidence import services
from prongsai.office.evidence.hand_over import TurnsOfPerson
from prongsai.office.evidence.home_sources import MeasuresProven, MeasuresStanding, ProofLacking
from prongsai.office.evidence.models import StepTurn, TurnState
from prongsai.office.evidence.month_sources import ProofOfMonth
from prongsai.office.evidence.services import Reported, Stands
from prongsai.office.evidence.task_source import TurnTasks
from prongsai.office.measures.models import PlanState
from prongsai.platform.accounts.models import Role

TODAY = date(2025, 3, 17)


def tasks(**asked):
    return list(TurnTasks().open_tasks(TODAY, **asked))


@pytest.fixture
def secretariat(here) -> frozenset[int]:
    return frozenset({here.units["สำนักปลัด"].pk})


def test_late_turns_and_those_of_the_next_month_are_told_later_ones_not(here, running, secretariat):
    with here.speaks():
        found = tasks(units=secretariat)
    assert sorted(task.due for task in found) == [
        date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 10), date(2025, 3, 31), date(2025, 3, 31),
    ]  # fmt: skip
    assert {(task.url_name, task.by_link, task.unit) for task in found} == {("turn", True, *secretariat)}


def test_a_turn_done_without_proof_stays_until_proof_is_given(here, running, secretariat, officer, coordinator):
    with here.speaks():
        turn = running.turn("จัดทำ")
        services.report_done(acting=officer, turn=turn, told=Reported(result="ติดป้าย 5 จุด"))
        (task,) = [task for task in tasks(units=secretariat) if task.arguments["turn"] == turn.pk]
        assert task.title == "แนบหลักฐาน: จัดทำและติดป้ายประชาสัมพันธ์ที่จุดบริการ"
        proof = running.given(officer, turn=turn)
        assert turn.pk not in [task.arguments["turn"] for task in tasks(units=secretariat)]
        services.return_proof(acting=coordinator, proof=proof, because="ขอภาพที่ชัดกว่านี้")
        assert turn.pk in [task.arguments["turn"] for task in tasks(units=secretariat)]


def test_proof_that_waits_is_a_task_of_the_coordinator_alone(here, running, officer, secretariat):
    with here.speaks():
        running.given(officer)
        coordinator, other = here.people[Role.COORDINATOR].pk, here.people[Role.OFFICER].pk
        (task,) = [task for task in tasks(person=coordinator) if task.url_name == "evidence"]
        assert task.person == coordinator
        assert not [task for task in tasks(person=other, units=secretariat) if task.url_name == "evidence"]
        assert [task for task in tasks() if task.url_name == "evidence"] == [task]


def test_a_turn_of_a_person_is_theirs_and_not_the_unit_s(here, running):
    person = here.people[Role.OFFICER].pk
    with here.speaks():
        StepTurn.objects.filter(step__text__startswith="จัดทำ").update(person=person)
        (task,) = tasks(person=person)
        assert (task.person, task.unit) == (person, None)
        assert tasks(person=here.people[Role.AUDITOR].pk) == []


@pytest.mark.parametrize("end", ["closed", "draft", "stopped"])
def test_what_does_not_run_gives_no_task(here, running, secretariat, coordinator, end):
    with here.speaks():
        if end == "closed":
            running.cycle.closed = TODAY
            running.cycle.save()
        elif end == "draft":
            running.plan.state = PlanState.DRAFT
            running.plan.save()
        else:
            for measure in running.measures:
                told = Stands(stopped=TODAY, stopped_because="ไม่มีงบประมาณ")
                services.set_standing(acting=coordinator, measure=measure, told=told)
        assert tasks(units=secretariat) == []


def test_the_list_of_tasks_leads_to_the_turn(here, running, asks):
    text = asks(Role.OFFICER).get(reverse("my-tasks")).content.decode()
    with here.speaks():
        assert running.turn("จัดทำ").get_absolute_url() in text


def lines(source, **asked) -> list[str]:
    return [line.words for line in source.lines(TODAY, **asked)]


def test_the_home_page_tells_what_lacks_proof_by_unit(here, running, officer, coordinator, secretariat):
    with here.speaks():
        for words, unit, who in (("จัดทำ", "สำนักปลัด", officer), ("สรุปรายเดือน", "สำนักปลัด", officer)):
            services.report_done(acting=who, turn=running.turn(words, unit), told=Reported(result="ติดป้าย 5 จุด"))
        running.given(officer)
        told = lines(ProofLacking())
        assert told == ["สำนักปลัด: ดำเนินการแล้วแต่ยังขาดหลักฐาน 2 ขั้นตอน", "หลักฐานรอตรวจรับ 1 รายการ"]
        assert lines(ProofLacking(), units=secretariat) == told
        assert lines(ProofLacking(), units=frozenset({here.units["กองคลัง"].pk})) == []


def test_one_figure_says_how_many_measures_are_proved(here, running, coordinator):
    with here.speaks():
        assert lines(MeasuresProven()) == ["มาตรการที่แล้วเสร็จหรือดำเนินการต่อเนื่องโดยมีหลักฐาน 0 จาก 2 เรื่อง"]
        running.accepted(measure=running.measures[0])
        StepTurn.objects.filter(due__lt=TODAY).update(state=TurnState.NONE, happened=TODAY)
        services.set_standing(acting=coordinator, measure=running.measures[0], told=Stands(in_force=TODAY))
        assert "1 จาก 2" in lines(MeasuresProven())[0]


def test_the_counts_of_a_year_are_told_without_names(here, running):
    with here.speaks():
        found = MeasuresStanding().standing(2568, TODAY)
        assert (found.done, found.whole, found.late) == (0, 2, 1)
        assert found.states == {"overdue": 1, "not-started": 1}
        assert MeasuresStanding().standing(2567, TODAY) is None


def test_a_person_who_leaves_hands_the_turns_over(here, running):
    source, person = TurnsOfPerson(), here.people[Role.OFFICER]
    with here.speaks():
        StepTurn.objects.filter(step__text__startswith="จัดทำ").update(person=person)
        (thing,) = source.open_things(person.pk)
        source.hand_over(thing.key, to=here.people[Role.UNIT_HEAD].pk, actor="user:1")
        assert list(source.open_things(person.pk)) == []
        assert StepTurn.objects.get(pk=int(thing.key)).person == here.people[Role.UNIT_HEAD]


def test_the_home_pages_stand(running, asks):
    for role in (Role.COORDINATOR, Role.UNIT_HEAD, Role.OFFICER, Role.EXECUTIVE, Role.AUDITOR):
        assert asks(role).get(reverse("office-home")).status_code == 200


def test_some_months_say_what_is_behind_what_is_due_and_what_lacks_proof(here, running, officer):
    def told(day: date, **asked) -> list[str]:
        return [line.words for line in ProofOfMonth().lines(day, **asked)]

    with here.speaks():
        services.report_done(acting=officer, turn=running.turn("จัดทำ"), told=Reported(result="ติดป้าย 5 จุด"))
        assert told(date(2025, 7, 1)) == ["มาตรการปี 2568 ที่มีขั้นตอนเกินกำหนด 2 เรื่อง"]
        assert told(date(2025, 9, 1)) == ["ผลการดำเนินงานปี 2568 ที่ยังขาดหลักฐาน 1 รายการ"]
        assert told(date(2025, 10, 1)) == ["ผลการดำเนินงานปี 2568 ที่ยังขาดหลักฐาน 1 รายการ"]
        assert told(date(2024, 11, 1)) == []
        StepTurn.objects.filter(step__text__startswith="ตรวจนับ").update(due=date(2024, 11, 15))
        assert told(date(2024, 11, 1)) == ["ขั้นตอนปี 2568 ที่ครบกำหนดเดือนนี้ 2 รายการ"]
        finance = frozenset({here.units["กองคลัง"].pk})
        assert told(date(2024, 11, 1), units=finance) == ["ขั้นตอนปี 2568 ที่ครบกำหนดเดือนนี้ 1 รายการ"]
        assert told(date(2025, 9, 1), units=finance) == []
