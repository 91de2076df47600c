"""What is to be done: circulars to acknowledge, attendance to write down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.circulars.models import Briefing, BriefingState, CircularState, Receiver


class CircularTasks:
    """Tasks of persons: who receives something owes an acknowledgement, who called a briefing its attendance."""

    key = "circulars"

    def open_tasks(
        self,
        today: date,
        *,
        person: int | None = None,
        units: frozenset[int] = frozenset(),
    ) -> Iterable[Task]:
        """Give what waits for a person, or for everybody where nobody is named; units owe nothing here."""
        if person is None and units:
            return
        waiting = Receiver.objects.missing().filter(circular__state=CircularState.SENT)
        held = Briefing.objects.filter(state=BriefingState.CALLED, day__lte=today)
        if person is not None:
            waiting, held = waiting.filter(person=person), held.filter(convener=person)
        for receiver in waiting.select_related("circular", "person"):
            if receiver.person.is_here(today):
                yield Task(
                    key=f"circulars:acknowledge:{receiver.pk}",
                    title=_("Read and acknowledge: %(subject)s") % {"subject": receiver.circular.subject},
                    url_name="circular",
                    arguments={"circular": receiver.circular_id},
                    due=receiver.circular.due,
                    person=receiver.person_id,
                    by_link=True,
                )
        for briefing in held:
            yield Task(
                key=f"circulars:attendance:{briefing.pk}",
                title=_("Write down the attendance: %(subject)s") % {"subject": briefing.subject},
                url_name="briefing",
                arguments={"briefing": briefing.pk},
                person=briefing.convener_id,
            )
