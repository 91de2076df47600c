"""Where the office shows itself on the web."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.disclosure.models import ClosedSet, Home, SiteHome
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def choose_home(*, acting: Acting | str, agency: Agency, **told: Any) -> SiteHome:
    """Write down whose site carries the items, its main address, and who looks after it.

    Refuses Conflict to move the items of a closed set to another site.
    """
    before = SiteHome.objects.filter(agency=agency).first()
    stood = (before.home, before.own) if before else (Home.OWN, "")
    moved = stood != (told.get("home", Home.OWN), told.get("own", stood[1]))
    if moved and ClosedSet.objects.filter(agency=agency, opened=None, round__closed=None).exists():
        raise Conflict(_("The set is closed for the assessment: this stays as it was sent. Open the set for a reason."))
    home, _made = SiteHome.objects.update_or_create(agency=agency, defaults=told)
    record(acting, "disclosure.home_set", thing=home, figures={"kind": home.home})
    return home
