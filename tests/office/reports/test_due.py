"""What is due when, whose task it is, and what the home page says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import fiscal_year_span
from prongsai.office.reports.due import due_in, last_day_of
from prongsai.office.reports.home_sources import HowMuchIsProven, ReportsWithoutSignedCopy
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.month import month_of
from prongsai.office.reports.task_sources import ReportTasks
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.states import State
from reported_years import stands


def tasks(year, day: date, **asked):
    with year.office.speaks():
        return list(ReportTasks().open_tasks(day, **asked))


@given(st.integers(2557, 2639))
def test_every_year_has_a_report_in_april_and_one_in_october(fiscal_year):
    six, twelve = due_in(fiscal_year)
    assert (six.kind, twelve.kind) == (ReportKind.SIX, ReportKind.TWELVE)
    assert (six.opens.month, six.closes.month, six.closes.day) == (4, 4, 15)
    assert (twelve.opens.month, twelve.closes.month, twelve.closes.day) == (10, 10, 31)
    assert twelve.until == fiscal_year_span(fiscal_year).end
    assert six.is_open(six.opens)
    assert not six.is_late(six.closes)


def test_a_monthly_page_covers_until_its_day_and_others_until_their_half_or_year():
    day = date(2025, 3, 17)
    assert last_day_of(ReportKind.MONTHLY, 2568, day) == day
    assert last_day_of(ReportKind.SIX_MEMO, 2568, day) == date(2025, 3, 31)
    assert last_day_of(ReportKind.MEASURES, 2568, day) == date(2025, 9, 30)


@pytest.mark.parametrize(("day", "kinds"), [
    (date(2025, 3, 31), []),
    (date(2025, 4, 1), ["six"]),
    (date(2025, 10, 1), ["six", "twelve"]),
])  # fmt: skip
def test_the_coordinator_is_asked_when_it_is_time(year, day, kinds):
    found = tasks(year, day)
    assert [task.key.split(":")[1] for task in found] == kinds
    coordinator = year.office.people[Role.COORDINATOR].pk
    assert {task.person for task in found} <= {coordinator}
    assert tasks(year, day, person=coordinator) == found
    assert tasks(year, day, person=year.office.people[Role.OFFICER].pk) == []
    assert tasks(year, day, units=frozenset({1})) == []


def test_a_report_that_was_made_is_to_be_signed_and_then_nothing_is_to_be_done(year, makes):
    day = date(2025, 4, 2)
    assert tasks(year, day)[0].url_name == "reports"
    report = makes()
    (task,) = tasks(year, day)
    assert (task.url_name, task.arguments, task.due) == ("report", {"report": report.pk}, date(2025, 4, 15))
    with year.office.speaks():
        Report.objects.update(signed=day, day=day)
    assert tasks(year, day) == []


def test_nothing_is_due_of_a_plan_that_nobody_decided_or_of_a_closed_year(year):
    with year.office.speaks():
        year.cycle.closed = date(2025, 3, 1)
        year.cycle.save()
    assert tasks(year, date(2025, 4, 2)) == []
    with year.office.speaks():
        year.cycle.closed = None
        year.cycle.save()
        year.proven.plan.state = "draft"
        year.proven.plan.save()
    assert tasks(year, date(2025, 4, 2)) == []


def test_the_home_page_names_what_waits_for_its_signed_copy(year, makes):
    makes()
    report = makes(ReportKind.MONTHLY)
    with year.office.speaks():
        lines = list(ReportsWithoutSignedCopy().lines(date(2025, 3, 17)))
        assert list(ReportsWithoutSignedCopy().lines(date(2025, 3, 17), units=frozenset({1}))) == []
    assert lines[0].arguments == {"report": report.pk}
    assert all("รอสำเนาที่ลงนามแล้ว" in line.words for line in lines)
    with year.office.speaks():
        Report.objects.update(signed=date(2025, 3, 17), day=date(2025, 3, 17))
        assert list(ReportsWithoutSignedCopy().lines(date(2025, 3, 17))) == []


def test_the_figure_of_the_home_page_is_how_many_results_have_proof(year, makes):
    with year.office.speaks():
        assert list(HowMuchIsProven().lines(date(2025, 3, 17))) == []
    makes()
    with year.office.speaks():
        (line,) = HowMuchIsProven().lines(date(2025, 3, 17))
    assert "2 จาก 3" in line.words


def test_the_month_counts_measures_and_names_nobody(year):
    with year.office.speaks():
        stands(year.idle, in_force=date(2025, 3, 1))
        month = month_of(year.cycle, date(2025, 3, 17))
    assert month.measures == 4
    assert month.counted[State.DONE] == 1
    assert month.proven == 1
    assert "กองคลัง" not in " ".join(month.matters)
    assert any("รอหลักฐาน" in words for words in month.matters)
    assert month.next_event is not None
