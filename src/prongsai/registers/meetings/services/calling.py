"""Calling a meeting, changing its day and place, cancelling it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import AgendaItem, Attendance, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.services.groups import actor_of, locked_group
from prongsai.registers.orders.services import KnownOrder, order_called

CONTENT = (
    "number", "year", "day", "starts", "place", "why", "letter_number", "letter_day", "backdated_because",
    "note_taker", "note_taker_post", "checker", "checker_post",
)  # fmt: skip


@transaction.atomic
def call_meeting(*, acting: Acting, group: MeetingGroup, told: Mapping[str, Any]) -> Meeting:
    """Call a meeting of a group with its members, on the customary agenda.

    Refuses Conflict: the group has ended, the number is taken, or the day lies before the order that made the group and
    no reason says why.
    """
    current = locked_group(group)
    if current.ended:
        raise Conflict(_("This group meets no longer."))
    meeting = Meeting(agency_id=current.agency_id, group=current, made_by=actor_of(acting))
    _write(meeting, told)
    meeting.entered = today(acting.agency)
    _refuse(meeting)
    meeting.keep_keys()
    meeting.save()
    for part, title in enumerate(customary_parts(), start=1):
        AgendaItem.objects.create(agency_id=current.agency_id, meeting=meeting, part=part, title=title)
    for position, member in enumerate(current.members.select_related("person"), start=1):
        Attendance.objects.create(
            agency_id=current.agency_id,
            meeting=meeting,
            position=position,
            person=member.person,
            name=member.full_name,
            post=member.post,
            role=member.role_words,
        )
    record(acting, "meetings.called", thing=meeting, figures={"number": meeting.number, "year": meeting.year})
    return meeting


@transaction.atomic
def save_meeting(*, acting: Acting, meeting: Meeting, told: Mapping[str, Any]) -> None:
    """Change what a meeting was called with. Refuses Conflict as `call_meeting` does, and once it is adopted."""
    current = open_meeting(meeting)
    _write(current, told)
    _refuse(current)
    current.keep_keys()
    current.save()
    record(acting, "meetings.saved", thing=current)


@transaction.atomic
def cancel_meeting(*, acting: Acting, meeting: Meeting, because: str) -> None:
    """Cancel a meeting that was called. Refuses Conflict: it was held, or something was decided."""
    current = open_meeting(meeting)
    if current.state != MeetingState.CALLED or current.decisions.exists():
        raise Conflict(_("Only a meeting that was not held can be cancelled."))
    current.state, current.cancelled_because = MeetingState.CANCELLED, because
    current.save(update_fields=["state", "cancelled_because"])
    record(acting, "meetings.cancelled", thing=current)


def open_meeting(meeting: Meeting) -> Meeting:
    """Give a meeting locked and read anew. Refuses Conflict where its papers are frozen."""
    current = Meeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if not current.is_open:
        raise Conflict(_("The minutes of this meeting are adopted, or it was cancelled. Nothing of it can be changed."))
    return current


def before_its_order(meeting: Meeting) -> KnownOrder | None:
    """Give the order of the group where the meeting is dated before it."""
    order = order_called(meeting.group.order_id) if meeting.group.order_id else None
    return order if order and order.day and meeting.day < order.day else None


@cache
def customary_parts() -> tuple[str, ...]:
    """Give the titles of the parts that an agenda begins with."""
    text = files("prongsai.registers.meetings").joinpath("data/agenda.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)["parts"])


def _write(meeting: Meeting, told: Mapping[str, Any]) -> None:
    for name in CONTENT:
        if name in told:
            setattr(meeting, name, told[name])


def _refuse(meeting: Meeting) -> None:
    same = Meeting.objects.filter(group=meeting.group, year=meeting.year, number=meeting.number)
    if same.exclude(pk=meeting.pk).exists():
        raise Conflict(_("This group has a meeting of this number in the year already."))
    if meeting.backdated_because:
        return
    if order := before_its_order(meeting):
        raise Conflict(
            _("The day lies before %(order)s, which made this group. Mend the day, or say why it is so.")
            % {"order": order.title}
        )
