"""An adviser offers to advise an agency."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.advice.invitation_code import hash_of, secret_of_form, written
from prongsai.office.advice.models import Invitation
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

GOOD_FOR = timedelta(days=30)


@transaction.atomic
def invite(*, acting: Acting, agency: Agency, note: str, form_key: str) -> tuple[Invitation, str]:
    """Make an invitation, good for thirty days; give it with its code, which is shown once and kept nowhere.

    `form_key` is the random key of the form: the same form sent again gives the same invitation.
    """
    secret, day = secret_of_form(form_key), today(agency)
    told = {"note": note, "made_by": acting.actor, "made": day, "until": day + GOOD_FOR}
    made, new = Invitation.objects.get_or_create(agency=agency, code_hash=hash_of(secret), defaults=told)
    if new:
        record(acting, "advice.invited", thing=made)
    return made, written(agency.pk, secret)


@transaction.atomic
def withdraw_invitation(*, acting: Acting, invitation: Invitation) -> None:
    """Withdraw an invitation. Refuses Conflict where it was accepted or withdrawn."""
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if current.used or current.withdrawn:
        raise Conflict(_("This invitation was accepted or withdrawn already."))
    current.withdrawn = today(acting.agency)
    current.save(update_fields=["withdrawn"])
    record(acting, "advice.invitation_withdrawn", thing=current)
