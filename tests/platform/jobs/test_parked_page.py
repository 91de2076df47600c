"""The system administrator sees what was set aside, tries it again or drops it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.models import Line
from prongsai.platform.jobs.queue import later


@pytest.fixture
def parked(twins, tasks, sql):
    """A parked job of each office."""
    jobs = [later(tasks.look_around, agency=office.agency.pk) for office in twins]
    sql("UPDATE procrastinate_jobs SET status = 'failed', attempts = 2")
    return jobs


@pytest.fixture
def admin(twins, client_of):
    return client_of(twins[0], Role.SYSTEM_ADMIN)


def test_the_page_names_the_job_and_offers_both_deeds(admin, parked, twins):
    told = admin.get(reverse("jobs-parked")).content.decode()
    assert "conftest.look_around" in told
    assert reverse("job-try-again", args=[parked[0]]) in told
    assert reverse("job-drop", args=[parked[0]]) in told
    assert twins[1].canary not in told


def test_an_empty_page_says_so(admin):
    assert "ไม่มีงานที่พักไว้" in admin.get(reverse("jobs-parked")).content.decode()


@pytest.mark.parametrize(("deed", "status"), [("job-try-again", "todo"), ("job-drop", "cancelled")])
def test_a_deed_is_done_once_and_pressed_twice_is_a_conflict(admin, parked, deed, status):
    answers = [admin.post(reverse(deed, args=[parked[0]])).status_code for _ in range(2)]
    assert answers == [302, 409]
    assert ProcrastinateJob.objects.get(pk=parked[0]).status == status


@pytest.mark.parametrize("deed", ["job-try-again", "job-drop"])
def test_the_job_of_another_agency_is_left_alone(admin, parked, deed):
    assert admin.post(reverse(deed, args=[parked[1]])).status_code == 404
    assert ProcrastinateJob.objects.get(pk=parked[1]).status == "failed"


@pytest.mark.parametrize("deed", ["job-try-again", "job-drop"])
def test_looking_at_the_address_of_a_deed_does_nothing(admin, parked, deed):
    assert admin.get(reverse(deed, args=[parked[0]])).status_code == 405
    assert ProcrastinateJob.objects.get(pk=parked[0]).status == "failed"


def test_a_deed_needs_the_token_of_its_form(twins, parked, client_of):
    client = client_of(twins[0], Role.SYSTEM_ADMIN, enforce_csrf_checks=True)
    assert client.post(reverse("job-drop", args=[parked[0]])).status_code == 403


def test_each_deed_is_recorded(transactional_db, admin, parked, twins):
    admin.post(reverse("job-drop", args=[parked[0]]))
    with twins[0].speaks():
        assert Line.objects.filter(action="job.dropped", thing=f"job:{parked[0]}").exists()
