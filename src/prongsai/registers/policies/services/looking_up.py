"""What other rooms may know of policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.platform.notices.links import Link
from prongsai.registers.policies.models import PolicyVersion
from prongsai.registers.policies.models.version import PolicyVersions
from prongsai.registers.policies.readers import PolicyRead, reader_sources


@dataclass(frozen=True, slots=True)
class PolicyInForce:
    """A policy that holds: its number, the row and number of its version, title, kind, day, owner unit, its page.

    `has_paper`: its signed copy is here; `is_public`: it stands on the public page, which it does only with that.
    """

    policy: int
    version: int
    number: int
    title: str
    kind: str
    since: date
    unit: int
    has_paper: bool
    is_public: bool
    url: str


def policies_in_force() -> Sequence[PolicyInForce]:
    """Give what is in force in the agency that speaks, in the order of the titles."""
    return _told_all(PolicyVersion.objects.in_force())


def policy_in_force(policy: int) -> PolicyInForce | None:
    """Give one by its number, None where nothing of it is in force."""
    return next(iter(_told_all(PolicyVersion.objects.in_force().filter(policy=policy))), None)


def who_has_read(policy: int, until: date) -> PolicyRead | None:
    """Count who was told of the version in force of a policy by that day, and who read it; None where nothing holds.

    People are counted once, however often they were told. By what a policy was told without names (a poster, a web
    page, a meeting written down in words) nobody is counted.
    """
    version = PolicyVersion.objects.in_force().filter(policy=policy).first()
    return read_of(version, until) if version else None


def read_of(version: PolicyVersion, until: date) -> PolicyRead:
    """Count who was told of one version, and who read it."""
    made = version.made_known.filter(day__lte=until).exclude(url_name="")
    told = reader_sources.told((Link(each.url_name, each.url_args) for each in made), until)
    return PolicyRead(version.title, version.number, len(told), sum(told.values()), until)


def _told_all(found: PolicyVersions) -> list[PolicyInForce]:
    signed = set(found.with_paper().values_list("pk", flat=True))
    versions = found.select_related("policy").order_by("policy__sort_key", "policy_id")
    return [_told(version, has_paper=version.pk in signed) for version in versions]


def _told(version: PolicyVersion, *, has_paper: bool) -> PolicyInForce:
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
        has_paper=has_paper,
        is_public=policy.is_public and has_paper,
        url=policy.get_absolute_url(),
    )
