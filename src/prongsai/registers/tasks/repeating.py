"""The days of a task that comes again every so many months."""

from __future__ import annotations

from datetime import date

from prongsai.platform.calendar.months import months_later


def next_due(first: date, every: int, after: date) -> date:
    """Give the next day of a series after a day.

    Counted from the first day of the series, so that a task due on the 31st comes back to the 31st after February.
    Raises ValueError for a series that does not go on.
    """
    if every < 1:
        raise ValueError("a task that comes again does so after one month or more")
    passed = (after.year - first.year) * 12 + after.month - first.month
    times = max(passed // every, 0)
    while (day := months_later(first, times * every)) <= after:
        times += 1
    return day
