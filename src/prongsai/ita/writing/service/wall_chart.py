"""แผนผังขั้นตอน: the steps of a service on one lying sheet, A4 or A3, for the wall."""

from __future__ import annotations

from datetime import date

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.writing.service.head import ServiceHead
from prongsai.ita.writing.service.setting import PaperSize, SheetSetter, fitted

SIZES = tuple(size / 2 for size in range(38, 13, -1))
"""Letters from 19 down to 7 points on A4; on A3 larger by as much as the sheet."""
MOST_IN_A_ROW = 5


def write_wall_chart(sheet: ServiceSheet, head: ServiceHead, written_on: date, *, size: PaperSize = "a4") -> bytes:
    """Return the chart as PDF, on one sheet unless even the smallest letters need two. Refuses FONT."""
    setter = SheetSetter(sheet, head)
    most = 3 if len(sheet.steps) > 2 * MOST_IN_A_ROW else 5  # many steps need the room
    parts = [setter.part(name, most=most, short=True) for name in ("documents", "fees", "channels", "complaints")]
    data = setter.whole(size=size, parts=parts, per_row=in_a_row(len(sheet.steps)))
    return fitted("wall_chart.typ", data, written_on, pages=1, sizes=SIZES)


def in_a_row(steps: int) -> int:
    """Say how many steps stand in a row: rows as even as they can be, at most five in one."""
    rows = max(1, -(-steps // MOST_IN_A_ROW))
    return max(1, -(-steps // rows))
