"""Reads files from outside in a child process with limits, so that no file can harm, hang or exhaust the program.

The child (`child`) gets the bytes on its standard input and answers in lines of JSON. It may use 20 seconds of processor
time and 512 MB of memory, write no file and start no program; the parent stops it after a minute and reads no more than
64 MB of answer. Where the operating system knows no such limits (Windows), only the minute and the sizes hold.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from threading import Thread, Timer
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from prongsai.ita.reading.limits import STANDARD, Limits
from prongsai.ita.reading.sizes import LARGEST_FILE
from prongsai.ita.thai.refusal import Place, Refused
from prongsai.ita.thai.text import single_line

if TYPE_CHECKING:
    from prongsai.ita.papers.reading import Reading
    from prongsai.ita.reading.national_rows import NationalEntry

Answer: TypeAlias = dict[str, Any]

_CHILD = "prongsai.ita.reading.child"
_PASSED_ON = ("PYTHON", "LANG", "LC_", "PATH", "SYSTEMROOT", "TZ")


def read_file_limited(path: Path, *, limits: Limits = STANDARD) -> Reading:
    """Read a file of any kind in a child process.

    Refuses what `files.read_bytes` refuses, FILE (it cannot be opened), LIMIT (too much time or memory) and CRASH (the
    parser failed), each with the file's name in the place.
    """
    return read_bytes_limited(_bytes_of(path), path.name, limits=limits)


def read_bytes_limited(data: bytes, name: str, *, limits: Limits = STANDARD) -> Reading:
    """Read a file given as bytes and its name in a child process; see `read_file_limited`."""
    from prongsai.ita.papers.json import from_json  # noqa: PLC0415 - not needed for a refusal

    reading = None
    for answer in _answers("paper", data, name, limits):
        reading = from_json(answer["reading"])
    if reading is None:
        raise _crashed(_shown(name))
    return reading


def read_national_limited(
    path: Path, *, limits: Limits = STANDARD, progress: Callable[[int, int], None] | None = None
) -> Iterator[NationalEntry]:
    """Read the yearly results of many agencies in a child process, entry by entry; see `national.read_national`."""
    from prongsai.ita.reading.national_json import entry_from_json  # noqa: PLC0415

    for answer in _answers("national", _bytes_of(path), path.name, limits):
        if "progress" in answer:
            if progress is not None:
                progress(*answer["progress"])
        else:
            yield entry_from_json(answer)


def _bytes_of(path: Path) -> bytes:
    shown = _shown(path.name)
    try:
        if not path.is_file():
            raise Refused("FILE", "ไม่พบแฟ้ม หรือไม่ใช่แฟ้มเอกสาร").at(file=shown)
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("FILE", f"เปิดแฟ้มไม่ได้ ({getattr(error, 'strerror', None) or 'ชื่อแฟ้มผิด'})").at(file=shown) from error
    if len(data) > LARGEST_FILE:
        raise Refused("SIZE", f"แฟ้มใหญ่เกิน {LARGEST_FILE // 1_000_000} เมกะไบต์").at(file=shown)
    return data


def _shown(name: str) -> str:
    """Give a file name as it may be shown: one line, no control characters, no turning of direction, not too long."""
    readable = name.encode("utf-8", "replace").decode("utf-8")
    return single_line("".join(char if char.isprintable() else " " for char in readable))[:120]


def _answers(task: str, data: bytes, name: str, limits: Limits) -> Iterator[Answer]:
    """Run the child on a file and give its answers one by one; its refusals are raised."""
    told = {"cpu_seconds": limits.cpu_seconds, "memory": limits.memory, "open_files": limits.open_files}
    order = json.dumps({"task": task, "name": name, "limits": told}).encode("ascii") + b"\n"
    child = _start()
    timer = Timer(limits.wall_seconds, child.kill)
    feeder = Thread(target=_feed, args=(child.stdin, order + data), daemon=True)
    try:
        timer.start()
        feeder.start()
        done = False
        for answer in _lines(child.stdout, limits.answer):
            if "refused" in answer:
                raise _refusal(answer["refused"], _shown(name))
            if "done" in answer:
                done = True
                break
            yield answer
        if not done:
            child.wait()
            raise _ended(child.returncode, _shown(name))
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        feeder.join()
        if child.stdout is not None:
            child.stdout.close()


def _start() -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name.upper().startswith(_PASSED_ON)}
    return subprocess.Popen(  # noqa: S603 - our own program, no shell, nothing of the file in its arguments
        [sys.executable, "-B", "-P", "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment | {"PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "1"},
        close_fds=True,
    )


def _feed(pipe: IO[bytes], content: bytes) -> None:
    with suppress(OSError):  # the child may have ended before it has read everything
        pipe.write(content)
    with suppress(OSError):
        pipe.close()


def _lines(pipe: IO[bytes], most: int) -> Iterator[Answer]:
    """Give the lines of the answer until it ends; an answer that is too long ends there."""
    while most > 0:
        line = pipe.readline(most + 1)
        most -= len(line)
        if not line.endswith(b"\n"):
            return
        yield json.loads(line, parse_float=Decimal)


def _refusal(told: Answer, name: str) -> Refused:
    if told["rule"] == "LIMIT":
        return _over_limit(name)
    if told["rule"] == "CRASH":
        return _crashed(name, told.get("value", ""))
    place = {**told["place"], "file": name}
    return Refused(told["rule"], told["message"], value=told["value"], place=Place(**place))


def _ended(code: int, name: str) -> Refused:
    """Say why a child ended without an answer: stopped for its time (ours or the system's), or broken."""
    stopped = {-number for number in (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGKILL", 0)) if number}
    return _over_limit(name) if code in stopped else _crashed(name)


def _over_limit(name: str) -> Refused:
    return Refused("LIMIT", "แฟ้มซับซ้อนหรือใหญ่เกินกว่าจะอ่านได้ภายในเวลาและหน่วยความจำที่กำหนด โปรดแยกเป็นหลายแฟ้ม").at(file=name)


def _crashed(name: str, value: str = "") -> Refused:
    refused = Refused("CRASH", "อ่านแฟ้มนี้ไม่สำเร็จ แฟ้มอาจเสียหาย โปรดเปิดด้วยโปรแกรมเดิมแล้วบันทึกเป็นแฟ้มใหม่", value=value)
    return refused.at(file=name)
