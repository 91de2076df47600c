"""When the time has run out: the reason is told, and again every seven days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deeds_on_cases import anew, does
from prongsai.platform.notices.models import FollowUp
from prongsai.platform.notices.services.following import take_due_steps
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases import services
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.services.writing import REASON
from prongsai.registers.cases.states import CaseState
from prongsai.registers.cases.tasks import look_for_late_cases_here

DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS)
def test_a_case_is_late_from_the_day_after_its_due_day(due, today):
    case = Case(state=CaseState.IN_WORK, due=due)
    assert case.is_late(today) == (today > due)
    assert (case.reason_due(today) is not None) == (today > due)
    assert not Case(state=CaseState.IN_WORK).is_late(today)
    assert not Case(state=CaseState.PAPERS_ASKED, due=due).is_late(today)
    assert not Case(state=CaseState.FINISHED, due=due).is_late(today)


def test_on_the_due_day_nothing_is_late_and_a_day_later_it_is(here, asks, case, turn):
    turn(date(2025, 3, 24))
    client = asks()
    assert "เกินกำหนดแล้ว" not in client.get(case.get_absolute_url()).content.decode()
    turn(date(2025, 3, 25))
    assert "เกินกำหนดแล้ว" in client.get(case.get_absolute_url()).content.decode()


def test_the_reason_is_followed_up_told_and_asked_for_again_after_seven_days(here, asks, case, turn):
    turn(date(2025, 3, 25))
    with here.speaks():
        assert services.follow_late_cases(agency=here.agency, by="job:1") == 1
        assert FollowUp.objects.running().get(kind=REASON).due == date(2025, 3, 25)
    assert does(asks(), case, "late", words="รออะไหล่").status_code == 302
    with here.speaks():
        assert anew(case).reason_due(date(2025, 3, 26)) == date(2025, 4, 1)
        assert FollowUp.objects.running().get(kind=REASON).due == date(2025, 4, 1)
        assert services.follow_late_cases(agency=here.agency, by="job:1") == 0
        assert [line.words for line in case.entries.for_applicant()][-1] == "รออะไหล่"
    turn(date(2025, 4, 1))
    with here.speaks():
        assert services.follow_late_cases(agency=here.agency, by="job:1") == 1


def test_the_follow_up_of_the_reason_ends_with_the_case(here, asks, case, turn):
    turn(date(2025, 3, 25))
    with here.speaks():
        services.follow_late_cases(agency=here.agency, by="job:1")
    does(asks(), case, "finish", words="เสร็จแล้ว")
    with here.speaks():
        assert not FollowUp.objects.running().filter(kind=REASON).exists()


def test_a_follow_up_goes_on_while_the_reason_is_not_told_and_stops_while_the_applicant_is_waited_for(
    here, acting, case, turn
):
    turn(date(2025, 3, 25))
    with here.speaks():
        services.follow_late_cases(agency=here.agency, by="job:1")
        assert take_due_steps(by="job:1") >= 1
        services.move(acting=acting(), case=case, to=CaseState.WITH_APPLICANT, words="สะดวกวันไหน")
        assert not FollowUp.objects.running().filter(kind=REASON).exists()


def test_no_reason_is_taken_for_what_is_in_time(here, acting, case):
    with here.speaks(), pytest.raises(Conflict):
        services.tell_why_late(acting=acting(), case=case, words="รออะไหล่")


def test_the_morning_job_looks_in_the_agency(here, case, turn):
    turn(date(2025, 3, 25) + timedelta(days=3))
    with here.speaks():
        look_for_late_cases_here(here.agency.pk)
        assert FollowUp.objects.running().filter(kind=REASON, thing=case.pk).exists()
