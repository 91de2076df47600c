"""A round that may be worked on."""

from __future__ import annotations

from django.utils.translation import gettext as _

from prongsai.office.rounds.models import Round
from prongsai.platform.ui.refusals import Conflict


def open_one(found: Round) -> Round:
    """Give the round anew and locked. Refuses Conflict where it is closed."""
    current = Round.objects.select_for_update().get(pk=found.pk)
    if current.closed:
        raise Conflict(_("This year is closed. Open it again to change something."))
    return current
