"""What is to be done about reports: make the one that is due, have it signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from prongsai.office.measures.services import plan_of
from prongsai.office.reports.due import Due, due_in
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.coordinating import coordinating_person
from prongsai.platform.modules import Task


class ReportTasks:
    """Tasks of the coordinator: a report of an open year that is due and not signed yet."""

    key = "reports"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give the reports that are due, to whoever coordinates."""
        if person is None and units:
            return
        coordinator = coordinating_person(person)
        if coordinator is None:
            return
        for cycle, due in waiting_reports(today):
            made = Report.objects.filter(round=cycle, kind=due.kind, until=due.until).first()
            told = {"title": ReportKind(due.kind).label, "year": cycle.fiscal_year}
            words = _("Have it signed: %(title)s, %(year)s") if made else _("Make it: %(title)s, %(year)s")
            yield Task(
                key=f"reports:{due.kind}:{cycle.pk}",
                title=words % told,
                url_name="report" if made else "reports",
                arguments={"report": made.pk} if made else {"round_id": cycle.pk},
                due=due.closes,
                person=coordinator,
            )


def waiting_reports(today: date) -> Iterator[tuple[Round, Due]]:
    """Give what is due by now, of open years with a decided plan, and not signed in any version."""
    signed = set(Report.objects.exclude(signed=None).values_list("round", "kind", "until"))
    for cycle in Round.objects.filter(closed=None):
        open_now = [due for due in due_in(cycle.fiscal_year) if due.is_open(today)]
        lacking = [due for due in open_now if (cycle.pk, due.kind.value, due.until) not in signed]
        plan = plan_of(cycle) if lacking else None
        if plan is not None and plan.is_decided:
            yield from ((cycle, due) for due in lacking)
