"""From weak points to drafted measures: every weak point answered or marked as open, nothing invented."""

from prongsai.ita.planning.chain import PlanYears, years_of_plan
from prongsai.ita.planning.decided import DECIDED, decided_measures, left_open, with_decided
from prongsai.ita.planning.drafts import NO_PLAY, DraftMeasure, DraftPlan, GroupBy
from prongsai.ita.planning.edited import NO_LONGER_WEAK, keep_edited
from prongsai.ita.planning.plan import draft_plan
from prongsai.ita.planning.timing import period_in_year

__all__ = [
    "DECIDED",
    "NO_LONGER_WEAK",
    "NO_PLAY",
    "DraftMeasure",
    "DraftPlan",
    "GroupBy",
    "PlanYears",
    "decided_measures",
    "draft_plan",
    "keep_edited",
    "left_open",
    "period_in_year",
    "with_decided",
    "years_of_plan",
]
