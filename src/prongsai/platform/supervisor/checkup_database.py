"""Findings about the database: does it answer, may the application do too much, are tables and worker up to date."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import Server, cluster, outside_addresses
from prongsai.platform.supervisor.checkup import Finding, Verdict
from prongsai.platform.supervisor.child import environment_of
from prongsai.platform.supervisor.only_one import running_now
from prongsai.platform.supervisor.plan import Plan

SECONDS_WITHOUT_HEARTBEAT = 60
_TOO_MUCH = """
SELECT r.rolsuper, r.rolbypassrls, EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
FROM pg_roles r WHERE r.rolname = current_user
"""
_SILENCE = "SELECT extract(epoch FROM now() - max(last_heartbeat))::int FROM procrastinate_workers"
_KNOWS_LETTERS = "SELECT datctype NOT IN ('C', 'POSIX') FROM pg_database WHERE datname = current_database()"


def database_findings(state: Path) -> Iterator[Finding]:
    """Ask the database as the application; a database that was never made is only noted."""
    if not outside_addresses() and not any((state / "postgres").glob("*/PG_VERSION")):
        yield Finding("database", Verdict.NOTE)
        return
    try:
        with cluster(state) as server, psycopg.connect(server.address("app"), connect_timeout=10) as connection:
            yield Finding("database", Verdict.WELL, {"version": connection.info.server_version // 10_000})
            yield _letters(connection)
            yield rights_finding(connection)
            yield _tables(state, server)
            if running_now(state):
                yield heartbeat_finding(connection)
    except (Refused, psycopg.Error) as error:
        yield Finding("database", Verdict.WRONG, {"reason": str(error).strip()})


def _letters(connection: psycopg.Connection) -> Finding:
    """Thai similarity search finds nothing where the server takes Thai letters for signs."""
    row = connection.execute(_KNOWS_LETTERS).fetchone()
    return Finding("letters", Verdict.WELL if row and row[0] else Verdict.WRONG)


def rights_finding(connection: psycopg.Connection) -> Finding:
    """Judge the account of a connection: rules between agencies do not bind a superuser, BYPASSRLS or an owner."""
    row = connection.execute(_TOO_MUCH).fetchone()
    names = [name for name, has in zip(("SUPERUSER", "BYPASSRLS", "OWNER"), row or (), strict=False) if has]
    facts = {"name": connection.info.user, "rights": ", ".join(names)}
    return Finding("rights", Verdict.WRONG if names else Verdict.WELL, facts)


def _tables(state: Path, server: Server) -> Finding:
    """Ask Django whether a change of the tables is still to be made."""
    program = Plan(state, preparation=(("migrate", "--check"),)).preparing(server)
    environment = environment_of(program)
    done = subprocess.run(program.command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode in (0, 1) and "Traceback" not in done.stderr:
        return Finding("tables", Verdict.WRONG if done.returncode else Verdict.WELL)
    return Finding("tables-unknown", Verdict.WRONG, {"reason": done.stderr.strip().splitlines()[-1:]})


def heartbeat_finding(connection: psycopg.Connection) -> Finding:
    """Judge how long the workers have been silent."""
    try:
        row = connection.execute(_SILENCE).fetchone()
    except psycopg.errors.UndefinedTable:
        row = None
    silence = row[0] if row else None
    lively = silence is not None and silence <= SECONDS_WITHOUT_HEARTBEAT
    return Finding("worker", Verdict.WELL if lively else Verdict.WRONG, {"seconds": silence})
