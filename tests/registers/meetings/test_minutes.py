"""Who came, what was said and resolved, the end, signed papers, adoption."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import AgendaItem, Attendance, Meeting, MeetingState
from working_group import called_meeting, held_meeting, item_of, secretary


def test_members_are_ticked_and_guests_are_typed(here, asks, called):
    client, address = asks(), reverse("meeting-attendance", args=[called.pk])
    page = client.get(address).context["pieces"]
    sent = {"seen": page.beside.initial["seen"], "rows-TOTAL_FORMS": "4", "rows-INITIAL_FORMS": "3"}
    for n, (form, presence) in enumerate(
        zip(page.rows.initial_forms, ("present", "absent", "represented"), strict=True)
    ):
        told = form.initial
        sent |= {f"rows-{n}-name": "คนอื่น", f"rows-{n}-attendance": told["attendance"], f"rows-{n}-presence": presence}
    sent |= {"rows-1-note": "ลาป่วย", "rows-3-name": "ผู้ใหญ่บ้าน หมู่ 4", "rows-3-presence": "present"}
    assert client.post(address, sent).status_code == 302
    with here.speaks():
        found = list(called.attendances.select_related("person"))
        assert [one.presence for one in found] == ["present", "absent", "represented", "present"]
        assert [one.is_guest for one in found] == [False, False, False, True]
        assert found[0].full_name == here.people[Role.UNIT_HEAD].full_name
        assert found[1].note == "ลาป่วย"


def test_guests_who_are_taken_away_go_and_members_stay(here, called):
    with here.speaks():
        by = secretary(here)
        services.save_attendance(acting=by, meeting=called, lines=[services.AttendanceTold(name="แขก")])
        assert Attendance.objects.filter(is_guest=True).count() == 1
        services.save_attendance(acting=by, meeting=called, lines=[])
        assert [one.is_guest for one in called.attendances.all()] == [False, False, False]


def test_minutes_of_an_item_are_saved_and_the_next_one_opens(here, asks, called):
    with here.speaks():
        first, second = item_of(called, 1), item_of(called, 2)
    client, address = asks(), reverse("meeting-minutes", args=[first.pk])
    seen = client.get(address).context["form"].initial["seen"]
    answer = client.post(address, {"said": "ประธานแจ้ง\nสองเรื่อง", "resolution": "รับทราบ", "seen": seen, "next": "1"})
    assert answer.url == reverse("meeting-minutes", args=[second.pk])
    page = client.get(called.get_absolute_url()).content.decode()
    assert "ประธานแจ้ง" in page
    assert "meetings.minutes_saved" in [line.action for line in lines_of(here)]


def test_two_who_write_the_same_item_are_told_of_the_difference(here, asks, called):
    with here.speaks():
        item = item_of(called, 1)
    client, address = asks(), reverse("meeting-minutes", args=[item.pk])
    seen = client.get(address).context["form"].initial["seen"]
    assert client.post(address, {"said": "ฉบับของคนแรก", "resolution": "", "seen": seen}).status_code == 302
    answer = client.post(address, {"said": "ฉบับของคนที่สอง", "resolution": "", "seen": seen})
    assert answer.status_code == 409
    assert "ฉบับของคนแรก" in answer.content.decode()
    assert "ฉบับของคนที่สอง" in answer.content.decode()
    with here.speaks():
        assert AgendaItem.objects.get(pk=item.pk).said == "ฉบับของคนแรก"


def test_a_form_without_its_mark_is_refused(here, asks, called):
    with here.speaks():
        item = item_of(called, 1)
    assert asks().post(reverse("meeting-minutes", args=[item.pk]), {"said": "ก"}).status_code == 400


def test_two_who_write_two_items_are_not_in_each_others_way(here, asks, called):
    with here.speaks():
        one, two = item_of(called, 1), item_of(called, 2)
    client = asks()
    addresses = [reverse("meeting-minutes", args=[item.pk]) for item in (one, two)]
    seen = [client.get(address).context["form"].initial["seen"] for address in addresses]
    sent = [client.post(address, {"said": "ก", "seen": mark}) for address, mark in zip(addresses, seen, strict=True)]
    assert [answer.status_code for answer in sent] == [302, 302]


def test_who_leaves_the_room_for_an_own_matter_is_noted(here, asks, held):
    with here.speaks():
        item = item_of(held, 4)
        leaver = held.attendances.get(person=here.people[Role.OFFICER])
    client, address = asks(), reverse("meeting-minutes", args=[item.pk])
    seen = client.get(address).context["form"].initial["seen"]
    client.post(address, {"said": "ก", "resolution": "ข", "left_room": [leaver.pk], "seen": seen})
    assert "ออกจากห้องประชุม" in client.get(held.get_absolute_url()).content.decode()
    with here.speaks():
        assert [left.attendance for left in item.left_room.all()] == [leaver]
        services.save_minutes(acting=secretary(here), item=item, said="ก", resolution="ข")
        assert not item.left_room.exists()


def test_who_was_not_there_cannot_leave_the_room(here, called):
    with here.speaks(), pytest.raises(Conflict):
        absent = called.attendances.first()
        services.save_minutes(
            acting=secretary(here), item=item_of(called, 4), said="", resolution="", left_room=[absent]
        )


@pytest.mark.parametrize(
    ("day", "starts", "ends", "come"),
    [
        (date(2025, 3, 18), time(9), time(10), True),
        (date(2025, 3, 10), time(10), time(10), True),
        (date(2025, 3, 10), time(9), time(10), False),
    ],
)
def test_a_meeting_is_not_held_before_its_day_backwards_or_by_nobody(here, group, day, starts, ends, come):
    with here.speaks():
        meeting, by = called_meeting(here, group, number=9, day=day), secretary(here)
        if come:
            lines = [services.AttendanceTold(one.pk, presence="present") for one in meeting.attendances.all()]
            services.save_attendance(acting=by, meeting=meeting, lines=lines)
        with pytest.raises(Conflict):
            services.close_meeting(acting=by, meeting=meeting, starts=starts, ends=ends)
        assert Meeting.objects.get(pk=meeting.pk).state == MeetingState.CALLED


def test_minutes_are_adopted_at_a_later_meeting_and_then_frozen(here, asks, group, held):
    with here.speaks():
        later = held_meeting(here, group, number=3, day=date(2025, 3, 14))
    client = asks()
    sent = {"at": later.pk, "corrections": "แก้คำว่า สาม เป็น สี่"}
    assert client.post(reverse("meeting-adopt", args=[held.pk]), sent).status_code == 302
    page = client.get(held.get_absolute_url()).content.decode()
    assert "แก้คำว่า สาม เป็น สี่" in page
    with here.speaks():
        item = item_of(held, 4)
    assert client.post(reverse("meeting-minutes", args=[item.pk]), {"said": "ใหม่"}).status_code == 409
    assert client.get(reverse("decide", args=[item.pk])).status_code in (200, 409)
    with here.speaks(), pytest.raises(Conflict):
        services.save_minutes(acting=secretary(here), item=item, said="ใหม่", resolution="")


def test_minutes_are_not_adopted_at_the_same_an_earlier_or_a_foreign_meeting(here, group, held):
    with here.speaks():
        by = secretary(here)
        earlier = held_meeting(here, group, number=1, day=date(2025, 1, 13))
        for at in (held, earlier):
            with pytest.raises(Conflict):
                services.adopt_minutes(acting=by, meeting=held, at=at)


def test_signed_minutes_come_once(here, asks, held):
    client, address = asks(), reverse("meeting-minutes-scan", args=[held.pk])
    assert client.post(address, {"scan": SimpleUploadedFile("รายงาน.txt", b"signed")}).status_code == 302
    assert client.post(address, {"scan": SimpleUploadedFile("รายงาน.txt", b"signed")}).status_code == 409
    assert "รายงาน.txt" in client.get(held.get_absolute_url()).content.decode()
