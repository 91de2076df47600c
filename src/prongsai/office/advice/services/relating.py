"""Who advises whom: agreed by both, ended by either."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.office.advice import crossing, invitation_code
from prongsai.office.advice.models import Advised, Adviser, SentRollUp
from prongsai.office.advice.tasks import refresh_soon
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


def who_invites(*, agency: Agency, typed: str) -> Agency | None:
    """Give the office whose open invitation a typed code is; None for a wrong, spent or expired one alike."""
    told = invitation_code.read(typed)
    if told is None or told[0] == agency.pk or not Agency.objects.filter(pk=told[0], closed=None).exists():
        return None
    return crossing.inviter(told[0], told[1], own=agency.pk, on=today(agency))


@transaction.atomic
def accept(*, acting: Acting, agency: Agency, typed: str) -> Adviser:
    """Accept the invitation of an adviser. Nothing crosses yet: what the adviser sees is submitted later, year by year.

    Refuses Conflict: the code is none that is open, or this office advises the agency already.
    """
    told, day = invitation_code.read(typed), today(agency)
    if told is None or who_invites(agency=agency, typed=typed) is None:
        raise Conflict(_("This code opens no invitation. Ask the adviser for a new one."))
    office, secret = told
    if Adviser.objects.running().filter(office_id=office).exists():
        raise Conflict(_("This office advises your agency already."))
    far = crossing.accept_there(office, secret, own=agency, on=day)
    if far is None:
        raise Conflict(_("This code opens no invitation. Ask the adviser for a new one."))
    made = Adviser.objects.create(agency=agency, office_id=office, far=far, since=day, accepted_by=acting.actor)
    record(acting, "advice.accepted", thing=made, figures={"agency": office})
    return made


@transaction.atomic
def end_as_advised(*, acting: Acting, adviser: Adviser) -> None:
    """End the relation as the advised agency: all copies at the adviser go. Refuses Conflict where it is ended."""
    current = Adviser.objects.select_for_update().get(pk=adviser.pk)
    if current.ended:
        raise Conflict(_("This has ended already."))
    day = today(acting.agency)
    crossing.end_at_adviser(current, own=current.agency_id, on=day)
    current.ended = day
    current.save(update_fields=["ended"])
    sent = SentRollUp.objects.filter(adviser=current).standing()
    sent.update(withdrawn=timezone.now(), withdrawn_by=acting.actor)
    record(acting, "advice.ended", thing=current, figures={"agency": current.office_id})


@transaction.atomic
def end_as_adviser(*, acting: Acting, advised: Advised) -> None:
    """End the relation as the adviser: all copies go. Refuses Conflict where it is ended."""
    # The agency first, as in every crossing that it begins: two who end it at once must not wait for one another.
    crossing.end_at_advised(advised, own=advised.agency_id, on=today(acting.agency), now=timezone.now())
    current = Advised.objects.select_for_update().get(pk=advised.pk)
    if current.ended:
        raise Conflict(_("This has ended already."))
    crossing.forget(current, today(acting.agency))
    record(acting, "advice.ended", thing=current, figures={"agency": current.office_id})
    refresh_soon(current.agency_id, all_years=True)
