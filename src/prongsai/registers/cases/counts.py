"""Counts of cases by service, month and channel; small ones are hidden, so that nobody is recognised in a village."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth

from prongsai.ita.privacy import suppress_small
from prongsai.ita.thai import buddhist_year, round_half_up
from prongsai.platform.agency.models import Unit
from prongsai.registers.cases.kinds import kinds
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.models.case import Cases
from prongsai.registers.cases.states import CaseState, Channel

HIDDEN = "น้อยกว่า 5 หรือปิดไว้"
SENSITIVE = "เรื่องที่ไม่เปิดเผยชื่องาน"
_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
FEW = 5
Line = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Counts:
    """Cases received between two days, by service (or kind), month and channel, None where a count is hidden.

    `ended` of them are at an end, and of those with a clock `share_in_time` per cent ended in time; None under five.
    """

    received: int
    ended: int
    open_late: int
    share_in_time: int | None
    by_service: tuple[Line, ...]
    by_month: tuple[Line, ...]
    by_channel: tuple[Line, ...]


def counts_of(since: date, until: date, *, units: Iterable[Unit | int] | None = None) -> Counts:
    """Count the cases that the agency that speaks received between two days, both included; of some units where said.

    Doubles that were joined to another case are not counted twice.
    """
    cases = Case.objects.filter(received_on__range=(since, until)).exclude(state=CaseState.MERGED)
    if units is not None:
        cases = cases.filter(unit__in=units)
    told = cases.aggregate(
        received=Count("pk"),
        ended=Count("pk", filter=Q(closed_on__isnull=False)),
        clocked=Count("pk", filter=Q(closed_on__isnull=False, due__isnull=False)),
        in_time=Count("pk", filter=Q(closed_on__lte=F("due"))),
        late=Count("pk", filter=Q(closed_on=None, waiting_since=None, due__lt=until)),
    )
    return Counts(
        told["received"],
        told["ended"],
        told["late"],
        _per_cent(told["in_time"], told["clocked"]),
        _lines(_by_service(cases)),
        _lines(_by_month(cases, since, until)),
        _lines(_by_channel(cases)),
    )


def _per_cent(part: int, whole: int) -> int | None:
    return int(round_half_up(Decimal(part * 100) / whole, 0)) if whole >= FEW else None


def _lines(counts: Mapping[str, int]) -> tuple[Line, ...]:
    return tuple(suppress_small(counts).items())


def _by_service(cases: Cases) -> dict[str, int]:
    rows = cases.values_list("kind", "service__name", "is_sensitive").annotate(n=Count("pk")).order_by("-n")
    counts: dict[str, int] = {}
    for key, service, is_sensitive, count in rows:
        kind = kinds.get(key)
        name = SENSITIVE if is_sensitive else service or (kind.shown if kind else key)
        counts[name] = counts.get(name, 0) + count
    return counts


def _by_month(cases: Cases, since: date, until: date) -> dict[str, int]:
    rows = cases.annotate(month=TruncMonth("received_on")).values_list("month").annotate(n=Count("pk")).order_by()
    found = dict(rows)
    months, month = {}, since.replace(day=1)
    while month <= until:
        months[f"{_MONTHS[month.month - 1]} {buddhist_year(month)}"] = found.get(month, 0)
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return months


def _by_channel(cases: Cases) -> dict[str, int]:
    found = dict(cases.values_list("channel").annotate(n=Count("pk")).order_by())
    return {str(channel.label): found.get(channel.value, 0) for channel in Channel}
