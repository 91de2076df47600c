"""Days, times, numbers as pages write them: Arabic digits, years always of the Buddhist era, in both languages."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import get_language

from prongsai.ita.thai import buddhist_year, format_date, format_decimal


def in_thai() -> bool:
    """Say whether the page is in Thai."""
    return (get_language() or "th").startswith("th")


def day_in_words(day: date | datetime) -> str:
    """Write a day: `17 มีนาคม 2568`, `17 March 2568`."""
    day = _local_day(day)
    if in_thai():
        return format_date(day, digits="arabic")
    return f"{day.day} {MONTHS[day.month]} {buddhist_year(day)}"


def short_day(day: date | datetime) -> str:
    """Write a day for a table: `17 มี.ค. 68`, `17 Mar 2568`."""
    day = _local_day(day)
    if in_thai():
        return format_date(day, form="short", digits="arabic")
    return f"{day.day} {str(MONTHS[day.month])[:3]} {buddhist_year(day)}"


def day_with_weekday(day: date | datetime) -> str:
    """Write a day with its weekday: `วันจันทร์ที่ 17 มีนาคม 2568`, `Monday 17 March 2568`."""
    day = _local_day(day)
    weekday = WEEKDAYS[day.weekday()]
    return f"วัน{weekday}ที่ {day_in_words(day)}" if in_thai() else f"{weekday} {day_in_words(day)}"


def moment_in_words(moment: date | datetime) -> str:
    """Write a moment in the local time: `17 มีนาคม 2568 เวลา 13.30 น.`, `17 March 2568, 13:30`; of a day, the day."""
    if not isinstance(moment, datetime):
        return day_in_words(moment)
    local = timezone.localtime(moment)
    if in_thai():
        return f"{day_in_words(local)} เวลา {local:%H.%M} น."
    return f"{day_in_words(local)}, {local:%H:%M}"


def number_in_words(value: Decimal | int, places: int = 0) -> str:
    """Write a number with its thousands grouped: `46,800,000`, with `places` decimals, rounded half up."""
    whole, point, part = format_decimal(Decimal(value), places=places).partition(".")
    return f"{int(whole):,}{point}{part}" if int(whole) else f"{whole}{point}{part}"


def _local_day(day: date | datetime) -> date:
    return timezone.localtime(day).date() if isinstance(day, datetime) else day
