"""Makes, starts, awaits and stops the server of one cluster."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.account import Account
from prongsai.platform.cluster.address import ADMIN, address
from prongsai.platform.cluster.locks import is_alone, open_lock
from prongsai.platform.cluster.places import Places
from prongsai.platform.cluster.postmaster import Postmaster, living_postmaster, sweep
from prongsai.platform.cluster.programs import FIRST_MAJOR_WITH_BUILTIN_LOCALES, Programs
from prongsai.platform.cluster.settings import DURABLE, FOR_TESTS

LARGEST_LOG = 10_000_000
SECONDS_FOR_A_FAST_STOP = 60.0
SECONDS_FOR_SURVIVORS = 10.0
_LINES_TOLD = 8


def make_data(places: Places, programs: Programs, account: Account, *, test: bool) -> None:
    """Make an empty cluster, where there is none: under a temporary name, so that half a cluster is never used.

    No password is asked inside the private socket folder, and no other way leads in. Texts sort by code point, which
    no upgrade of the operating system changes; letters of Thai are letters (LC_CTYPE), or similarity of words is 0.
    """
    if (places.data / "PG_VERSION").exists():
        return
    half = Path(tempfile.mkdtemp(prefix=f"{places.major}.new-", dir=places.home))
    account.owns(half)
    who = ["-D", str(half), "-U", ADMIN, "--auth-local=trust", "--auth-host=reject"]
    how = ["-E", "UTF8", *_locale(programs.major), "--no-instructions", *(["--no-sync"] if test else [])]
    _run([programs.path("initdb"), *who, *how], account)
    half.rename(places.data)


def _locale(major: int) -> list[str]:
    if major < FIRST_MAJOR_WITH_BUILTIN_LOCALES:
        return ["--locale=C.UTF-8"]
    return ["--locale=C", "--lc-ctype=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def _run(command: Sequence[str], account: Account) -> None:
    done = subprocess.run(command, capture_output=True, check=False, **account.start())  # noqa: S603
    if done.returncode:
        raise Refused(
            "DATABASE", f"สร้างฐานข้อมูลไม่สำเร็จ: {(done.stderr or done.stdout).decode(errors='replace').strip()}"
        )


def start(places: Places, programs: Programs, account: Account, *, test: bool) -> Path:
    """Start the server, unless it lives, wait until it answers, however long it recovers, and give its socket folder.

    Only under the gate.

    Refuses DATABASE with the last lines of the log where the server ends instead.
    """
    living = living_postmaster(places.data)
    if living:
        return _ready(living, places)
    sweep(places.data, places.sockets)
    held = _hold_for_the_server(places, account)
    try:
        child = _launch(places, programs, account, held, test=test)
    finally:
        os.close(held)
    return _awaited(child, places)


def _hold_for_the_server(places: Places, account: Account) -> int:
    """Take the lock that the server inherits: it tells of survivors that cannot be seen from here (containers)."""
    held = open_lock(places.server, account)
    until = time.monotonic() + SECONDS_FOR_SURVIVORS
    while not is_alone(held):
        if time.monotonic() > until:
            os.close(held)
            raise Refused(
                "DATABASE",
                f"ยังมีเซิร์ฟเวอร์อื่นใช้ข้อมูลใน {places.data} อยู่ อาจทำงานในคอนเทนเนอร์อื่น โปรดหยุดที่นั่นก่อน",
            )
        time.sleep(0.05)
    return held


def _launch(places: Places, programs: Programs, account: Account, held: int, *, test: bool) -> subprocess.Popen[bytes]:
    if places.log.exists() and places.log.stat().st_size > LARGEST_LOG:
        places.log.replace(places.log.with_suffix(".log.old"))
    settings = {**DURABLE, **(FOR_TESTS if test else {}), "unix_socket_directories": _quoted(places.sockets)}
    words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    log = os.open(places.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    try:
        account.owns(log)
        child = subprocess.Popen(  # noqa: S603
            [programs.path("postgres"), "-D", str(places.data), *words],
            stdout=log,
            stderr=log,
            pass_fds=(held,),
            start_new_session=True,  # Ctrl-C must not reach it
            **account.start(),
        )
    finally:
        os.close(log)
    return child


def _quoted(folder: Path) -> str:
    """Write a folder as one entry of a list, whatever its name."""
    escaped = str(folder).replace('"', '""')
    return f'"{escaped}"'


def _awaited(child: subprocess.Popen[bytes], places: Places) -> Path:
    while True:
        ended = child.poll()
        if ended is not None:
            raise Refused(
                "DATABASE", f"ฐานข้อมูลเริ่มทำงานไม่ได้ ({ended}) บันทึกใน {places.log} บอกว่า:\n{_end_of(places.log)}"
            )
        living = living_postmaster(places.data)
        if living and living.sockets and _answers(living.sockets):
            child.returncode = 0  # it outlives this process on purpose, so Python need not warn of it
            return living.sockets
        time.sleep(0.02)


def _ready(living: Postmaster, places: Places) -> Path:
    while not (living.sockets and _answers(living.sockets)):
        found = living_postmaster(places.data)
        if not found:
            raise Refused("DATABASE", f"ฐานข้อมูลหยุดระหว่างเริ่มทำงาน บันทึกใน {places.log} บอกว่า:\n{_end_of(places.log)}")
        living = found
        time.sleep(0.02)
    return living.sockets


def _answers(sockets: Path) -> bool:
    """Tell whether a connection is answered: the file says "ready" even for a server killed a moment ago."""
    try:
        psycopg.connect(address(sockets, ADMIN, "postgres"), connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def _end_of(log: Path) -> str:
    try:
        return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-_LINES_TOLD:])
    except OSError:
        return ""


def stop(places: Places) -> None:
    """Stop the server: clients are cut off (SIGINT), and after a minute all is (SIGQUIT). Only under the gate."""
    living = living_postmaster(places.data)
    if not living:
        return
    for number in (signal.SIGINT, signal.SIGQUIT):
        living.process.send_signal(number)
        until = time.monotonic() + SECONDS_FOR_A_FAST_STOP
        while time.monotonic() < until:
            if not living_postmaster(places.data):
                return
            time.sleep(0.01)
