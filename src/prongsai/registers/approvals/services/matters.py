"""Matters that belong to no other room."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.audit.services import record
from prongsai.registers.approvals.models import Matter


@transaction.atomic
def add_matter(
    *, acting: Acting, agency: int, subject: str, unit: Unit, decides: Standing, opinions: Sequence[Standing] = ()
) -> Matter:
    """Add a matter, to be submitted as kind `matter`. Opinions that are not below who decides are left out."""
    asked = sorted({one for one in opinions if one.rank < decides.rank}, key=lambda one: one.rank)
    matter = Matter.objects.create(
        agency_id=agency,
        subject=subject,
        unit=unit,
        decides=decides,
        opinions=[one.value for one in asked],
        made_by=acting.actor,
    )
    record(acting, "approvals.matter_added", thing=matter)
    return matter
