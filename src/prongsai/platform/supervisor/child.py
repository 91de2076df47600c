"""One child of the supervisor: started in a session of its own, swept with all it started, started again."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO

from prongsai.platform.supervisor.lifeline import PARENT
from prongsai.platform.supervisor.restarts import Restarts


@dataclass(frozen=True, slots=True)
class Program:
    """What a child runs, with which variables beside the supervisor's own, and how long it may take to stop."""

    name: str
    command: tuple[str, ...]
    variables: Mapping[str, str] = field(default_factory=dict)
    seconds_to_stop: float = 20.0


class Child:
    """A program that should be running. Times are seconds of a clock that only goes forward."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.restarts = Restarts()
        self.next_start = 0.0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """Give the number of its process while it runs."""
        return self._process.pid if self._process else None

    def start(self, now: float, output: IO[bytes] | None = None, errors: int | None = None) -> None:
        """Start it; what it prints goes where ours goes, or to a file.

        Ctrl-C in the terminal does not reach it: the supervisor stops its children in order.
        """
        self._process = subprocess.Popen(  # noqa: S603
            self.program.command,
            env=environment_of(self.program),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        self.restarts.started(now)

    def ended(self) -> int | None:
        """Give the exit status once when it ended by itself, and sweep what it left."""
        status = self._process.poll() if self._process else None
        if self._process and status is not None:
            self._signal_all(signal.SIGKILL)
            self._process = None
        return status

    def ask_to_stop(self) -> None:
        """Ask it to finish what it does and end."""
        if self._process and self._process.poll() is None:
            with suppress(ProcessLookupError):
                self._process.terminate()

    def runs(self) -> bool:
        """Tell whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """End it and all it started, at once."""
        if self._process:
            self._signal_all(signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _signal_all(self, number: signal.Signals) -> None:
        if self._process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)


def environment_of(program: Program) -> dict[str, str]:
    """Give the variables of a child. An empty one is taken away: what this process knows need not be told."""
    known = {**os.environ, **program.variables, PARENT: str(os.getpid())}
    return {name: value for name, value in known.items() if value or name not in program.variables}
