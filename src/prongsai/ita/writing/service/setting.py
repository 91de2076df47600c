"""Turns a sheet into plain data for the Typst templates, and finds the largest letters with which it fits."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

import pypdfium2

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_gaps import ASKS_FOR
from prongsai.ita.papers.service_lines import PART_WORDS, lines_of, short_lines_of
from prongsai.ita.papers.service_time import time_text, whole_time
from prongsai.ita.writing.numerals import as_printed, as_set
from prongsai.ita.writing.pdf import set_template
from prongsai.ita.writing.pieces import pieces, proper_name
from prongsai.ita.writing.service.head import ServiceHead
from prongsai.ita.writing.service.square_code import square_code_svg
from prongsai.ita.writing.vocabulary import Vocabulary

Data: TypeAlias = dict[str, Any]
PaperSize: TypeAlias = Literal["a4", "a3"]

SCALES: dict[PaperSize, float] = {"a4": 1.0, "a3": 2**0.5}
TIME_LABEL = "ระยะเวลารวมไม่เกิน"
SCAN = "สแกนดูคู่มือฉบับเต็ม"


@dataclass(frozen=True, slots=True)
class SheetSetter:
    """Cuts the texts of one sheet; the numbers of the pieces are those of its `vocabulary`."""

    sheet: ServiceSheet
    head: ServiceHead
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def text(self, text: str) -> list[int]:
        """Give a text as the numbers of its pieces."""
        cut = pieces(as_set(text, self.head.digits), proper_name(self.head.agency))
        return [self.vocabulary.number(piece) for piece in cut]

    def part(self, name: str, *, title: str = "", most: int = 0, short: bool = False) -> Data:
        """Give a part with its title: its lines (at most `most`, the rest counted), or what is to be written there."""
        lines = list((short_lines_of if short else lines_of)(self.sheet, name))
        if most and len(lines) > most:
            lines[most - 1 :] = [f"และอีก {len(lines) - most + 1} รายการ ดูในคู่มือ"]
        gap = None if lines or name == "remarks" else self.gap(name)
        return {
            "title": self.text(title or PART_WORDS[name]),
            "lines": [self.text(line) for line in lines],
            "gap": gap,
        }

    def told(self, title: str, line: str) -> Data:
        """Give a part of one line that was written here."""
        return {"title": self.text(title), "lines": [self.text(line)], "gap": None}

    def gap(self, name: str) -> list[int]:
        """Give the marked words for what is lacking."""
        return self.text(f"«โปรดระบุ: {ASKS_FOR[name]}»")

    def time(self) -> Data:
        """Give the whole time, or the gap. While the time of a step is unknown there is no whole."""
        whole = whole_time(self.sheet.steps)
        known = bool(whole) and not whole.unknown
        return {"text": self.text(whole.text) if known else [], "gap": None if known else self.gap("times")}

    def steps(self) -> list[Data]:
        """Give the steps in order."""
        return [
            {
                "title": self.text(step.title),
                "time": {
                    "text": self.text(time_text(step.time)) if step.time else [],
                    "gap": None if step.time else self.gap("times"),
                },
                "unit": self.text(step.unit),
                "place": self.text(step.place),
            }
            for step in self.sheet.steps
        ]

    def facts(self) -> list[Data]:
        """Give what decides whether one sets out at all: how long it takes, what it costs."""
        time = self.time()
        lines = [time["text"]] if time["gap"] is None else []
        fees = self.part("fees", most=1) if len(self.sheet.fees) < 2 else self.told("ค่าธรรมเนียม", "ตามรายการในคู่มือ")
        return [{"title": self.text(TIME_LABEL), "lines": lines, "gap": time["gap"]}, fees]

    def whole(self, *, size: PaperSize = "a4", **data: object) -> Data:
        """Give the data of a template; `data` is what it needs beside the usual."""
        name = as_printed(self.sheet.name, self.head.digits).strip() or "งานบริการ"
        return {
            "meta": {"title": name, "agency": self.head.agency, "subject": PART_WORDS["steps"]},
            "paper": size,
            "scale": SCALES[size],
            "thai": self.head.digits == "thai",
            "draft": self.head.draft,
            "agency": self.text(self.head.agency),
            "name": self.text(self.sheet.name) if self.sheet.name.strip() else self.gap("name"),
            "time": self.time(),
            "time_label": self.text(TIME_LABEL),
            "steps": self.steps(),
            "steps_title": self.text(PART_WORDS["steps"]),
            "no_steps": self.gap("steps"),
            "code": f"รหัสคิวอาร์ไปหน้าเว็บ {self.head.address}" if self.head.address else None,
            "code_svg": square_code_svg(self.head.address).decode() if self.head.address else "",
            "code_note": self.text(SCAN if self.head.address else ""),
            "code_address": self.text(self.head.address),
            "foot": self.text(foot_of(self.sheet, self.head)),
            **data,
            "words": self.vocabulary.entries,
        }


def foot_of(sheet: ServiceSheet, head: ServiceHead) -> str:
    """Give the small line at the foot: version, day made public, the mark of an example, the agency's own footer."""
    from prongsai.ita.thai import format_date  # noqa: PLC0415

    posted = f"เผยแพร่ {format_date(head.posted, digits='arabic')}" if head.posted else ""
    example = "ตัวอย่าง ต้องตรวจกับระเบียบ" if sheet.is_example else ""
    parts = (f"ฉบับที่ {head.version}", posted, example, head.footer)
    return " · ".join(part for part in parts if part)


def fitted(template: str, data: Data, written_on: date, *, pages: int, sizes: Sequence[float]) -> bytes:
    """Set data in the largest of `sizes` (points, falling) with which it takes no more than `pages` pages.

    Where even the smallest needs more pages it gets them: nothing is cut off.
    """
    low, high = 0, len(sizes) - 1
    set_pages = _setter(template, data, written_on)
    while low < high:
        middle = (low + high) // 2
        if page_count(set_pages(sizes[middle])) <= pages:
            high = middle
        else:
            low = middle + 1
    return set_pages(sizes[low])


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF."""
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return len(document)


def _setter(template: str, data: Data, written_on: date) -> Callable[[float], bytes]:
    day = [written_on.year, written_on.month, written_on.day]
    code = data.get("code_svg", "")
    plain = {key: value for key, value in data.items() if key != "code_svg"}
    made: dict[float, bytes] = {}

    def set_pages(size: float) -> bytes:
        if size not in made:
            sized = plain | {"size": size, "meta": plain["meta"] | {"date": day}}
            files = {"code.svg": code.encode()}
            made[size] = set_template(template, sized, written_on, draft=data["draft"], files=files)
        return made[size]

    return set_pages
