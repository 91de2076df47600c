"""Several users at once, each in a process of its own: what a page takes while others ask too."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from queue import Empty
from typing import Any, TypeAlias

import psycopg

from prongsai.platform.cluster import cluster_for_tests

PAUSE = float(os.environ.get("BENCH_PAUSE", "0.25"))
"""Seconds between two pages of one user: far less than anybody needs to read one."""
LONGEST = 240
"""Seconds after which a user that says nothing is taken for lost."""

Asking: TypeAlias = tuple[Mapping[str, str], Callable[[str], float]]
"""What is measured (its label, and what is asked for), and a way to ask, which gives seconds."""
Entering: TypeAlias = Callable[..., Asking]
"""Logs a user in, inside the user's own process: a function of a module, with arguments that can be sent there."""
Told: TypeAlias = tuple[str, float] | None
"""A label with its seconds; None from a user who is done."""


def what_is_asked(words: Sequence[str], **numbers: int) -> argparse.Namespace:
    """Read how much of each a bench shall take, `--keep` (leave its databases) and `--use` (take those left there)."""
    parser = argparse.ArgumentParser()
    for name, usual in numbers.items():
        parser.add_argument(name, nargs="?", type=int, default=usual)
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--keep", action="store_true", help="fill the databases and leave them")
    kept.add_argument("--use", action="store_true", help="measure on what --keep left, and leave it")
    return parser.parse_args(words)


@contextmanager
def fresh_database(
    name: str, *, like: str = "template0", keep: bool = False, use: bool = False
) -> Iterator[tuple[str, str]]:
    """Give a database inside this scope, by its addresses for the owner and for the application.

    It is empty, or a copy of `like`; with `use` the one that is there. With `keep` or `use` it stays.
    """
    server = cluster_for_tests()
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    try:
        with psycopg.connect(server.address("admin", database="postgres"), autocommit=True) as admin:
            if not use:
                admin.execute(drop)
                admin.execute(f"CREATE DATABASE {name} OWNER prongsai_owner TEMPLATE {like}")
            yield server.address("owner", database=name), server.address("app", database=name)
            if not (keep or use):
                admin.execute(drop)
    finally:
        server.leave()


def set_up(address: str) -> None:
    """Start Django on the database of the bench."""
    os.environ |= {"DATABASE_URL": address, "PRONGSAI_MIGRATING": "1", "PRONGSAI_DEMO": "off"}
    os.environ.setdefault("PRONGSAI_STATE", tempfile.mkdtemp())
    os.environ |= {"DJANGO_SETTINGS_MODULE": "prongsai.config.settings", "PRONGSAI_SECRET_KEYS": "bench"}
    os.environ |= {"PRONGSAI_HOSTS": "testserver"}
    import django

    django.setup()


def make_tables(owner: str) -> None:
    """Start Django on the database of the bench as its owner, and make all tables."""
    set_up(owner)
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    connection.close()


def enter_as(app: str) -> None:
    """Go on as the account that the application has: policies hold for it."""
    from django.db import connection
    from psycopg.conninfo import conninfo_to_dict

    connection.settings_dict["USER"] = str(conninfo_to_dict(app)["user"])


def measure(enter: Entering, people: Sequence[tuple[Any, ...]], rounds: int) -> dict[str, list[float]]:
    """Let the users ask at once, each for each thing so many times after a first one; give seconds by label.

    `people`: for each user the arguments of `enter`.
    """
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(len(people)), context.Queue()
    processes = [
        context.Process(target=_be_a_user, args=(enter, who, rounds, start, results), daemon=True) for who in people
    ]
    for process in processes:
        process.start()
    taken: dict[str, list[float]] = {}
    working = len(processes)
    while working:
        told = _next_of(results, processes)
        if told is None:
            working -= 1
        else:
            taken.setdefault(told[0], []).append(told[1])
    for process in processes:
        process.join()
    return taken


def _next_of(results: Queue[Told], users: Sequence[BaseProcess]) -> Told:
    """Wait for what a user says next; a user that fell over ends the measurement at once."""
    for _second in range(LONGEST):
        try:
            return results.get(timeout=1)
        except Empty:
            if any(user.exitcode for user in users):
                break
    raise RuntimeError("A user fell over, or says nothing any more.")


def p95(times: Sequence[float]) -> float:
    """Give the time that 95 of 100 do not exceed, in milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000


def middle(times: Sequence[float]) -> float:
    """Give the median in milliseconds."""
    return statistics.median(times) * 1000


def _be_a_user(enter: Entering, who: tuple[Any, ...], rounds: int, start: Barrier, results: Queue[Told]) -> None:
    wanted, ask = enter(*who)
    for thing in wanted.values():
        ask(thing)
    start.wait()
    for _round in range(rounds):
        for label, thing in wanted.items():
            results.put((label, ask(thing)))
            time.sleep(PAUSE)
    results.put(None)
