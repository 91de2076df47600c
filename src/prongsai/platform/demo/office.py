"""The invented offices as they stand in `data/office.yaml`."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.db.models import QuerySet
from pydantic import BaseModel, ConfigDict

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency, Standing


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ToldUnit(_Told):
    """A unit."""

    name: str
    short_name: str = ""


class ToldPost(_Told):
    """A post that nobody holds for good."""

    unit: str
    title: str
    standing: Standing


class ToldPerson(_Told):
    """A person with a post and an account. `name`: title before the name, given name, family name."""

    login: str
    name: tuple[str, str, str]
    unit: str
    post: str
    roles: tuple[Role, ...]
    shows: str
    standing: Standing = Standing.STAFF
    employment: str = ""
    acting: str = ""
    order: str = ""
    acting_since: date = date.min
    logs_in: bool = True


class ToldAccount(_Told):
    """An account of no person."""

    login: str
    name: str
    roles: tuple[Role, ...]
    shows: str


class ToldOffice(_Told):
    """An office: the facts of its agency, and all that is in it."""

    today: date
    since: date
    agency: dict[str, str]
    units: tuple[ToldUnit, ...]
    vacant: tuple[ToldPost, ...]
    people: tuple[ToldPerson, ...]
    extra_accounts: tuple[ToldAccount, ...]


@cache
def told_offices() -> tuple[ToldOffice, ToldOffice]:
    """Give the office of the story, and its twin."""
    told = yaml.safe_load(files("prongsai.platform.demo").joinpath("data/office.yaml").read_text(encoding="utf-8"))
    twin = told.pop("twin")
    return ToldOffice(**told), ToldOffice(**_twin_of(told, twin))


def story_agencies() -> QuerySet[Agency]:
    """Give the office of the story and its twin, as far as they are here and open: rooms load their part into these.

    Other demo agencies are invented by one room for its own use; they have neither the people nor the roles.
    """
    codes = [told.agency["code"] for told in told_offices()]
    return Agency.objects.filter(code__in=codes, demo_today__isnull=False, closed=None).order_by("pk")


def _twin_of(told: dict[str, Any], twin: dict[str, Any]) -> dict[str, Any]:
    """Give the same office under the names of the twin."""
    people = [
        {name: _renamed(value, twin["words"]) for name, value in person.items()}
        | {"name": [*person["name"][:2], twin["family_name"]]}
        for person in told["people"]
    ]
    return told | {"agency": twin["agency"], "people": people}


def _renamed(value: Any, words: dict[str, str]) -> Any:
    if not isinstance(value, str):
        return value
    for word in sorted(words, key=len, reverse=True):
        value = value.replace(word, words[word])
    return value
