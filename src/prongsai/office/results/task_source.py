"""What is to be done about results: versions that wait for somebody to look through them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from prongsai.office.results.models import ResultSheet
from prongsai.platform.accounts.coordinating import coordinating_person
from prongsai.platform.modules import Task


class ResultTasks:
    """Tasks of the coordinator."""

    key = "results"

    def open_tasks(
        self,
        today: date,  # noqa: ARG002
        *,
        person: int | None = None,
        units: frozenset[int] = frozenset(),
    ) -> Iterable[Task]:
        """Give the versions that wait, to whoever coordinates."""
        if person is None and units:
            return
        first = coordinating_person(person)
        if first is None:
            return
        for sheet in ResultSheet.objects.waiting().select_related("round"):
            told = {"year": sheet.round.fiscal_year, "number": sheet.number}
            yield Task(
                key=f"results:review:{sheet.pk}",
                title=_("Look through the results of %(year)s, version %(number)s") % told,
                url_name="result-sheet",
                arguments={"sheet": sheet.pk},
                person=first,
            )
