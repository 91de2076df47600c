"""What else happens when something was published, corrected or withdrawn: each room that wants to know says so once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeAlias

from prongsai.office.disclosure.models import DisclosedItem

Hook: TypeAlias = Callable[[DisclosedItem], None]

log = logging.getLogger(__name__)
_hooks: list[Hook] = []


def on_published(hook: Hook) -> Hook:
    """Let a function be told, after the commit, of the item whose page is another one now.

    Called from `AppConfig.ready`. It runs outside a transaction; what it fails in is logged and changes nothing of what
    was published.
    """
    if hook not in _hooks:
        _hooks.append(hook)
    return hook


def tell_published(item: DisclosedItem) -> None:
    """Tell all who want to know."""
    for hook in _hooks:
        try:
            hook(item)
        except Exception:
            log.exception("What follows the publication of item %s did not work", item.pk)
