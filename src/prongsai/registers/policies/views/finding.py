"""What the pages of this room fetch, as far as who asks may see it."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.registers.policies.models import Policy, PolicyVersion


def policy_of(acting: Acting, policy: int) -> Policy:
    """Give a policy, or 404."""
    return get_object_or_404(Policy.objects.visible_to(acting).select_related("unit"), pk=policy)


def version_of(acting: Acting, version: int) -> PolicyVersion:
    """Give a version, or 404."""
    found = PolicyVersion.objects.visible_to(acting).select_related("policy__unit", "signer")
    return get_object_or_404(found, pk=version)
