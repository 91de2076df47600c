"""Where the ways from a year's result are shown: on the page of the year whose decided plan answers it."""

from __future__ import annotations

from django.urls import reverse

from prongsai.office.measures.answering import analysed_year
from prongsai.office.measures.models import MeasurePlan, PlanState
from prongsai.office.rounds.models import Round


def links_of_result(found: Round) -> str:
    """Give the address of the links of the earliest year that answers the result of a round, "" where none does."""
    later = MeasurePlan.objects.filter(state=PlanState.DECIDED, round__fiscal_year__gt=found.fiscal_year)
    for plan in later.select_related("round").order_by("round__fiscal_year"):
        if analysed_year(plan.round, plan) == found.fiscal_year:
            return reverse("reports-links", args=[plan.round_id])
    return ""
