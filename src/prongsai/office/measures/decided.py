"""What higher rooms want to do when a plan is decided or amended: they register, since this room names none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from prongsai.office.measures.models import MeasurePlan

Hook: TypeAlias = Callable[["MeasurePlan"], object]
_HOOKS: list[Hook] = []


def on_decided(hook: Hook) -> None:
    """Register, in `AppConfig.ready`, what follows when a plan is decided or a decided one is amended.

    It is called inside the transaction of the deed, perhaps several times for one plan, and may refuse it (Conflict).
    """
    if hook not in _HOOKS:
        _HOOKS.append(hook)


def tell_decided(plan: MeasurePlan) -> None:
    """Call everything that was registered."""
    for hook in _HOOKS:
        hook(plan)
