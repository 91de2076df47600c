"""A real PostgreSQL for the tests: started when the first test asks for a database, used as the application role."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import psycopg
import pytest
from django.core.management.commands import flush
from django.db import connection
from psycopg.conninfo import conninfo_to_dict

_entered = []


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """Point the settings at the cluster, as its owner, before the test database is made."""
    if address := os.environ.get("PRONGSAI_TEST_DATABASE_URL"):
        _use(address)
        return
    from prongsai.platform.cluster import cluster_for_tests  # noqa: PLC0415 only where no server is given

    server = cluster_for_tests()
    _entered.append(server)
    drop_databases_of_the_dead(server.address("admin", database="postgres"))
    _use(server.address("owner", database="postgres"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Make the tables as owner, then be the application role: the policies hold in every test."""
    with django_db_blocker.unblock(), as_role("prongsai_app"):
        flush_quickly()
        yield
    end_forgotten_sessions()


def end_forgotten_sessions() -> None:
    """End what a thread or an event loop left open, so that the test database can be removed."""
    with connected_as("prongsai_admin") as own:
        own.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def leave_cluster() -> None:
    while _entered:
        _entered.pop().leave()


def drop_databases_of_the_dead(address: str) -> None:
    """Drop what killed runs left behind: a test database carries the number of its process."""
    with psycopg.connect(address, autocommit=True) as server:
        for (name,) in server.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_prongsai\\_%'"
        ).fetchall():
            number = name.removeprefix("test_prongsai_").split("_")[0]
            if number.isdigit() and not psutil.pid_exists(int(number)):
                server.execute(f'DROP DATABASE IF EXISTS "{name}"')


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Speak to the database as another role: `prongsai_app`, `prongsai_owner`, `prongsai_admin`."""
    before = connection.settings_dict["USER"]
    connection.close()
    connection.settings_dict["USER"] = role
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"] = before


EMPTY = """
DO $$ DECLARE filled regclass; has_rows boolean; BEGIN
    SET LOCAL session_replication_role = replica;
    FOR filled IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                  AND relname NOT IN ('django_migrations', 'django_content_type', 'auth_permission') LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', filled) INTO has_rows;
        IF has_rows THEN EXECUTE format('DELETE FROM %s', filled); END IF;
    END LOOP;
END $$
"""
"""Takes the rows of the few tables that have some: to truncate all takes a second, since each points at others."""


def flush_quickly() -> None:
    """Let transactional tests empty the tables, which the application role may not; what a migration put there stays.

    For every connection: a test in a browser leaves an event loop behind, beside which Django takes another one.
    """

    def as_admin(_self: object, _statements: list[str]) -> None:
        with as_role("prongsai_admin"), connection.cursor() as cursor:
            cursor.execute(EMPTY)

    type(connection.ops).execute_sql_flush = as_admin
    flush.emit_post_migrate_signal = lambda *_args, **_options: None


def _use(address: str) -> None:
    told = conninfo_to_dict(address)
    names = {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    connection.settings_dict.update({names[key]: str(told[key]) for key in told if key in names})
    connection.settings_dict["NAME"] = connection.settings_dict["TEST"]["NAME"]


@contextmanager
def connected_as(role: str) -> Iterator[psycopg.Connection]:
    """Give a connection of one's own to the test database as another role; what is not committed is rolled back."""
    told = connection.settings_dict
    with psycopg.connect(
        host=told["HOST"], port=told["PORT"] or None, dbname=told["NAME"], user=role, password=told["PASSWORD"] or None
    ) as own:
        yield own
        own.rollback()
