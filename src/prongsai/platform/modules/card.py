"""The visiting card of a room."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.evidence import EvidenceSource
from prongsai.platform.modules.hand_over import HandOverSource
from prongsai.platform.modules.home import HomeSource
from prongsai.platform.modules.personal import NoPersonalData, PersonalRecord
from prongsai.platform.modules.tasks import TaskSource


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of the menu: its words (translated when shown), the name of its URL, the roles that see it."""

    label: str
    url_name: str
    roles: frozenset[str]
    order: int = 100


@dataclass(frozen=True, slots=True)
class Module:
    """What a room tells of itself. `key` names it once in the whole installation.

    `personal_page`: the name of the page to which personal links lead; one room of an installation has it.
    """

    key: str
    title: str
    menu: tuple[MenuEntry, ...] = ()
    evidence: tuple[EvidenceSource, ...] = ()
    records: tuple[PersonalRecord | NoPersonalData, ...] = ()
    tasks: tuple[TaskSource, ...] = ()
    hand_over: tuple[HandOverSource, ...] = ()
    home: tuple[HomeSource, ...] = ()
    personal_page: str = ""
