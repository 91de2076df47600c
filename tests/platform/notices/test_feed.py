"""A calendar reads one's days from a secret address: valid, folded rightly, and nobody else's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.notices.calendars import CalendarEntry, Calendars
from prongsai.platform.notices.feed import calendar_file, read_feed
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import Feed
from prongsai.platform.notices.services import follow_up, settle
from prongsai.platform.notices.services.wishes import make_feed, withdraw_feed

KIND = "example.count_listeners"
LONG = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส, ประจำปี; ๒๕๖๘ " * 4


@pytest.fixture
def token(post, here) -> str:
    return make_feed(acting=post.acting(), agency=here.agency)


def address(token: str, code: str = "nongkrachang") -> str:
    return f"/calendar/{code}/{token}.ics"


def events(token: str) -> dict[str, object]:
    answer = Client().get(address(token))
    assert answer.status_code == 200
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_the_days_of_notices_follow_ups_and_other_rooms_are_there(post, here, token, settings):
    settings.OWN_ADDRESS = "https://ita.example"
    post.tells("ส่งภาพถ่าย", words="สามภาพ", due=date(2025, 3, 20), link=Link("example-talks"))
    unit = here.people[Role.OFFICER].unit
    follow_up(kind=KIND, thing=1, due=date(2025, 3, 21), by="user:1", unit=unit, subject="จำนวนผู้เข้าร่วม")
    Talk.objects.create(agency=here.agency, village="บ้านโนนงาม", happened=date(2025, 3, 22), listeners=3)
    found = events(token)
    assert {name: event.decoded("DTSTART") for name, event in found.items()} == {
        "ส่งภาพถ่าย": date(2025, 3, 20),
        "จำนวนผู้เข้าร่วม": date(2025, 3, 21),
        "บ้านโนนงาม": date(2025, 3, 22),
    }
    assert found["ส่งภาพถ่าย"]["DESCRIPTION"] == "สามภาพ"
    assert found["ส่งภาพถ่าย"]["URL"] == "https://ita.example/office/example/"
    assert found["ส่งภาพถ่าย"].decoded("DTEND") == date(2025, 3, 21)


def test_what_is_done_and_what_is_others_is_not_there(post, here, token):
    post.tells("ของผู้ตรวจสอบ", to=Role.AUDITOR, due=date(2025, 3, 20))
    other = here.people[Role.AUDITOR]
    unit = other.unit
    follow_up(kind=KIND, thing=1, due=date(2025, 3, 21), by="user:1", person=other, subject="ของคนอื่น")
    follow_up(kind=KIND, thing=2, due=date(2025, 3, 21), by="user:1", unit=unit, subject="เสร็จแล้ว")
    follow_up(kind=KIND, thing=3, due=date(2025, 3, 21), by="user:1", unit=here.units["กองคลัง"], subject="ของกองคลัง")
    settle(kind=KIND, thing=2, by="user:1")
    assert events(token) == {}


def test_a_thing_told_of_twice_stands_once(post, here, token):
    told = {"kind": KIND, "thing": 1, "due": date(2025, 3, 21)}
    post.tells("ติดตามครั้งที่ 1: จำนวนผู้เข้าร่วม", **told)
    post.tells("ติดตามครั้งที่ 2: จำนวนผู้เข้าร่วม", **told)
    follow_up(**told, by="user:1", unit=here.people[Role.OFFICER].unit, subject="จำนวนผู้เข้าร่วม")
    assert list(events(token)) == ["จำนวนผู้เข้าร่วม"]


def test_of_a_sensitive_matter_only_the_day_is_told(post, here, token):
    post.tells(kind="example.sealed", due=date(2025, 3, 20), link=Link("example-talk", {"talk_id": 7}))
    (event,) = events(token).values()
    assert (event["SUMMARY"], event.decoded("DTSTART")) == ("มีเรื่องใหม่", date(2025, 3, 20))
    assert not {"URL", "DESCRIPTION", "LOCATION"} & set(event)


def test_long_thai_words_are_folded_and_come_back_whole(here):
    file = calendar_file([CalendarEntry("a:1", LONG, date(2025, 3, 20), words=f"{LONG}\nบรรทัดสอง")], here.agency, LONG)
    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert b"\n" not in file.replace(b"\r\n", b"")
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert event["SUMMARY"] == LONG.strip() or event["SUMMARY"] == LONG
    assert event["DESCRIPTION"] == f"{LONG}\nบรรทัดสอง"


def test_the_file_has_what_every_client_asks_for(here):
    start = datetime(2025, 3, 20, 6, 30, tzinfo=UTC)
    entries = [
        CalendarEntry("m:1", "ประชุม", start, start + timedelta(hours=2), place="ห้องประชุมชั้น 2"),
        CalendarEntry("m:2", "นัดหมาย", start),
        CalendarEntry("d:1", "ครบกำหนด", date(2025, 3, 20)),
    ]
    file = calendar_file(entries, here.agency, "วันครบกำหนด")
    assert file.startswith(b"BEGIN:VCALENDAR\r\n")
    assert file.endswith(b"END:VCALENDAR\r\n")
    calendar = Calendar.from_ical(file)
    assert (calendar["VERSION"], calendar["CALSCALE"], calendar["METHOD"]) == ("2.0", "GREGORIAN", "PUBLISH")
    assert calendar["X-WR-CALNAME"] == "วันครบกำหนด"
    meeting, appointment, due = calendar.walk("VEVENT")
    assert b"DTSTART:20250320T063000Z\r\nDTEND:20250320T083000Z" in file
    assert appointment.decoded("DTEND") - appointment.decoded("DTSTART") == timedelta(hours=1)
    assert b"DTSTART;VALUE=DATE:20250320\r\nDTEND;VALUE=DATE:20250321" in file
    assert (meeting["LOCATION"], due["TRANSP"]) == ("ห้องประชุมชั้น 2", "TRANSPARENT")
    assert len({event["UID"] for event in (meeting, appointment, due)}) == 3
    assert all("DTSTAMP" in event for event in (meeting, appointment, due))


def test_the_same_thing_keeps_its_name_so_that_calendars_move_it(here):
    days = (date(2025, 3, 20), date(2025, 3, 27))
    files = [calendar_file([CalendarEntry("a:1", "งาน", day)], here.agency, "") for day in days]
    first, second = ([event["UID"] for event in Calendar.from_ical(file).walk("VEVENT")] for file in files)
    assert first == second


class Breaking:
    key = "test.breaking"

    def entries(self, acting, since, until):
        raise KeyError


class Whole:
    key = "test.whole"

    def entries(self, acting, since, until):
        return [CalendarEntry("w:1", "งาน", since)]


def test_a_room_that_breaks_silences_nobody_else(post, here, token):
    file = read_feed(Feed.objects.get(), here.agency, Calendars([Breaking(), Whole()]))
    assert len(Calendar.from_ical(file).walk("VEVENT")) == 1


def test_a_source_is_named_once():
    with pytest.raises(ValueError, match=r"test\.whole"):
        Calendars([Whole(), Whole()])


def test_an_empty_calendar_is_a_calendar(token):
    assert events(token) == {}


def test_the_address_is_kept_as_a_hash_and_its_reading_is_noted(post, token):
    assert token not in str(Feed.objects.values().get())
    assert Feed.objects.get().last_read is None
    events(token)
    assert Feed.objects.get().last_read == post.clock.now() or Feed.objects.get().last_read is not None


def refusals(*tokens: str, code: str = "nongkrachang") -> set[tuple[int, bytes]]:
    return {(answer.status_code, answer.content) for answer in (Client().get(address(one, code)) for one in tokens)}


def test_a_wrong_an_ended_and_a_foreign_address_give_the_same_nothing(post, twins, token):
    here = twins[0]
    ended = token
    newer = make_feed(acting=post.acting(), agency=here.agency)
    assert refusals(ended, "x", "ก" * 20, "y" * 99) | refusals(newer, code="thachaemchan") | refusals(
        newer, code="nowhere"
    ) == {(404, Client().get("/nothing/").content)}
    assert Client().get(address(newer)).status_code == 200
    withdraw_feed(acting=post.acting())
    assert Client().get(address(newer)).status_code == 404


def test_the_address_of_an_account_that_was_switched_off_gives_nothing(post, token):
    User.objects.filter(pk=post.officer.pk).update(is_active=False)
    assert Client().get(address(token)).status_code == 404


def test_calendars_may_keep_it_and_no_one_between(token):
    answer = Client().get(address(token))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, max-age=3600"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    assert Client().post(address(token)).status_code == 405
