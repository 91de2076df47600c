"""How the queue stands, for `doctor` and the page of the system administrator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker


@dataclass(frozen=True, slots=True)
class Standing:
    """`heard`: when a worker last told that it lives (every ten seconds), None where none ever did."""

    heard: datetime | None
    waiting: int
    running: int
    parked: int


def standing() -> Standing:
    """Count the jobs of the queue and find the newest sign of life of a worker."""
    heard = ProcrastinateWorker.objects.aggregate(last=Max("last_heartbeat"))["last"]
    counted = ProcrastinateJob.objects.aggregate(
        waiting=Count("pk", filter=Q(status="todo")),
        running=Count("pk", filter=Q(status="doing")),
        parked=Count("pk", filter=Q(status="failed")),
    )
    return Standing(heard, counted["waiting"], counted["running"], counted["parked"])
