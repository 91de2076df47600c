"""How scores moved between two years, only where both years measured the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.catalogue.crosswalk import Crosswalk
from prongsai.ita.scoring.explain import Outcome


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """An indicator in two years. `change` has its sign; it is None where the two may not be compared."""

    earlier: int | None
    later: int
    before: Decimal | None
    after: Decimal
    change: Decimal | None


def indicator_changes(earlier: Outcome, later: Outcome, crosswalk: Crosswalk) -> list[IndicatorChange]:
    """Compare the indicators of two years, in the order of the later year.

    Only where the crosswalk calls two indicators the same is there a change: no other relation draws a line.
    Refuses with ValueError a crosswalk of other years.
    """
    if (crosswalk.from_year, crosswalk.to_year) != (earlier.year, later.year):
        raise ValueError(f"the crosswalk leads from {crosswalk.from_year} to {crosswalk.to_year}")
    changes: list[IndicatorChange] = []
    for number in sorted(later.indicators):
        code = crosswalk.same_back(str(number))
        old = int(code) if code is not None else None
        before = earlier.indicators.get(old) if old is not None else None
        after = later.indicators[number]
        changes.append(IndicatorChange(old, number, before, after, None if before is None else after - before))
    return changes


def overall_change(earlier: Outcome, later: Outcome) -> Decimal | None:
    """Give the change of the overall as the years print it: between the published ones, else the computed ones.

    What was computed of one year is held against what was published of the other only where nothing else is known.
    """
    pairs = (
        (earlier.published_overall, later.published_overall),
        (earlier.overall_shown, later.overall_shown),
        (_known(earlier), _known(later)),
    )
    return next((after - before for before, after in pairs if before is not None and after is not None), None)


def _known(outcome: Outcome) -> Decimal | None:
    return outcome.overall_shown if outcome.overall_shown is not None else outcome.published_overall
