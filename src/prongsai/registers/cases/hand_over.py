"""Cases in the hands of somebody who leaves."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from prongsai.platform.agency.models import Person
from prongsai.platform.modules.hand_over import OpenThing
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.services.handing_over import hand_over


class OpenCases:
    """Open cases of an officer."""

    key = "cases"
    title = gettext_noop("Cases")

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give the open cases in the hands of a person."""
        for case in Case.objects.open().filter(officer=person).order_by("due", "pk"):
            yield OpenThing(str(case.pk), case.told_number, "case", {"case": case.pk})

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Put a case into the hands of another person, in that person's unit."""
        successor = Person.objects.select_related("unit").get(pk=to)
        hand_over(acting=actor, case=Case.objects.get(pk=int(thing)), unit=successor.unit, officer=successor)
