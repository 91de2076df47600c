"""What is printed and copied."""

from __future__ import annotations

from datetime import date, time
from io import BytesIO

import docx
import pypdfium2
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from prongsai.ita.thai import to_arabic
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.registers.circulars import services
from prongsai.registers.circulars.file_holders import CIRCULAR_FILE
from prongsai.registers.circulars.models import Audience
from prongsai.registers.circulars.outputs import line_text_of, line_text_of_briefing

TODAY = date(2025, 3, 17)


def words_of_word(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    head = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    return to_arabic("\n".join([*head, *(paragraph.text for paragraph in document.paragraphs), *cells]))


def printed(client, name: str, thing: int, output: str) -> bytes:
    answer = client.get(reverse(name, args=[thing, output]))
    assert answer.status_code == 200
    return answer.content


@pytest.mark.parametrize("output", ["memo", "list", "done"])
def test_papers_of_a_circular_come_as_pdf(here, sent, asks, output):
    with here.speaks():
        circular = sent()
    with pypdfium2.PdfDocument(printed(asks(), "circular-output", circular.pk, output)) as document:
        assert len(document) == 1


def test_the_memo_says_what_was_written_and_leaves_number_and_day_open(here, sent, asks):
    with here.speaks():
        circular = sent()
        told = {"agency": here.agency.pk, "holder": CIRCULAR_FILE.key, "thing": circular.pk}
        attach_files(acting="test", files=[made_here(b"x", "แนวทาง.txt", Kind.TXT)], **told)
    words = words_of_word(printed(asks(), "circular-output", circular.pk, "memo-word"))
    for part in ("บุคลากรทุกคน", "คืนภายในกำหนด", "ภายในวันที่ 21 มีนาคม 2568", "สิ่งที่ส่งมาด้วย แนวทาง", "ร่าง"):
        assert part in words
    assert "เลขที่หนังสือ" in words  # what asks for the number


def test_a_signed_memo_is_no_draft_any_more(here, sent, acting, asks, scan):
    with here.speaks():
        circular = sent()
        told = {"number": "ตย 71001/15", "day": TODAY, "signer": here.people[Role.EXECUTIVE], "scan": scan}
        services.record_paper(acting=acting(), circular=circular, **told)
    words = words_of_word(printed(asks(), "circular-output", circular.pk, "memo-word"))
    assert "ร่าง" not in words
    assert "ตย 71001/15" in words
    assert "นายประสงค์" in words


@pytest.mark.parametrize(
    ("audience", "to"),
    [
        ({"audience": Audience.HEADS}, "หัวหน้าส่วนราชการทุกส่วน"),
        ({"audience": Audience.UNITS}, "บุคลากรสำนักปลัด"),
        ({"audience": Audience.PEOPLE}, "ผู้มีรายชื่อแนบท้าย"),
    ],
    ids=["heads", "units", "people"],
)
def test_the_memo_says_to_whom(here, drafted, asks, audience, to):
    with here.speaks():
        circular = drafted(**audience, audience_units=[here.units["สำนักปลัด"].pk])
    assert to in words_of_word(printed(asks(), "circular-output", circular.pk, "memo-word"))


def test_an_empty_list_says_of_nobody_that_they_acknowledged(here, sent, acting, asks):
    with here.speaks():
        circular = sent()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
    empty = words_of_word(printed(asks(), "circular-output", circular.pk, "list-word"))
    done = words_of_word(printed(asks(), "circular-output", circular.pk, "done-word"))
    assert "นางสาวสุดา" in empty
    assert "รับทราบในระบบ" not in empty
    assert done.count("รับทราบในระบบ") == 1
    assert "ผู้รับ 6 คน รับทราบแล้ว 1 คน" in done


def test_the_attendance_sheet_has_names_and_lines_for_others(here, called, acting, asks, scan):
    with here.speaks():
        briefing = called(speakers="ผู้อำนวยการกองคลัง")
    before = words_of_word(printed(asks(), "briefing-output", briefing.pk, "sheet-word"))
    assert "วันที่ 17 มีนาคม 2568 เวลา 13.30 น. ณ ห้องประชุมสภา" in before
    assert "ผู้เข้าร่วมอื่น" in before
    with here.speaks():
        came = list(briefing.attendees.all()[:1])
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=3, scan=scan)
    after = words_of_word(printed(asks(), "briefing-output", briefing.pk, "sheet-word"))
    assert "ผู้ที่เชิญ 6 คน เข้าร่วม 1 คน ผู้เข้าร่วมอื่น 3 คน" in after
    with pypdfium2.PdfDocument(printed(asks(), "briefing-output", briefing.pk, "sheet")) as document:
        assert len(document) == 1


@pytest.mark.parametrize("output", ["poster", "memo-odt", "list-odt"])
def test_there_is_no_other_output(here, sent, asks, output):
    with here.speaks():
        circular = sent()
    assert asks().get(reverse("circular-output", args=[circular.pk, output])).status_code == 404


def test_the_text_for_the_line_group_says_what_by_when_and_where_to_open_it(here, sent):
    with here.speaks():
        circular = sent()
        assert line_text_of(circular, here.agency) == (
            "แจ้งเวียน: แนวทางการยืมและคืนทรัพย์สินของราชการ\nให้ผู้ยืมเขียนใบยืมทุกครั้ง\nคืนภายในกำหนด\n"
            "ครบกำหนด: วันศุกร์ที่ 21 มีนาคม 2568\n"
            f"เปิดดู: http://nongkrachang.example/office/circulars/{circular.pk}/"
        )


def test_the_text_that_calls_says_when_and_where(here, called):
    with here.speaks():
        text = line_text_of_briefing(called(ends=time(15, 0)), here.agency)
        assert "1. วันที่ 17 มีนาคม 2568 เวลา 13.30-15.00 น." in text
        assert "2. สถานที่ ห้องประชุมสภา" in text


def test_the_registers_come_as_workbooks_without_names(here, sent, called, acting, asks, scan):
    with here.speaks():
        circular, briefing = sent(subject="=1+1 เรื่อง"), called()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        came = list(briefing.attendees.all()[:1])
        services.record_attendance(acting=acting(), briefing=briefing, came=came, guests=0, scan=scan)
    for name, expected in (("circulars-export", ("=1+1 เรื่อง", 6, 1)), ("briefings-export", ("ห้องประชุมสภา", 6, 1))):
        content = asks(Role.AUDITOR).post(reverse(name)).content
        rows = list(load_workbook(BytesIO(content)).active.iter_rows(values_only=True))
        told = [value for value in rows[1] if value is not None]
        assert all(value in told for value in expected)
        assert not any("ตัวอย่างพร" in str(value) for row in rows for value in row)
