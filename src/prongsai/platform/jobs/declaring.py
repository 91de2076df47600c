"""How a function becomes a task, and when it runs by itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

AnyTask: TypeAlias = Task[..., Any, ...]

RUNS = 3
"""How often a job is run before it is parked."""

SHORT, LONG = "short", "long"

RETRIES = RetryStrategy(max_attempts=RUNS - 1, exponential_wait=10)
"""After 10 seconds, then after 100: a lock or a server that restarts is over by then."""


def task(*, long: str | None = None) -> Callable[[Callable[..., None]], AnyTask]:
    """Declare a function of numbers as a task; with an argument `agency` it runs in the scope of that agency.

    A short task runs in one transaction. A `long` one runs in none, and names its lane (`backup`, `sending`): of one
    lane at most one runs at a time, so that short work, for which a worker has more places than there are lanes, waits
    for none of them and a back-up does not hold up what is sent.
    """

    def declare(function: Callable[..., None]) -> AnyTask:
        declared: AnyTask = app.task(
            queue=LONG if long else SHORT, lock=f"{LONG}:{long}" if long else None, retry=RETRIES
        )(function)
        return declared

    return declare


def every(cron: str) -> Callable[[Callable[[], None]], AnyTask]:
    """Declare work of the installation that runs by itself: `@every(daily(1))` over a function without arguments.

    Each time runs once, however many schedulers there are. A time that was missed runs late, at most seven days; of
    several missed ones the last. While one waits no other is queued.
    """

    def declare(function: Callable[[], None]) -> AnyTask:
        @wraps(function)
        def run(timestamp: int = 0) -> None:  # noqa: ARG001 - the queue tells for which time it runs
            function()

        name = f"{function.__module__}.{function.__qualname__}"
        declared: AnyTask = app.task(queue=SHORT, retry=RETRIES, queueing_lock=name)(run)
        app.periodic(cron=cron)(declared)
        return declared

    return declare


def takes_agency(declared: AnyTask) -> bool:
    """Say whether a task belongs to an agency: it takes an argument `agency`."""
    return "agency" in inspect.signature(declared.func).parameters
