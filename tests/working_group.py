"""A working group: its order, its meetings, what they decided. Called while the office speaks."""

from __future__ import annotations

from datetime import date, time

from cast import Office
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import AgendaItem, Decision, Meeting, MeetingGroup
from prongsai.registers.orders import services as orders
from prongsai.registers.orders.models import Order

NAME = "คณะทำงานสนับสนุนการประเมิน ITA"
MEMBERS = ((Role.UNIT_HEAD, "chair"), (Role.COORDINATOR, "secretary"), (Role.OFFICER, "member"))


def secretary(office: Office) -> Acting:
    return acting_as(office.accounts[Role.COORDINATOR])


def signed_order(office: Office, number: str = "312") -> Order:
    """Order 312/2567 of 7 October 2567 that appoints three."""
    by = acting_as(office.accounts[Role.OFFICER])
    content = {"unit": office.units["สำนักปลัด"], "subject": f"แต่งตั้ง{NAME} {office.canary}"}
    order = orders.add_order(acting=by, agency=office.agency.pk, told=content)
    told = [
        orders.MemberTold(str(office.people[role].holdings.get().post.title), what, person=office.people[role])
        for role, what in MEMBERS
    ]
    orders.save_members(acting=by, order=order, members=told)
    orders.send_to_sign(acting=by, order=order)
    scan = [made_here(b"signed", "ลงนามแล้ว.txt", Kind.TXT)]
    orders.put_in_force(acting=by, order=order, number=number, year=2567, day=date(2024, 10, 7), scan=scan)
    return Order.objects.get(pk=order.pk)


def group_of(office: Office, order: Order | None, name: str = NAME, **more: object) -> MeetingGroup:
    told = {"name": name, "order_id": order and order.pk, "unit": office.units["สำนักปลัด"], **more}
    made = services.add_group(acting=secretary(office), agency=office.agency.pk, told=told)
    return MeetingGroup.objects.get(pk=made.pk)


def called_meeting(
    office: Office, group: MeetingGroup, number: int = 2, day: date = date(2025, 3, 10), **more: object
) -> Meeting:
    told = {"number": number, "year": day.year + 543, "day": day, "starts": time(9, 30), "place": "ห้องประชุม", **more}
    made = services.call_meeting(acting=secretary(office), group=group, told=told)
    return Meeting.objects.select_related("group").get(pk=made.pk)


def held_meeting(office: Office, group: MeetingGroup, number: int = 2, day: date = date(2025, 3, 10)) -> Meeting:
    """A meeting where everybody came, with item 4 resolved."""
    meeting, by = called_meeting(office, group, number, day), secretary(office)
    lines = [services.AttendanceTold(one.pk, presence="present") for one in meeting.attendances.all()]
    services.save_attendance(acting=by, meeting=meeting, lines=lines)
    services.save_minutes(
        acting=by, item=item_of(meeting, 4), said="น้ำท่วมถนนสามสาย", resolution="เห็นชอบให้ยกเลิกการศึกษาดูงาน"
    )
    services.close_meeting(acting=by, meeting=meeting, starts=time(9, 30), ends=time(11, 45))
    return Meeting.objects.select_related("group").get(pk=meeting.pk)


def item_of(meeting: Meeting, part: int) -> AgendaItem:
    return AgendaItem.objects.select_related("meeting__group").get(meeting=meeting, part=part, position=0)


def decided(office: Office, meeting: Meeting, **more: object) -> Decision:
    """A decision of the officer, due at the end of March."""
    told = {
        "what": "ติดโปสเตอร์ช่องทางร้องเรียน 5 จุด",
        "due": date(2025, 3, 31),
        "person": office.people[Role.OFFICER],
        **more,
    }
    made = services.decide(acting=secretary(office), item=item_of(meeting, 4), **told)
    return Decision.objects.select_related("meeting__group", "person", "unit").get(pk=made.pk)
