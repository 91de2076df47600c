"""แผ่นพับ: a service on A4 folded in three, two pages."""

from __future__ import annotations

from datetime import date

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.writing.service.head import ServiceHead
from prongsai.ita.writing.service.setting import SheetSetter, fitted, page_count

SIZES = tuple(size / 2 for size in range(36, 11, -1))
"""Letters from 18 down to 6 points."""
READABLE = tuple(size for size in SIZES if size >= 10)


def write_leaflet(sheet: ServiceSheet, head: ServiceHead, written_on: date) -> bytes:
    """Return the leaflet as PDF: outside, then inside; print both sides, turned over the short edge. Refuses FONT."""
    setter = SheetSetter(sheet, head)
    contact = [setter.told("ติดต่อหน่วยงาน", head.contact)] if head.contact else []
    remarks = [setter.part("remarks")] if sheet.remarks else []
    data = setter.whole(
        footer=setter.text(head.footer),
        facts=setter.facts(),
        flap=[setter.part("documents"), setter.part("fees")],
        back=[setter.part("channels"), setter.part("complaints"), *contact],
        inside=[setter.part("criteria")],
        after=[setter.part("discretion"), setter.part("law"), *remarks],
    )
    whole = fitted("leaflet.typ", data | {"parted": True}, written_on, pages=2, sizes=READABLE)
    if page_count(whole) == 2:
        return whole  # who may ask, the steps, the rest: a panel each
    return fitted("leaflet.typ", data | {"parted": False}, written_on, pages=2, sizes=SIZES)
