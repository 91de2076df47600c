"""What this room tells about. Subjects name kind and number, never what a case is about."""

from django.utils.translation import gettext_noop

from prongsai.platform.calendar.today import today
from prongsai.platform.notices.kinds import Kind
from prongsai.registers.cases.models import Case


def is_closed(case: int) -> bool:
    """Say whether a case is at an end."""
    return not Case.objects.open().filter(pk=case).exists()


def is_explained(case: int) -> bool:
    """Say whether no reason is to be told any more: the case is not late, waits, or is at its end."""
    found = Case.objects.select_related("agency").filter(pk=case).first()
    return found is None or found.reason_due(today(found.agency)) is None


def is_told(case: int) -> bool:
    """Say whether the end of a case was told."""
    found = Case.objects.filter(pk=case).first()
    return found is None or found.end_due is None


KINDS = (
    Kind("cases.news", gettext_noop("Something new in a case")),
    Kind("cases.due", gettext_noop("A case is due"), is_done=is_closed),
    Kind("cases.reason", gettext_noop("The reason for a delay is to be told"), is_done=is_explained),
    Kind("cases.end", gettext_noop("The end of a case is to be told"), is_done=is_told),
)
