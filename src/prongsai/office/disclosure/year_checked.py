"""A year's items with their checks, and what they would score: an internal estimate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from prongsai.ita.analysis.item_check import ItemCheck, PlacedItem, YearPrediction, predict_year
from prongsai.ita.analysis.item_check.checking import FULL
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.disclosure.survey_scores import SurveyScores
from prongsai.office.rounds.frameworks import presumption
from prongsai.office.rounds.models import Round


class CheckedItem(NamedTuple):
    """An item of a year, its check, and how far it is."""

    item: DisclosedItem
    check: ItemCheck
    standing: ItemStanding


class Looked(NamedTuple):
    """An item as it was looked at: what stands there, beside its check and how far it is."""

    item: DisclosedItem
    placed: PlacedItem
    check: ItemCheck
    standing: ItemStanding


@dataclass(frozen=True)
class YearChecked:
    """All items of a year in the framework's order. `surveys`: IIT and EIT of the year, or presumed.

    `live`: the numbers of the items that are published, `closed`: the set is closed for the assessment.
    """

    cycle: Round
    items: tuple[CheckedItem, ...]
    surveys: SurveyScores
    live: frozenset[int] = frozenset()
    closed: bool = False

    @cached_property
    def prediction(self) -> YearPrediction:
        """What the year would score as it is."""
        return self.predicted(self.surveys)

    def predicted(self, surveys: SurveyScores, mended: Collection[str] = ()) -> YearPrediction:
        """Say what the year would score with these surveys, if the items of these codes were complete."""
        checks = [self._check(each.check, mended) for each in self.items]
        return predict_year(self.cycle.framework, checks, surveys.scores, presumption())

    @property
    def ready(self) -> int:
        """How many items await nothing from a unit."""
        return sum(each.standing.is_ready for each in self.items)

    @property
    def counts(self) -> dict[ItemStanding, int]:
        """How many items stand how, in the order of standings."""
        counted = Counter(each.standing for each in self.items)
        return {standing: counted[standing] for standing in ItemStanding if counted[standing]}

    @staticmethod
    def _check(check: ItemCheck, mended: Collection[str]) -> ItemCheck:
        return replace(check, low=FULL, high=FULL) if check.code in mended else check
