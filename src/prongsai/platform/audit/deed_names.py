"""What deeds, their figures and the things they were done to are called on pages: rooms name theirs in `deeds.py`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext

_names: dict[str, str] = {}
_figures: dict[str, str] = {}


def gather_names() -> None:
    """Read `DEEDS` of each installed room (dotted action -> English words, marked for translation), and `FIGURES`.

    A room names figures only where no other did before.
    """
    for room in apps.get_app_configs():
        if room.name.startswith("prongsai.") and find_spec(f"{room.name}.deeds"):
            told = import_module(f"{room.name}.deeds")
            name_deeds(told.DEEDS)
            for key, words in getattr(told, "FIGURES", {}).items():
                _figures.setdefault(key, words)


def name_deeds(names: Mapping[str, str]) -> None:
    """Add names. Raises ValueError where two rooms name the same deed differently."""
    for action, words in names.items():
        if _names.setdefault(action, words) != words:
            raise ValueError(f"the deed {action!r} has two names")


def name_of(action: str) -> str:
    """Give the words for a deed in the language of the page; an unknown one is shown as it was recorded."""
    return gettext(_names[action]) if action in _names else action


def name_of_figure(key: str) -> str:
    """Give the words for a figure."""
    return gettext(_figures[key]) if key in _figures else key


def name_of_thing(thing: str) -> str:
    """Give the words for a thing as it was recorded (`agency.unit:3`): what it is, and its number."""
    label, _, number = thing.partition(":")
    try:
        return f"{capfirst(str(apps.get_model(label)._meta.verbose_name))} {number}"
    except (LookupError, ValueError):
        return thing


def all_names() -> dict[str, str]:
    """Give every known deed with its words, in the order of the words."""
    return dict(sorted(((action, name_of(action)) for action in _names), key=lambda pair: pair[1]))
