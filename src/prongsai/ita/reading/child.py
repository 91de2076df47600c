"""The program that reads one file from outside in a process of its own: `python -m prongsai.ita.reading.child`.

It answers `reading` (and `traces` where asked), the entries of national results (`columns`, `row`, `error`), or the
sheets of a list (`sheet`, `notice`); see `child_program`.
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.reading.child_program import Answer, Order, serve
from prongsai.ita.reading.kinds import recognise
from prongsai.ita.reading.limits import allow_only_reading


def _paper(data: bytes, order: Order) -> Iterator[Answer]:
    recognise(data, order["name"])  # a refusal by the first bytes does not wait for the reader to be loaded
    from prongsai.ita.papers.json import to_json  # noqa: PLC0415 - loaded under the limits
    from prongsai.ita.reading.files import parse_bytes  # noqa: PLC0415
    from prongsai.ita.reading.traces import find_traces, traces_as_json  # noqa: PLC0415

    allow_only_reading(programs=order["limits"]["programs"])
    reading, blocks = parse_bytes(data, order["name"], ocr=order["ocr"])
    yield {"reading": to_json(reading)}
    if order.get("traced"):
        yield {"traces": traces_as_json(find_traces(reading, blocks))}


def _national(data: bytes, order: Order) -> Iterator[Answer]:
    recognise(data, order["name"])
    from prongsai.ita.reading.national import national_entries  # noqa: PLC0415
    from prongsai.ita.reading.national_json import entry_as_json  # noqa: PLC0415

    allow_only_reading()
    for entry in national_entries(data, order["name"]):
        yield entry_as_json(entry)


def _rows(data: bytes, order: Order) -> Iterator[Answer]:
    recognise(data, order["name"])
    from prongsai.ita.reading.row_lists import list_as_json, read_rows  # noqa: PLC0415

    allow_only_reading()
    yield from list_as_json(read_rows(data, order["name"]))


if __name__ == "__main__":
    serve({"paper": _paper, "national": _national, "rows": _rows})
