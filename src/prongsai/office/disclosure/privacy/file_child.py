"""The program that looks into one file, or hides texts in it, in a process of its own: `python -m ...file_child`.

It answers the texts of the file, or the bytes of the redacted one in pieces; see `prongsai.ita.reading.child_program`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict

from prongsai.ita.reading.child_program import Answer, Order, serve
from prongsai.ita.reading.limits import allow_only_reading
from prongsai.office.disclosure.privacy.file_texts import texts_in

_PIECE = 3 << 18


def _texts(data: bytes, order: Order) -> Iterator[Answer]:
    allow_only_reading()
    yield from (asdict(text) for text in texts_in(data, order["kind"]))


def _redact(data: bytes, order: Order) -> Iterator[Answer]:
    from prongsai.office.disclosure.privacy.pdf_redaction import redacted_pdf  # noqa: PLC0415 - under the limits

    allow_only_reading()
    made = redacted_pdf(data, order["hide"])
    for at in range(0, len(made), _PIECE):
        yield {"piece": b64encode(made[at : at + _PIECE]).decode("ascii")}


if __name__ == "__main__":
    serve({"texts": _texts, "redact": _redact})
