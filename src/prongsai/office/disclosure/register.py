"""The items of a year as rooms ask about them: in the framework's order, who owes them, by when, where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Min

from prongsai.ita.catalogue.model import Item
from prongsai.office.data_calls.models import CalledItem, ItemState
from prongsai.office.data_calls.services import owners_of
from prongsai.office.disclosure.models import DisclosedItem, Home, SiteHome
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import code_now, schedule_for
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.modules import once


def code_of(item: DisclosedItem) -> str:
    """Give the code that an item has in the codes of its round now; its own where it has none there."""
    return code_now(item.round, item.code, item.noted_in) or item.code


def asked_item(item: DisclosedItem) -> Item | None:
    """Give what the framework says of an item, None where the year has it no more."""
    return item.round.framework.item(code_of(item))


def items_of(cycle: Round) -> list[DisclosedItem]:
    """Give the items of a year in the order of its framework; those that it has no more are left out."""
    found = items_by_code(cycle)
    return [found[item.code] for item in cycle.framework.items if item.code in found]


def items_by_code(cycle: Round) -> dict[str, DisclosedItem]:
    """Give the items by the code of now; what was begun first stands where two came to one code."""
    found: dict[str, DisclosedItem] = {}
    for item in DisclosedItem.objects.filter(round=cycle).order_by("pk"):
        item.round = cycle
        code = code_now(cycle, item.code, item.noted_in)
        if code is not None:
            found.setdefault(code, item)
    return found


def left_over(cycle: Round) -> list[DisclosedItem]:
    """Give the items with pieces that the framework has no more, or that came to a code beside another one."""
    shown = [item.pk for item in items_of(cycle)]
    found = DisclosedItem.objects.filter(round=cycle, pieces__isnull=False).exclude(pk__in=shown)
    return list(found.distinct().order_by("noted_in", "pk"))


def owners_by_code(cycle: Round) -> Mapping[str, Unit | Person | None]:
    """Give who hands in each item of a year, by the code of now: an officer, else a unit, else nobody."""
    return once(("disclosure-owners", cycle.pk), lambda: _owners(cycle))


def _owners(cycle: Round) -> dict[str, Unit | Person | None]:
    found = {owned.code: owned.officer or owned.unit for owned in owners_of(cycle)}
    officers = [owner for owner in found.values() if isinstance(owner, Person)]
    units = Unit.objects.in_bulk({officer.unit_id for officer in officers})
    for officer in officers:
        officer.unit = units[officer.unit_id]
    return found


def owner_of(item: DisclosedItem) -> Unit | Person | None:
    """Give who hands an item in, as `data_calls` knows it."""
    return owners_by_code(item.round).get(code_of(item))


def unit_of(owner: Unit | Person | None) -> Unit | None:
    """Give the unit of an owner."""
    return owner.unit if isinstance(owner, Person) else owner


def called_days(cycle: Round) -> Mapping[str, date]:
    """Give the nearest day by which units were asked for each item, by the code of now."""
    rows = CalledItem.objects.filter(call__round=cycle).exclude(code="").exclude(state=ItemState.NOT_NEEDED)
    found: dict[str, date] = {}
    for code, noted_in, due in rows.values_list("code", "noted_in").annotate(first=Min("due")).order_by():
        now = code_now(cycle, code, noted_in)
        if now is not None:
            found[now] = min(due, found.get(now, due))
    return found


def daysitems_by_code(cycle: Round) -> Mapping[str, date]:
    """Give the days of `called_days`, asked once on a page."""
    return once(("disclosure-days", cycle.pk), lambda: called_days(cycle))


def due_of(item: DisclosedItem) -> date | None:
    """Give by when an item is to be there: its own day, else that of the data call, else when pages must be sent."""
    return item.due or daysitems_by_code(item.round).get(code_of(item)) or sending_day(item.round)


def sending_day(cycle: Round) -> date | None:
    """Give the last day on which the pages of a year are sent, None where nothing tells it."""
    return next((dated.end for dated in schedule_for(cycle) if dated.milestone is Milestone.DISCLOSURE), None)


def site_home() -> SiteHome | None:
    """Give where the agency that speaks shows itself, None where nobody chose."""
    return once("disclosure-home", SiteHome.objects.first)


def home_of(item: DisclosedItem) -> Home:
    """Give whose site carries an item: as chosen for it, else for all, else the one that this system makes."""
    if item.home:
        return Home(item.home)
    chosen = site_home()
    return Home(chosen.home) if chosen else Home.OWN
