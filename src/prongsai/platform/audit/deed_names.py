"""What deeds are called on pages: each room names its own in `deeds.py`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.translation import gettext

_names: dict[str, str] = {}


def gather_names() -> None:
    """Read `DEEDS` of each installed room: dotted action -> English words, marked for translation."""
    for room in apps.get_app_configs():
        if room.name.startswith("prongsai.") and find_spec(f"{room.name}.deeds"):
            name_deeds(import_module(f"{room.name}.deeds").DEEDS)


def name_deeds(names: Mapping[str, str]) -> None:
    """Add names. Raises ValueError where two rooms name the same deed differently."""
    for action, words in names.items():
        if _names.setdefault(action, words) != words:
            raise ValueError(f"the deed {action!r} has two names")


def name_of(action: str) -> str:
    """Give the words for a deed in the language of the page; an unknown one is shown as it was recorded."""
    return gettext(_names[action]) if action in _names else action


def all_names() -> dict[str, str]:
    """Give every known deed with its words, in the order of the words."""
    return dict(sorted(((action, name_of(action)) for action in _names), key=lambda pair: pair[1]))
