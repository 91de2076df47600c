"""An agency submits a year to its adviser, or withdraws what it submitted."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.office.advice import crossing
from prongsai.office.advice.models import Adviser, SentRollUp
from prongsai.office.advice.rolling_up import rolled_up
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def submit(
    *, acting: Acting, agency: Agency, adviser: Adviser, cycle: Round, wishes: str, seen: str = ""
) -> SentRollUp:
    """Submit a year: the record is frozen here, and its copy is put at the adviser, where it replaces an earlier one.

    `seen` is the mark of the figures as who submits saw them. Refuses Conflict where they have changed since, or the
    adviser does not advise any more.
    """
    current = Adviser.objects.select_for_update().get(pk=adviser.pk)
    if current.ended:
        raise Conflict(_("This office does not advise your agency any more."))
    content = rolled_up(cycle, acting, today(agency), wishes=wishes)
    if seen and seen != content.mark:
        raise Conflict(_("The figures have changed since you looked at them. Look at them again, then submit."))
    SentRollUp.objects.filter(adviser=current, round=cycle).standing().update(replaced=True)
    sent = SentRollUp.objects.create(
        agency=agency,
        adviser=current,
        round=cycle,
        content=content.model_dump(mode="json"),
        sent=timezone.now(),
        sent_by=acting.actor,
    )
    crossing.deliver(current, sent.pk, content, sent.sent, agency)
    record(acting, "advice.submitted", thing=sent, figures={"agency": current.office_id, "year": cycle.fiscal_year})
    return sent


@transaction.atomic
def withdraw(*, acting: Acting, sent: SentRollUp) -> None:
    """Withdraw what was submitted of a year: the copy at the adviser is deleted.

    Refuses Conflict where the adviser does not have it any more.
    """
    adviser = Adviser.objects.select_for_update().get(pk=sent.adviser_id)
    current = SentRollUp.objects.select_for_update().get(pk=sent.pk)
    if not current.stands:
        raise Conflict(_("The adviser does not have this any more."))
    year = current.told.fiscal_year
    crossing.take_back(adviser, current.pk, year, own=current.agency_id)
    current.withdrawn, current.withdrawn_by = timezone.now(), acting.actor
    current.save(update_fields=["withdrawn", "withdrawn_by"])
    record(acting, "advice.withdrawn", thing=current, figures={"agency": adviser.office_id, "year": year})
