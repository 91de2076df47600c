"""The program that cleans one file from outside in a process of its own: `python -m prongsai.platform.files.child`.

It answers what the file is, and then its clean bytes in pieces; see `prongsai.ita.reading.child_program`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from prongsai.ita.reading.child_program import Answer, Order, serve
from prongsai.ita.reading.limits import allow_only_reading
from prongsai.platform.files.cleaning import clean
from prongsai.platform.files.kinds import PURPOSES
from prongsai.platform.files.recognising import recognise_for

_PIECE = 3 << 18


def _clean(data: bytes, order: Order) -> Iterator[Answer]:
    kind = recognise_for(data, order["name"], PURPOSES[order["purpose"]])
    allow_only_reading()
    cleaned = clean(data, kind)
    yield {"kind": cleaned.kind.value, "as_sent": cleaned.as_sent}
    for at in range(0, len(cleaned.data), _PIECE):
        yield {"piece": b64encode(cleaned.data[at : at + _PIECE]).decode("ascii")}


if __name__ == "__main__":
    serve({"clean": _clean})
