"""How far the log of an agency has come: who keeps something reckoned from its records knows when to forget."""

from __future__ import annotations

from django.db.models import Value
from django.db.models.functions import Coalesce

from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.models import Line


def latest_deed(agency: Agency) -> int:
    """Give the number of the last line of an agency's chain, 0 where there is none. The agency speaks.

    Every deed has its line, written right before the commit that keeps both. So as long as this number stays, no deed
    has changed a record of the agency; what was read after asking for it is at least as new as the number says.
    """
    of_chain = Line.objects.annotate(chain=Coalesce("agency_id", Value(0))).filter(chain=agency.pk)
    return of_chain.order_by("-seq").values_list("seq", flat=True).first() or 0
