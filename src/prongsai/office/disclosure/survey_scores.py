"""IIT and EIT beside the items: those of the year, or presumed from an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.catalogue.model import Instrument
from prongsai.ita.scoring import Scores, explain
from prongsai.office.results.services import confirmed_result
from prongsai.office.rounds.frameworks import presumption
from prongsai.office.rounds.models import Round

SURVEYS: tuple[Instrument, ...] = ("IIT", "EIT")


@dataclass(frozen=True, slots=True)
class SurveyScores:
    """What is known or supposed of the surveys. `presumed_from`: the earlier year (BE) they are of; None: of the year.

    `supposed`: somebody typed them to see what would be.
    """

    instruments: Mapping[Instrument, Decimal]
    presumed_from: int | None = None
    supposed: bool = False

    @property
    def scores(self) -> Scores:
        """As scores of a year."""
        return Scores(instruments=dict(self.instruments))


def survey_scores(cycle: Round) -> SurveyScores:
    """Give IIT and EIT of a year's confirmed result, else of the last year before that has one; else none at all."""
    own = _of(cycle)
    if own:
        return SurveyScores(own)
    earlier = Round.objects.filter(fiscal_year__lt=cycle.fiscal_year).order_by("-fiscal_year").select_related("agency")
    for before in earlier:
        if told := _of(before):
            return SurveyScores(told, presumed_from=before.fiscal_year)
    return SurveyScores({})


def _of(cycle: Round) -> dict[Instrument, Decimal]:
    result = confirmed_result(cycle)
    if result is None:
        return {}
    reached = explain(cycle.framework, result.scores, presumption()).instruments
    return {name: reached[name] for name in SURVEYS if name in reached}
