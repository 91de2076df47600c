"""What is to be done about placements: rounds to walk, photographs to take, what is damaged or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.platform.modules import Task
from prongsai.registers.placements.habits import months_unseen
from prongsai.registers.placements.models import CheckingRound, Placement, State
from prongsai.registers.placements.models.placement import Placements
from prongsai.registers.placements.services.checking import unchecked


class PlacementTasks:
    """Tasks of the owner units."""

    key = "placements"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give what waits in some units, or in all where nobody is named. One thing gives one task at a time."""
        own = Placement.objects.standing().select_related("place")
        if person is not None or units:
            own = own.filter(unit__in=units)
        checking = CheckingRound.objects.running().first()
        walked: set[int] = set()
        if checking:
            left = own.filter(pk__in=unchecked(checking))
            walked = set(left.values_list("pk", flat=True))
            yield from _walks(left, checking)
        rest = own.exclude(pk__in=walked)
        yield from (_task("mend", one, _("Mend or hang again: %(title)s, %(place)s")) for one in _broken(rest))
        told = set()
        for one in rest.filter(state=State.HANGING).without_photograph(today):
            told.add(one.pk)
            yield _task("photograph", one, _("No photograph this fiscal year: %(title)s, %(place)s"))
        for one in rest.filter(state=State.HANGING).unseen(today, months_unseen()):
            if one.pk not in told:
                yield _task("look", one, _("Not seen for long: %(title)s, %(place)s"))


def _walks(left: Placements, checking: CheckingRound) -> Iterator[Task]:
    """Give one task for each unit that has something left to look at."""
    for unit, count in Counter(left.values_list("unit", flat=True)).items():
        words = ngettext(
            "Look at what hangs: %(count)s placement left", "Look at what hangs: %(count)s placements left", count
        )
        yield Task(
            key=f"placements:round:{checking.pk}:{unit}",
            title=words % {"count": count},
            url_name="placements-walk",
            due=checking.due,
            unit=unit,
            by_link=True,
        )


def _broken(found: Placements) -> Placements:
    return found.filter(state__in=(State.DAMAGED, State.MISSING))


def _task(what: str, placement: Placement, words: str) -> Task:
    return Task(
        key=f"placements:{what}:{placement.pk}",
        title=words % {"title": placement.title, "place": placement.place},
        url_name="placement-see",
        arguments={"placement": placement.pk},
        unit=placement.unit_id,
        by_link=True,
    )
