"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.office.measures.models import ImportedMeasures, Measure, MeasurePlan
from prongsai.office.measures.services import plan_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role

WRITERS = (Role.COORDINATOR,)
READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting).select_related("agency"), pk=round_id)


def plan_or_404(acting: Acting, round_id: int) -> MeasurePlan:
    """Give the plan of a round; 404 where nobody began one."""
    plan = plan_of(round_or_404(acting, round_id))
    if plan is None:
        raise Http404
    return plan


def measure_or_404(acting: Acting, measure: int) -> Measure:
    """Give a measure with its plan."""
    found = Measure.objects.visible_to(acting).select_related("plan__round__agency", "lead_unit")
    return get_object_or_404(found, pk=measure)


def import_or_404(acting: Acting, waiting: int) -> ImportedMeasures:
    """Give what was read and waits to be looked through."""
    return get_object_or_404(ImportedMeasures.objects.visible_to(acting).select_related("round"), pk=waiting)
