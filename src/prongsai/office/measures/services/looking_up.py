"""What is asked about plans of the agency that speaks."""

from __future__ import annotations

from django.db.models import Prefetch

from prongsai.office.measures.models import Measure, MeasurePlan, Step, SupportingUnit
from prongsai.office.rounds.models import Round


def plan_of(cycle: Round) -> MeasurePlan | None:
    """Give the plan of a year, None where nobody began one."""
    return MeasurePlan.objects.select_related("round", "agency").filter(round=cycle).first()


def measures_of(plan: MeasurePlan) -> list[Measure]:
    """Give the measures of a plan in their order, with units and steps: four queries whatever their number."""
    steps = Step.objects.select_related("unit", "person")
    found = list(
        Measure.objects.filter(plan=plan)
        .select_related("lead_unit")
        .prefetch_related(
            Prefetch("steps", queryset=steps),
            Prefetch("supporting", queryset=SupportingUnit.objects.select_related("unit")),
        )
    )
    for measure in found:
        measure.plan = plan
    return found
