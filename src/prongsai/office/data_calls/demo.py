"""The part of the demonstration that is this room's: what units were asked for in 2568, and who owes what in March."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction
from django.utils import translation

from prongsai.office.data_calls.models import Addressee, CalledItem, DataCall, HandIn, ItemState, Outcome
from prongsai.office.data_calls.outputs import line_words
from prongsai.office.data_calls.services import Asked, Letter, add_item, make_call, remind, set_owners
from prongsai.office.data_calls.services.calling import begin_call
from prongsai.office.data_calls.services.following import keep_following
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.demo.papers.shipped import AGENCY
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.tasks.services import Channel

ACTOR = "command:load_demo_data_calls"


@dataclass(frozen=True)
class Cast:
    """The people of the office by log-in name, its units by name, who coordinates."""

    agency: Agency
    accounts: dict[str, User]
    units: dict[str, Unit]

    @cached_property
    def coordinator(self) -> Acting:
        """Who asks."""
        return coordinator_of(self.agency)

    @cached_property
    def head(self) -> Acting:
        """Who looks at what the coordinator hands in herself."""
        return acting_as(self.accounts["wanphen"])

    def owner(self, name: str) -> Unit | Person:
        """Give a unit or a person."""
        return self.units.get(name) or self.person(name)

    def person(self, login: str) -> Person:
        """Give the person of an account."""
        person = self.accounts[login].person
        assert person is not None
        return person


def coordinator_of(agency: Agency) -> Acting:
    """Give who coordinates in an office, read anew."""
    return acting_as(User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk")[0])


@transaction.atomic
def load_demo_data_calls(agency: Agency) -> int:
    """Give the office of the story what it asked of its units; give how many things. Its twin asked for nothing.

    Where something was asked already nothing is changed.
    """
    text = files("prongsai.office.data_calls").joinpath("data/demo.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    with speaking(agency.pk, actor=ACTOR), translation.override("th"):
        if agency.name != AGENCY or DataCall.objects.exists():
            return 0
        accounts = {user.login_name: user for user in User.objects.filter(agency=agency).select_related("person__unit")}
        cast = Cast(agency, accounts, {unit.name: unit for unit in Unit.objects.all()})
        _ask_for_items(cast, told)
        for each in told["more"]:
            _ask_for_more(cast, told, each)
        return CalledItem.objects.count()


def _ask_for_items(cast: Cast, told: dict[str, Any]) -> None:
    acting, call = cast.coordinator, told["call"]
    found = ensure_round(acting=acting, agency=cast.agency, fiscal_year=told["year"])
    owners = {code: cast.owner(name) for name, codes in told["owners"].items() for code in codes}
    set_owners(acting=acting, found=found, owners=owners)
    letter = Letter(contact=told["contact"], **{name: call[name] for name in call if name != "items"})
    made = make_call(acting=acting, found=found, letter=letter, codes=list(owners), tell=False)
    for item in made.items.select_related("addressee__officer"):
        login = next(name for name, codes in told["owners"].items() if item.code in codes)
        _let_come(
            cast, item, {"by_whom": login, "state": "accepted", **told["usual"], **call["items"].get(item.code, {})}
        )
    _follow(made)


def _ask_for_more(cast: Cast, told: dict[str, Any], each: dict[str, Any]) -> None:
    acting = cast.coordinator
    found = ensure_round(acting=acting, agency=cast.agency, fiscal_year=told["year"])
    letter = Letter(title=each["title"], sent=each["sent"], due=each["due"], contact=told["contact"])
    made = begin_call(acting=acting, found=found, letter=letter)
    for entry in each["items"]:
        asked = Asked(
            title=entry["title"], owner=cast.owner(entry["owner"]), due=each["due"], figures=each.get("figures", ())
        )
        item = add_item(acting=acting, call=made, asked=asked, tell=False)
        _let_come(cast, item, {"state": "accepted" if "came" in entry else "asked", **entry})
    _follow(made)
    if reminded := each.get("reminded"):
        _remind(cast, made, cast.units[reminded["unit"]], reminded["days"])


def _let_come(cast: Cast, item: CalledItem, entry: dict[str, Any]) -> None:
    """Have something come in as the story has it, dated back; what nobody handed in only gets its own day."""
    state = ItemState(entry["state"])
    item.state, item.because, item.due = state, entry.get("because", ""), entry.get("due", item.due)
    item.save()
    if state == ItemState.ASKED:
        return
    recorded_for = cast.person(entry["for"]) if "for" in entry else None
    writer = cast.coordinator.user if recorded_for else cast.accounts[entry["by_whom"]]
    looked = state != ItemState.HANDED_IN
    HandIn.objects.create(
        agency=cast.agency,
        item=item,
        words=entry.get("words", "ส่งข้อมูลแล้ว"),
        figures=[[words, str(number)] for words, number in zip(item.figures, entry.get("numbers", ()), strict=False)],
        received=entry["came"],
        entered=entry["came"],
        received_by=entry.get("by", ""),
        recorded_for=recorded_for,
        made_by=f"user:{writer.pk}",
        outcome=(Outcome.RETURNED if state == ItemState.RETURNED else Outcome.ACCEPTED) if looked else "",
        because=item.because,
        checked=entry["looked"] if looked else None,
        checked_by=_looker(cast, entry).actor if looked else "",
    )


def _looker(cast: Cast, entry: dict[str, Any]) -> Acting:
    """Give who looked at it: the coordinator; at her own, the head of her unit."""
    own = entry.get("by_whom") == cast.coordinator.user.login_name
    return cast.head if own else cast.coordinator


def _follow(made: DataCall) -> None:
    for addressee in made.addressees.select_related("call", "unit", "officer__unit"):
        keep_following(addressee, by=ACTOR)


def _remind(cast: Cast, made: DataCall, unit: Unit, days: list[date]) -> None:
    """Have the coordinator follow a unit up on days of the story."""
    addressee = Addressee.objects.select_related("call__round", "call__agency", "unit").get(call=made, unit=unit)
    items = list(CalledItem.objects.owed().filter(addressee=addressee).whole())
    for time, day in enumerate(days, start=1):
        with _living_on(cast.agency, day):
            words = line_words(made, unit, items, time=time + 1)
            remind(acting=coordinator_of(cast.agency), addressee=addressee, channel=Channel.LINE, words=words)


@contextmanager
def _living_on(agency: Agency, day: date) -> Iterator[None]:
    """Let the office live on another day meanwhile."""
    rows = Agency.objects.filter(pk=agency.pk)
    rows.update(demo_today=day)
    yield
    rows.update(demo_today=agency.demo_today)
