"""What is to be done about cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.models.case import RUNNING
from prongsai.registers.cases.states import CaseState

UNTOLD = Q(closed_on__isnull=False, end_told_on=None) & ~Q(state__in=(CaseState.WITHDRAWN, CaseState.MERGED))


class CaseTasks:
    """Cases in work, by their due days; ended ones of which the applicant has not heard."""

    key = "cases"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give those in one's hands, and of one's units those in nobody's."""
        cases = Case.objects.filter(Q(state__in=RUNNING) | UNTOLD)
        if person is not None or units:
            own = Q(officer=person) if person is not None else Q(pk=None)
            cases = cases.filter(own | Q(officer=None, unit__in=units))
        for case in cases.order_by("due", "pk"):
            yield Task(
                key=f"cases:{case.pk}",
                title=_words(case, today) % {"case": case.told_number},
                url_name="case",
                arguments={"case": case.pk},
                due=case.due if case.is_open else case.end_due,
                person=case.officer_id,
                unit=None if case.officer_id else case.unit_id,
                by_link=case.officer_id is not None,
            )


def _words(case: Case, today: date) -> str:
    if not case.is_open:
        return _("Tell the applicant of the end: %(case)s")
    if case.is_late(today):
        return _("Late: %(case)s")
    return _("Answer: %(case)s") if case.state == CaseState.IN_WORK else _("Take up: %(case)s")
