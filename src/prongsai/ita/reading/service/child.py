"""The program that reads manuals in a process of its own: `python -m prongsai.ita.reading.service.child`.

It answers a `service` for each one found; see `child_program`.
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.reading.child_program import Answer, Order, serve
from prongsai.ita.reading.kinds import recognise
from prongsai.ita.reading.limits import allow_only_reading


def _services(data: bytes, order: Order) -> Iterator[Answer]:
    recognise(data, order["name"])  # a refusal by the first bytes does not wait for the reader to be loaded
    from prongsai.ita.reading.service.opening import read_services  # noqa: PLC0415 - loaded under the limits

    allow_only_reading()
    for service in read_services(data, order["name"]):
        yield {"service": service.as_json()}


if __name__ == "__main__":
    serve({"services": _services})
