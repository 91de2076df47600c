"""Calling a meeting: its number, its day against its order, its agenda, its papers."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import Meeting, MeetingState
from working_group import called_meeting, group_of, held_meeting, item_of, secretary

SENT = {"number": "๓", "year": "2568", "day": "14 มีนาคม 2568", "starts": "9.30", "place": "ห้องประชุม ชั้น 2"}


def seen_on(client, address: str) -> str:
    context = client.get(address).context
    return context["form"].initial["seen"]


def test_a_meeting_begins_with_the_members_and_the_five_customary_parts(here, asks, group):
    answer = asks().post(reverse("call-meeting", args=[group.pk]), SENT)
    assert answer.status_code == 302
    with here.speaks():
        meeting = Meeting.objects.get()
        assert (meeting.number, meeting.day, meeting.state) == (3, date(2025, 3, 14), MeetingState.CALLED)
        assert [item.number for item in meeting.items.all()] == ["1", "2", "3", "4", "5"]
        assert [one.person for one in meeting.attendances.all()] == [
            here.people[role] for role in (Role.UNIT_HEAD, Role.COORDINATOR, Role.OFFICER)
        ]
    assert "meetings.called" in [line.action for line in lines_of(here)]


def test_a_meeting_dated_before_its_order_is_refused_without_a_reason(here, asks, group):
    client, address = asks(), reverse("call-meeting", args=[group.pk])
    sent = SENT | {"day": "4 ตุลาคม 2567", "year": "2567"}
    answer = client.post(address, sent)
    assert answer.status_code == 409
    assert "312/2567" in answer.content.decode()
    answer = client.post(address, sent | {"backdated_because": "ประชุมเตรียมการก่อนมีคำสั่ง"})
    page = client.get(answer.url).content.decode()
    assert "ประชุมเตรียมการก่อนมีคำสั่ง" in page
    assert "บันทึกย้อนหลัง" in page


def test_a_number_is_used_once_in_a_year_by_a_group(here, group, called):
    with here.speaks():
        with pytest.raises(Conflict):
            called_meeting(here, group)
        called_meeting(here, group, day=date(2024, 12, 16))
        called_meeting(here, group_of(here, None, "ประชุมประจำเดือน"))
        assert Meeting.objects.filter(number=2).count() == 3


@pytest.mark.parametrize(
    "wrong", [{"year": "2567"}, {"number": "0"}, {"number": ""}, {"day": "31 กุมภาพันธ์ 2568"}, {"starts": "25.00"}]
)
def test_what_cannot_be_is_refused_beside_its_box(here, asks, group, wrong):
    assert asks().post(reverse("call-meeting", args=[group.pk]), SENT | wrong).status_code == 400
    with here.speaks():
        assert not Meeting.objects.exists()


def test_items_of_the_agenda_are_written_moved_and_kept(here, asks, held):
    client, address = asks(), reverse("meeting-agenda", args=[held.pk])
    with here.speaks():
        four = item_of(held, 4)
    rows = client.get(address).context["pieces"].rows
    sent = {"seen": seen_on(client, address), "rows-TOTAL_FORMS": "7", "rows-INITIAL_FORMS": "5"}
    for n, form in enumerate(rows.initial_forms):
        told = form.initial
        number = "3.1" if told["item"] == four.pk else told["number"]
        title = told["title"]
        sent |= {f"rows-{n}-number": number, f"rows-{n}-title": title, f"rows-{n}-item": told["item"]}
    sent |= {"rows-5-number": "๔", "rows-5-title": "เรื่องพิจารณา", "rows-5-item": ""}
    sent |= {"rows-6-number": "4.1", "rows-6-title": "แผนการติดตาม", "rows-6-is_ita": "1", "rows-6-item": ""}
    answer = client.post(address, sent)
    assert answer.status_code == 302, answer.content.decode()
    with here.speaks():
        found = {item.number: item for item in held.items.all()}
        assert list(found) == ["1", "2", "3", "3.1", "4", "4.1", "5"]
        assert found["3.1"].resolution == "เห็นชอบให้ยกเลิกการศึกษาดูงาน"
        assert found["4.1"].is_ita


@pytest.mark.parametrize(
    ("places", "sentence"),
    [([(1, 0), (1, 0)], "ซ้ำ"), ([(1, 0), (2, 1)], "ไม่มีระเบียบวาระหลัก"), ([(1, 0)], "มีข้อความใต้ข้อ 4")],
)
def test_an_agenda_that_does_not_add_up_is_refused(here, held, places, sentence):
    with here.speaks(), pytest.raises(Conflict, match=sentence):
        told = [services.ItemTold(part, position, "เรื่อง") for part, position in places]
        services.save_agenda(acting=secretary(here), meeting=held, items=told)


def test_what_was_held_is_not_cancelled_and_what_was_cancelled_is_frozen(here, asks, group, called):
    client = asks()
    address = reverse("meeting-cancel", args=[called.pk])
    assert client.post(address, {"because": "น้ำท่วม"}).status_code == 302
    assert "น้ำท่วม" in client.get(called.get_absolute_url()).content.decode()
    assert client.get(reverse("meeting-agenda", args=[called.pk])).status_code == 409
    with here.speaks(), pytest.raises(Conflict):
        held = held_meeting(here, group, number=4)
        services.cancel_meeting(acting=secretary(here), meeting=held, because="ผิด")


def test_two_who_change_the_day_are_told_of_each_other(here, asks, called):
    first, second = asks(), asks(Role.COORDINATOR)
    address = reverse("meeting-edit", args=[called.pk])
    seen = seen_on(first, address)
    sent = SENT | {"number": "2"}
    assert second.post(address, sent | {"place": "ศาลาประชาคม", "seen": seen}).status_code == 302
    answer = first.post(address, sent | {"place": "โรงเรียน", "seen": seen})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "ศาลาประชาคม" in page
    assert "โรงเรียน" in page


def test_who_does_not_keep_the_papers_reads_them_and_changes_nothing(here, asks, called):
    client = asks(Role.OFFICER)
    page = client.get(called.get_absolute_url())
    assert page.status_code == 200
    assert reverse("meeting-edit", args=[called.pk]) not in page.content.decode()
    for name in ("meeting-edit", "meeting-agenda", "meeting-attendance", "meeting-held", "meeting-cancel"):
        assert client.get(reverse(name, args=[called.pk])).status_code == 404


def test_a_group_that_has_ended_calls_no_meeting(here, asks, group):
    client = asks()
    client.post(reverse("meeting-group-end", args=[group.pk]))
    assert client.post(reverse("call-meeting", args=[group.pk]), SENT).status_code == 409
