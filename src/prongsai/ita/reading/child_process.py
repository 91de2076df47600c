"""Starts the child process that works on a file from outside, feeds it, and hears its answers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from decimal import Decimal
from threading import Thread, Timer
from typing import IO, Any, TypeAlias

from prongsai.ita.reading.answers import refusal_from_json
from prongsai.ita.reading.limits import Limits
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.thai.text import single_line

Answer: TypeAlias = dict[str, Any]

READER = "prongsai.ita.reading.child"
"""The program of the child that reads papers."""
_OWN_SETTINGS = {"MALLOC_ARENA_MAX": "1", "PYTHAINLP_READ_ONLY": "1"}
"""One pool of memory; the library of Thai words makes no folder of its own in the home of the user."""
_PASSED_ON = ("PYTHON", "LANG", "LC_", "PATH", "SYSTEMROOT", "TZ")


def shown_name(name: str) -> str:
    """Give a file name as it may be shown: one line, no control characters, no turning of direction, not too long."""
    readable = name.encode("utf-8", "replace").decode("utf-8")
    return single_line("".join(char if char.isprintable() else " " for char in readable))[:120]


def answers_of(order: Mapping[str, Any], data: bytes, limits: Limits, *, program: str = READER) -> Iterator[Answer]:
    """Run the child on a file and give its answers one by one.

    `order` says the task and the name of the file, `program` the module that does it (by `child_program.serve`).
    Raises the child's refusals, LIMIT where it was stopped, and CRASH.
    """
    line = json.dumps({**order, "limits": asdict(limits)}).encode("ascii") + b"\n"
    name = shown_name(order["name"])
    child = _start(program)
    timer = Timer(limits.wall_seconds, child.kill)
    feeder = Thread(target=_feed, args=(child.stdin, line + data), daemon=True)
    try:
        timer.start()
        feeder.start()
        done = False
        for answer in _lines(child.stdout, limits.answer):
            if "refused" in answer:
                raise _refusal(answer["refused"], name)
            if "done" in answer:
                done = True
                break
            yield answer
        if not done:
            child.wait()
            raise _ended(child.returncode, name)
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        feeder.join()
        if child.stdout is not None:
            child.stdout.close()


def _start(program: str) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name.upper().startswith(_PASSED_ON)}
    return subprocess.Popen(  # noqa: S603 - our own program, no shell, nothing of the file in its arguments
        [sys.executable, "-B", "-P", "-m", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment | _OWN_SETTINGS,
        close_fds=True,
    )


def _feed(pipe: IO[bytes], content: bytes) -> None:
    with suppress(OSError):  # the child may have ended before it has read everything
        pipe.write(content)
    with suppress(OSError):
        pipe.close()


def _lines(pipe: IO[bytes] | None, most: int) -> Iterator[Answer]:
    """Give the lines of the answer until it ends; an answer that is too long ends there."""
    while pipe is not None and most > 0:
        line = pipe.readline(most + 1)
        most -= len(line)
        if not line.endswith(b"\n"):
            return
        yield json.loads(line, parse_float=Decimal)


def _refusal(told: Answer, name: str) -> Refused:
    if told["rule"] == "LIMIT":
        return _over_limit(name)
    if told["rule"] == "CRASH":
        return crashed(name, told.get("value", ""))
    return refusal_from_json(told).at(file=name)


def _ended(code: int, name: str) -> Refused:
    """Say why a child ended without an answer: stopped for its time (ours or the system's), or broken."""
    names = ("SIGXCPU", "SIGKILL", "SIGABRT")  # time; time or memory; a library that got no more memory
    stopped = {-getattr(signal, signal_name) for signal_name in names if hasattr(signal, signal_name)}
    return _over_limit(name) if code in stopped else crashed(name)


def _over_limit(name: str) -> Refused:
    return Refused("LIMIT", "แฟ้มซับซ้อนหรือใหญ่เกินกว่าจะอ่านได้ภายในเวลาและหน่วยความจำที่กำหนด โปรดแยกเป็นหลายแฟ้ม").at(file=name)


def crashed(name: str, value: str = "") -> Refused:
    """Make the refusal of a file whose reading has failed."""
    refused = Refused("CRASH", "อ่านแฟ้มนี้ไม่สำเร็จ แฟ้มอาจเสียหาย โปรดเปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็นแฟ้มใหม่", value=value)
    return refused.at(file=name)
