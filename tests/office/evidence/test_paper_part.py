"""What progress tells the page of the monthly meeting: states, what is late by unit, proof lacking; never people."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest
from django.urls import reverse

from prongsai.office.evidence import services
from prongsai.office.evidence.paper_part import NO_UNIT, for_meeting
from prongsai.office.evidence.services import Reported, Stands
from prongsai.office.measures.models import PlanState
from prongsai.platform.accounts.models import Role

TODAY = date(2025, 3, 17)


def told(here, running) -> dict:
    with here.speaks():
        return dict(for_meeting(running.cycle, TODAY))


def test_each_measure_stands_there_with_its_state_and_the_late_units(here, running):
    first, second = told(here, running)["progress"]
    assert (first.unit, first.state) == ("สำนักปลัด", "เกินกำหนด")
    assert first.measure.startswith("M01 ")
    assert first.remark == "เสร็จแล้ว 0 จาก 10 ครั้ง; เกินกำหนด สำนักปลัด 3 ครั้ง"
    assert second.unit == "กองคลัง"
    assert "เกินกำหนด" not in second.remark


def test_proof_that_is_lacking_is_told_by_unit_and_measure(here, running, officer):
    with here.speaks():
        services.report_done(acting=officer, turn=running.turn("จัดทำ"), told=Reported(result="ติดป้าย 5 จุด"))
    found = told(here, running)
    (task,) = found["tasks"]
    assert (task.unit, task.what, task.due) == (
        "สำนักปลัด", "หลักฐานของขั้นตอนที่ดำเนินการแล้ว M01 1 ครั้ง", date(2025, 3, 10)
    )  # fmt: skip
    assert found["progress"][0].remark.endswith("ยังขาดหลักฐาน สำนักปลัด 1 ครั้ง")


def test_accepted_proof_is_not_asked_for_again(here, running, officer):
    with here.speaks():
        turn = running.turn("จัดทำ")
        services.report_done(acting=officer, turn=turn, told=Reported(result="ติดป้าย 5 จุด"))
        running.accepted(turn=turn)
    found = told(here, running)
    assert found["tasks"] == ()
    assert "เสร็จแล้ว 1 จาก 10 ครั้ง" in found["progress"][0].remark


def test_what_was_stopped_is_told_with_its_reason_and_is_never_late(here, running, coordinator):
    with here.speaks():
        stands = Stands(stopped=date(2025, 3, 10), stopped_because="ไม่มีงบประมาณ")
        services.set_standing(acting=coordinator, measure=running.measures[0], told=stands)
    assert told(here, running)["progress"][0].remark == "ยุติเมื่อ 10 มี.ค. 68 ไม่มีงบประมาณ"


def test_a_measure_of_no_unit_says_so(here, running):
    with here.speaks():
        type(running.measures[0]).objects.filter(pk=running.measures[0].pk).update(lead_unit=None)
    assert told(here, running)["progress"][0].unit == NO_UNIT


def test_a_plan_that_is_not_decided_leaves_the_gap(here, running):
    with here.speaks():
        running.plan.state = PlanState.DRAFT
        running.plan.save()
    assert told(here, running) == {}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.OFFICER])
def test_the_page_of_the_meeting_carries_it_and_names_nobody(here, asks, running, role):
    answer = asks(role).get(reverse("round-paper", args=[running.cycle.pk, "meeting"]), {"as": "docx"})
    document = docx.Document(BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "".join([each.text for each in document.paragraphs] + cells).replace("\u200b", "")
    assert "เกินกำหนด สำนักปลัด" in text
    assert text.count("ความก้าวหน้าของมาตรการ") == 1  # the heading alone: no gap
    for person in here.people.values():
        assert person.family_name not in text
