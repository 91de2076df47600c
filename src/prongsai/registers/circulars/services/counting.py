"""How many received a circular and how many acknowledged it, by which way; and the sentence that proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.thai import format_date
from prongsai.registers.circulars.models import Attendee, Briefing, Circular, Receiver, Way

_ON_SCREEN = (Way.SCREEN, Way.LINK)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were asked, and how many acknowledged: on screen or by link, on a sheet, told otherwise.

    `by_register`: as the office's old register counts them, for circulars that were taken in from it.
    """

    asked: int
    on_screen: int = 0
    on_sheet: int = 0
    told: int = 0
    by_register: int = 0

    @property
    def acknowledged(self) -> int:
        """All who acknowledged."""
        return self.on_screen + self.on_sheet + self.told + self.by_register

    @property
    def missing(self) -> int:
        """Those who did not."""
        return self.asked - self.acknowledged

    @property
    def is_whole(self) -> bool:
        """Whether nobody is missing."""
        return self.missing == 0


def counts_of(circular: Circular, until: date | None = None) -> Counts:
    """Count the receivers of a circular, and those who acknowledged until a day (that day included)."""
    return counts_of_all([circular], until)[circular.pk]


def counts_of_all(circulars: Iterable[Circular], until: date | None = None) -> dict[int, Counts]:
    """Count the receivers of many circulars, by their numbers, with one question to the database."""
    asked = list(circulars)
    numbers = [circular.pk for circular in asked]
    rows = Receiver.objects.filter(circular__in=numbers).values_list("circular", "way", "acknowledged")
    counted: dict[int, Counter[str]] = {number: Counter() for number in numbers}
    for number, way, day in rows:
        counted[number][way if day and (until is None or day <= until) else ""] += 1
    return {circular.pk: _counts(circular, counted[circular.pk]) for circular in asked}


def sentence_of(circular: Circular, counts: Counts, until: date | None = None) -> str:
    """Say in Thai what is proved: the day, to how many it went, how many acknowledged and how. Nothing more."""
    number = f" ({circular.paper_number})" if circular.paper_number else ""
    sentence = f"แจ้งเวียนเรื่อง {circular.subject}{number}"
    if circular.sent:
        sentence += f" เมื่อวันที่ {_day(circular.sent)}"
    sentence += f" ถึงบุคลากร {counts.asked} คน รับทราบแล้ว {counts.acknowledged} คน"
    ways = _ways(counts)
    if ways:
        sentence += f" ({' '.join(ways)})"
    return f"{sentence} ณ วันที่ {_day(until)}" if until else sentence


def sentence_of_briefing(briefing: Briefing, asked: int, came: int) -> str:
    """Say in Thai that a briefing was held: day, place, how many were asked and came, how many others came."""
    where = f" ณ {briefing.place}" if briefing.place else ""
    sentence = (
        f"จัดประชุมชี้แจงเรื่อง {briefing.subject} เมื่อวันที่ {_day(briefing.day)}{where} ผู้เข้าร่วม {came} คน จากผู้ที่เชิญ {asked} คน"
    )
    if briefing.guests:
        sentence += f" และผู้เข้าร่วมอื่น {briefing.guests} คน"
    return f"{sentence} (จำนวนตามทะเบียนเดิม)" if briefing.is_from_register else sentence


def came_to(briefing: Briefing) -> tuple[int, int]:
    """Count who was asked to a briefing and who came."""
    return came_to_all([briefing])[briefing.pk]


def came_to_all(briefings: Iterable[Briefing]) -> dict[int, tuple[int, int]]:
    """Count who was asked to each of many briefings and who came, by their numbers, with one question.

    Of briefings that were taken in from the office's old register: as that counts them.
    """
    asked = list(briefings)
    told: dict[int, list[bool | None]] = {briefing.pk: [] for briefing in asked}
    for number, came in Attendee.objects.filter(briefing__in=told).values_list("briefing", "came"):
        told[number].append(came)
    return {briefing.pk: _came(briefing, told[briefing.pk]) for briefing in asked}


def _came(briefing: Briefing, answers: Sequence[bool | None]) -> tuple[int, int]:
    if briefing.register_asked is not None:
        return (briefing.register_asked, briefing.register_done or 0)
    return (len(answers), sum(map(bool, answers)))


def _counts(circular: Circular, ways: Counter[str]) -> Counts:
    if circular.register_asked is not None:
        return Counts(asked=circular.register_asked, by_register=circular.register_done or 0)
    on_screen = sum(ways[way] for way in _ON_SCREEN)
    told = sum(count for way, count in ways.items() if way and way not in (*_ON_SCREEN, Way.SHEET))
    return Counts(asked=ways.total(), on_screen=on_screen, on_sheet=ways[Way.SHEET], told=told)


def _ways(counts: Counts) -> list[str]:
    words = (
        (counts.on_screen, "ในระบบ"),
        (counts.on_sheet, "ลงลายมือชื่อในแบบลงชื่อ"),
        (counts.told, "แจ้งทางอื่นโดยมีผู้บันทึกแทน"),
        (counts.by_register, "ตามทะเบียนเดิม"),
    )
    return [f"{word} {count} คน" for count, word in words if count]


def _day(day: date) -> str:
    return format_date(day, digits="arabic")
