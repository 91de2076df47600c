"""What other rooms may know of policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.registers.policies.models import PolicyVersion


@dataclass(frozen=True, slots=True)
class PolicyInForce:
    """A policy that holds: its number, the row and number of its version, title, kind, day, owner unit, its page."""

    policy: int
    version: int
    number: int
    title: str
    kind: str
    since: date
    unit: int
    is_public: bool
    url: str


def policies_in_force() -> Sequence[PolicyInForce]:
    """Give what is in force in the agency that speaks, in the order of the titles."""
    found = PolicyVersion.objects.in_force().select_related("policy").order_by("policy__sort_key", "policy_id")
    return [_told(version) for version in found]


def policy_in_force(policy: int) -> PolicyInForce | None:
    """Give one by its number, None where nothing of it is in force."""
    version = PolicyVersion.objects.in_force().select_related("policy").filter(policy=policy).first()
    return _told(version) if version else None


def _told(version: PolicyVersion) -> PolicyInForce:
    policy = version.policy
    assert version.since
    return PolicyInForce(
        policy=policy.pk,
        version=version.pk,
        number=version.number,
        title=version.title,
        kind=policy.kind,
        since=version.since,
        unit=policy.unit_id,
        is_public=policy.is_public,
        url=policy.get_absolute_url(),
    )
