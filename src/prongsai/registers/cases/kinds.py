"""Kinds of case: each room names its own in `case_kinds.py` (`KINDS`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.translation import gettext

from prongsai.registers.cases.states import CaseState, Channel


class Asked(StrEnum):
    """What may be asked of who hands something in. What a kind does not need is not on its forms."""

    NAME = "name"
    PHONE = "phone"
    CONTACT = "contact"
    CITIZEN_ID = "citizen_id"


@dataclass(frozen=True, slots=True)
class CaseKind:
    """A kind of case. `key` is a slug; `title`, `purpose` and `ground` are English sources, translated when shown.

    `kept_years`: full years after the end before destruction may be proposed, None where that is never proposed.
    `limit_days`: working days where no service says a time; None: no clock. `is_sensitive`: only the officer in charge
    and the head of the unit see it, and no statistics name it. `is_public`: citizens hand it in on the web themselves.
    """

    key: str
    title: str
    purpose: str
    ground: str
    kept_years: int | None
    asks: frozenset[Asked] = frozenset({Asked.NAME, Asked.PHONE, Asked.CONTACT})
    channels: frozenset[Channel] = frozenset(Channel)
    states: frozenset[CaseState] = frozenset(CaseState)
    limit_days: int | None = None
    has_service: bool = False
    service: int | None = None
    stops_while_waiting: bool = True
    is_sensitive: bool = False
    is_public: bool = False

    @property
    def shown(self) -> str:
        """The title in the language of the page."""
        return gettext(self.title)


class Kinds:
    """Holds each kind once."""

    def __init__(self, kinds: Iterable[CaseKind] = ()) -> None:
        self._kinds: dict[str, CaseKind] = {}
        self.add(*kinds)

    def add(self, *kinds: CaseKind) -> None:
        """Take kinds. Raises ValueError for a key that is there already."""
        for kind in kinds:
            if self._kinds.setdefault(kind.key, kind) != kind:
                raise ValueError(f"Two kinds of cases are called “{kind.key}”.")

    def gather(self) -> None:
        """Read `KINDS` of each installed room."""
        for room in apps.get_app_configs():
            if room.name.startswith("prongsai.") and find_spec(f"{room.name}.case_kinds"):
                self.add(*import_module(f"{room.name}.case_kinds").KINDS)

    def get(self, key: str) -> CaseKind | None:
        """Find a kind; None for one whose room is gone."""
        return self._kinds.get(key)

    def __getitem__(self, key: str) -> CaseKind:
        """Give a kind. Raises ValueError for one that no room named."""
        if kind := self._kinds.get(key):
            return kind
        raise ValueError(f"No room takes cases of the kind “{key}”.")

    def __iter__(self) -> Iterator[CaseKind]:
        return iter(self._kinds.values())


kinds = Kinds()
"""The kinds of the installation."""
