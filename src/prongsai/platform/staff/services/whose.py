"""For which agency something is done."""

from __future__ import annotations

from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.ui.refusals import Conflict


def agency_of(acting: Acting) -> Agency:
    """Give the agency of who asks. Raises Conflict for who runs the installation: that account has none."""
    if acting.agency is None:
        raise Conflict(_("This account belongs to no agency."))
    return acting.agency
