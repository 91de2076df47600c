"""Sample tasks, and a real worker that runs until nothing waits any more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from cast import Office, make_twins
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.jobs.current import current_job
from prongsai.platform.jobs.declaring import task
from prongsai.platform.jobs.progress import tell_progress
from prongsai.platform.tenancy.speaker import current_speaker

SEEN: list[tuple[object, ...]] = []


@task()
def look_around(agency: int, number: int = 0) -> None:
    SEEN.append((agency, number, current_speaker().actor, sorted(Unit.objects.values_list("agency_id", flat=True))))


@task()
def look_after_the_installation(number: int) -> None:
    SEEN.append((None, number, current_speaker().agency, Unit.objects.count()))


@task()
def write_and_fail(agency: int) -> None:
    SEEN.append(("ran", current_job()))
    Unit.objects.create(agency_id=agency, name="ครึ่งทาง")
    raise KeyError("ชื่อคนในข้อความ")


@task(long="tests")
def count_to_three(agency: int) -> None:
    for done in range(1, 4):
        tell_progress(done, 3, "Reading")
        SEEN.append(("step", done))


@task(long="another lane")
def count_elsewhere(agency: int) -> None:
    SEEN.append(("elsewhere", agency))


@pytest.fixture
def tasks():
    """The sample tasks, and what they saw."""
    SEEN.clear()
    return SimpleNamespace(
        look_around=look_around,
        of_installation=look_after_the_installation,
        write_and_fail=write_and_fail,
        count=count_to_three,
        count_elsewhere=count_elsewhere,
        seen=SEEN,
    )


@pytest.fixture(autouse=True)
def _empty_queue(request):
    """Begin without jobs: the flush after a transactional test does not know the tables of the queue."""
    real = {"run_worker", "transactional_db"} & set(request.fixturenames)
    request.getfixturevalue("transactional_db" if real else "db")
    for table in ("periodic_defers", "events", "jobs", "workers"):
        in_sql(f"DELETE FROM procrastinate_{table}")


@pytest.fixture
def twins(_empty_queue):
    return make_twins()


@pytest.fixture
def run_worker(transactional_db, monkeypatch):
    """Run a real worker, in this process, until no job is due.

    Its threads keep no connection open, and it begins no periodic work of its own.
    """

    def run() -> None:
        with monkeypatch.context() as meanwhile, app.replace_connector(app.connector.get_worker_connector()):
            meanwhile.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
            meanwhile.setattr(app.periodic_registry, "periodic_tasks", {})
            aside(lambda: app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False))

    return run


@pytest.fixture
def run_to_the_end(run_worker):
    """Run a worker again and again, as if the pauses before retries were over."""

    def run(rounds: int = 4) -> None:
        for _ in range(rounds):
            in_sql("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
            run_worker()

    return run


@pytest.fixture
def client_of():
    """Sign in as an account of an office."""

    def sign_in(office: Office, role: Role, **options: object) -> Client:
        client = Client(**options)
        office.enters(client, role)
        return client

    return sign_in


def aside(deed: Callable[[], None]) -> None:
    """Do something in a thread of its own: a test in a browser may have left an event loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(deed).result()


@pytest.fixture
def in_a_loop():
    """Run a coroutine to its end."""
    return lambda coroutine: aside(lambda: asyncio.run(coroutine))


def in_sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def sql():
    return in_sql


@pytest.fixture
def status_of():
    return lambda job: ProcrastinateJob.objects.get(pk=job).status
