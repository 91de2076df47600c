"""Handing over, joining doubles, changing what is written, tasks of who leaves."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from deeds_on_cases import anew, does
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.modules import registry
from prongsai.platform.notices.models import FollowUp, Notice
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases import services
from prongsai.registers.cases.hand_over import OpenCases
from prongsai.registers.cases.services.writing import DUE
from prongsai.registers.cases.states import CaseState
from prongsai.registers.cases.task_sources import CaseTasks

MONDAY = date(2025, 3, 17)


@pytest.fixture
def clerk(here) -> Person:
    """Somebody in the other unit."""
    with here.speaks():
        return Person.objects.create(
            agency=here.agency, given_name="รัตนา", family_name="ตัวอย่างทรัพย์", unit=here.units["กองคลัง"]
        )


def test_a_case_goes_to_another_unit_and_to_an_officer_there_who_is_told(here, asks, case, clerk):
    answer = does(asks(), case, "hand-over", unit=clerk.unit_id, officer=clerk.pk, words="เรื่องภาษี")
    assert answer.status_code == 302
    with here.speaks():
        handed = anew(case)
        assert (handed.unit, handed.officer) == (here.units["กองคลัง"], clerk)
        assert handed.due == case.due
        assert FollowUp.objects.running().get(kind=DUE).person == clerk
        assert Notice.objects.filter(kind="cases.news").latest("pk").copies.get().person == clerk
        line = handed.entries.last()
        assert "เรื่องภาษี" in line.words
        assert not line.is_public


def test_the_head_who_hands_a_case_away_is_led_back_to_the_inbox(here, asks, case):
    answer = does(asks(Role.UNIT_HEAD), case, "hand-over", unit=here.units["กองคลัง"].pk)
    assert answer.headers["Location"] == reverse("cases")


def test_it_goes_to_nobody_of_another_unit_to_nobody_who_left_and_not_where_it_is(here, case, clerk):
    with here.speaks():
        told = {"acting": "test", "case": case}
        with pytest.raises(Conflict):
            services.hand_over(**told, unit=here.units["สำนักปลัด"], officer=clerk)
        with pytest.raises(Conflict):
            services.hand_over(**told, unit=case.unit)
        clerk.left = MONDAY
        clerk.save()
        with pytest.raises(Conflict):
            services.hand_over(**told, unit=clerk.unit, officer=clerk)


def test_a_case_at_its_end_is_not_handed_over(here, case, clerk):
    with here.speaks():
        services.move(acting="test", case=case, to=CaseState.WITHDRAWN)
        with pytest.raises(Conflict):
            services.hand_over(acting="test", case=case, unit=clerk.unit)


def test_a_double_is_joined_and_points_to_the_other_and_stays(here, asks, case, received):
    with here.speaks():
        double = received(here, subject="ไฟดับอีกแล้ว").case
    client = asks()
    assert does(client, double, "join", number="๑/๒๕๖๘").status_code == 302
    with here.speaks():
        joined = anew(double)
        assert (joined.state, joined.merged_into_id, joined.end_due) == ("merged", case.pk, None)
    assert double.told_number in client.get(case.get_absolute_url()).content.decode()


@pytest.mark.parametrize("number", ["2/2568", "9/2568", "x", "1", "1/", "/2568", "²/2568", "9" * 40 + "/2568"])
def test_a_case_is_joined_only_to_another_that_is_there(here, asks, case, received, number):
    with here.speaks():
        double = received(here).case
    assert does(asks(), double, "join", number=number).status_code in (409, 422)


def test_a_case_is_not_joined_to_an_ended_one_nor_to_another_kind(here, acting, case, received):
    with here.speaks():
        ended, question = received(here).case, received(here, kind="question").case
        services.move(acting="test", case=ended, to=CaseState.WITHDRAWN)
        for into in (ended, question, case):
            with pytest.raises(Conflict):
                services.join(acting=acting(), double=case, into=into)


def test_what_is_written_can_be_changed_and_the_clock_follows(here, asks, case):
    client, address = asks(), reverse("case-edit", args=[case.pk])
    page = client.get(address)
    sent = {"subject": "ไฟดับทั้งซอย", "body": "", "limit_days": "๑", "seen": page.context["seen"]}
    assert client.post(address, sent).status_code == 302
    with here.speaks():
        changed = anew(case)
        assert (changed.subject, changed.due, changed.number) == ("ไฟดับทั้งซอย", date(2025, 3, 18), case.number)
        assert type(case).objects.saying("ทั้งซอย").exists()
        assert "เรื่อง" in changed.entries.last().words


def test_two_who_change_one_case_the_second_sees_the_difference(here, asks, case):
    one, two, address = asks(), asks(Role.UNIT_HEAD), reverse("case-edit", args=[case.pk])
    seen = {"seen": two.get(address).context["seen"]}
    one.post(address, {"subject": "หนึ่ง", "seen": one.get(address).context["seen"]})
    answer = two.post(address, {"subject": "สอง", **seen})
    assert answer.status_code == 409
    assert "หนึ่ง" in answer.content.decode()
    assert "สอง" in answer.content.decode()
    with here.speaks():
        assert anew(case).subject == "หนึ่ง"


@pytest.mark.parametrize("seen", ["", "x" * 300])
def test_an_edit_without_its_mark_is_refused(asks, case, seen):
    assert asks().post(reverse("case-edit", args=[case.pk]), {"subject": "ก", "seen": seen}).status_code == 400


def test_open_cases_go_to_a_successor_when_somebody_leaves(here, received, clerk):
    with here.speaks():
        case = received(here, officer=here.people[Role.OFFICER]).case
        source = OpenCases()
        (thing,) = source.open_things(here.people[Role.OFFICER].pk)
        source.hand_over(thing.key, to=clerk.pk, actor="user:1")
        assert anew(case).officer == clerk
        assert list(source.open_things(here.people[Role.OFFICER].pk)) == []


def test_tasks_are_ones_own_cases_and_those_of_the_unit_that_nobody_has(here, acting, received):
    officer = here.people[Role.OFFICER]
    with here.speaks():
        own = received(here, officer=officer).case
        nobodys = received(here, received_on=date(2025, 3, 3)).case
        others = received(here, officer=here.people[Role.UNIT_HEAD]).case
        received(here, lacking="โฉนด")  # waits for the applicant
        ended = received(here, officer=officer).case
        services.move(acting=acting(), case=ended, to=CaseState.FINISHED, words="เสร็จ")
        unit = frozenset({here.units["สำนักปลัด"].pk})
        tasks = list(CaseTasks().open_tasks(MONDAY, person=officer.pk, units=unit))
        assert {task.arguments["case"] for task in tasks} == {own.pk, nobodys.pk, ended.pk}
        assert "ไฟส่องสว่าง" not in " ".join(task.title for task in tasks)
        late = next(task for task in tasks if task.arguments["case"] == nobodys.pk)
        assert late.is_late(MONDAY)
        assert late.title.startswith("เกินกำหนด")
        assert {task.arguments["case"] for task in CaseTasks().open_tasks(MONDAY)} == {
            own.pk, nobodys.pk, others.pk, ended.pk,
        }  # fmt: skip
        assert {task.arguments["case"] for task in CaseTasks().open_tasks(MONDAY, units=unit)} == {nobodys.pk}


def test_the_room_has_its_card():
    assert "cases" in {module.key for module in registry}
