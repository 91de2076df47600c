"""The installation that a command works on: its state folder, its database server, Django where it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prongsai.platform.cluster import Server


@dataclass(frozen=True, slots=True)
class Installation:
    """The server in use and where the state lies."""

    server: Server
    state: Path


@contextmanager
def installation(*, stopped: bool, django: bool) -> Iterator[Installation]:
    """Use the installation; the database server is started if need be and stopped by its last user.

    `stopped`: alone, with neither web nor worker; refuses RUNNING. `django`: with models at hand.
    """
    from prongsai.cli.stop_signal import leaving_on_sigterm  # noqa: PLC0415
    from prongsai.platform.cluster import cluster, make_state_folder, state_folder  # noqa: PLC0415
    from prongsai.platform.supervisor.only_one import only_one  # noqa: PLC0415

    state = state_folder()
    make_state_folder(state)
    with ExitStack() as held:
        held.enter_context(leaving_on_sigterm())
        if stopped:
            held.enter_context(only_one(state, "-", 0))
        server = held.enter_context(cluster(state))
        if django:
            _set_django_up(server, state)
        yield Installation(server, state)


def backups_of(state: Path, folder: Path | None) -> Path:
    """Give the folder of back-ups: the one named, else that of PRONGSAI_BACKUPS, else the one beside the data."""
    from prongsai.config.environment import read_environment  # noqa: PLC0415

    return folder or read_environment().backups or state / "backups"


def _set_django_up(server: Server, state: Path) -> None:
    import os  # noqa: PLC0415

    os.environ.update({"DATABASE_URL": server.address(), "PRONGSAI_STATE": str(state)})
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prongsai.config.settings")
    import django  # noqa: PLC0415 the settings come first

    django.setup()
