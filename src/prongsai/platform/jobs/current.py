"""Which job is running here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_job: ContextVar[int | None] = ContextVar("job", default=None)


def current_job() -> int | None:
    """Give the number of the job that is running here, None outside one."""
    return _job.get()


@contextmanager
def within_job(number: int | None) -> Iterator[None]:
    """Be that job inside this scope."""
    before = _job.set(number)
    try:
        yield
    finally:
        _job.reset(before)
