"""Long work never takes the place of short work."""

from __future__ import annotations

import time

from procrastinate.contrib.django.models import ProcrastinateEvent

from prongsai.platform.jobs.queue import later


def test_short_work_is_done_while_two_long_jobs_wait(twins, tasks, run_worker, monkeypatch):
    here = twins[0].agency.pk
    order = []

    def slowly(agency: int) -> None:
        order.append("long begins")
        time.sleep(0.6)
        order.append("long ends")

    def quickly(agency: int, number: int = 0) -> None:
        order.append("short")

    monkeypatch.setattr(tasks.count, "func", slowly)
    monkeypatch.setattr(tasks.look_around, "func", quickly)
    for _ in range(2):
        later(tasks.count, agency=here)
    later(tasks.look_around, agency=here)
    run_worker()
    run_worker()
    assert order == ["long begins", "short", "long ends", "long begins", "long ends"]


def test_long_work_of_another_lane_does_not_wait(twins, tasks, run_worker, monkeypatch):
    here = twins[0].agency.pk
    order = []

    def slowly(agency: int) -> None:
        order.append("long begins")
        time.sleep(0.6)
        order.append("long ends")

    monkeypatch.setattr(tasks.count, "func", slowly)
    monkeypatch.setattr(tasks.count_elsewhere, "func", lambda agency: order.append("other lane"))
    later(tasks.count, agency=here)
    later(tasks.count_elsewhere, agency=here)
    run_worker()
    assert order == ["long begins", "other lane", "long ends"]


def test_each_run_is_noted(twins, tasks, run_worker):
    job = later(tasks.count, agency=twins[0].agency.pk)
    run_worker()
    kinds = ProcrastinateEvent.objects.filter(job_id=job).order_by("id").values_list("type", flat=True)
    assert list(kinds) == ["deferred", "started", "succeeded"]
