"""Times of Bangkok as cron lines. The clock of the queue is UTC, seven hours behind; Thailand knows no summer time."""

from __future__ import annotations

AHEAD = 7
_DAY = 24


def every_minute() -> str:
    """Give the line of something done each minute."""
    return "* * * * *"


def every_hour(minute: int = 0) -> str:
    """Give the line of something done each hour, at a minute of it."""
    return f"{_within(minute, 60)} * * * *"


def daily(hour: int, minute: int = 0) -> str:
    """Give the line of a time of each day in Bangkok; one o'clock is `0 18 * * *`."""
    return f"{_within(minute, 60)} {(_within(hour, _DAY) - AHEAD) % _DAY} * * *"


def weekly(weekday: int, hour: int, minute: int = 0) -> str:
    """Give the line of a time of one weekday in Bangkok (0 is Sunday), which may begin yesterday in UTC."""
    day = (_within(weekday, 7) - (hour < AHEAD)) % 7
    return f"{_within(minute, 60)} {(_within(hour, _DAY) - AHEAD) % _DAY} * * {day}"


def monthly(day: int, hour: int, minute: int = 0) -> str:
    """Give the line of a day of each month in Bangkok, from seven o'clock on. Refuses (ValueError) earlier hours.

    Before seven the first of a month is another month's last day in UTC, which cron cannot say.
    """
    if hour < AHEAD or not 1 <= day <= 28:
        raise ValueError(f"a monthly time is on the days 1 to 28, at {AHEAD} o'clock or later: {day}, {hour}")
    return f"{_within(minute, 60)} {_within(hour, _DAY) - AHEAD} {day} * *"


def _within(number: int, end: int) -> int:
    if not 0 <= number < end:
        raise ValueError(f"{number} is not between 0 and {end - 1}")
    return number
