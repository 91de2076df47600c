"""What a supervisor runs: the state folder, the address, and the commands of the children."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prongsai.platform.cluster import Server
from prongsai.platform.cluster.address import VARIABLES
from prongsai.platform.supervisor.child import Program
from prongsai.platform.supervisor.tied import THEN

MANAGE = "prongsai.config.manage"
APPLICATION = "prongsai.config.wsgi:application"
PREPARATION = (
    ("migrate", "--no-input", "--verbosity", "0"),
    ("createcachetable", "--verbosity", "0"),
    ("collectstatic", "--no-input", "--verbosity", "0"),
    ("place_frameworks",),
    ("load_demo", "--where-unused"),
    ("load_demo_services",),
    ("load_demo_cases",),
    ("load_demo_approvals",),
    ("load_demo_policies",),
    ("load_demo_tasks",),
    ("load_demo_placements",),
    ("load_demo_circulars",),
    ("load_demo_orders",),
    ("load_demo_meetings",),
    ("load_demo_year",),
    ("load_demo_data_calls",),
    ("load_demo_measures",),
    ("load_demo_progress",),
    ("load_demo_reports",),
    ("load_demo_disclosure",),
    ("load_demo_site",),
    ("load_demo_advice",),
    ("audit_heads",),
)
GREETING = ("demo_logins",)
"""Prints how to log in to the demo, or how to open the first agency; a command that fails greets nobody."""
WORKER = ("procrastinate", "worker", "--concurrency", "3", "--shutdown-graceful-timeout", "25")

Tell = Callable[[str, Mapping[str, object]], None]
"""Receives what happens: a short name (`web-restarted`) and its facts. The words are the command line's."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Modules are named, never imported: the supervisor stays small and without Django.

    `manage` understands the commands of `preparation` and `worker`; `application` is a WSGI target.
    """

    state: Path
    host: str = "127.0.0.1"
    port: int = 8000
    application: str = APPLICATION
    manage: str = MANAGE
    preparation: tuple[tuple[str, ...], ...] = PREPARATION
    worker: tuple[str, ...] = WORKER
    greeting: tuple[str, ...] = GREETING

    def web(self, server: Server) -> Program:
        """Give the web server."""
        command = (*_module("web"), self.host, str(self.port), self.application)
        return Program("web", command, variables_of(self.state, server, "app"), seconds_to_stop=20.0)

    def jobs(self, server: Server) -> Program:
        """Give the worker, which also makes back-ups."""
        variables = variables_of(self.state, server, "app", "backup")
        return Program("worker", (*_module("tied"), self.manage, *self.worker), variables, seconds_to_stop=30.0)

    def preparing(self, server: Server) -> Program:
        """Give what makes the tables, as owner."""
        words = [word for step in self.preparation for word in (*step, THEN)][:-1]
        variables = variables_of(self.state, server, "owner")
        return Program("preparation", (*_module("tied"), self.manage, *words), variables)

    def greeter(self, server: Server) -> Program:
        """Give what prints the log-ins of a demo."""
        variables = variables_of(self.state, server, "app")
        return Program("greeting", (*_module("tied"), self.manage, *self.greeting), variables)


def variables_of(state: Path, server: Server, account: str, *more: str) -> dict[str, str]:
    """Give what a child needs to know: where the state is, and the database for its accounts and no others.

    DATABASE_URL is the address of `account`. An empty value means: take this variable away.
    """
    known = dict.fromkeys(VARIABLES.values(), "")
    known |= {VARIABLES[name]: server.address(name) for name in (account, *more) if name in server.accounts}
    return {
        **known,
        "DATABASE_URL": server.address(account),
        "PRONGSAI_STATE": str(state),
        "PRONGSAI_MIGRATING": "1" if account == "owner" else "",
    }


def _module(name: str) -> tuple[str, ...]:
    return (sys.executable, "-m", f"prongsai.platform.supervisor.{name}")
