"""What is to be done about meetings: open decisions for their owners; proofs and minutes for who keeps the papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.meetings.models import Decision, DecisionState, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.models.group import KEEPING


class MeetingTasks:
    """Tasks of owners and secretaries."""

    key = "meetings"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give the open decisions of a person and these units (of all where nobody is named), and what to keep."""
        everybody = person is None and not units
        yield from self._decisions(person, units, everybody=everybody)
        kept = MeetingGroup.objects.meeting()
        if not everybody:
            kept = kept.filter(members__person=person, members__role__in=KEEPING) if person else kept.none()
        groups = {group.pk: group for group in kept.distinct()}
        yield from self._proofs(groups, person)
        yield from self._minutes(groups, person, today)

    def _decisions(self, person: int | None, units: frozenset[int], *, everybody: bool) -> Iterator[Task]:
        found = Decision.objects.filter(state=DecisionState.OPEN).select_related("meeting__group")
        if not everybody:
            found = found.filter(Q(person=person) if person else Q(pk=None)) | found.filter(unit__in=units)
        for each in found:
            yield Task(
                key=f"meetings:decision:{each.pk}",
                title=each.what,
                url_name="decision",
                arguments={"decision": each.pk},
                due=each.due,
                person=each.person_id,
                unit=None if each.person_id else each.unit_id,
                about=str(each.meeting),
                by_link=True,
            )

    def _proofs(self, groups: dict[int, MeetingGroup], person: int | None) -> Iterator[Task]:
        waiting = Decision.objects.filter(state=DecisionState.PROVED, meeting__group__in=groups)
        for each in waiting.select_related("meeting__group"):
            yield Task(
                key=f"meetings:proof:{each.pk}",
                title=_("Look at the proof: %(what)s") % {"what": each.what},
                url_name="decision",
                arguments={"decision": each.pk},
                about=str(each.meeting),
                person=person,
                unit=None if person else groups[each.meeting.group_id].unit_id,
            )

    def _minutes(self, groups: dict[int, MeetingGroup], person: int | None, today: date) -> Iterator[Task]:
        past: QuerySet[Meeting] = Meeting.objects.filter(state=MeetingState.CALLED, day__lte=today, group__in=groups)
        for each in past.select_related("group"):
            yield Task(
                key=f"meetings:minutes:{each.pk}",
                title=_("Write the minutes: %(meeting)s") % {"meeting": each},
                url_name="meeting",
                arguments={"meeting": each.pk},
                due=each.day,
                person=person,
                unit=None if person else groups[each.group_id].unit_id,
            )
