"""How far a long job is, as a page shows it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse

from prongsai.platform.accounts.models import Role
from prongsai.platform.jobs.models import JobProgress
from prongsai.platform.jobs.progress import show_progress, tell_progress
from prongsai.platform.jobs.queue import later


@pytest.fixture
def counting(twins, tasks):
    """A long job of the first office, with a page that waits for it."""
    with twins[0].speaks():
        job = later(tasks.count)
        show_progress(job, title="Reading", then="/result/")
    return job


@pytest.fixture
def page(twins, client_of):
    """The page of a job as the officer of the first office gets it."""
    return lambda job, **headers: client_of(twins[0], Role.OFFICER).get(
        reverse("job-progress", args=[job]), headers=headers
    )


def test_a_page_waits_and_then_leads_to_the_result(twins, counting, page, run_worker):
    assert "/result/" not in page(counting).content.decode()
    run_worker()
    with twins[0].speaks():
        shown = JobProgress.objects.get()
        assert (shown.state, shown.done, shown.total, shown.message) == ("done", 3, 3, "Reading")
    assert "/result/" in page(counting).content.decode()


def test_each_step_of_a_long_job_is_seen_while_it_runs(twins, counting, page, tasks, run_worker, monkeypatch):
    """Seen over another connection, which knows only what is committed."""
    seen = []

    def ask() -> None:
        try:
            seen.append(page(counting).content.decode())
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        monkeypatch.setattr(tasks.count, "func", lambda agency: (tell_progress(2, 3), pool.submit(ask).result()))
        run_worker()
    assert 'value="2"' in seen[0]


def test_the_page_asks_again_by_itself_until_the_job_is_over(page, counting, run_worker):
    waiting = page(counting).content.decode()
    assert 'http-equiv="refresh"' in waiting
    assert "every 2s" in waiting
    run_worker()
    over = page(counting).content.decode()
    assert 'http-equiv="refresh"' not in over
    assert "every 2s" not in over


def test_htmx_gets_only_the_part_that_changes(page, counting):
    part = page(counting, HX_Request="true").content.decode()
    assert part.lstrip().startswith('<div id="progress"')


def test_another_agency_does_not_see_it(twins, counting, client_of):
    client = client_of(twins[1], Role.COORDINATOR)
    assert client.get(reverse("job-progress", args=[counting])).status_code == 404


def test_a_task_that_no_page_waits_for_tells_its_progress_to_nobody(twins, tasks, run_worker, status_of):
    job = later(tasks.count, agency=twins[0].agency.pk)
    run_worker()
    assert (status_of(job), tasks.seen) == ("succeeded", [("step", 1), ("step", 2), ("step", 3)])


def test_progress_told_outside_a_job_changes_nothing(twins, counting):
    with twins[0].speaks():
        tell_progress(2, 3)
        assert JobProgress.objects.get().done == 0


@pytest.mark.parametrize("strange", ["//evil.example", "https://evil.example", "/\\evil", "javascript:x"])
def test_the_way_on_leads_nowhere_else(twins, strange):
    with twins[0].speaks(), pytest.raises(ValueError, match="address"):
        show_progress(1, title="Reading", then=strange)


def test_progress_is_shown_to_an_agency_only():
    with pytest.raises(ValueError, match="none speaks"):
        show_progress(1, title="Reading")
