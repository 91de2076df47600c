"""Stands in for Django's commands, so that the supervisor is tried without a web application."""

from __future__ import annotations

import os
import signal
import sys
import time

import psycopg

TABLES = """
CREATE TABLE IF NOT EXISTS counter (value bigint NOT NULL);
INSERT INTO counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter);
CREATE TABLE IF NOT EXISTS ticket (number bigint NOT NULL);
GRANT SELECT, INSERT, UPDATE ON counter, ticket TO prongsai_app;
"""


def migrate() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS finished (step text)")
        connection.execute(TABLES)


def second_step() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("INSERT INTO finished VALUES ('second')")


def slow_migration() -> None:
    print("migrating", flush=True)  # noqa: T201
    time.sleep(60)


def failing() -> None:
    sys.exit("a migration that fails")


def work() -> None:
    """Work until told to stop, and finish what is running first."""
    told = []
    signal.signal(signal.SIGTERM, lambda *_: told.append(time.monotonic()))
    print("the worker is at work", flush=True)  # noqa: T201
    while not told:
        time.sleep(0.05)
    time.sleep(float(os.environ.get("STAND_IN_LAST_JOB", "0")))
    print("the last job is done", flush=True)  # noqa: T201


def deaf() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(60)


def ending() -> None:
    """End at once, as a worker does that lost its database: with status 0."""


def greet() -> None:
    print("demo: poomjai / หนึ่งสองสามสี่")  # noqa: T201


globals()[sys.argv[1]]()
