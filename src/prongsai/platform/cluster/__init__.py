"""The embedded PostgreSQL: found, made, started, shared by many processes, stopped by the last."""

from __future__ import annotations

from pathlib import Path

from prongsai.platform.cluster.address import ADMIN, APP, BACKUP, DATABASE, OWNER, outside_addresses
from prongsai.platform.cluster.state import make_state_folder, state_folder
from prongsai.platform.cluster.visit import Server, cluster, enter

__all__ = [
    "ADMIN",
    "APP",
    "BACKUP",
    "DATABASE",
    "OWNER",
    "Server",
    "cluster",
    "cluster_for_tests",
    "enter",
    "make_state_folder",
    "outside_addresses",
    "state_folder",
]


def cluster_for_tests() -> Server:
    """Begin to use the server for tests, shared by all processes of a test run; call `leave()` at the end.

    It lies in `.state` of the project that the current folder belongs to and keeps its databases from run to run.
    Neither PRONGSAI_STATE nor DATABASE_URL is looked at, so that no test ever touches data of an office;
    PRONGSAI_PG_BIN chooses another version of the programs.
    """
    here = Path.cwd()
    project = next((folder for folder in (here, *here.parents) if (folder / "pyproject.toml").exists()), here)
    return enter(project / ".state", test=True)
