"""The visiting card of a room."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.evidence import EvidenceSource
from prongsai.platform.modules.hand_over import HandOverSource
from prongsai.platform.modules.home import HeadlineSource, HomeSource, MonthSource
from prongsai.platform.modules.personal import NoPersonalData, PersonalRecord
from prongsai.platform.modules.site import SitePart
from prongsai.platform.modules.standing import StandingSource
from prongsai.platform.modules.tasks import TaskSource


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of the menu: its words (translated when shown), the name of its URL, the roles that see it.

    `of_agency`: the page is about one's agency, so that an account of the installation alone does not see the line.
    """

    label: str
    url_name: str
    roles: frozenset[str]
    order: int = 100
    of_agency: bool = True


@dataclass(frozen=True, slots=True)
class PublicEntry:
    """A page for citizens: its words, and the name of its URL, which asks for the code of the agency and no more."""

    label: str
    url_name: str
    order: int = 100


@dataclass(frozen=True, slots=True)
class Module:
    """What a room tells of itself. `key` names it once in the whole installation.

    `personal_page`: the name of the page to which personal links lead; one room of an installation has it.
    `month` fills the head of the home page in some months; `headline` says what each month is about: one room has it.
    `site` are the pages of the room on the office's public site.
    """

    key: str
    title: str
    menu: tuple[MenuEntry, ...] = ()
    public: tuple[PublicEntry, ...] = ()
    evidence: tuple[EvidenceSource, ...] = ()
    records: tuple[PersonalRecord | NoPersonalData, ...] = ()
    tasks: tuple[TaskSource, ...] = ()
    hand_over: tuple[HandOverSource, ...] = ()
    home: tuple[HomeSource, ...] = ()
    standings: tuple[StandingSource, ...] = ()
    month: tuple[MonthSource, ...] = ()
    headline: HeadlineSource | None = None
    site: tuple[SitePart, ...] = ()
    personal_page: str = ""
