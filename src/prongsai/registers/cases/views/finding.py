"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.models import Case

HANDLERS = (Role.OFFICER, Role.UNIT_HEAD)
COUNTERS = (Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


def case_of(acting: Acting, case: int) -> Case:
    """Give a case, or 404."""
    seen = Case.objects.visible_to(acting)
    rows = seen.select_related("unit", "officer__unit", "service", "recorded_for", "merged_into")
    return get_object_or_404(rows, pk=case)


def kind_of(key: str) -> CaseKind:
    """Give a kind, or 404."""
    if kind := kinds.get(key):
        return kind
    raise Http404
