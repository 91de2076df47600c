"""A briefing: called, held, called off, its attendance written down."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from photographs import photograph
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.calendars import calendars
from prongsai.platform.notices.models import Copy
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Briefing, BriefingState

TODAY = date(2025, 3, 17)


@pytest.fixture
def places(here):
    """The places of the persons in some roles."""

    def find(briefing, *roles: Role):
        return [briefing.attendees.get(person=here.people[role]) for role in roles]

    return find


def test_people_are_told_day_time_and_place(here, called):
    with here.speaks():
        briefing = called(day=TODAY + timedelta(days=3))
        told = Copy.objects.filter(notice__kind="circulars.briefing").select_related("notice")
        assert told.count() == briefing.attendees.count() == 6
        assert told[0].notice.words == "วันพฤหัสบดีที่ 20 มีนาคม 2568 เวลา 13.30 น. ห้องประชุมสภา"


def test_a_briefing_that_was_held_calls_nobody_any_more(here, called):
    with here.speaks():
        briefing = called(day=TODAY - timedelta(days=3))
        assert briefing.is_backdated
        assert not Copy.objects.filter(notice__kind="circulars.briefing").exists()


def test_it_stands_in_the_calendars_of_who_is_asked(here, called, acting):
    with here.speaks():
        called(day=TODAY, begins=time(13, 30), ends=time(15, 0))
        called(day=TODAY, begins=None)
        found = [
            entry
            for entry in calendars.entries_of(acting(Role.OFFICER), TODAY, TODAY)
            if entry.key.startswith("circulars.")
        ]
        timed, whole_day = sorted(found, key=lambda entry: entry.end is None)
        assert (timed.start.hour, timed.end.hour, timed.place) == (13, 15, "ห้องประชุมสภา")
        assert (whole_day.start, whole_day.end) == (TODAY, None)


def test_who_signed_came_and_all_others_did_not(here, called, acting, places, scan):
    with here.speaks():
        briefing = called()
        came = places(briefing, Role.OFFICER, Role.EXECUTIVE)
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=2, scan=scan, asked="ถาม")
        briefing.refresh_from_db()
        assert (briefing.state, briefing.guests, briefing.recorded) == (BriefingState.HELD, 2, TODAY)
        assert set(briefing.attendees.filter(came=True)) == set(came)
        assert briefing.attendees.filter(came=False).count() == 4
        assert Attachment.objects.filter(holder="briefing-sheet", thing=briefing.pk).exists()


@pytest.mark.parametrize(
    ("day", "roles", "has_scan"),
    [
        (TODAY + timedelta(days=1), (Role.OFFICER,), True),
        (TODAY, (Role.OFFICER,), False),
        (TODAY, (), True),
    ],
    ids=["before its day", "no scan", "nobody came"],
)
def test_an_attendance_that_proves_nothing_is_refused(here, called, acting, places, scan, day, roles, has_scan):
    with here.speaks():
        briefing = called(day=day)
        told = {"came": places(briefing, *roles), "guests": 0, "scan": scan if has_scan else []}
        with pytest.raises(Conflict):
            services.record_attendance(acting=acting(), briefing=briefing, **told)
        assert not Briefing.objects.held().exists()


def test_the_attendance_is_written_down_once_and_by_who_called(here, called, acting, places, scan):
    with here.speaks():
        briefing = called()
        told = {"came": places(briefing, Role.OFFICER), "guests": 0, "scan": scan}
        with pytest.raises(Conflict):
            services.record_attendance(acting=acting(Role.EXECUTIVE), briefing=briefing, **told)
        services.record_attendance(acting=acting(), briefing=briefing, **told)
        with pytest.raises(Conflict):
            services.record_attendance(acting=acting(), briefing=briefing, **told)


def test_called_off_everybody_is_told_why(here, called, acting):
    with here.speaks():
        briefing = called()
        services.call_off(acting=acting(), briefing=briefing, because="วิทยากรติดราชการ")
        told = Copy.objects.filter(notice__kind="circulars.briefing", done__isnull=True).select_related("notice")
        assert {one.notice.words for one in told} == {"งดจัด: วิทยากรติดราชการ"}
        with pytest.raises(Conflict):
            services.call_off(acting=acting(), briefing=briefing, because="อีกครั้ง")


def test_what_is_called_is_neither_changed_nor_dropped(here, called, acting):
    with here.speaks():
        briefing = called()
        for deed in (
            lambda: services.save_briefing(acting=acting(), briefing=briefing, told={"place": "อื่น"}),
            lambda: services.drop_briefing(acting=acting(), briefing=briefing),
            lambda: services.call_people(acting=acting(), briefing=briefing),
        ):
            with pytest.raises(Conflict):
                deed()


def test_who_was_absent_is_seen_by_who_called_alone(here, called, acting, asks, places, scan):
    with here.speaks():
        briefing = called()
        came = places(briefing, Role.OFFICER)
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=0, scan=scan)
        absent = here.people[Role.AUDITOR].full_name
    assert absent in asks().get(briefing.get_absolute_url()).content.decode()
    other = asks(Role.EXECUTIVE).get(briefing.get_absolute_url()).content.decode()
    assert absent not in other
    assert "1 จาก 6 คน" in other


def test_a_briefing_goes_by_its_pages_from_draft_to_attendance(here, asks, places):
    client = asks()
    told = {"subject": "ชี้แจง", "words": "เรื่อง", "unit": here.units["กองคลัง"].pk, "audience": "all"}
    told |= {"day": "17 มีนาคม 2568", "begins": "13.30", "ends": "15.00", "place": "ห้องประชุม"}
    client.post(reverse("new-briefing"), told)
    with here.speaks():
        briefing = Briefing.objects.get()
    assert "6 คน" in client.get(briefing.get_absolute_url()).content.decode()
    client.post(reverse("briefing-call", args=[briefing.pk]))
    with here.speaks():
        (place,) = places(briefing, Role.OFFICER)
    sent = {"came": [place.pk], "guests": "๒", "scan": photograph()}
    answer = client.post(reverse("briefing-attendance", args=[briefing.pk]), sent, follow=True)
    assert "1 จาก 6 คน" in answer.content.decode()


def test_an_end_before_the_beginning_is_refused(here, asks):
    told = {"subject": "ชี้แจง", "words": "เรื่อง", "unit": here.units["กองคลัง"].pk, "audience": "all"}
    told |= {"day": "17 มีนาคม 2568", "begins": "15.00", "ends": "13.30", "place": "ห้องประชุม"}
    answer = asks().post(reverse("new-briefing"), told)
    assert answer.status_code == 400
    assert "เวลาเลิกอยู่ก่อนเวลาเริ่ม" in answer.content.decode()


def test_it_is_called_off_and_dropped_by_its_pages(here, asks, called, acting):
    with here.speaks():
        briefing = called()
        told = {"subject": "ร่าง", "words": "", "unit": here.units["กองคลัง"], "day": TODAY, "place": "ห้อง"}
        draft = services.add_briefing(acting=acting(), agency=here.agency.pk, told=told)
    client = asks()
    client.post(reverse("briefing-call-off", args=[briefing.pk]), {"because": "ฝนตกหนัก"})
    client.post(reverse("briefing-drop", args=[draft.pk]))
    with here.speaks():
        (left,) = Briefing.objects.all()
        assert (left.pk, left.state, left.off_because) == (briefing.pk, BriefingState.OFF, "ฝนตกหนัก")
