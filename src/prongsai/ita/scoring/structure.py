"""How the OIT items of an indicator are split over its sub-indicators, and how surely that is known."""

from __future__ import annotations

from prongsai.ita.catalogue.model import Framework, SubIndicator


def sub_indicators_of(framework: Framework, indicator: int) -> tuple[SubIndicator, ...]:
    """Give the sub-indicators of an indicator in order."""
    return tuple(sub for sub in framework.sub_indicators if sub.indicator == indicator)


def items_per_sub_indicator(framework: Framework, indicator: int) -> list[int]:
    """Count the items of each sub-indicator; empty where an item stands in none: then the split is not known."""
    items = framework.items_of(indicator)
    if any(item.sub_indicator is None for item in items):
        return []
    subs = sub_indicators_of(framework, indicator)
    return [sum(1 for item in items if item.sub_indicator == sub.code) for sub in subs]


def split_confirmed(framework: Framework, indicator: int) -> bool:
    """Whether the split is established: where a sub-indicator does not say so itself, its items must all be."""
    return all(_own_split_confirmed(framework, sub) for sub in sub_indicators_of(framework, indicator))


def _own_split_confirmed(framework: Framework, sub: SubIndicator) -> bool:
    if sub.items_confidence is not None:
        return sub.items_confidence in ("high", "medium")
    items = [item for item in framework.items_of(sub.indicator) if item.sub_indicator == sub.code]
    return sub.confirmed and all(item.confirmed for item in items)
