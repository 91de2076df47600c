"""How rooms show themselves to the rest without anybody importing them."""

from prongsai.platform.modules.card import MenuEntry, Module
from prongsai.platform.modules.personal import NoPersonalData, PersonalRecord
from prongsai.platform.modules.registry import Registry, registry
from prongsai.platform.modules.tasks import Task, TaskSource

__all__ = ["MenuEntry", "Module", "NoPersonalData", "PersonalRecord", "Registry", "Task", "TaskSource", "registry"]
