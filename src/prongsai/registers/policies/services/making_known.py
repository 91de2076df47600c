"""Noting that people were told of a policy."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.links import Link
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies.models import MadeKnown, PolicyVersion, Way


@transaction.atomic
def note_made_known(
    *,
    acting: Acting,
    policy: int,
    way: Way,
    day: date | None = None,
    words: str = "",
    link: Link | None = None,
    version: int | None = None,
) -> None:
    """Note that the version in force of a policy (its number, `PolicyInForce.policy`) was made known.

    `link`: the page of the circular, placement or meeting by which it was. `version` names another version by its row.
    Refuses Conflict: nothing is in force, a day to come.
    """
    found = PolicyVersion.objects.filter(policy=policy)
    told = (found.filter(pk=version) if version else found.in_force()).first()
    entered = today(acting.agency)
    if told is None or told.since is None:
        raise Conflict(_("Only what is in force is made known."))
    if day and day > entered:
        raise Conflict(_("A day to come cannot be written down as past."))
    made = MadeKnown.objects.create(
        agency_id=told.agency_id,
        version=told,
        way=way,
        day=day or entered,
        entered=entered,
        words=words[:300],
        url_name=link.url_name if link else "",
        url_args=dict(link.args) if link else {},
        made_by=acting.actor,
    )
    record(acting, "policies.made_known", thing=made, figures={"way": way.value, "day": made.day})
