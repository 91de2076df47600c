"""The inside of a child process that works on one file from outside: takes the order, limits itself, answers in lines.

Standard input is one line of JSON (the order: what to do, the file's name, the limits) and then the bytes of the file.
Standard output is lines of JSON: what the task gives, and always at the end either `refused` or `done`. Nothing else is
written anywhere.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from prongsai.ita.reading.answers import refusal_as_json
from prongsai.ita.reading.limits import Limits, limit_this_process
from prongsai.ita.reading.sizes import LARGEST_FILE
from prongsai.ita.thai.refusal import Refused

Answer: TypeAlias = dict[str, Any]
Order: TypeAlias = Mapping[str, Any]
ChildTask: TypeAlias = Callable[[bytes, Order], Iterator[Answer]]

_LONGEST_ORDER = 100_000


def serve(tasks: Mapping[str, ChildTask]) -> None:
    """Do the one task that the order names, under the limits that it names.

    A task loads what it needs and then calls `limits.allow_only_reading`; what it gives is told line by line.
    """
    order = json.loads(sys.stdin.buffer.readline(_LONGEST_ORDER))
    limit_this_process(Limits(**order["limits"]))
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    try:
        for answer in tasks[order["task"]](data, order):
            _say(answer)
        _say({"done": True})
    except Refused as refused:
        _say({"refused": refusal_as_json(refused)})
    except MemoryError:
        _say({"refused": {"rule": "LIMIT"}})
    except Exception as error:  # noqa: BLE001 - a parser may fail in any way; the parent says it in Thai
        _say({"refused": {"rule": "CRASH", "value": type(error).__name__}})
    sys.stdout.buffer.flush()


def _say(answer: Answer) -> None:
    line = json.dumps(answer, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    sys.stdout.buffer.write(line.encode("ascii") + b"\n")
