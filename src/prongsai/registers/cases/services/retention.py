"""What goes when its time is over, and what is only proposed: official papers go by decision, never by program.

Source: archive practice of official papers (destruction needs a list, a committee and the National Archives);
Personal Data Protection Act B.E. 2562, section 37 (3).
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from prongsai.platform.audit.services import record
from prongsai.platform.files.services import detach_all
from prongsai.registers.cases.kinds import kinds
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.models.case import Cases
from prongsai.registers.cases.services.writing import CASE_PAPER

REMOVER = "job:retention"
AT_ONCE = 500
_FROM_APPLICANTS = (EntryKind.RECEIVED, EntryKind.FROM_APPLICANT)


def past_their_time(day: date) -> Cases:
    """Give the cases of the agency that speaks whose years of keeping are over: full calendar years after the end."""
    over = Case.objects.none()
    for kind in kinds:
        if kind.kept_years is not None:
            ended_by = date(day.year - kind.kept_years, 1, 1)
            over = over | Case.objects.filter(kind=kind.key, closed_on__lt=ended_by)
    return over


def proposed_for_destruction(day: date) -> Cases:
    """Give the cases that may be put on a list for the committee, the oldest first. Nothing here is deleted."""
    return past_their_time(day).select_related("unit").order_by("closed_on", "pk")


@transaction.atomic
def clear_past_cases(now: datetime) -> int:
    """Remove contact data and the applicant's own papers of cases past their time; give how many. The case stays."""
    day = timezone.localdate(now)
    found = list(past_their_time(day).filter(cleared_on=None).select_for_update(of=("self",))[:AT_ONCE])
    for case in found:
        for entry in case.entries.filter(kind__in=_FROM_APPLICANTS):
            detach_all(acting=REMOVER, holder=CASE_PAPER, thing=entry.pk)
        case.asker_phone = case.asker_contact = case.asker_number = ""
        case.cleared_on = day
        case.keep_search_text()
        case.save()
        record(REMOVER, "cases.cleared", thing=case)
    return len(found)
