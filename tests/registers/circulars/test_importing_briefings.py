"""An old register of briefings is read, looked through, and taken in by the flow of circulars: counts, no names."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from log_of_deeds import lines_of
from photographs import photograph
from prongsai.ita.reading.row_lists import read_rows
from prongsai.ita.thai import Refused, format_date
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.waiting_lists import keep_list
from prongsai.platform.notices.calendars import calendars
from prongsai.platform.notices.models import Copy
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.hand_over import KeptLists
from prongsai.registers.circulars.models import Attendee, Briefing, BriefingState, Circular, ImportedCirculars, ListKind
from prongsai.registers.circulars.reading import RegisterRow, read_register
from prongsai.registers.circulars.services.counting import came_to, came_to_all, sentence_of_briefing
from prongsai.registers.circulars.services.importing import new_ones
from prongsai.registers.circulars.sheet import (
    BRIEFINGS_READ_AGAIN,
    READ_AGAIN,
    briefings_workbook,
    template_workbook,
)
from prongsai.registers.circulars.task_sources import CircularTasks

TODAY = date(2025, 3, 17)
WHOLE = ("15 ม.ค. 2568", "13.30-15.00", "แผนใช้จ่ายงบประมาณ", "ห้องประชุมสภา", "ผู้อำนวยการกองคลัง", "กองคลัง", 44, 40, 2)
CIRCULAR = ("ตย 71001/15", "2 ธันวาคม 2567", "3 ธันวาคม 2567", "งดรับของขวัญ", "กองคลัง", 44, 40)
STATED = (*BRIEFINGS_READ_AGAIN, ("สถานะ", 14))


def read(*rows, columns=BRIEFINGS_READ_AGAIN) -> list[RegisterRow]:
    return again(write_row_sheet("ทะเบียน", columns, rows))


def again(content: bytes) -> list[RegisterRow]:
    return read_register(read_rows(content, "ทะเบียน.xlsx"), TODAY, ListKind.BRIEFINGS)


def but(changed: dict[int, object]):
    return [changed.get(n, value) for n, value in enumerate(WHOLE)]


def rules(row: RegisterRow) -> list[str]:
    return [fault[0] for fault in row.faults]


def test_a_line_is_read_with_day_hours_place_and_counts():
    (row,) = read(WHOLE)
    assert (row.subject, row.day, row.begins, row.ends) == (WHOLE[2], date(2025, 1, 15), time(13, 30), time(15))
    assert (row.venue, row.speakers, row.unit) == ("ห้องประชุมสภา", "ผู้อำนวยการกองคลัง", "กองคลัง")
    assert (row.asked, row.done, row.guests) == (44, 40, 2)
    assert (row.faults, row.doubts) == ((), ())


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("๑๓.๓๐ น.", (time(13, 30), None)),
        ("เวลา 09:00 น. ถึง 12:00 น.", (time(9), time(12))),
        ("9.00 – 12.00 น.", (time(9), time(12))),
        ("13.30 น. เป็นต้นไป", (time(13, 30), None)),
        ("", (None, None)),
    ],
)
def test_hours_are_read_as_offices_write_them(written, hours):
    (row,) = read(but({1: written}))
    assert ((row.begins, row.ends), row.faults) == (hours, ())


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({2: ""}, "REQUIRED"),
        ({0: ""}, "REQUIRED"),
        ({6: ""}, "REQUIRED"),
        ({6: 0, 7: 0}, "REQUIRED"),
        ({7: ""}, "REQUIRED"),
        ({0: "31 กุมภาพันธ์ 2567"}, "DATE"),
        ({0: "20 มีนาคม 2568"}, "FUTURE"),
        ({7: 45}, "RANGE"),
        ({8: 5_001}, "RANGE"),
        ({6: 999_999}, "RANGE"),
        ({7: "สี่สิบ"}, "NUMBER"),
        ({1: "บ่าย"}, "TIME"),
        ({1: "15.00-13.30"}, "RANGE"),
        ({2: "=1+1"}, "FORMULA"),
    ],
    ids=[
        "subject", "day", "asked", "nobody asked", "came", "no such day", "to come", "more than asked",
        "too many others", "too many", "words", "no hour", "ends first", "formula",
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_read_says_by_which_rule(changed, rule):
    (row,) = read(but(changed))
    assert rules(row) == [rule]
    assert "บรรทัด 2" in row.place


def test_a_briefing_to_which_nobody_came_who_was_asked_is_told_so():
    (row,) = read(but({7: 0}))
    assert (row.done, row.faults) == (0, ())


def test_a_year_of_two_digits_is_doubtful():
    (row,) = read(but({0: "15 ม.ค. 68"}))
    assert (row.day, [doubt[0] for doubt in row.doubts]) == (date(2025, 1, 15), ["YEAR"])


@pytest.mark.parametrize("state", ["งดจัด", "ยกเลิกการประชุม", "เลื่อน", "เชิญแล้ว"])
def test_what_was_not_held_is_doubtful_and_not_taken_in(here, state):
    (row,) = read((*but({0: "20 มีนาคม 2568", 7: ""}), state), columns=STATED)
    assert (row.stands, rules(row), [doubt[0] for doubt in row.doubts]) == (False, [], ["STATE"])
    with here.speaks():
        assert new_ones([row], ListKind.BRIEFINGS) == []


def test_each_page_takes_only_its_own_kind_of_list():
    content = write_row_sheet("ก", READ_AGAIN, [CIRCULAR])
    with pytest.raises(Refused) as refused:
        again(content)
    assert refused.value.rule == "COLUMNS"
    with pytest.raises(Refused) as refused:
        read_register(read_rows(write_row_sheet("ก", STATED, [WHOLE]), "ก.xlsx"), TODAY, ListKind.CIRCULARS)
    assert refused.value.rule == "COLUMNS"


@given(
    day=st.dates(date(2015, 1, 1), TODAY),
    hours=st.lists(st.times().map(lambda at: at.replace(second=0, microsecond=0)), max_size=2, unique=True).map(sorted),
    asked=st.integers(1, 500),
    share=st.integers(0, 100),
    guests=st.integers(0, 5_000),
)
def test_what_is_written_is_read_again(day, hours, asked, share, guests):
    came, written = asked * share // 100, "-".join(f"{at:%H.%M}" for at in hours)
    (row,) = read((format_date(day, digits="arabic"), written, "เรื่อง", "", "", "", asked, came, guests))
    assert [row.begins, row.ends] == [*hours, None, None][:2]
    assert (row.day, row.asked, row.done, row.guests, row.faults) == (day, asked, came, guests, ())
    assert RegisterRow.of_json(row.as_json()) == row


def test_the_template_is_read_without_a_fault():
    (row,) = again(template_workbook(ListKind.BRIEFINGS))
    assert (row.faults, row.doubts) == ((), ())


@pytest.fixture
def kept(here, acting):
    """Lines that wait for review."""

    def keep(*rows: RegisterRow) -> ImportedCirculars:
        told = {"agency": here.agency.pk, "file_name": "ทะเบียน.xlsx", "kind": ListKind.BRIEFINGS}
        return keep_list(ImportedCirculars, acting=acting(), rows=rows, **told)

    return keep


@pytest.fixture
def taken(here, acting, kept):
    """Briefings taken in from lines. Called while the office speaks."""

    def take(*lines) -> list[Briefing]:
        return services.accept_import(acting=acting(), waiting=kept(*read(*lines)), unit=here.units["สำนักปลัด"])

    return take


def test_what_is_taken_out_is_all_known_when_it_is_read_again(here, called, taken, acting, scan):
    with here.speaks():
        taken(WHOLE, but({1: "", 2: "ชี้แจงปี ๒๕๖๘", 3: ""}))
        held = called(subject="ชี้แจง ครั้งที่ ๑", ends=time(15))
        came = list(held.attendees.all()[:2])
        services.record_attendance(acting=acting(), briefing=held, came=came, guests=0, scan=scan)
        services.call_off(acting=acting(), briefing=called(subject="งดแล้ว"), because="ฝนตก")
        called(subject="ยังไม่ถึงวัน", day=TODAY + timedelta(days=9))
        rows = list(Briefing.objects.select_related("unit"))
        counts = came_to_all(rows)
        read_again = again(briefings_workbook([(row, *counts[row.pk]) for row in rows]))
        assert len(read_again) == 5
        assert not any(row.faults for row in read_again)
        assert {row.key for row in read_again} == {RegisterRow("", row.day, row.subject).key for row in rows}
        assert new_ones(read_again, ListKind.BRIEFINGS) == []


def test_an_office_that_starts_anew_takes_in_what_was_taken_out(here, taken):
    with here.speaks():
        (first,) = taken(WHOLE)
        content = briefings_workbook([(first, *came_to(first))])
        Briefing.objects.all().delete()
        (row,) = new_ones(again(content), ListKind.BRIEFINGS)
    assert (row.subject, row.day, row.begins, row.ends, row.venue) == (
        first.subject, first.day, first.begins, first.ends, first.place
    )  # fmt: skip
    assert (row.speakers, row.unit, row.asked, row.done, row.guests) == ("ผู้อำนวยการกองคลัง", "กองคลัง", 44, 40, 2)


def test_all_lines_are_taken_in_with_counts_and_without_names(here, taken):
    with here.speaks():
        numbers = [one.pk for one in taken(WHOLE, but({2: "เรื่องที่สอง", 5: "ไม่รู้จัก"}))]
        first, second = (Briefing.objects.get(pk=number) for number in numbers)
        assert (first.unit, second.unit) == (here.units["กองคลัง"], here.units["สำนักปลัด"])
        assert (first.is_from_register, first.is_held, first.is_backdated) == (True, True, True)
        assert (first.hours, first.place, first.guests) == ("13.30-15.00", "ห้องประชุมสภา", 2)
        assert came_to(first) == (44, 40)
        assert not Attendee.objects.exists()
        assert not ImportedCirculars.objects.exists()
        assert not Circular.objects.exists()
        line = lines_of(here)[-1]
        assert (line.action, line.figures) == ("circulars.briefings_imported", '{"briefings":2}')


def test_the_sentence_says_that_the_old_register_counts(here, taken):
    with here.speaks():
        whole, bare = taken(WHOLE, but({2: "ไม่มีสถานที่", 3: "", 8: ""}))
        assert sentence_of_briefing(whole, *came_to(whole)) == (
            "จัดประชุมชี้แจงเรื่อง แผนใช้จ่ายงบประมาณ เมื่อวันที่ 15 มกราคม 2568 ณ ห้องประชุมสภา ผู้เข้าร่วม 40 คน จากผู้ที่เชิญ 44 คน "
            "และผู้เข้าร่วมอื่น 2 คน (จำนวนตามทะเบียนเดิม)"
        )
        assert "2568 ผู้เข้าร่วม 40 คน จากผู้ที่เชิญ 44 คน (จำนวนตามทะเบียนเดิม)" in sentence_of_briefing(bare, *came_to(bare))


def test_nobody_is_asked_and_nobody_owes_anything(here, taken, acting):
    with here.speaks():
        (briefing,) = taken(WHOLE)
        assert not Copy.objects.exists()
        assert list(CircularTasks().open_tasks(TODAY)) == []
        assert list(KeptLists().open_things(briefing.convener_id)) == []
        assert list(calendars.entries_of(acting(), date(2025, 1, 1), TODAY)) == []


def test_a_circular_of_an_old_register_is_not_handed_over_as_unanswered(here, acting):
    with here.speaks():
        content = write_row_sheet("ก", READ_AGAIN, [CIRCULAR])
        rows = read_register(read_rows(content, "ก.xlsx"), TODAY, ListKind.CIRCULARS)
        waiting = keep_list(ImportedCirculars, acting=acting(), agency=here.agency.pk, file_name="ก.xlsx", rows=rows)
        (circular,) = services.accept_import(acting=acting(), waiting=waiting, unit=here.units["กองคลัง"])
        assert list(KeptLists().open_things(circular.sender_id)) == []


def test_its_attendance_is_changed_by_nobody(here, taken, acting, asks, scan):
    with here.speaks():
        (briefing,) = taken(WHOLE)
        with pytest.raises(Conflict):
            services.record_attendance(acting=acting(), briefing=briefing, came=[], guests=9, scan=scan)
        with pytest.raises(Conflict):
            services.call_off(acting=acting(), briefing=briefing, because="ไม่จัด")
        with pytest.raises(Conflict):
            services.save_briefing(acting=acting(), briefing=briefing, told={"guests": 9})
    client = asks()
    for name, sent in (("attendance", {"guests": "9", "scan": photograph()}), ("call-off", {"because": "ก"})):
        address = reverse(f"briefing-{name}", args=[briefing.pk])
        assert (client.get(address).status_code, client.post(address, sent).status_code) == (409, 409)
    assert client.get(reverse("briefing-output", args=[briefing.pk, "sheet"])).status_code == 409
    with here.speaks():
        now = Briefing.objects.get()
        assert (now.state, now.guests, came_to(now)) == (BriefingState.HELD, 2, (44, 40))


def test_the_database_takes_no_more_who_came_than_were_asked(here, taken):
    with here.speaks():
        (briefing,) = taken(WHOLE)
        with pytest.raises(IntegrityError), transaction.atomic():
            Briefing.objects.filter(pk=briefing.pk).update(register_done=45)


def test_with_a_fault_nothing_is_taken_in(here, taken):
    with here.speaks():
        with pytest.raises(Conflict):
            taken(WHOLE, but({2: ""}))
        assert not Briefing.objects.exists()


def test_what_is_there_already_stays_as_it_is(here, taken):
    with here.speaks():
        taken(WHOLE)
        assert taken(WHOLE, but({7: 1})) == []
        assert came_to(Briefing.objects.get()) == (44, 40)


def test_it_goes_by_its_pages(here, asks):
    client = asks(Role.OFFICER)
    lines = [WHOLE, (*but({2: "งดไปแล้ว"}), "งดจัด")]
    file = SimpleUploadedFile("ทะเบียน.xlsx", write_row_sheet("ก", STATED, lines), Kind.XLSX.content_type)
    assert reverse("briefings-import") in client.get(reverse("briefings")).content.decode()
    review = client.post(reverse("briefings-import"), {"file": file}, follow=True)
    page, shown = review.redirect_chain[-1][0], review.content.decode()
    for part in ("แผนใช้จ่ายงบประมาณ", "13.30–15.00", "ห้องประชุมสภา · ผู้อำนวยการกองคลัง", "40 จาก 44", "จึงไม่นำเข้าบรรทัดนี้"):
        assert part in shown
    assert "มีในทะเบียนแล้ว" not in shown
    assert page in client.get(reverse("briefings-import")).content.decode()
    assert page not in client.get(reverse("circulars-import")).content.decode()
    answer = client.post(page, {"owner": here.units["สำนักปลัด"].pk, "looked": "on"}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("briefings")
    assert "นำเข้าการประชุมชี้แจงแล้ว 1 ครั้ง" in answer.content.decode()
    with here.speaks():
        briefing = Briefing.objects.get()
    told = client.get(briefing.get_absolute_url()).content.decode()
    assert "จำนวนตามทะเบียนเดิม" in told
    assert "40 จาก 44 คน" in told
    for name in ("briefing-attendance", "briefing-call-off"):
        assert reverse(name, args=[briefing.pk]) not in told
    assert reverse("briefing-output", args=[briefing.pk, "sheet"]) not in told


def test_a_file_is_dropped_and_the_template_saved(here, asks, kept):
    with here.speaks():
        waiting = kept(*read(WHOLE))
    client = asks()
    dropped = client.post(reverse("circulars-import-review", args=[waiting.pk]), {"drop": "1"})
    assert dropped.url == reverse("briefings")
    with here.speaks():
        assert not ImportedCirculars.objects.exists()
    (row,) = again(client.get(reverse("briefings-template")).content)
    assert row.subject.startswith("ตัวอย่าง")
