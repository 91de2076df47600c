"""What is to be done about policies: sign, make known, attach the signed paper, look through once a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.policies.models import Policy, PolicyState, PolicyVersion

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
        versions = PolicyVersion.objects.filter(policy__in=policies).select_related("policy")
        for version in versions.filter(state=PolicyState.APPROVED):
            yield _task("sign", _("Have it signed and write that down: %(title)s"), version)
        for version in versions.in_force().filter(made_known=None):
            yield _task("tell", _("Make it known: %(title)s"), version)
        for version in versions.in_force().without_paper():
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
