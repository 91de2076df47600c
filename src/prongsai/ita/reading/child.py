"""The program that reads one file from outside in a process of its own: `python -m prongsai.ita.reading.child`.

Standard input is one line of JSON (the order: what to do, the file's name, the limits) and then the bytes of the file.
Standard output is lines of JSON: `reading`, or the entries of national results (`columns`, `row`, `error`), and always
at the end either `refused` or `done`. Nothing else is written anywhere.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from prongsai.ita.reading.answers import refusal_as_json
from prongsai.ita.reading.kinds import recognise
from prongsai.ita.reading.limits import Limits, allow_only_reading, limit_this_process
from prongsai.ita.reading.sizes import LARGEST_FILE
from prongsai.ita.thai.refusal import Refused

Answer: TypeAlias = dict[str, Any]

_LONGEST_ORDER = 100_000


def main() -> None:
    """Read the order and the file, and answer."""
    order = json.loads(sys.stdin.buffer.readline(_LONGEST_ORDER))
    limit_this_process(Limits(**order["limits"]))
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    try:
        recognise(data, order["name"])  # a refusal by the first bytes does not wait for the reader to be loaded
        for answer in _national(data, order) if order["task"] == "national" else _paper(data, order):
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


def _paper(data: bytes, order: Mapping[str, Any]) -> Iterator[Answer]:
    from prongsai.ita.papers.json import to_json  # noqa: PLC0415 - loaded under the limits
    from prongsai.ita.reading.files import read_bytes  # noqa: PLC0415

    allow_only_reading(programs=order["limits"]["programs"])
    yield {"reading": to_json(read_bytes(data, order["name"], ocr=order["ocr"]))}


def _national(data: bytes, order: Mapping[str, Any]) -> Iterator[Answer]:
    from prongsai.ita.reading.national import national_entries  # noqa: PLC0415
    from prongsai.ita.reading.national_json import entry_as_json  # noqa: PLC0415

    allow_only_reading()
    for entry in national_entries(data, order["name"]):
        yield entry_as_json(entry)


if __name__ == "__main__":
    main()
