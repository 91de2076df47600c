"""Which unit receives what comes by the web and names no service."""

from __future__ import annotations

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.registers.cases.models import FrontDesk


def front_desk(agency: Agency) -> Unit | None:
    """Give the chosen unit, else the first one in which an officer has an account; None in an empty office."""
    standing = Unit.objects.standing(today(agency))
    chosen = standing.filter(pk__in=FrontDesk.objects.values("unit")).first()
    with_officers = RoleGrant.objects.filter(agency=agency, role=Role.OFFICER, unit__isnull=False).values("unit")
    return chosen or standing.filter(pk__in=with_officers).first()


@transaction.atomic
def choose_front_desk(*, acting: Acting, agency: Agency, unit: Unit) -> None:
    """Choose the unit."""
    chosen, _ = FrontDesk.objects.update_or_create(agency=agency, defaults={"unit": unit})
    record(acting, "cases.front_desk_chosen", thing=chosen, figures={"unit": unit.pk})
