"""Pages of progress: all to who looks after the whole, to a unit its own part, to the twin nothing."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prongsai.office.evidence import services
from prongsai.office.evidence.services import Reported, Stands
from prongsai.office.measures.models import Measure, Step
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.states import State

TODAY = date(2025, 3, 17)


def progress(running) -> dict[int, State]:
    return {each.measure.number: each.state for each in services.progress_of(running.cycle, TODAY)}


def test_each_measure_stands_with_its_state(here, running, page):
    text = page(reverse("progress", args=[running.cycle.pk]))
    assert "ติดป้ายช่องทางร้องเรียน" in text
    assert "ตรวจนับพัสดุ" in text
    with here.speaks():
        assert progress(running) == {1: State.OVERDUE, 2: State.NOT_STARTED}
    assert "เกินกำหนด" in text


def test_a_plan_that_is_not_decided_has_no_progress(here, running, page):
    with here.speaks():
        running.plan.state = "draft"
        running.plan.save()
        assert services.progress_of(running.cycle, TODAY) == ()
    assert "ยังไม่" in page(reverse("progress", args=[running.cycle.pk]))


@pytest.mark.parametrize(("query", "found"), [("state=overdue", [1]), ("q=พัสดุ", [2]), ("state=x&unit=y", [1, 2])])
def test_the_list_is_narrowed(here, running, asks, query, found):
    answer = asks().get(f"{reverse('progress', args=[running.cycle.pk])}?{query}")
    assert [each.measure.number for each in answer.context["found"]] == found


def test_narrowed_to_a_unit_it_shows_where_the_unit_leads_or_works(here, running, asks):
    finance = here.units["กองคลัง"].pk
    answer = asks().get(f"{reverse('progress', args=[running.cycle.pk])}?unit={finance}")
    assert [each.measure.number for each in answer.context["found"]] == [2]


@pytest.fixture
def stranger(here, running) -> Unit:
    """A third unit with a measure of its own, which nobody of the others takes part in."""
    with here.speaks():
        unit = Unit.objects.create(agency=here.agency, name="กองช่าง", order=9)
        measure = Measure.objects.create(
            agency=here.agency, plan=running.plan, number=3, title="ซ่อมไฟฟ้าสาธารณะ", lead_unit=unit,
            until=date(2025, 1, 31),
        )  # fmt: skip
        Step.objects.create(agency=here.agency, measure=measure, number=1, text="ออกตรวจไฟฟ้า")
        services.ensure_turns(running.plan)
        return unit


def test_a_unit_sees_its_own_part_and_no_delay_of_another(here, running, stranger, asks):
    answer = asks(Role.OFFICER).get(reverse("progress", args=[running.cycle.pk]))
    assert [each.measure.number for each in answer.context["found"]] == [1, 2]
    assert "ซ่อมไฟฟ้า" not in answer.content.decode()
    part = answer.context["found"][1]
    assert (part.is_part, [turn.turn.unit.name for turn in part.turns]) == (True, ["สำนักปลัด"])


def test_a_measure_of_another_unit_is_not_there_for_a_unit(here, running, stranger, asks):
    with here.speaks():
        other = Measure.objects.get(number=3)
        turn = running.turn("ออกตรวจไฟฟ้า")
    assert asks(Role.OFFICER).get(reverse("measure-progress", args=[other.pk])).status_code == 404
    assert asks(Role.OFFICER).get(turn.get_absolute_url()).status_code == 404
    assert asks(Role.AUDITOR).get(turn.get_absolute_url()).status_code == 200


def test_of_other_units_a_measure_tells_only_how_many(here, running, page):
    text = page(reverse("measure-progress", args=[running.measures[1].pk]), Role.OFFICER)
    assert "ของส่วนราชการอื่น" in text
    assert "ตรวจนับทุกส่วนราชการ" in text


def test_the_page_of_a_measure_tells_what_was_done_and_what_proves_it(here, running, page, officer, coordinator):
    with here.speaks():
        turn = running.turn("จัดทำ")
        services.report_done(acting=officer, turn=turn, told=Reported(result="ติดป้ายครบ 5 จุด"))
        running.accepted(turn=turn)
        told = Stands(in_force=date(2025, 3, 5), outcome="มีผู้ใช้ช่องทางร้องเรียนเพิ่มขึ้น")
        services.set_standing(acting=coordinator, measure=running.measures[0], told=told)
    text = page(reverse("measure-progress", args=[running.measures[0].pk]))
    for words in ("ติดป้ายครบ 5 จุด", "ภาพถ่ายป้าย 5 จุด", "มีผู้ใช้ช่องทางร้องเรียนเพิ่มขึ้น", "ภาพถ่าย 5 จุด"):
        assert words in text


def test_the_chart_says_the_same_as_its_table(here, running, page):
    text = page(reverse("progress-chart", args=[running.cycle.pk]))
    assert "<svg" in text
    assert text.count("เกินกำหนด") >= 2
    assert "31 ม.ค. 68" in text


def test_progress_is_asked_in_few_queries_whatever_the_number_of_measures(here, running, coordinator):
    with here.speaks():
        running.accepted(turn=running.turn("จัดทำ"))

        def asked() -> int:
            with CaptureQueriesContext(
                connection,
            ) as caught:
                services.progress_of(running.cycle, TODAY)
            return len(caught)

        few = asked()
        for number in range(3, 13):
            measure = Measure.objects.create(
                agency=here.agency, plan=running.plan, number=number, title=f"มาตรการ {number}",
                lead_unit=here.units["กองคลัง"], until=date(2025, 9, 30),
            )  # fmt: skip
            Step.objects.create(agency=here.agency, measure=measure, number=1, text="ขั้นตอน", every_months=1)
        services.ensure_turns(running.plan)
        assert asked() == few <= 9


def test_the_twin_sees_nothing(here, there, running, asks):
    for name, args in (("progress", [running.cycle.pk]), ("measure-progress", [running.measures[0].pk])):
        assert asks(Role.COORDINATOR, there).get(reverse(name, args=args)).status_code == 404
