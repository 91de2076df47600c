"""The web server as a child of the supervisor: `python -m prongsai.platform.supervisor.web HOST PORT TARGET`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from prongsai.platform.supervisor.lifeline import PARENT, hold_on, let_the_database_live

THREADS = 4
SECONDS_FOR_RUNNING_REQUESTS = 15


def serve(host: str, port: int, target: str) -> None:
    """Serve a WSGI application (`module:name`) until asked to stop; a dead worker is started again."""
    let_the_database_live()
    hold_on()
    os.environ[PARENT] = str(os.getpid())  # the worker must not outlive this process, which is its parent
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
        log_level=LogLevels.warning,
        log_access=False,
    ).serve(target_loader=_load_in_worker)


def _load_in_worker(target: str) -> Callable[..., Any]:
    hold_on()
    module, name = target.split(":")
    application: Callable[..., Any] = getattr(import_module(module), name)
    return application


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]), sys.argv[3])
