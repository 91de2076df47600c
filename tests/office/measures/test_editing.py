"""Measures written and put in order; the second of two people is told; a decided plan wants a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from plans_of_an_office import add, plan_for
from prongsai.office.measures import services
from prongsai.office.measures.gaps import gaps_of
from prongsai.office.measures.models import Amendment, Measure, Step
from prongsai.office.measures.services import MeasureTold, StepTold
from prongsai.office.rounds.services import close_round
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web.stale import FIELD


@pytest.fixture
def plan(here):
    with here.speaks():
        return plan_for(here)


@pytest.fixture
def measure(here, plan):
    with here.speaks():
        return add(here, plan)


def form_of(client, address):
    """Give what the form of a page holds, as a browser would send it."""
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in form.fields}
    boxes = {name: "" if value is None else form.fields[name].prepare_value(value) for name, value in sent.items()}
    return {name: value for name, value in boxes.items() if value not in ("", [], None)}


def test_a_measure_of_our_own_is_typed_with_a_period_in_words(here, plan, asks):
    address = reverse("measure-new", args=[plan.round_id])
    client = asks()
    told = {
        "titles": "จัดทำคู่มือ\nจัดระบบบัตรคิว",
        "head": "1",
        "codes": "e๒, o33",
        "lead_unit": here.units["สำนักปลัด"].pk,
        "supporting": [here.units["กองคลัง"].pk],
        "period": "๑ พ.ย. ๒๕๖๗ – ๓๐ ก.ย. ๒๕๖๘",
        "expected_proof": "ภาพถ่าย\nสมุดบัตรคิว",
        FIELD: form_of(client, address)[FIELD],
    }
    assert client.post(address, told).status_code == 302
    with here.speaks():
        made = Measure.objects.get()
        assert (made.title, made.further_titles) == ("จัดทำคู่มือ", ["จัดระบบบัตรคิว"])
        assert (made.since, made.until) == (date(2024, 11, 1), date(2025, 9, 30))
        assert made.codes == ["E2", "O33"]
        assert made.expected_proof == ["ภาพถ่าย", "สมุดบัตรคิว"]
        assert [entry.unit.name for entry in made.supporting.all()] == ["กองคลัง"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"period": "ปลายปี"}, "ไม่ใช่ระยะเวลาที่อ่านได้"),
        ({"period": "30 ก.ย. 2568 – 1 ต.ค. 2567"}, "มาก่อนวันเริ่มต้น"),
        ({"codes": "ข้อสอง"}, "ไม่ใช่เลขข้อคำถาม"),
        ({"titles": "  "}, "id_titles_error"),
        ({"titles": "ก" * 501}, "ไม่เกิน 500 ตัวอักษร"),
        ({"lead_unit": "987654"}, "lead_unit"),
        ({"head": "77"}, "head"),
        ({"expected_proof": "\n".join("ก" for _ in range(41))}, "ไม่เกิน 40 บรรทัด"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words_and_kept_in_its_box(measure, asks, told, said):
    client, address = asks(), reverse("measure-edit", args=[measure.pk])
    answer = client.post(address, form_of(client, address) | told)
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_the_second_of_two_who_edit_is_shown_the_difference(here, measure, asks):
    client, address = asks(), reverse("measure-edit", args=[measure.pk])
    sent = form_of(client, address) | {"finding": "ของคนแรก"}
    assert client.post(address, sent).status_code == 302
    answer = client.post(address, sent | {"finding": "ของคนที่สอง"})
    assert answer.status_code == 409
    assert "ของคนแรก" in answer.content.decode()
    assert "ของคนที่สอง" in answer.content.decode()
    with here.speaks():
        assert Measure.objects.get().finding == "ของคนแรก"


def test_a_form_without_its_mark_is_refused(measure, asks):
    client, address = asks(), reverse("measure-edit", args=[measure.pk])
    sent = {name: value for name, value in form_of(client, address).items() if name != FIELD}
    assert client.post(address, sent).status_code == 400


def rows(measure, *texts, **more):
    sent = {"rows-TOTAL_FORMS": str(len(texts)), "rows-INITIAL_FORMS": "0", "rows-MAX_NUM_FORMS": "60"}
    for number, text in enumerate(texts):
        sent |= {f"rows-{number}-text": text, f"rows-{number}-every_months": "0"}
    return sent | more


def test_steps_are_written_row_by_row(here, measure, asks):
    client, address = asks(), reverse("measure-steps", args=[measure.pk])
    seen = client.get(address).context["form"].initial[FIELD]
    person = here.people[Role.OFFICER]
    who = {"rows-0-who": f"unit-{here.units['กองคลัง'].pk}", "rows-1-who": f"person-{person.pk}"}
    more = {"rows-0-due": "2025-01-31", "rows-1-every_months": "3", FIELD: seen, **who}
    assert client.post(address, rows(measure, "เริ่ม", "ทำซ้ำ", **more)).status_code == 302
    with here.speaks():
        first, second = Step.objects.all()
        assert (first.text, first.due, first.unit.name) == ("เริ่ม", date(2025, 1, 31), "กองคลัง")
        assert (second.every_months, second.due, second.number) == (3, None, 2)
        assert (second.person, second.unit) == (person, person.unit)
    answer = client.post(address, rows(measure, "อีกคน", **{FIELD: seen}))
    assert answer.status_code == 409


def test_a_step_of_the_same_words_stays_the_same_step(here, measure, acting):
    with here.speaks():
        old = measure.steps.get()
        told = [StepTold("ขั้นใหม่"), StepTold(old.text, due=date(2025, 1, 1))]
        services.save_steps(acting=acting(), measure=measure, steps=told)
        new, kept = measure.steps.all()
        assert (kept.pk, kept.number, kept.due) == (old.pk, 2, date(2025, 1, 1))
        assert new.text == "ขั้นใหม่"


def test_measures_change_places_under_their_heading_and_the_first_stays_first(here, plan, asks):
    with here.speaks():
        first, second, other = add(here, plan, "หนึ่ง"), add(here, plan, "สอง"), add(here, plan, "สาม", issue=2)
    client = asks()

    def order():
        with here.speaks():
            return [row.pk for row in Measure.objects.all()]

    client.post(reverse("measure-move", args=[second.pk]), {"up": "1"})
    assert order() == [second.pk, first.pk, other.pk]
    client.post(reverse("measure-move", args=[second.pk]), {"up": "1"})
    client.post(reverse("measure-move", args=[first.pk]), {"down": "1"})
    assert order() == [second.pk, first.pk, other.pk]


def test_a_measure_is_taken_out_of_a_draft_and_the_others_close_up(here, plan, asks):
    with here.speaks():
        first, second = add(here, plan, "หนึ่ง"), add(here, plan, "สอง")
    asks().post(reverse("measure-take-out", args=[first.pk]))
    with here.speaks():
        assert [(row.pk, row.number) for row in Measure.objects.all()] == [(second.pk, 1)]


def test_a_decided_plan_is_changed_with_a_reason_only(here, plan, measure, asks, acting):
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุมครั้งที่ 1")
    client, address = asks(), reverse("measure-edit", args=[measure.pk])
    sent = form_of(client, address) | {"follow_up": "ทุกเดือน"}
    assert client.post(address, sent).status_code == 400
    assert client.post(address, sent | {"because": "มติ 10 มีนาคม"}).status_code == 302
    with here.speaks():
        kept = Amendment.objects.get()
        assert (kept.because, kept.day) == ("มติ 10 มีนาคม", date(2025, 3, 17))
    assert "มติ 10 มีนาคม" in client.get(reverse("measures", args=[plan.round_id])).content.decode()
    assert client.post(reverse("measure-take-out", args=[measure.pk])).status_code == 409
    assert client.post(reverse("measure-move", args=[measure.pk]), {"up": "1"}).status_code == 409


def test_the_service_refuses_what_the_form_would_not_send(here, plan, measure, acting):
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุม")
        with pytest.raises(Conflict):
            services.save_measure(acting=acting(), measure=measure, told=MeasureTold("ใหม่"), because="  ")
        with pytest.raises(Conflict):
            services.save_steps(acting=acting(), measure=measure, steps=[])
        assert not Amendment.objects.exists()


def test_what_is_lacking_and_doubtful_is_named(here, plan):
    with here.speaks():
        add(here, plan, lead_unit=None, expected_proof=[], issue=None, steps=())
        add(here, plan, since=date(2024, 9, 1), until=date(2025, 12, 31), steps=(StepTold("x", due=date(2026, 1, 5)),))
        found = gaps_of(services.measures_of(plan), year=2568, decided=date(2024, 10, 15))
    told = {(gap.measure.number, gap.lacks): set() for gap in found}
    for gap in found:
        told[(gap.measure.number, gap.lacks)].add(gap.words)
    assert told[(2, True)] >= {"ยังไม่มีผู้รับผิดชอบหลัก", "ยังไม่มีขั้นตอน", "ยังไม่มีหลักฐานที่คาดไว้"}
    assert "ขั้นตอนที่ยังไม่มีผู้รับผิดชอบ: ข้อ 1" in told[(1, True)]
    assert told[(1, False)] >= {
        "ระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. 2568",
        "ระยะเวลาเริ่มก่อนวันที่เห็นชอบแผน (15 ตุลาคม 2567)",
        "ขั้นตอนที่ครบกำหนดหลังวันสิ้นสุดมาตรการ: ข้อ 1",
    }


def test_a_closed_year_is_not_worked_on(here, plan, measure, asks, acting):
    with here.speaks():
        close_round(acting=acting(), found=plan.round)
    assert asks().post(reverse("measure-take-out", args=[measure.pk])).status_code == 409


def test_who_only_reads_is_offered_nothing_to_change(plan, measure, asks):
    shown = asks(Role.OFFICER).get(reverse("measures", args=[plan.round_id])).content.decode()
    assert measure.title in shown
    assert "เลื่อนขึ้น" not in shown
    assert "เพิ่มมาตรการเอง" not in shown
    assert "แก้ไขมาตรการ</a>" not in asks(Role.OFFICER).get(measure.get_absolute_url()).content.decode()


def test_what_the_plan_rests_on_is_written_and_the_second_is_told(here, plan, asks):
    client, address = asks(), reverse("measures-facts", args=[plan.round_id])
    seen = client.get(address).context["form"].initial[FIELD]
    told = {"analysed_year": "2566", "limitations": "คนน้อย\nงานมาก", FIELD: seen}
    assert client.post(address, told).status_code == 302
    with here.speaks():
        plan.refresh_from_db()
        assert (plan.analysed_year, plan.limitation_lines) == (2566, ["คนน้อย", "งานมาก"])
    assert client.post(address, told | {"limitations": "อื่น"}).status_code == 409


def test_what_a_decided_plan_rests_on_changes_with_a_reason_too(here, plan, measure, asks, acting):
    with here.speaks():
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุม")
    client, address = asks(), reverse("measures-facts", args=[plan.round_id])
    told = {"limitations": "คนน้อย", FIELD: client.get(address).context["form"].initial[FIELD]}
    assert client.post(address, told).status_code == 400
    assert client.post(address, told | {"because": "มติที่ประชุม"}).status_code == 302
    with here.speaks():
        assert Amendment.objects.get().because == "มติที่ประชุม"


def test_a_year_that_cannot_be_is_not_analysed(here, plan, acting):
    with here.speaks(), pytest.raises(Conflict):
        services.set_plan_facts(acting=acting(), plan=plan, told=services.PlanFacts(1999))
