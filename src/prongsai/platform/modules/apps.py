"""The registry freezes once every room had its turn."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class ModulesConfig(AppConfig):
    """Reads the card (`module.py`) of each installed room of Prongsai."""

    name = "prongsai.platform.modules"
    label = "modules"

    def ready(self) -> None:
        """Register every room that has a card, then freeze."""
        from prongsai.platform.modules.registry import registry

        for room in apps.get_app_configs():
            if room.name.startswith("prongsai.") and find_spec(f"{room.name}.module"):
                registry.register(import_module(f"{room.name}.module").MODULE)
        registry.freeze()
