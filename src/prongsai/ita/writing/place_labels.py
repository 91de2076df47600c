"""Labels of places with the square code that leads to the page of each: ten on a sheet of A4, to be cut out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from prongsai.ita.writing.numerals import as_set
from prongsai.ita.writing.pdf import set_template
from prongsai.ita.writing.pieces import pieces, proper_name
from prongsai.ita.writing.service.square_code import square_code_svg
from prongsai.ita.writing.vocabulary import Vocabulary

TITLE = "ป้ายจุดติดตั้ง"
SCAN = "เจ้าหน้าที่สแกนเพื่อบันทึกการตรวจ"
_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class PlaceLabel:
    """One label: the place, where it lies, and the whole address of its page (empty: no code is drawn)."""

    title: str
    detail: str
    address: str = ""


def write_place_labels(labels: Sequence[PlaceLabel], agency: str, written_on: date, *, footer: str = "") -> bytes:
    """Return the labels as PDF. Refuses FONT; raises ValueError for an address that no code can hold."""
    vocabulary = Vocabulary()

    def text(words: str) -> list[int]:
        return [vocabulary.number(piece) for piece in pieces(as_set(words, "thai"), proper_name(agency))]

    told = [
        {
            "title": text(label.title),
            "detail": text(label.detail),
            "note": text(SCAN if label.address else ""),
            "alt": f"รหัสคิวอาร์ของ {label.title}" if label.address else None,
        }
        for label in labels
    ]
    day = [written_on.year, written_on.month, written_on.day]
    data: dict[str, Any] = {
        "meta": {"title": TITLE, "agency": agency, "subject": TITLE, "date": day},
        "paper": "a4",
        "scale": 1.0,
        "size": _SIZE,
        "thai": True,
        "draft": False,
        "code": None,
        "name": text(f"{TITLE} {agency} {footer}".strip()),
        "foot": [],
        "labels": told,
        "words": vocabulary.entries,
    }
    codes = {f"code-{n}.svg": square_code_svg(label.address) for n, label in enumerate(labels) if label.address}
    return set_template("place_labels.typ", data, written_on, files=codes)
