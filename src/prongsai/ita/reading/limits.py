"""What a child process that reads a file may use, and how it puts these limits on itself."""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one child: processor time, memory, waiting time, open files, the size of its answer, other programs.

    `threads`: a library needs threads of its own, which the operating system cannot tell from programs.
    """

    cpu_seconds: int = 20
    memory: int = 512 * MEGABYTE
    wall_seconds: float = 60.0
    open_files: int = 64
    answer: int = 64 * MEGABYTE
    programs: bool = False
    threads: bool = False


STANDARD = Limits()

WITH_OCR = Limits(cpu_seconds=600, memory=1536 * MEGABYTE, wall_seconds=1_800.0, programs=True)
"""For scans: pages are drawn at 300 dots per inch, and tesseract takes a minute or more for each."""


def limit_this_process(limits: Limits) -> None:
    """Put limits on this process that it cannot lift: time, memory, open files, no byte written to a file, no program.

    On Windows, which has no such limits, nothing is done; there only the parent's time-out and size limits hold. A
    limit that the system does not know (macOS knows no limit of memory) is left out.
    """
    if sys.platform == "win32":
        return
    resource = importlib.import_module("resource")
    wanted = {
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_AS": limits.memory,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    } | ({} if limits.programs or limits.threads else {"RLIMIT_NPROC": 0})
    for name, value in wanted.items():
        with suppress(AttributeError, ValueError, OSError):
            kind = getattr(resource, name)
            most = resource.getrlimit(kind)[1]
            least = value if most == resource.RLIM_INFINITY else min(value, most)
            resource.setrlimit(kind, (least, least))


def allow_only_reading(*, programs: bool = False) -> None:
    """Let Python code of this process open files for reading only and call nobody; `programs`: it may start some.

    This guards against a parser that does more than parse; it is no wall against machine code, for which the limits of
    the operating system stand.
    """

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if is_deed(event, arguments) and not (programs and event in _STARTS):
            raise PermissionError(f"a reader of files may not do this: {event}")

    sys.addaudithook(refuse)


def is_deed(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an event of Python's audit changes something outside the process, calls somebody, or starts a program."""
    return event in _STARTS or event in _DEEDS or (event == "open" and _opens_for_writing(arguments))


_STARTS = frozenset(
    {"os.system", "os.exec", "os.posix_spawn", "os.fork", "os.forkpty", "os.spawn", "os.startfile", "subprocess.Popen"}
)
_DEEDS = frozenset(
    {
        "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
        "os.chown", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "shutil.rmtree",
    }
)  # fmt: skip
_WRITING = 0o3 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC


def _opens_for_writing(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & _WRITING)
