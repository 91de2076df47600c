"""How rooms show themselves to the rest without anybody importing them."""

from prongsai.platform.modules.asked_once import asking_once, once
from prongsai.platform.modules.card import MenuEntry, Module, PublicEntry
from prongsai.platform.modules.hand_over import HandOverSource, OpenThing
from prongsai.platform.modules.home import (
    EVERY_MONTH,
    Headline,
    HeadlineSource,
    HomeLine,
    HomePart,
    HomeSource,
    MonthSource,
)
from prongsai.platform.modules.personal import NoPersonalData, PersonalRecord
from prongsai.platform.modules.registry import Registry, registry
from prongsai.platform.modules.site import SiteFile, SitePage, SitePart
from prongsai.platform.modules.standing import Standing, StandingSource, standings_of
from prongsai.platform.modules.tasks import Task, TaskSource

__all__ = [
    "EVERY_MONTH",
    "HandOverSource",
    "Headline",
    "HeadlineSource",
    "HomeLine",
    "HomePart",
    "HomeSource",
    "MenuEntry",
    "Module",
    "MonthSource",
    "NoPersonalData",
    "OpenThing",
    "PersonalRecord",
    "PublicEntry",
    "Registry",
    "SiteFile",
    "SitePage",
    "SitePart",
    "Standing",
    "StandingSource",
    "Task",
    "TaskSource",
    "asking_once",
    "once",
    "registry",
    "standings_of",
]
