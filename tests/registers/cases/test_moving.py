"""A case goes from state to state."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deeds_on_cases import anew, does
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.working import WorkingCalendar
from prongsai.platform.notices.models import FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases import services
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.services.clock import due_day
from prongsai.registers.cases.services.writing import DUE, END
from prongsai.registers.cases.states import CLOSED, OPEN, TRANSITIONS, WAITING, CaseState

WORDS = {"words": "แก้ไขแล้ว"}


def page_of(client, case) -> str:
    return client.get(case.get_absolute_url()).content.decode()


def test_an_officer_takes_a_case_up_and_finishes_it_with_a_result(here, asks, case):
    client = asks(Role.UNIT_HEAD)
    assert does(client, case, "start").status_code == 302
    with here.speaks():
        assert anew(case).officer == here.people[Role.UNIT_HEAD]  # who takes up what nobody has, has it
    assert does(client, case, "finish", **WORDS).status_code == 302
    with here.speaks():
        ended = anew(case)
        assert (ended.state, ended.closed_on, ended.result) == ("finished", date(2025, 3, 17), "แก้ไขแล้ว")
        assert (ended.is_in_time, ended.end_due) == (True, date(2025, 3, 24))
        assert [line.state for line in ended.entries.for_applicant()] == ["", "work", "finished"]


def test_who_takes_up_what_nobody_has_becomes_the_officer_in_charge(here, acting, received):
    with here.speaks():
        case = received(here, by=Role.OFFICER, unit="กองคลัง").case
        assert case.officer is None
        moved = services.move(acting=acting(Role.UNIT_HEAD), case=case, to=CaseState.IN_WORK)
        assert moved.officer == here.people[Role.UNIT_HEAD]


def test_every_step_is_allowed_or_refused_as_the_table_says(here, received):
    with here.speaks():
        keep = received(here).case
        for state in CaseState:
            for then in CaseState:
                case = received(here).case
                changes = {"state": state, "closed_on": date(2025, 3, 17) if state in CLOSED else None}
                changes |= {"waiting_since": date(2025, 3, 17) if state in WAITING else None}
                changes |= {"merged_into": keep if state == "merged" else None}
                type(case).objects.filter(pk=case.pk).update(**changes)
                told = {"words": "เหตุผล", "merged_into": keep if then == "merged" else None}
                if then in TRANSITIONS[state]:
                    assert services.move(acting="test", case=case, to=then, **told).state == then
                else:
                    with pytest.raises(Conflict):
                        services.move(acting="test", case=case, to=then, **told)


def test_a_closed_state_leads_nowhere_and_every_open_one_to_an_end():
    assert all(not TRANSITIONS[state] for state in CLOSED)
    assert all(TRANSITIONS[state] & CLOSED for state in OPEN)
    assert set(TRANSITIONS) == set(CaseState)


def test_a_kind_with_fewer_states_refuses_the_others(here, received, monkeypatch):
    few = frozenset({CaseState.RECEIVED, CaseState.IN_WORK, CaseState.FINISHED})
    monkeypatch.setitem(kinds._kinds, "loan", CaseKind("loan", "Loan", "lending", "duty", 5, states=few))
    with here.speaks():
        case = received(here, kind="loan").case
        with pytest.raises(Conflict):
            services.move(acting="test", case=case, to=CaseState.REJECTED, words="ไม่ได้")
        services.move(acting="test", case=case, to=CaseState.IN_WORK)


def test_papers_are_asked_for_once_and_never_again(here, asks, case):
    client = asks()
    assert does(client, case, "papers", words="สำเนาโฉนด").status_code == 302
    assert does(client, case, "came", words="ได้รับแล้ว").status_code == 302
    assert "ขอเอกสารเพิ่ม" not in [str(each.deed.label) for each in client.get(case.get_absolute_url()).context["deeds"]]
    with here.speaks(), pytest.raises(Conflict, match="เอกสาร"):
        services.move(acting="test", case=case, to=CaseState.PAPERS_ASKED, words="อีกฉบับ")


def test_the_clock_stands_while_the_applicant_is_waited_for(here, acting, turn, case):
    with here.speaks():
        assert case.due == date(2025, 3, 24)
        turn(date(2025, 3, 18))
        waiting = services.move(acting=acting(), case=case, to=CaseState.PAPERS_ASKED, words="โฉนด")
        assert not waiting.is_late(date(2025, 5, 1))
        turn(date(2025, 3, 25))
        back = services.move(acting=acting(), case=case, to=CaseState.IN_WORK)
        assert (back.waited_days, back.due, back.waiting_since) == (5, date(2025, 3, 31), None)


def test_a_kind_whose_clock_does_not_stand_keeps_its_day(here, acting, turn, received, monkeypatch):
    running = CaseKind("loan", "Loan", "lending", "duty", 5, stops_while_waiting=False)
    monkeypatch.setitem(kinds._kinds, "loan", running)
    with here.speaks():
        case = received(here, kind="loan").case
        services.move(acting=acting(), case=case, to=CaseState.WITH_APPLICANT, words="วันไหนสะดวก")
        turn(date(2025, 3, 20))
        assert services.move(acting=acting(), case=case, to=CaseState.IN_WORK).due == date(2025, 3, 24)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(0, 60), st.integers(0, 30))
def test_a_day_waited_moves_the_due_day_by_a_working_day(received, limit, waited):
    calendar = WorkingCalendar()
    due = due_day(received, limit, waited, calendar)
    first = calendar.on_or_after(received)
    assert calendar.between(first, due) == limit + waited
    assert due == first or calendar.is_working(due)
    assert due_day(received, None, waited, calendar) is None


@pytest.mark.parametrize("deed", ["finish", "reject", "forward", "papers", "ask"])
def test_what_the_applicant_is_to_know_is_not_left_empty(here, asks, case, deed):
    answer = does(asks(), case, deed, words=" \u200b ")
    assert answer.status_code == 400
    with here.speaks():
        assert anew(case).state == "received"
        with pytest.raises(Conflict):
            services.move(acting="test", case=case, to=CaseState.REJECTED, words="  ")


def test_a_skipped_or_repeated_step_is_a_conflict(asks, case):
    client = asks()
    first = client.get(case.get_absolute_url())
    seen = {"seen": first.context["deeds"][0].form["seen"].value()}
    address = reverse("case-deed", args=[case.pk, "finish"])
    assert client.post(address, {**seen, **WORDS}).status_code == 302
    assert client.post(address, {**seen, **WORDS}).status_code == 409
    assert client.post(reverse("case-deed", args=[case.pk, "came"]), seen).status_code == 409


def test_two_at_one_case_the_second_is_told_what_stands_and_what_was_sent(here, asks, case):
    one, two = asks(), asks(Role.UNIT_HEAD)
    seen = two.get(case.get_absolute_url()).context["deeds"][0].form["seen"].value()
    does(one, case, "papers", words="สำเนาโฉนด")
    address = reverse("case-deed", args=[case.pk, "reject"])
    answer = two.post(address, {"seen": seen, "words": "ไม่อยู่ในอำนาจ"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "สำเนาโฉนด" in page
    assert "ไม่อยู่ในอำนาจ" in page
    with here.speaks():
        assert anew(case).state == "papers"


@pytest.mark.parametrize("seen", [None, "", "x" * 300])
def test_a_form_without_its_mark_is_refused(asks, case, seen):
    sent = WORDS if seen is None else {**WORDS, "seen": seen}
    assert asks().post(reverse("case-deed", args=[case.pk, "finish"]), sent).status_code == 400


def test_papers_come_with_the_result_and_are_read_by_who_sees_the_case(asks, case, there):
    client = asks()
    paper = SimpleUploadedFile("หนังสือตอบ.txt", "แก้ไขแล้ว".encode(), "text/plain")
    assert does(client, case, "finish", **WORDS, files=paper).status_code == 302
    (stored,) = client.get(case.get_absolute_url()).context["lines"][0].papers
    assert client.get(stored.get_absolute_url()).status_code == 200
    assert asks(Role.COORDINATOR).get(stored.get_absolute_url()).status_code == 404
    assert asks(Role.OFFICER, there).get(stored.get_absolute_url()).status_code == 404


def test_a_file_of_a_foreign_kind_is_refused_on_the_page_with_what_was_typed(here, asks, case):
    bad = SimpleUploadedFile("a.exe", b"MZ\x90", "application/octet-stream")
    answer = does(asks(), case, "finish", **WORDS, files=bad)
    assert answer.status_code == 415
    assert "แก้ไขแล้ว" in answer.content.decode()
    with here.speaks():
        assert anew(case).state == "received"


def test_the_end_is_to_be_told_within_seven_days_and_is_told_once(here, asks, case, turn):
    client = asks()
    does(client, case, "finish", **WORDS)
    with here.speaks():
        assert FollowUp.objects.running().get(kind=END).due == date(2025, 3, 24)
        assert not FollowUp.objects.running().filter(kind=DUE).exists()
    turn(date(2025, 3, 19))
    assert does(client, case, "end-told", day="2025-03-16", words="โทรศัพท์").status_code == 409
    assert does(client, case, "end-told", day="2025-03-20", words="โทรศัพท์").status_code == 409
    assert does(client, case, "end-told", day="2025-03-18", words="โทรศัพท์").status_code == 302
    with here.speaks():
        assert anew(case).end_told_on == date(2025, 3, 18)
        assert not FollowUp.objects.running().exists()
        with pytest.raises(Conflict):
            services.tell_end(acting="test", case=case, day=date(2025, 3, 18), words="อีกครั้ง")


def test_of_a_withdrawn_case_no_end_is_to_be_told(here, asks, case):
    assert does(asks(), case, "withdraw").status_code == 302
    with here.speaks():
        assert anew(case).end_due is None


def test_a_note_is_for_staff_only(here, asks, case):
    does(asks(), case, "note", words="โทรถามผู้ใหญ่บ้านแล้ว")
    with here.speaks():
        assert [line.words for line in case.entries.for_applicant()] == [""]
    assert "โทรถามผู้ใหญ่บ้านแล้ว" in page_of(asks(), case)


@pytest.mark.parametrize("deed", ["start", "nothing"])
def test_a_deed_is_done_by_post_and_one_that_is_not_known_is_not_there(asks, case, deed):
    assert asks().get(reverse("case-deed", args=[case.pk, deed])).status_code == 405
    assert asks().post(reverse("case-deed", args=[case.pk, "nothing"])).status_code == 404
