"""Groups that meet: members from an order, who keeps their papers, closed circles, who leaves."""

from __future__ import annotations

import pytest
from django.urls import reverse

from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import Decision, Meeting, MeetingGroup
from prongsai.registers.meetings.open_things import OwnDecisions
from working_group import NAME, called_meeting, decided, group_of, held_meeting, secretary


def test_a_group_takes_its_members_from_its_order(here, asks, order):
    sent = {"name": NAME, "order": order.pk, "unit": here.units["สำนักปลัด"].pk}
    assert asks().post(reverse("new-meeting-group"), sent).status_code == 302
    with here.speaks():
        group = MeetingGroup.objects.get()
        assert [(member.person, member.role) for member in group.members.all()] == [
            (here.people[Role.UNIT_HEAD], "chair"),
            (here.people[Role.COORDINATOR], "secretary"),
            (here.people[Role.OFFICER], "member"),
        ]


def test_members_are_changed_and_taken_from_the_order_again(here, asks, group):
    client, address = asks(), reverse("meeting-group-members", args=[group.pk])
    seen = client.get(address).context["form"].initial["seen"]
    sent = {
        "seen": seen, "rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "0",
        "rows-0-post": "ผู้ทรงคุณวุฒิ", "rows-0-name": "นายนอก ตัวอย่างไกล", "rows-0-role": "adviser", "rows-0-position": "2",
        "rows-1-post": "หัวหน้าสำนักปลัด", "rows-1-person": here.people[Role.UNIT_HEAD].pk, "rows-1-role": "chair",
        "rows-1-position": "1",
    }  # fmt: skip
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent).status_code == 409
    with here.speaks():
        assert [str(member) for member in group.members.all()] == [
            here.people[Role.UNIT_HEAD].full_name, "นายนอก ตัวอย่างไกล",
        ]  # fmt: skip
    client.post(reverse("meeting-group-from-order", args=[group.pk]))
    with here.speaks():
        assert group.members.count() == 3


def test_meetings_already_called_keep_their_members(here, group, called):
    with here.speaks():
        services.save_members(acting=secretary(here), group=group, members=[])
        assert called.attendances.count() == 3


def test_a_group_without_an_order_has_none_to_take_members_from(here, asks):
    with here.speaks():
        group = group_of(here, None, "ประชุมประจำเดือน")
    assert asks().post(reverse("meeting-group-from-order", args=[group.pk])).status_code == 409


def test_a_name_is_used_once(here, asks, group):
    sent = {"name": NAME, "unit": here.units["สำนักปลัด"].pk}
    assert asks().post(reverse("new-meeting-group"), sent).status_code == 409


def test_two_who_change_a_group_are_told_of_each_other(here, asks, group):
    client, address = asks(), reverse("meeting-group-edit", args=[group.pk])
    seen = client.get(address).context["form"].initial["seen"]
    sent = {"unit": here.units["กองคลัง"].pk, "seen": seen}
    assert client.post(address, sent | {"name": "ชื่อแรก"}).status_code == 302
    answer = client.post(address, sent | {"name": "ชื่อหลัง"})
    assert answer.status_code == 409
    assert "ชื่อแรก" in answer.content.decode()


def test_a_closed_circle_is_seen_and_kept_from_inside_alone(here, asks, order):
    with here.speaks():
        by = acting_as(here.accounts[Role.OFFICER])
        told = {"name": "คณะลับ", "unit": here.units["สำนักปลัด"], "is_closed_circle": True}
        group = services.add_group(acting=by, agency=here.agency.pk, told=told)
        member = services.MemberTold("หัวหน้าสำนักปลัด", "member", person=here.people[Role.UNIT_HEAD])
        services.save_members(acting=by, group=group, members=[member])
        meeting = services.call_meeting(
            acting=by, group=group, told={"number": 1, "year": 2568, "day": here.agency.demo_today}
        )
    for address in (group.get_absolute_url(), meeting.get_absolute_url()):
        seen = {role: asks(role).get(address).status_code for role in (*Role,)[:6]}
        assert seen[Role.OFFICER] == seen[Role.UNIT_HEAD] == 200
        assert {status for role, status in seen.items() if role not in (Role.OFFICER, Role.UNIT_HEAD)} == {404}
    assert "คณะลับ" not in asks(Role.COORDINATOR).get(reverse("meetings")).content.decode()
    assert asks(Role.UNIT_HEAD).get(reverse("meeting-edit", args=[meeting.pk])).status_code == 404
    assert asks(Role.OFFICER).get(reverse("meeting-edit", args=[meeting.pk])).status_code == 200


def test_the_owner_of_a_decision_of_a_closed_circle_sees_the_decision_alone(here, asks, group):
    with here.speaks():
        held = held_meeting(here, group)
        decision = decided(here, held, person=here.people[Role.EXECUTIVE])
        services.save_group(acting=secretary(here), group=group, told={"is_closed_circle": True})
    client = asks(Role.EXECUTIVE)
    assert client.get(decision.get_absolute_url()).status_code == 200
    assert client.get(held.get_absolute_url()).status_code == 404
    assert asks(Role.AUDITOR).get(decision.get_absolute_url()).status_code == 404


def test_a_group_with_a_meeting_still_called_does_not_end(here, group, called):
    with here.speaks(), pytest.raises(Conflict):
        services.end_group(acting=secretary(here), group=group)


def test_who_leaves_hands_the_own_decisions_over(here, decision):
    source = OwnDecisions()
    with here.speaks():
        leaver, successor = here.people[Role.OFFICER], here.people[Role.UNIT_HEAD]
        (thing,) = source.open_things(leaver.pk)
        source.hand_over(thing.key, to=successor.pk, actor="user:1")
        assert Decision.objects.get().person == successor
        assert list(source.open_things(leaver.pk)) == []


def test_a_personal_link_opens_ones_own_decision_and_no_other(here, held):
    with here.speaks():
        own = decided(here, held)
        other = decided(here, held, person=here.people[Role.UNIT_HEAD], what="ของผู้อื่น")
        acting = acting_as(here.accounts[Role.OFFICER], by_link=True)
        assert list(Decision.objects.visible_to(acting)) == [own]
        assert other in Decision.objects.visible_to(acting_as(here.accounts[Role.OFFICER]))
        assert not held.group.is_kept_by(acting_as(here.accounts[Role.COORDINATOR], by_link=True))


def test_the_list_of_meetings_is_searched_by_what_was_said(here, asks, group, held):
    with here.speaks():
        called_meeting(here, group, number=5, day=here.agency.demo_today)
        decided(here, held, what="ซื้อเครื่องสูบน้ำ")

    def numbers(**asked) -> list[int]:
        return [meeting.number for meeting in asks().get(reverse("meetings"), asked).context["page"]]

    assert numbers() == [5, 2]
    assert numbers(q="น้ำท่วม") == numbers(q="เครื่องสูบน้ำ") == numbers(state="held") == [2]
    assert numbers(q="ไม่มีคำนี้") == []
    with here.speaks():
        assert Meeting.objects.saying("๕/๒๕๖๘").count() == 1
