"""The register of meetings as a workbook: out as it is found, in from an older one, whole or not at all."""

from __future__ import annotations

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import ImportedMeetings, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.register_sheet import MeetingRow
from prongsai.registers.meetings.services.register_importing import remove_old_registers
from working_group import NAME, called_meeting, decided, group_of, secretary

HEAD = "คณะ,ครั้งที่,วันประชุม,เวลาเริ่ม,เวลาเลิก,สถานที่,สถานะ,เหตุที่ประชุมก่อนวันของคำสั่ง\n"
GOOD = f"{NAME},1/2568,14 มกราคม 2568,9.30,11.45,ห้องประชุม,ประชุมแล้ว,\n"


def sends(client, content: str | bytes, name: str = "ทะเบียน.csv"):
    data = content.encode() if isinstance(content, str) else content
    return client.post(reverse("meetings-import"), {"file": SimpleUploadedFile(name, data)})


def page(client, address: str) -> str:
    return client.get(address).content.decode()


def takes_out(client, **asked: str) -> bytes:
    return client.post(reverse("meetings-export", query=asked)).content


def rows_of(content: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def test_an_older_register_becomes_meetings_held_and_called(here, asks, group):
    client = asks()
    text = HEAD + GOOD + f"{NAME},๒,๒๐/๓/๒๕๖๘,13:30,,,เรียกประชุมแล้ว,\n"
    review = sends(client, text).url
    assert "การประชุมใหม่ 2 ครั้ง" in page(client, review)
    with here.speaks():
        assert not Meeting.objects.exists()
    assert client.post(review, {}).status_code == 302
    with here.speaks():
        held, called = Meeting.objects.order_by("day")
        assert (held.number_words, held.day, held.state) == ("1/2568", date(2025, 1, 14), MeetingState.HELD)
        assert (held.starts, held.ends, held.place) == (time(9, 30), time(11, 45), "ห้องประชุม")
        assert (called.number_words, called.state, called.starts) == ("2/2568", MeetingState.CALLED, time(13, 30))
        assert held.is_backdated
        assert held.items.count() == 5
        assert held.attendances.count() == 3
        assert not ImportedMeetings.objects.exists()
    assert client.get(review).status_code == 404
    assert "1/2568" in client.get(reverse("meetings"), {"q": "คณะทำงาน ห้องประชุม"}).content.decode()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        (",2,14 มีนาคม 2568,,,,,", "REQUIRED"),
        (f"{NAME},,14 มีนาคม 2568,,,,,", "REQUIRED"),
        (f"{NAME},2,,,,,,", "REQUIRED"),
        ("คณะที่ไม่มี,2,14 มีนาคม 2568,,,,,", "GROUP"),
        (f"{NAME},ที่สอง,14 มีนาคม 2568,,,,,", "NUMBER"),
        (f"{NAME},2/2567,14 มีนาคม 2568,,,,,", "YEAR"),
        (f"{NAME},2,กลางเดือน,,,,,", "DATE"),
        (f"{NAME},2,14 มีนาคม 2568,เช้า,,,,", "TIME"),
        (f"{NAME},2,14 มีนาคม 2568,11.45,9.30,,,", "TIME"),
        (f"{NAME},2,20 มีนาคม 2568,,,,ประชุมแล้ว,", "FUTURE"),
        (f"{NAME},2/2567,1 ตุลาคม 2567,,,,ประชุมแล้ว,", "ORDER"),
    ],
)
def test_a_row_that_cannot_be_taken_keeps_all_out_with_row_and_rule(here, asks, group, line, rule):
    client = asks()
    review = sends(client, HEAD + GOOD + line + "\n").url
    shown = page(client, review)
    assert rule in shown
    assert shown.index("บรรทัด 3") < shown.index("บรรทัด 2")
    assert "รับทั้งหมด</" not in shown
    assert client.post(review, {"looked": "on"}).status_code == 409
    with here.speaks():
        assert not Meeting.objects.exists()


def test_a_number_that_another_day_has_is_told(here, asks, called):
    client = asks()
    line = f"{NAME},{called.number_words},11 มีนาคม 2568,,,,ประชุมแล้ว,\n"
    shown = page(client, sends(client, HEAD + line).url)
    assert "TAKEN" in shown
    assert "๑๐ มีนาคม ๒๕๖๘" in shown


def test_one_number_on_two_days_of_a_list_is_told_and_a_line_twice_comes_in_once(here, asks, group):
    client = asks()
    shown = page(client, sends(client, HEAD + GOOD + GOOD.replace("14 มกราคม", "15 มกราคม")).url)
    assert "TAKEN" in shown
    assert shown.index("บรรทัด 3") < shown.index("บรรทัด 2")
    assert client.post(sends(client, HEAD + GOOD + GOOD).url, {}).status_code == 302
    with here.speaks():
        assert Meeting.objects.count() == 1


def test_a_meeting_before_its_order_comes_in_with_its_reason(here, asks, group):
    client = asks()
    line = f"{NAME},5/2567,1 ตุลาคม 2567,,,,ประชุมแล้ว,ประชุมเตรียมการก่อนลงนาม\n"
    assert client.post(sends(client, HEAD + line).url, {}).status_code == 302
    with here.speaks():
        assert Meeting.objects.get().backdated_because == "ประชุมเตรียมการก่อนลงนาม"


@pytest.mark.parametrize(
    ("state", "rule", "becomes"),
    [
        ("รับรองรายงานการประชุมแล้ว", "ADOPTED", MeetingState.HELD),
        ("เสร็จสิ้น", "WORD", MeetingState.CALLED),
        ("", "WORD", MeetingState.CALLED),
    ],
)
def test_how_far_a_meeting_has_come_is_never_guessed(here, asks, group, state, rule, becomes):
    client = asks()
    review = sends(client, HEAD + f"{NAME},2,14 มีนาคม 2568,,,,{state},\n").url
    assert rule in page(client, review)
    assert client.post(review, {}).status_code == 400
    assert client.post(review, {"looked": "on"}).status_code == 302
    with here.speaks():
        assert Meeting.objects.get().state == becomes


