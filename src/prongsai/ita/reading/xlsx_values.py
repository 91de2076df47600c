"""Writes the value of a spreadsheet cell as a person sees it on the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from prongsai.ita.thai import format_date, format_decimal
from prongsai.ita.thai.months import FULL

SheetValue = int | float | str | bool | time | date | datetime | timedelta

_FIGURES = 10
_LEAST_PLACES = 2
_MOST_PLACES = 10
_UNSEEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACES = re.compile(r"^[^0#]*[#,0]*[0#](?:\.([0#]+))?")
_FIRST_BUDDHIST_YEAR = 2400
_TWO_FIGURE_YEARS = range(1950, 2000)
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as written, and what is doubtful about it: `percent`, `date-doubtful`, or nothing."""

    text: str
    doubt: str = ""


def format_code(number: int, own: dict[int, str]) -> str:
    """Give the code of a number format: that of the file, or the one built into Excel; empty for the general one."""
    return own.get(number) or _BUILT_IN.get(number, "")


def shown_value(value: SheetValue, code: str = "") -> Shown:
    """Write a value; `code` is the number format of its cell. A ticked box becomes ✓, an empty one nothing."""
    if isinstance(value, str):
        return Shown(value)
    if isinstance(value, bool):
        return Shown("✓" if value else "")
    if isinstance(value, int | float):
        return _shown_number(value, code)
    return _shown_time(value)


def _shown_time(value: time | date | datetime | timedelta) -> Shown:
    if isinstance(value, timedelta):
        return Shown(str(value))
    if isinstance(value, time):
        return Shown(f"{value:%H.%M} น.")
    if not isinstance(value, datetime):
        return _shown_date(value)
    day = _shown_date(value.date())
    return day if value.time() == time() else Shown(f"{day.text} เวลา {value:%H.%M} น.", day.doubt)


def _shown_number(value: float, code: str) -> Shown:
    """Write a number: no more than ten figures, at least two decimals kept, a percentage without its sign."""
    number = Decimal(repr(value))
    if not number.is_finite():
        return Shown("")
    first = _UNSEEN.sub("", code.split(";", maxsplit=1)[0])
    percent = "%" in first
    match = _PLACES.match(first)
    places = min(len(match[1] or ""), _MOST_PLACES) if match else None
    number = number * 100 if percent else number
    number = _to_figures(number)
    if places is not None and -number.as_tuple().exponent > max(places, _LEAST_PLACES):  # type: ignore[operator]
        number = Decimal(format_decimal(number, places=max(places, _LEAST_PLACES)))
    return Shown(_plain(number, places or 0), "percent" if percent else "")


def _to_figures(number: Decimal) -> Decimal:
    """Round to ten figures: what lies beyond is the noise of binary numbers."""
    if not number:
        return Decimal(0)
    return round(number, min(_FIGURES - 1 - number.adjusted(), _MOST_PLACES))


def _plain(number: Decimal, places: int) -> str:
    """Write without an exponent and without idle zeros, but with as many places as the cell shows."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    decimals = len(text.partition(".")[2])
    if decimals < places:
        text += ("" if decimals else ".") + "0" * (places - decimals)
    return "0" if text == "-0" else text


def _shown_date(day: date) -> Shown:
    """Write a day in Thai words.

    Where the year can only be a Buddhist one typed as if it were Christian, or two figures (66) that the program
    took for 1966, it is written as typed and is doubtful.
    """
    if day.year >= _FIRST_BUDDHIST_YEAR:
        return Shown(f"{day.day} {FULL[day.month - 1]} {day.year}", "date-doubtful")
    if day.year in _TWO_FIGURE_YEARS:
        return Shown(f"{day.day} {FULL[day.month - 1]} {day.year % 100:02d}", "date-doubtful")
    return Shown(format_date(day, digits="arabic"))
