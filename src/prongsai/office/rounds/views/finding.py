"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role

WRITERS = (Role.COORDINATOR,)
READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
LOADERS = (Role.COORDINATOR, Role.SYSTEM_ADMIN)


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting), pk=round_id)