def test_a_list_without_a_column_of_states_says_so_without_an_empty_heading(here, asks, group):
    shown = page(asks(), sends(asks(), f"คณะ,ครั้งที่,วันประชุม\n{NAME},2,14 มีนาคม 2568\n").url)
    assert "ไม่ได้ระบุว่าประชุมแล้ว" in shown
    assert ": ไม่ได้ระบุว่าประชุมแล้ว" not in shown


@pytest.mark.parametrize(
    ("text", "status"), [("ชื่อ,สกุล\nก,ข\n", 422), (HEAD, 422), ("", 422), (HEAD + GOOD * 201, 413)],
    ids=["others", "none", "empty", "many"],
)  # fmt: skip
def test_a_file_without_meetings_or_with_too_many_is_refused(here, asks, group, text, status):
    assert sends(asks(), text).status_code == status
    with here.speaks():
        assert not ImportedMeetings.objects.exists()


def test_what_was_taken_out_reads_back_and_adds_nothing_twice(here, asks, group, held):
    with here.speaks():
        decided(here, held)
        off = called_meeting(here, group, number=3, day=date(2025, 3, 28))
        services.cancel_meeting(acting=secretary(here), meeting=off, because="ติดราชการ")
    client = asks()
    content = takes_out(client)
    rows = rows_of(content)
    assert rows[0][:3] == ["คณะ", "ครั้งที่", "วันประชุม"]
    assert rows[2][:9] == [NAME, "2/2568", "10 มีนาคม 2568", "9.30", "11.45", "ห้องประชุม", "ประชุมแล้ว", "", 1]
    review = sends(client, content, "ทะเบียน.xlsx").url
    shown = page(client, review)
    assert "ไม่เพิ่มซ้ำ 1 ครั้ง" in shown
    assert "ไม่นำเข้า 1 ครั้ง" in shown
    with here.speaks():
        another = group_of(here, None, "คณะอื่น")
        Meeting.objects.filter(pk=held.pk).update(group=another)
    assert client.post(sends(client, content, "ทะเบียน.xlsx").url, {}).status_code == 302
    with here.speaks():
        again = Meeting.objects.get(group=group, number=2)
        assert (again.day, again.starts, again.ends, again.place) == (held.day, held.starts, held.ends, held.place)
        assert again.state == MeetingState.HELD


def test_the_workbook_holds_what_was_looked_for_and_no_formula(here, asks, group, held):
    with here.speaks():
        called_meeting(here, group, number=3, day=date(2025, 3, 28), place="=1+1")
    client = asks(Role.AUDITOR)
    assert [row[5] for row in rows_of(takes_out(client, state="called"))[1:]] == ["=1+1"]
    assert len(rows_of(takes_out(client, q="ไม่มีคำนี้"))) == 1


def test_a_closed_circle_is_in_no_strangers_workbook_or_review(here, asks, group):
    with here.speaks():
        closed = group_of(here, None, "คณะปกปิด", is_closed_circle=True)
        called_meeting(here, closed)
    keeper = asks()
    assert "คณะปกปิด" in str(rows_of(takes_out(keeper)))
    assert "คณะปกปิด" not in str(rows_of(takes_out(asks(Role.AUDITOR))))
    review = sends(keeper, HEAD + GOOD.replace(NAME, "คณะปกปิด")).url
    assert keeper.get(review).status_code == 200
    assert asks(Role.OFFICER).get(review).status_code == 404


def test_the_workbook_to_fill_in_is_read(here, asks, group):
    client = asks()
    content = client.get(reverse("meetings-template")).content
    assert CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names == ["ทะเบียนการประชุม", "คำอธิบาย"]
    shown = page(client, sends(client, content, "แบบ.xlsx").url)
    assert "ไม่มีชื่อคณะ" in shown


def test_who_does_not_keep_the_papers_takes_nothing_in(here, there, asks, group):
    officer = asks(Role.OFFICER)
    assert "GROUP" in page(officer, sends(officer, HEAD + GOOD).url)
    review = sends(asks(), HEAD + GOOD).url
    assert officer.post(review, {}).status_code == 409
    assert asks(Role.COORDINATOR, there).get(review).status_code == 404
    with here.speaks():
        assert not Meeting.objects.exists()


def test_a_group_that_ended_meanwhile_keeps_all_out(here, asks, group):
    client = asks()
    review = sends(client, HEAD + GOOD).url
    with here.speaks():
        MeetingGroup.objects.filter(pk=group.pk).update(ended=date(2025, 3, 1))
    assert client.post(review, {}).status_code == 409
    with here.speaks():
        assert not Meeting.objects.exists()


def test_an_import_is_dropped_or_goes_by_itself_after_a_week(here, asks, group):
    client = asks()
    review = sends(client, HEAD + GOOD).url
    client.post(review, {"drop": "1"})
    assert client.get(review).status_code == 404
    sends(client, HEAD + GOOD)
    with here.speaks():
        assert remove_old_registers(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_registers(timezone.now() + timedelta(days=8)) == 1


def test_a_row_survives_its_time_as_plain_data():
    row = MeetingRow("บรรทัด 2", name=NAME, group=4, number=2, day=date(2025, 3, 10), starts=time(9, 30),
                     doubts=(("YEAR", "ก", "ข"),))  # fmt: skip
    assert MeetingRow.of_json(row.as_json()) == row
    assert MeetingRow.of_json(MeetingRow("บรรทัด 3").as_json()).day is None
