"""What the pages of this room fetch, as far as who asks may see it."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.agency.models.units import Units
from prongsai.platform.calendar.today import today
from prongsai.registers.policies.models import Policy, PolicyVersion


def policy_of(acting: Acting, policy: int) -> Policy:
    """Give a policy, or 404."""
    return get_object_or_404(Policy.objects.visible_to(acting).select_related("unit"), pk=policy)


def version_of(acting: Acting, version: int) -> PolicyVersion:
    """Give a version, or 404."""
    found = PolicyVersion.objects.visible_to(acting).select_related("policy__unit", "signer")
    return get_object_or_404(found, pk=version)


def agency_of(acting: Acting) -> Agency:
    """Give the agency of who asks, or 404 for an account that has none."""
    if acting.agency is None:
        raise Http404
    return acting.agency


def units_of(acting: Acting) -> Units:
    """Give the units to choose from."""
    return Unit.objects.standing(today(acting.agency))
