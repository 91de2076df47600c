"""When a paper of a year is due. The days are data and custom, no rule: the office may be earlier or later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from prongsai.ita.thai import fiscal_quarter, fiscal_year_span
from prongsai.office.reports.models import ReportKind


@dataclass(frozen=True, slots=True)
class Due:
    """A paper of a year with its last day covered and the days in which it is custom to give it."""

    kind: ReportKind
    until: date
    opens: date
    closes: date

    def is_open(self, day: date) -> bool:
        """Whether it is time to make it, or past time."""
        return self.opens <= day

    def is_late(self, day: date) -> bool:
        """Whether the custom day has passed."""
        return self.closes < day


def due_in(fiscal_year: int) -> Iterator[Due]:
    """Give what is due for a fiscal year, in the order of the days."""
    for kind, told in _custom().items():
        until = fiscal_quarter(fiscal_year, told["after_quarter"]).end
        opens = until + timedelta(days=told["opens_after_days"])
        yield Due(ReportKind(kind), until, opens, until + timedelta(days=told["closes_after_days"]))


def last_day_of(kind: ReportKind, fiscal_year: int, day: date) -> date:
    """Give the last day that a paper covers: the day itself for a monthly page, else the end of its half or year."""
    if kind is ReportKind.MONTHLY:
        return day
    half = kind in (ReportKind.SIX, ReportKind.SIX_MEMO)
    end = fiscal_quarter(fiscal_year, 2).end if half else fiscal_year_span(fiscal_year).end
    assert end is not None
    return end


@cache
def _custom() -> dict[str, Any]:
    text = files("prongsai.office.reports").joinpath("data/due.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told
