"""The part of the demonstration that is this room's: what the invented office was asked in half a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from itertools import repeat
from random import Random
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from prongsai.ita.thai import buddhist_year
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.calendar.working import WorkingCalendar, calendar_of_speaker
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.cases import services
from prongsai.registers.cases.models import Case, CaseEntry, EntryKind
from prongsai.registers.cases.services import Asker, HandedIn
from prongsai.registers.cases.services.clock import due_day
from prongsai.registers.cases.services.numbering import next_number
from prongsai.registers.cases.states import CaseState, Channel
from prongsai.registers.cases.tracking_code import PREFIX, fresh_code, hash_of
from prongsai.registers.services.services import OfferedService, offered_services, starter_sheets

ACTOR = "command:load_demo_cases"


@transaction.atomic
def load_demo_cases(agency: Agency) -> int:
    """Give a demo agency its requests; give how many are new. Where there are cases already, nothing is added."""
    told = yaml.safe_load(files("prongsai.registers.cases").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        offered = {service.sheet.name: service for service in offered_services()}
        names = {starter.key: starter.sheet.name for starter in starter_sheets()}
        known = {key: offered[name] for key, name in names.items() if name in offered}
        if Case.objects.exists() or not known:
            return 0
        ended = _put_ended(agency, told, known)
        for one in told["open"]:
            _put_open(agency, one, known)
        return ended + len(told["open"])


def _put_ended(agency: Agency, told: Mapping[str, Any], known: Mapping[str, OfferedService]) -> int:
    """Store what is at an end, without names: the same chance each time."""
    chance, calendar = Random(2568), calendar_of_speaker()  # noqa: S311 invented figures, the same each time
    ways = [Channel(way) for way, count in told["ended"]["channels"].items() for _ in repeat(None, count)]
    weights = {key: count for key, count in told["ended"]["services"].items() if key in known}
    late = set(chance.sample(range(len(ways)), told["ended"]["late"]))
    silent = set(sorted(late)[: told["ended"]["without_reason"]])
    days = sorted(_working_days(told["since"], told["until"], calendar, chance, len(ways)))
    chance.shuffle(ways)
    cases = []
    for turn, (day, way) in enumerate(zip(days, ways, strict=True)):
        (key,) = chance.choices(list(weights), weights=list(weights.values()))
        limit = _limit(known[key])
        due = due_day(day, limit, 0, calendar) or day
        in_time = min(calendar.after(day, chance.randint(0, limit)), due)
        closed = calendar.after(due, chance.randint(1, 3)) if turn in late else in_time
        case = _ended(agency, known[key], day, way, due, closed)
        case.late_told_on = due + timedelta(days=1) if turn in late - silent else None
        cases.append(case)
    Case.objects.bulk_create(cases)
    CaseEntry.objects.bulk_create(_lines(case) for case in cases)
    CaseEntry.objects.bulk_create(_lines(case, ended=True) for case in cases)
    return len(cases)


def _ended(agency: Agency, offered: OfferedService, day: date, way: Channel, due: date, closed: date) -> Case:  # noqa: PLR0917
    code = fresh_code()
    case = Case(
        agency=agency,
        kind="service",
        year=buddhist_year(day),
        number=next_number(agency.pk, "service", buddhist_year(day)),
        channel=way,
        service_id=offered.service,
        is_sensitive=offered.is_sensitive,
        subject=offered.sheet.name,
        unit_id=offered.unit,
        recorded_by=ACTOR,
        received_on=day,
        entered_on=day,
        limit_days=_limit(offered),
        due=due,
        state=CaseState.FINISHED,
        closed_on=closed,
        result="ดำเนินการแล้วเสร็จ",
        code_prefix=code[:PREFIX],
        code_hash=hash_of(code),
    )
    case.end_told_on = case.closed_on
    case.keep_search_text(offered.sheet.name)
    return case


def _limit(offered: OfferedService) -> int:
    return max(offered.time.days_counted, 1)


def _lines(case: Case, *, ended: bool = False) -> CaseEntry:
    day = (case.closed_on or case.received_on) if ended else case.received_on
    return CaseEntry(
        agency_id=case.agency_id,
        case=case,
        kind=EntryKind.MOVED if ended else EntryKind.RECEIVED,
        state=CaseState.FINISHED.value if ended else "",
        words=case.result if ended else "",
        is_public=True,
        by=ACTOR,
        day=day,
        made=timezone.make_aware(datetime.combine(day, time(15 if ended else 9, 30))),
    )


def _working_days(since: date, until: date, calendar: WorkingCalendar, chance: Random, count: int) -> Iterator[date]:
    days = [since + timedelta(days=n) for n in range((until - since).days + 1)]
    yield from chance.choices([day for day in days if calendar.is_working(day)], k=count)


def _put_open(agency: Agency, told: Mapping[str, Any], known: Mapping[str, OfferedService]) -> None:
    """Take in one that is still open, through the services of the room, in the hands that the story names."""
    offered = known.get(told.get("service", ""))
    officer = _somebody(told.get("officer"))
    unit = _unit_of(agency, told, offered, officer)
    handed = HandedIn(
        kind=told["kind"],
        channel=Channel(told["channel"]),
        subject=told["subject"],
        body=told.get("body", ""),
        asker=Asker(told.get("name", ""), told.get("phone", ""), told.get("contact", "")),
        service=offered.service if offered else None,
        also_found_by=offered.sheet.name if offered else "",
        is_sensitive=bool(offered and offered.is_sensitive),
        limit_days=offered.time.days_counted if offered else None,
        unit=unit,
        officer=officer,
        recorded_for=_somebody(told.get("for")),
        received_on=told["received"],
        lacking=told.get("lacking", ""),
    )
    case = services.receive(acting=ACTOR, agency=agency, told=handed).case
    if told.get("work"):
        services.move(acting=ACTOR, case=case, to=CaseState.IN_WORK, day=told["received"])
    if told.get("write"):
        _write(case, told["write"])
    Case.objects.filter(pk=case.pk).update(entered_on=told["received"])


def _write(case: Case, words: str) -> None:
    told = {"kind": EntryKind.TO_APPLICANT, "words": words, "is_public": True, "by": ACTOR, "day": case.entered_on}
    CaseEntry.objects.create(agency_id=case.agency_id, case=case, **told)


def _somebody(given_name: str | None) -> Person | None:
    return Person.objects.filter(given_name=given_name).select_related("unit").first() if given_name else None


def _unit_of(agency: Agency, told: Mapping[str, Any], offered: OfferedService | None, officer: Person | None) -> Unit:
    found = Unit.objects.filter(name=told["unit"]).first() if "unit" in told else officer.unit if officer else None
    if found is None and offered:
        found = Unit.objects.filter(pk=offered.unit).first()
    return found or services.front_desk(agency) or Unit.objects.order_by("order", "id")[0]
