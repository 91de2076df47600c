"""A supervisor in a process of its own, with stand-ins for web and worker, for tests that stop and kill it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg

from processes import all_of, open_folder, until
from prongsai.platform.cluster import cluster

HERE = Path(__file__).parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def words_of(process: psutil.Process) -> str:
    """Give the command line of a process, nothing for one that has just ended."""
    with suppress(psutil.Error):
        return " ".join(process.cmdline())
    return ""


class Supervised:
    """One `prongsai run`. What it says is collected in `said`."""

    def __init__(self, state: Path, port: int, command: list[str], variables: dict[str, str] | None = None) -> None:
        self.state, self.port = state, port
        self.said: list[str] = []
        theirs = ("DATABASE_", "PRONGSAI_", "DJANGO_")
        known = {name: value for name, value in os.environ.items() if not name.startswith(theirs)}
        path = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
        self.process = subprocess.Popen(
            command,
            env={**known, "PYTHONPATH": path, "PRONGSAI_STATE": str(state), **(variables or {})},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))

    def wait_ready(self, seconds: float = 60) -> Supervised:
        assert until(lambda: self.has_said("ready") or self.process.poll() is not None, seconds), self.said
        assert self.process.poll() is None, self.said
        return self

    def has_said(self, word: str) -> bool:
        return any(word in line for line in list(self.said))

    def told(self) -> str:
        return "\n".join(self.said)

    def get(self, path: str = "/", timeout: float = 10) -> tuple[int, str]:
        """Ask for a page: status and text; (0, "") where nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def child(self, word: str) -> psutil.Process:
        """Find a direct child by a word of its command line."""
        children = psutil.Process(self.process.pid).children()
        return next(child for child in children if word in words_of(child))

    def web(self) -> psutil.Process:
        return self.child("supervisor.web")

    def worker(self) -> psutil.Process:
        return self.child("supervisor.tied")

    def worker_or_none(self) -> psutil.Process | None:
        with suppress(StopIteration, psutil.Error):
            return self.worker()
        return None

    def server(self) -> psutil.Process:
        pid = (self.state / "postgres/18/postmaster.pid").read_text().split("\n")[0]
        return psutil.Process(int(pid))

    def ends(self, seconds: float = 60) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            status = self.process.wait(seconds)
            self._reader.join(5)
            return status
        return None

    def stop(self, number: int = signal.SIGTERM) -> int | None:
        self.process.send_signal(number)
        return self.ends()


class Installation:
    """A state folder and a port on which a supervisor can be started again and again."""

    def __init__(self, state: Path) -> None:
        self.state, self.port = state, free_port()
        self.started: list[Supervised] = []

    def start(self, *steps: str, worker: str = "work", **variables: str) -> Supervised:
        words = [str(self.state), str(self.port), worker, *(steps or ("migrate", "second_step"))]
        command = [sys.executable, str(HERE / "stand_in" / "supervisor.py"), *words]
        self.started.append(Supervised(self.state, self.port, command, variables))
        return self.started[-1]

    def ask(self, question: str) -> list[tuple]:
        """Ask the database, beside a running supervisor or alone."""
        with cluster(self.state) as server, psycopg.connect(server.address("admin", "prongsai")) as connection:
            return connection.execute(question).fetchall()

    def nothing_is_left(self, seconds: float = 5) -> bool:
        return until(lambda: all_of(self.state) == [], seconds)

    def end_all(self) -> None:
        """Kill what still runs, and wait until it is gone."""
        for supervised in self.started:
            supervised.process.kill()
            supervised.process.wait()
        for process in all_of(self.state):
            with suppress(psutil.Error):
                process.kill()
        self.nothing_is_left(20)


@contextmanager
def installation(name: str = "state") -> Iterator[Installation]:
    with open_folder(name) as folder:
        one = Installation(folder)
        try:
            yield one
        finally:
            one.end_all()
            for supervised in one.started:
                supervised.process.stdout.close()
