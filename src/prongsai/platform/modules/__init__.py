"""How rooms show themselves to the rest without anybody importing them."""

from prongsai.platform.modules.card import MenuEntry, Module
from prongsai.platform.modules.hand_over import HandOverSource, OpenThing
from prongsai.platform.modules.home import HomeLine, HomePart, HomeSource
from prongsai.platform.modules.personal import NoPersonalData, PersonalRecord
from prongsai.platform.modules.registry import Registry, registry
from prongsai.platform.modules.tasks import Task, TaskSource

__all__ = [
    "HandOverSource",
    "HomeLine",
    "HomePart",
    "HomeSource",
    "MenuEntry",
    "Module",
    "NoPersonalData",
    "OpenThing",
    "PersonalRecord",
    "Registry",
    "Task",
    "TaskSource",
    "registry",
]
