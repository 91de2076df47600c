"""Cases whose time has run out: the applicant hears the reason, and again every seven days."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.services import withdraw_follow_up
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.services.writing import REASON, add_entry, locked, set_follow_ups


@transaction.atomic
def tell_why_late(*, acting: Acting, case: Case, words: str) -> None:
    """Tell the applicant why it takes longer. Refuses Conflict where the time has not run out."""
    current = locked(case)
    day = today(current.agency)
    if not current.is_late(day):
        raise Conflict(_("The time of this case has not run out."))
    current.late_told_on = day
    current.save(update_fields=["late_told_on"])
    add_entry(current, EntryKind.LATE, acting, day, words=words, is_public=True)
    withdraw_follow_up(kind=REASON, thing=current.pk, by=acting)  # the next one is counted from today
    set_follow_ups(current, acting, day)
    late = (day - current.due).days if current.due else 0
    record(acting, "cases.delay_explained", thing=current, figures={"days": late})


@transaction.atomic
def follow_late_cases(*, agency: Agency, by: str) -> int:
    """Follow up each late case of the agency that speaks whose reason is due; give how many. Each morning."""
    day, count = today(agency), 0
    for case in Case.objects.late(day).select_related("unit", "officer__unit"):
        reason = case.reason_due(day)
        if reason and reason <= day:
            set_follow_ups(case, by, day)
            count += 1
    return count
