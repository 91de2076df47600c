"""The invented office has the report of its closed year, signed, and the measures of the running one."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from prongsai.office.reports.demo import load_demo_reports
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.services import learning_of, signed_report
from prongsai.office.rounds.services import round_of
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.states import State


@pytest.fixture
def office(db):
    office, twin = load_demo(force=True)
    for command in ("load_demo_year", "load_demo_measures", "load_demo_progress", "load_demo_reports"):
        call_command(command, verbosity=0)
    with speaking(twin.pk, actor="test"):
        assert not Report.objects.exists()
    return office


def test_the_papers_of_the_story_are_there_once_and_signed(office):
    assert load_demo_reports(office) == 0
    with speaking(office.pk, actor="test"):
        report = signed_report(round_of(2567), ReportKind.TWELVE)
        measures = signed_report(round_of(2568), ReportKind.MEASURES)
    assert (report.day, report.signed, report.made) == (date(2024, 11, 5), date(2024, 11, 5), date(2024, 11, 4))
    assert len(report.told.measures) == 8
    assert len(measures.told.measures) == 16
    assert report.is_intact
    assert not report.is_draft


def test_a_measure_was_done_and_yet_its_indicator_fell(office):
    with speaking(office.pk, actor="test"):
        learned = learning_of(round_of(2567), office.demo_today)
    fourth = learned.measures[3]
    (indicator,) = [moved for moved in fourth.moved if moved.code == "4"]
    assert str(indicator.change) == "-4.89"
    assert {moved.code for moved in fourth.moved if moved.change is None} <= {"I19", "I20"}
    assert not learned.effect_first


def test_the_running_year_cannot_be_concluded_yet(office):
    with speaking(office.pk, actor="test"):
        learned = learning_of(round_of(2568), office.demo_today)
    assert learned.after is None
    assert all(moved.change is None for each in learned.measures for moved in each.moved)
    assert State.DONE in {each.progress.state for each in learned.measures}
