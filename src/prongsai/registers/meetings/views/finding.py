"""What the pages of this room fetch, as far as who asks may see or keep it; and who may ask."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings.models import AgendaItem, Decision, Meeting, MeetingGroup

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)


def group_of(acting: Acting, group: int) -> MeetingGroup:
    """Give a group one may see, or 404."""
    return get_object_or_404(MeetingGroup.objects.visible_to(acting).select_related("unit", "order"), pk=group)


def kept_group(acting: Acting, group: int) -> MeetingGroup:
    """Give a group whose papers one keeps, or 404."""
    found = group_of(acting, group)
    if not found.is_kept_by(acting):
        raise Http404
    return found


def meeting_of(acting: Acting, meeting: int) -> Meeting:
    """Give a meeting one may see, or 404."""
    found = Meeting.objects.visible_to(acting).select_related("group__unit", "adopted_at")
    return get_object_or_404(found, pk=meeting)


def kept_meeting(acting: Acting, meeting: int) -> Meeting:
    """Give a meeting whose papers one keeps, or 404."""
    found = meeting_of(acting, meeting)
    if not found.group.is_kept_by(acting):
        raise Http404
    return found


def item_of(acting: Acting, item: int) -> AgendaItem:
    """Give an item of a meeting one may see, or 404."""
    found = AgendaItem.objects.filter(meeting__in=Meeting.objects.visible_to(acting))
    return get_object_or_404(found.select_related("meeting__group__unit", "meeting__adopted_at"), pk=item)


def kept_item(acting: Acting, item: int) -> AgendaItem:
    """Give an item of a meeting whose papers one keeps, or 404."""
    found = item_of(acting, item)
    if not found.meeting.group.is_kept_by(acting):
        raise Http404
    return found


def decision_of(acting: Acting, decision: int) -> Decision:
    """Give a decision one may see, or 404."""
    found = Decision.objects.visible_to(acting).select_related("meeting__group", "item", "person", "unit")
    return get_object_or_404(found.distinct(), pk=decision)


def kept_decision(acting: Acting, decision: int) -> Decision:
    """Give a decision of a meeting whose papers one keeps, or 404."""
    found = decision_of(acting, decision)
    if not found.meeting.group.is_kept_by(acting):
        raise Http404
    return found
