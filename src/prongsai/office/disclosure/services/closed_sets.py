"""Whether an item belongs to a set that is closed for the assessment: nothing of it may change then."""

from __future__ import annotations

from django.utils.translation import gettext as _

from prongsai.office.disclosure.models import ClosedSet, DisclosedItem
from prongsai.office.disclosure.register import code_of
from prongsai.office.rounds.models import Round
from prongsai.platform.ui.refusals import Conflict


def closed_set_of(cycle: Round) -> ClosedSet | None:
    """Give the set of a year that is closed now."""
    return ClosedSet.objects.filter(round=cycle, opened__isnull=True).first()


def refuse_while_closed(item: DisclosedItem) -> None:
    """Refuse Conflict while a closed set holds the item: address and content stay as they were sent."""
    closed = closed_set_of(item.round)
    if closed is not None and code_of(item) in closed.addresses:
        raise Conflict(_("The set is closed for the assessment: this stays as it was sent. Open the set for a reason."))
