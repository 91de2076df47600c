"""What is to be done about policies: sign, make known, attach the signed paper, look through once a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.policies.models import MadeKnown, Policy, PolicyState, PolicyVersion

AHEAD = timedelta(days=30)
"""A review shows itself a month before its day."""


class PolicyTasks:
    """Tasks of the owner units."""

    key = "policies"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give what waits in some units, or in all where nobody is named."""
        policies = Policy.objects.standing()
        if person is not None or units:
            policies = policies.filter(unit__in=units)
        yield from self._reviews(policies, today)
        living = (PolicyState.APPROVED, PolicyState.IN_FORCE)
        versions = PolicyVersion.objects.filter(policy__in=policies, state__in=living).select_related("policy")
        is_told = Exists(MadeKnown.objects.filter(version=OuterRef("pk")))
        told = list(versions.knowing_paper().annotate(is_told=is_told))  # one question: the home page asks all rooms
        in_force = [version for version in told if version.state == PolicyState.IN_FORCE]
        for version in told:
            if version.state == PolicyState.APPROVED:
                yield _task("sign", _("Have it signed and write that down: %(title)s"), version)
        for version in in_force:
            if not version.is_told:  # type: ignore[attr-defined]
                yield _task("tell", _("Make it known: %(title)s"), version)
        for version in in_force:
            if not version.has_paper:  # type: ignore[attr-defined]
                yield _task("paper", _("Attach the signed paper: %(title)s"), version)

    def _reviews(self, policies: Iterable[Policy], today: date) -> Iterator[Task]:
        for policy in policies:
            if policy.is_review_due(today + AHEAD):
                yield Task(
                    key=f"policies:review:{policy.pk}",
                    title=_("Look through it once a year: %(title)s") % {"title": policy.title},
                    url_name="policy",
                    arguments={"policy": policy.pk},
                    due=policy.review_due,
                    unit=policy.unit_id,
                )


def _task(what: str, words: str, version: PolicyVersion) -> Task:
    return Task(
        key=f"policies:{what}:{version.pk}",
        title=words % {"title": version.title},
        url_name="policy-version",
        arguments={"edition": version.pk},
        unit=version.policy.unit_id,
    )
