"""Reads one spoilt file after another, under the limits of the reader's child process, and says how each ended."""

from __future__ import annotations

import json
import struct
import sys
import traceback

from prongsai.ita.reading import docx_layout, html_layout, pdf_layout, xlsx_layout
from prongsai.ita.reading.files import read_bytes
from prongsai.ita.reading.limits import Limits, allow_only_reading, is_deed, limit_this_process
from prongsai.ita.reading.national import national_entries
from prongsai.ita.thai import Refused

HEAD = struct.Struct("<HL")
PARSERS = (docx_layout, html_layout, pdf_layout, xlsx_layout)


DONE: list[str] = []


def note_deeds(event: str, arguments: tuple) -> None:
    if is_deed(event, arguments):
        DONE.append(event)


def main() -> None:
    sys.addaudithook(note_deeds)
    limit_this_process(Limits(cpu_seconds=100_000))
    allow_only_reading()
    while head := sys.stdin.buffer.read(HEAD.size):
        kind_length, length = HEAD.unpack(head)
        kind = sys.stdin.buffer.read(kind_length).decode()
        DONE.clear()
        told = ending(kind, sys.stdin.buffer.read(length))
        sys.stdout.write(json.dumps(["failed", f"did {DONE}"] if DONE else told) + "\n")
        sys.stdout.flush()


def ending(kind: str, data: bytes) -> list[str]:
    """Give how the reading of a file ended: read, refused (rule), or failed (where)."""
    try:
        if kind == "national":
            list(national_entries(data, "a.xlsx"))
        else:
            read_bytes(data, f"a.{kind}")
    except Refused as refused:
        return ["refused", refused.rule]
    except MemoryError:
        return ["refused", "LIMIT"]
    except Exception as error:  # noqa: BLE001 - whatever a parser fails with is what we look for
        places = [
            f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
        ]
        return ["failed", f"{type(error).__name__}: {error}"[:200] + " at " + " < ".join(places[:-5:-1])]
    return ["read", ""]


if __name__ == "__main__":
    main()
