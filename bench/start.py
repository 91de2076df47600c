"""How long `prongsai run` takes to the first page, fresh and later, and what all of it holds in memory when idle."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil

LATER_STARTS = 3
SECONDS_UNTIL_IDLE = 5


def show_start() -> None:
    """Print the times and the memory, beside the bounds they are held to."""
    with tempfile.TemporaryDirectory(prefix="prongsai-bench-") as above:
        Path(above).chmod(0o755)
        state = Path(above) / "state"
        fresh = _start(state)
        later = [_start(state) for _time in range(LATER_STARTS)]
        memory = _start(state, idle=SECONDS_UNTIL_IDLE).memory
    usual = sorted(later)[len(later) // 2]
    print("\nprongsai run: seconds to the first page, and of the processor (which a busy computer does not stretch)")
    print(f"  fresh: database made, all tables   {fresh.seconds:>6.1f} {fresh.processor:>6.1f}   (bound 20)")
    print(
        f"  later, median of {LATER_STARTS}                 {usual.seconds:>6.1f} {usual.processor:>6.1f}   (bound 3)"
    )
    print("memory when idle (PSS where the system tells it), MiB")
    for name, held in memory.items():
        print(f"  {name:<34} {held:>6.0f}")
    print(f"  {'all':<34} {sum(memory.values()):>6.0f}   (bound 600)")


@dataclass(frozen=True, order=True)
class Start:
    """Seconds to the first page, seconds of the processor, and MiB by part."""

    seconds: float
    processor: float
    memory: dict[str, float] = field(compare=False, default_factory=dict)


def _start(state: Path, idle: float = 0.0) -> Start:
    """Start, ask for the first page, look at the memory, stop."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", "from prongsai.cli import main; main()", "run", "--port", str(port)],
        env={**os.environ, "PRONGSAI_STATE": str(state)},
        stdout=subprocess.DEVNULL,
    )
    try:
        while not _page(port):
            if process.poll() is not None:
                raise SystemExit(f"prongsai run ended with {process.returncode}")
            time.sleep(0.02)
        start = Start(time.perf_counter() - begun, _processor(process.pid))
        time.sleep(idle)
        return replace(start, memory=_memory(process.pid, state)) if idle else start
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _processor(supervisor: int) -> float:
    """Give the seconds that the supervisor, its living children and those that ended have computed."""
    family = [psutil.Process(supervisor), *psutil.Process(supervisor).children(recursive=True)]
    times = [process.cpu_times() for process in family]
    return sum(t.user + t.system + getattr(t, "children_user", 0) + getattr(t, "children_system", 0) for t in times)


def _page(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()


def _memory(supervisor: int, state: Path) -> dict[str, float]:
    """Give MiB by part: supervisor, web server, its worker, job worker, all of the database."""
    parts: dict[str, float] = {"supervisor": _held(psutil.Process(supervisor))}
    for child in psutil.Process(supervisor).children():
        words = " ".join(child.cmdline())
        if "supervisor.web" in words:
            parts["web server"] = _held(child)
            parts["web worker"] = sum(_held(worker) for worker in child.children())
        elif "supervisor.tied" in words:
            parts["job worker"] = _held(child)
    servers = [p for p in psutil.process_iter(["name", "cwd"]) if p.info["name"] == "postgres"]
    parts["database"] = sum(_held(p) for p in servers if str(p.info["cwd"]).startswith(str(state)))
    return parts


def _held(process: psutil.Process) -> float:
    told = process.memory_full_info()
    return float(getattr(told, "pss", told.rss)) / 2**20


if __name__ == "__main__":
    show_start()
