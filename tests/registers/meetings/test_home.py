"""The home page tells which minutes wait to be adopted, or for their signed copy."""

from __future__ import annotations

from datetime import date

from prongsai.platform.files.services import attach_files
from prongsai.registers.meetings.file_holders import SIGNED_MINUTES
from prongsai.registers.meetings.home_sources import MinutesWaiting
from prongsai.registers.meetings.models import Meeting, MeetingGroup, MeetingState

DAY = date(2025, 3, 17)


def words(units: frozenset[int] | None = None) -> list[str]:
    return [line.words for line in MinutesWaiting().lines(DAY, units=units)]


def test_a_meeting_that_was_called_waits_for_nothing(here, called):
    with here.speaks():
        assert words() == []


def test_of_one_that_was_held_the_minutes_wait_to_be_adopted(here, held):
    with here.speaks():
        (line,) = MinutesWaiting().lines(DAY)
        assert line.words == "รายงานการประชุมที่รอรับรอง 1 ครั้ง"
        assert line.url_name == "meetings"


def test_adopted_minutes_wait_for_their_signed_copy_until_it_is_here(here, held, scan):
    with here.speaks():
        Meeting.objects.filter(pk=held.pk).update(state=MeetingState.ADOPTED)
        assert words() == ["รายงานการประชุมที่รับรองแล้ว รอสำเนาที่ลงนาม 1 ครั้ง"]
        attach_files(acting="test", agency=here.agency.pk, holder=SIGNED_MINUTES.key, thing=held.pk, files=scan)
        assert words() == []


def test_a_closed_circle_is_not_told_of(here, held):
    with here.speaks():
        MeetingGroup.objects.filter(pk=held.group_id).update(is_closed_circle=True)
        assert words() == []


def test_a_head_is_told_of_the_own_unit_alone(here, held):
    with here.speaks():
        assert len(words(frozenset({held.group.unit_id}))) == 1
        assert words(frozenset({-1})) == []
