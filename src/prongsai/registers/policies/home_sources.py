"""What the home page tells of policies: what is to be signed, and what is in force without its signed copy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.platform.modules import HomeLine, HomePart
from prongsai.registers.policies.models import PolicyState, PolicyVersion

NAMED = 3


class PoliciesToSign:
    """Each of the first with its title, and how many in force lack their copy."""

    key = "policies.to_sign"
    part = HomePart.SIGNATURES

    def lines(
        self,
        today: date,  # noqa: ARG002 the signature is that of all sources
        *,
        units: frozenset[int] | None = None,
    ) -> Iterable[HomeLine]:
        """Give at most five lines, none where nothing waits."""
        versions = PolicyVersion.objects.filter(policy__repealed=None).select_related("policy")
        if units is not None:
            versions = versions.filter(policy__unit__in=units)
        approved = list(versions.filter(state=PolicyState.APPROVED).order_by("approved", "pk"))
        for version in approved[:NAMED]:
            words = _("Approved, to be signed: %(title)s") % {"title": version.title}
            where = {"edition": version.pk}
            yield HomeLine(words, "policy-version", where, unit=version.policy.unit_id, order=110)
        if more := len(approved) - NAMED if len(approved) > NAMED else 0:
            words = ngettext("%(count)s more is to be signed", "%(count)s more are to be signed", more)
            yield HomeLine(words % {"count": more}, "policies", order=115)
        if count := versions.in_force().without_paper().count():
            words = ngettext(
                "%(count)s policy in force waits for its signed copy",
                "%(count)s policies in force wait for their signed copies",
                count,
            )
            yield HomeLine(words % {"count": count}, "policies", order=120)
