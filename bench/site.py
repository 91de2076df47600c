"""Serving a public site: our web server beside others, and release day: `python -m bench.site [readers]`.

Beside it stands nginx where it is installed, else what a Python programmer has at hand; the output says which. Server
and readers share the machine, so that only ratios within one run mean anything.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from socket import create_connection, socket

from bench.readers import Read, read_pages
from bench.users_at_once import middle, p95
from prongsai.platform.supervisor.lifeline import PARENT
from prongsai.platform.supervisor.web import SITES

PAGES, PARTS, ROUNDS, AT_ONCE = 1_000, ("assets/base.css", "assets/display.js"), 3, 20
RELEASE_DAY, CROWD = 10_000, 100
_NGINX = """{user} worker_processes auto; error_log {home}/error.log; pid {home}/nginx.pid;
events {{ worker_connections 2048; }}
http {{ types {{ text/html html; text/css css; text/javascript js; }}
 access_log off; sendfile on; client_body_temp_path {home}/body;
 proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fast; uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
 server {{ listen 127.0.0.1:{port}; location /site/ {{ alias {folder}/; index index.html; }} }} }}
"""


def nothing(_environ: object, start: object) -> list[bytes]:
    """A program behind the files: nobody asks it."""
    start("404 Not Found", [("Content-Length", "0")])  # type: ignore[operator]
    return [b""]


def site_in(folder: Path) -> list[list[str]]:
    """Make a site of pages as ours are (about 14 kB, a sheet, a script) and give the paths of each page.

    `folder` is that of an agency among all sites, below a state folder.
    """
    chance = Random(2568)
    (folder / "assets").mkdir(parents=True)
    (folder / "assets/base.css").write_bytes(chance.randbytes(30_000))
    (folder / "assets/display.js").write_bytes(chance.randbytes(4_000))
    pages = []
    for number in range(PAGES):
        at = folder / f"ita/2568/o{number}"
        at.mkdir(parents=True)
        (at / "index.html").write_text("<!doctype html>" + "ข้อมูลของหน่วยงาน " * 280, encoding="utf-8")
        pages.append([f"/site/a1/ita/2568/o{number}/", *(f"/site/a1/{part}" for part in PARTS)])
    return pages


@contextmanager
def running(command: Sequence[str], port: int, state: Path) -> Iterator[None]:
    """Run a server in this scope, from when it answers."""
    environment = os.environ | {"PRONGSAI_STATE": str(state), PARENT: str(os.getpid())}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    try:
        for _turn in range(200):
            try:
                create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """Give a port that nobody listens at."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def servers(state: Path, home: Path) -> dict[str, tuple[list[str], int]]:
    """Give the commands of all servers that this machine has, ours first, each with its port."""
    ours, plain = free_port(), free_port()
    web = [sys.executable, "-m", "prongsai.platform.supervisor.web", "127.0.0.1", str(ours), "bench.site:nothing"]
    found = {"ours: granian's static mount": (web, ours)}
    if nginx := shutil.which("nginx"):
        port = free_port()
        setting = home / "nginx.conf"
        user = "" if os.geteuid() else "user root;"  # its workers must read what belongs to who runs the bench
        setting.write_text(_NGINX.format(home=home, port=port, folder=state / SITES, user=user), encoding="utf-8")
        found["nginx"] = ([nginx, "-e", str(home / "error.log"), "-c", str(setting), "-g", "daemon off;"], port)
    outer = home / "root"
    outer.mkdir()
    (outer / "site").symlink_to(state / SITES, target_is_directory=True)
    command = [sys.executable, "-m", "http.server", str(plain), "--bind", "127.0.0.1", "--directory", str(outer)]
    found["http.server of Python, a thread for each"] = (command, plain)
    return found


def show_serving(state: Path, home: Path, pages: Sequence[Sequence[str]]) -> None:
    """Print how many pages a second each server gives, in turns, and its ratio to ours."""
    told: dict[str, list[float]] = {}
    chosen = servers(state, home)
    if "nginx" not in chosen:
        print("nginx is not installed here: the goal of 0.25 of it is not measured by this run")
    for number in range(ROUNDS + 1):
        for name, (command, port) in chosen.items():
            with running(command, port, state):
                found = read_pages(port, pages, AT_ONCE)
            _complain(name, found)
            if number:
                told.setdefault(name, []).append(found.pages_a_second)
    paces = {name: statistics.median(found) for name, found in told.items()}
    ours = next(iter(paces.values()))
    print(f"\n{PAGES} pages, {len(PARTS) + 1} requests each, {AT_ONCE} readers at once (median of {ROUNDS})")
    for name, pace in paces.items():
        print(f"  {name:<44} {pace:>8.0f} pages a second   ours is {ours / pace:.2f} of it")


def show_release_day(state: Path, home: Path, pages: Sequence[Sequence[str]], readers: int) -> None:
    """Print how long the readers of a release day wait for a whole page at our server."""
    command, port = next(iter(servers(state, home).values()))
    chance = Random(7)
    with running(command, port, state):
        read_pages(port, pages[:50], AT_ONCE)
        found = read_pages(port, [chance.choice(pages) for _ in range(readers)], CROWD)
    _complain("release day", found)
    times = f"median {middle(found.seconds):.0f} ms, p95 {p95(found.seconds):.0f} ms"
    print(f"\n{readers} readers of release day, {CROWD} at once, a page with its parts each (goal p95 <= 500 ms)")
    print(f"  {times}, {found.pages_a_second:.0f} pages a second")


def _complain(name: str, found: Read) -> None:
    if found.failed:
        print(f"  {name}: {found.failed} of {found.failed + len(found.seconds)} pages were not given")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as then:
        kept = Path(first, "state")
        listed = site_in(kept / SITES / "a1")
        show_serving(kept, Path(first), listed)
        show_release_day(kept, Path(then), listed, int(sys.argv[1]) if len(sys.argv) > 1 else RELEASE_DAY)
