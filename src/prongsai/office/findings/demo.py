"""The part of the demonstration that is the yearly job's: two closed years from their papers, and the running one."""

from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.ita.reading import read_traced_limited
from prongsai.ita.thai import to_arabic
from prongsai.office.findings.services import findings_of
from prongsai.office.results import services as results
from prongsai.office.results.models import ResultSheet
from prongsai.office.rounds import services as rounds
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.models.surveys import Survey
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.papers.shipped import AGENCY, DEMO_PAPERS
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.files.limited import clean_limited
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.orders.services import orders_to_choose

ACTOR = "command:load_demo_year"


@transaction.atomic
def load_demo_year(agency: Agency) -> int:
    """Give a demo agency its years; give how many are new. What is there already stays as people left it.

    The office of the story gets its closed years, read from the shipped papers as any paper is; its twin the running
    year alone.
    """
    text = files("prongsai.office.findings").joinpath("data/demo.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    with speaking(agency.pk, actor=ACTOR):
        if Round.objects.exists():
            return 0
        coordinator = _coordinator(agency)
        if agency.name == AGENCY:
            for name in told["papers"]:
                _read(coordinator, agency, name)
            for year, days in told["closed"].items():
                _close(coordinator, year, days)
        _run(coordinator, agency, told["running"])
        for cycle in Round.objects.all():
            findings_of(cycle)
        return Round.objects.count()


def _read(acting: Acting, agency: Agency, name: str) -> None:
    """Send a paper through the same door as everybody's, and confirm what it prints."""
    file = clean_limited(DEMO_PAPERS[name](), name, PAPERS)
    reading, traces = read_traced_limited(file.data, file.name)
    kept = results.keep_paper(acting=acting, agency=agency, file=file, reading=reading, traces=traces)
    for sheet in kept.sheets:
        results.confirm(acting=acting, sheet=sheet)


def _close(acting: Acting, year: int, days: dict[str, date]) -> None:
    """Close a year, and date its steps back to when the story has them."""
    cycle = Round.objects.get(fiscal_year=year)
    rounds.close_round(acting=acting, found=cycle)
    Round.objects.filter(pk=cycle.pk).update(closed=days["closed"])
    ResultSheet.objects.filter(round=cycle).update(confirmed=days["confirmed"])


def _run(acting: Acting, agency: Agency, told: dict[str, Any]) -> None:
    cycle = rounds.ensure_round(acting=acting, agency=agency, fiscal_year=told["year"])
    _appoint(acting, cycle, told["group"])
    for survey, window in told["surveys"].items():
        counts = window.pop("counts")
        made = rounds.set_survey(acting=acting, found=cycle, survey=Survey(survey), told=window)
        for days_ago, answers in counts.items():
            if agency.demo_today:
                day = agency.demo_today - timedelta(days=days_ago)
                rounds.count_answers(acting=acting, window=made, day=day, answers=answers)


def _appoint(acting: Acting, cycle: Round, group: dict[str, Any]) -> None:
    """Take the group from its order in the register, where the demonstration has that; else as typed."""
    number = to_arabic(group["number"])
    known = [order for order in orders_to_choose() if order.day == group["day"] and number in order.title]
    if known:
        rounds.set_working_group(acting=acting, found=cycle, order=known[0].order)
        return
    typed = {"number": group["number"], "day": group["day"], "members": "\n".join(group["members"])}
    rounds.set_working_group(acting=acting, found=cycle, **typed)


def _coordinator(agency: Agency) -> Acting:
    return acting_as(User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk")[0])
