"""Times of steps as manuals print them: `10 นาที`, `ภายใน ๓ วันทำการ`, `1 ชั่วโมง 30 นาที`, `15-30 นาที`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.ita.papers.service import TimeSpan, TimeUnit
from prongsai.ita.thai import normalise, to_arabic

_UNITS = {
    "นาที": TimeUnit.MINUTES, "ชั่วโมง": TimeUnit.HOURS, "ชม.": TimeUnit.HOURS, "ชม": TimeUnit.HOURS,
    "วันทำการ": TimeUnit.WORKING_DAYS, "วันทําการ": TimeUnit.WORKING_DAYS, "วัน": TimeUnit.WORKING_DAYS,
}  # fmt: skip
_ONE = re.compile(
    r"(?:(?P<low>[0-9]{1,4})\s*(?:-|–|ถึง)\s*)?(?P<value>[0-9]{1,4}|ครึ่ง|หนึ่ง)\s*"
    r"(?P<unit>นาที|ชั่วโมง|ชม\.?|วันท[ำํ]า?การ|วัน(?!ที่))"
)


@dataclass(frozen=True, slots=True)
class ReadTime:
    """A time that was read: the span, whether วัน was taken for working days, whether a range was cut to its end."""

    span: TimeSpan | None
    plain_days: bool = False
    cut: bool = False
    start: int = 0
    end: int = 0


def read_time(text: str, unit: str = "") -> ReadTime | None:
    """Read the time in a text; `unit` is that of a column beside it. None where no time stands there.

    Several times in a row count together: hours and minutes as minutes. A range counts with its end. Days beside
    hours cannot be one time: the days count, and it is marked as cut.
    """
    plain = to_arabic(normalise(text))
    if unit and re.fullmatch(r"\s*[0-9]{1,4}\s*", plain):
        plain = f"{plain.strip()} {to_arabic(normalise(unit)).strip()}"
    found = list(_ONE.finditer(plain))
    if not found:
        return None
    spans = [_span(match) for match in found]
    days = [span for span in spans if span.unit is TimeUnit.WORKING_DAYS]
    cut = any(match["low"] for match in found) or bool(days and len(days) < len(spans)) or len(days) > 1
    plain_days = any(match["unit"] == "วัน" for match in found)
    return ReadTime(days[0] if days else _together(spans), plain_days, cut, found[0].start(), found[-1].end())


def _span(match: re.Match[str]) -> TimeSpan:
    unit = _UNITS.get(match["unit"], TimeUnit.WORKING_DAYS)
    if match["value"] == "ครึ่ง":
        return TimeSpan(30, TimeUnit.MINUTES) if unit is TimeUnit.HOURS else TimeSpan(1, unit)
    return TimeSpan(1 if match["value"] == "หนึ่ง" else int(match["value"]), unit)


def _together(spans: list[TimeSpan]) -> TimeSpan:
    if len(spans) == 1:
        return spans[0]
    minutes = sum(span.value * (60 if span.unit is TimeUnit.HOURS else 1) for span in spans)
    return TimeSpan(minutes, TimeUnit.MINUTES)
