"""A service while its paper is read: parts come in one after the other, doubts are noted beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from prongsai.ita.papers.service import (
    MAY_BE_NONE,
    Audience,
    Channel,
    Discretion,
    Fee,
    NeededDocument,
    ServiceKind,
    ServiceSheet,
    ServiceStep,
)
from prongsai.ita.papers.service_lines import NONE_WORDS
from prongsai.ita.papers.service_time import whole_time
from prongsai.ita.reading.service.entries import channel_of, discretion_of, document_of, fee_of, step_of
from prongsai.ita.reading.service.found import Doubt, FoundService
from prongsai.ita.reading.service.labels import DASHES, kind_of, says_none, unnumbered
from prongsai.ita.reading.service.times import ReadTime, read_time
from prongsai.ita.thai import single_line

Entry: TypeAlias = str | ServiceStep | NeededDocument | Fee | Channel | Discretion

TEXT_PARTS = ("law", "criteria", "complaints", "remarks")
_ENTRY: dict[str, Callable[[str], Entry]] = {
    "documents": document_of,
    "channels": channel_of,
    "discretion": discretion_of,
}
_PART_THAT_SAYS = {words: part for part, words in NONE_WORDS.items()}


@dataclass
class Gathering:
    """One service, growing. `place` is where it began."""

    place: str
    name: str = ""
    kind: ServiceKind = ServiceKind.SERVICE
    audience: Audience = Audience.PUBLIC
    unit: str = ""
    lists: dict[str, list[Any]] = field(default_factory=dict)
    stated_none: set[str] = field(default_factory=set)
    printed_total: str = ""
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but a name is there yet."""
        return not (self.lists or self.stated_none or self.unit)

    def doubt(self, rule: str, place: str, message: str, value: str = "") -> None:
        """Note a doubt."""
        self.doubts.append(Doubt(rule, place, message, single_line(value)[:200]))

    def add(self, part: str, line: str, place: str) -> None:
        """Take a line of text into a part; blank lines add nothing."""
        text = single_line(line)
        if not text:
            return
        if part in MAY_BE_NONE and (says_none(text) or text in DASHES):
            self._state_none(part, text, place)
        elif part in TEXT_PARTS:
            self.append(part, unnumbered(text))
        elif part == "steps":
            step, time = step_of(text)
            self.look_at_time(time, text, place)
            self.append("steps", step)
        elif part == "fees":
            fee = fee_of(text)
            if fee.amount is None and not fee.note:
                self.doubt("AMOUNT", place, "ไม่พบจำนวนเงินของค่าธรรมเนียม", text)
            self.append("fees", fee)
        elif part in _ENTRY:
            self.append(part, _ENTRY[part](text))
        else:
            self._single(part, text)

    def append(self, part: str, entry: Entry) -> None:
        """Take an entry that is made already."""
        self.lists.setdefault(part, []).append(entry)
        self.stated_none.discard(part)

    def look_at_time(self, time: ReadTime | None, text: str, place: str) -> None:
        """Note what is doubtful in the time of a step."""
        if time is None:
            self.doubt("TIME", place, "ไม่พบระยะเวลาของขั้นตอนนี้ โปรดระบุ", text)
        elif time.cut:
            self.doubt("TIME", place, "ระยะเวลามีมากกว่าหนึ่งค่า โปรดตรวจค่าที่อ่านได้", text)
        elif time.plain_days:
            self.doubt("DAYS", place, "เขียนว่า “วัน” อ่านเป็นวันทำการ โปรดยืนยัน", text)

    def _state_none(self, part: str, text: str, place: str) -> None:
        if text in DASHES:
            self.doubt("NONE", place, "มีเพียงเครื่องหมายขีด อ่านว่าไม่มี โปรดยืนยัน", text)
        if part not in self.lists:
            self.stated_none.add(part)

    def _single(self, part: str, text: str) -> None:
        if part == "name":
            self.name = self.name or text
        elif part == "unit":
            self.unit = self.unit or text
        elif part == "kind":
            self.kind = kind_of(text) or self.kind
        elif part == "audience":
            self.audience = Audience.INTERNAL if text.startswith("งานภายใน") else Audience.PUBLIC
        elif part == "none" and text in _PART_THAT_SAYS:
            self.stated_none.add(_PART_THAT_SAYS[text])
        elif part in ("total", "time"):
            self.printed_total = self.printed_total or text

    def done(self) -> FoundService:
        """Give the sheet and the doubts, those of the whole among them."""
        if not self.name:
            self.doubt("NAME", self.place, "ไม่พบชื่องาน")
        self._compare_total()
        parts: dict[str, Any] = {part: tuple(entries) for part, entries in self.lists.items() if part != "forms"}
        sheet = replace(
            ServiceSheet(name=self.name),
            kind=self.kind,
            audience=self.audience,
            unit=self.unit,
            stated_none=frozenset(self.stated_none),
            **parts,
        )
        return FoundService(sheet, self.place, tuple(self.doubts))

    def _compare_total(self) -> None:
        whole, printed = whole_time(self.lists.get("steps", ())), read_time(self.printed_total)
        if printed is None or printed.span is None or whole.unknown or not whole:
            return
        stated = whole_time([step_of(f"- · {self.printed_total}")[0]])
        rounded_up = printed.span.unit.value == "working_days" and stated.working_days == whole.days_counted
        if (stated.working_days, stated.minutes) != (whole.working_days, whole.minutes) and not rounded_up:
            message = f"เวลารวมที่พิมพ์ไว้ไม่ตรงกับผลรวมของขั้นตอน ({whole.text})"
            self.doubt("TOTAL", self.place, message, self.printed_total)
