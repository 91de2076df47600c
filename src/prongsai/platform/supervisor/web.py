"""The web server as a child of the supervisor: `python -m prongsai.platform.supervisor.web HOST PORT TARGET`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from prongsai.platform.supervisor.lifeline import PARENT, hold_on, let_the_database_live

THREADS = 4
SECONDS_FOR_RUNNING_REQUESTS = 15
SITES, SITES_AT = "sites", "/site"
"""Public sites are files below the state folder, given out before a request reaches the application."""
SECONDS_A_SITE_IS_KEPT = 60
"""So long a browser shows a page of a site without asking again: a correction is seen a minute later by everybody."""


def serve(host: str, port: int, target: str) -> None:
    """Serve a WSGI application (`module:name`) until asked to stop; a dead worker is started again."""
    let_the_database_live()
    hold_on()
    os.environ[PARENT] = str(os.getpid())  # the worker must not outlive this process, which is its parent
    sites = _sites()
    Granian(
        target,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_FOR_RUNNING_REQUESTS,
        websockets=False,
        static_path_route=[SITES_AT] if sites else [],
        static_path_mount=[sites] if sites else [],
        static_path_dir_to_file="index.html",
        static_path_expires=SECONDS_A_SITE_IS_KEPT,
        log_level=LogLevels.warning,
        log_access=False,
    ).serve(target_loader=_load_in_worker)


def _sites() -> Path | None:
    """Give the folder of public sites, made where it is not there yet; None where nobody said where the state is."""
    state = os.environ.get("PRONGSAI_STATE", "")
    if not state:
        return None
    folder = Path(state) / SITES
    folder.mkdir(exist_ok=True)
    return folder


def _load_in_worker(target: str) -> Callable[..., Any]:
    hold_on()
    module, name = target.split(":")
    application: Callable[..., Any] = getattr(import_module(module), name)
    return application


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
