"""โปสเตอร์: a service on one upright sheet with the square code that leads to its page."""

from __future__ import annotations

from datetime import date

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.writing.service.head import ServiceHead
from prongsai.ita.writing.service.setting import PaperSize, SheetSetter, fitted

SIZES = tuple(size / 2 for size in range(44, 15, -1))
"""Letters from 22 down to 8 points on A4."""


def write_poster(sheet: ServiceSheet, head: ServiceHead, written_on: date, *, size: PaperSize = "a4") -> bytes:
    """Return the poster as PDF on one sheet. Long lists are cut short with a word on what is left. Refuses FONT."""
    setter = SheetSetter(sheet, head)
    parts = [
        setter.part("criteria", title="ใครขอได้", most=4),
        setter.part("documents", title="สิ่งที่ต้องนำมา", most=6),
        setter.part("channels", title="ยื่นได้ที่", most=4),
    ]
    data = setter.whole(size=size, facts=setter.facts(), parts=parts)
    return fitted("poster.typ", data, written_on, pages=1, sizes=SIZES)
