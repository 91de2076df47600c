"""Groups that meet, and their members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import GroupMember, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.models.group import MemberRole
from prongsai.registers.orders.services import members_of

CONTENT = ("name", "order_id", "unit", "is_monthly", "is_closed_circle")


@dataclass(frozen=True, slots=True)
class MemberTold:
    """A member: the post, the person where it is one of the office, else the name."""

    post: str
    role: str = MemberRole.MEMBER
    wording: str = ""
    name: str = ""
    person: Person | None = None


@transaction.atomic
def add_group(*, acting: Acting | str, agency: int, told: Mapping[str, Any]) -> MeetingGroup:
    """Add a group, with the members of its order where it has one."""
    group = MeetingGroup(agency_id=agency, made_by=actor_of(acting))
    for name in CONTENT:
        if name in told:
            setattr(group, name, told[name])
    _refuse_same_name(group)
    group.save()
    record(acting, "meetings.group_added", thing=group)
    if group.order_id:
        take_members_from_order(acting=acting, group=group)
    return group


@transaction.atomic
def save_group(*, acting: Acting | str, group: MeetingGroup, told: Mapping[str, Any]) -> None:
    """Change a group. Refuses Conflict: its name is another's."""
    current = locked_group(group)
    for name in CONTENT:
        if name in told:
            setattr(current, name, told[name])
    _refuse_same_name(current)
    current.save()
    record(acting, "meetings.group_saved", thing=current)


@transaction.atomic
def save_members(*, acting: Acting | str, group: MeetingGroup, members: Sequence[MemberTold]) -> None:
    """Write the members of a group, in this order. Meetings already called keep those they have."""
    current = locked_group(group)
    current.members.all().delete()
    for position, told in enumerate(members, start=1):
        GroupMember.objects.create(
            agency_id=current.agency_id,
            group=current,
            position=position,
            person=told.person,
            name="" if told.person else told.name,
            post=told.post,
            role=told.role,
            wording=told.wording,
        )
    record(acting, "meetings.members_saved", thing=current, figures={"members": len(members)})


def take_members_from_order(*, acting: Acting | str, group: MeetingGroup) -> None:
    """Write the members of a group as its order appoints them. Refuses Conflict: it has none, or it appoints nobody."""
    appointed = members_of(group.order_id) if group.order_id else []
    if not appointed:
        raise Conflict(_("The order of this group appoints nobody in this register."))
    people = {person.pk: person for person in Person.objects.filter(pk__in=[one.person for one in appointed])}
    told = [
        MemberTold(one.post, one.role, one.role_words, one.name, people.get(one.person) if one.person else None)
        for one in appointed
    ]
    save_members(acting=acting, group=group, members=told)


@transaction.atomic
def end_group(*, acting: Acting, group: MeetingGroup) -> None:
    """Write down that a group meets no longer. Refuses Conflict: ended before, or a meeting is still called."""
    current = locked_group(group)
    if current.ended or Meeting.objects.filter(group=current, state=MeetingState.CALLED).exists():
        raise Conflict(_("It has ended before, or a meeting of it is still called."))
    current.ended = today(acting.agency)
    current.save(update_fields=["ended"])
    record(acting, "meetings.group_ended", thing=current)


def locked_group(group: MeetingGroup) -> MeetingGroup:
    """Give a group locked and read anew."""
    return MeetingGroup.objects.select_for_update().get(pk=group.pk)


def actor_of(acting: Acting | str) -> str:
    """Give the name under which a deed is recorded."""
    return acting if isinstance(acting, str) else acting.actor


def _refuse_same_name(group: MeetingGroup) -> None:
    if MeetingGroup.objects.filter(name=group.name).exclude(pk=group.pk).exists():
        raise Conflict(_("Another group has this name."))
