"""Taking in an older register: read, looked through, taken in whole or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.models import Role
from prongsai.registers.cases.models import Case, ImportedCases
from prongsai.registers.cases.older_register import read_older_register
from prongsai.registers.cases.services.importing import remove_old_imports

HEAD = ("เลขที่เดิม", "วันที่รับ", "ช่องทาง", "เรื่อง", "ผู้ยื่น", "โทรศัพท์", "วันที่เสร็จ", "ผล")
GOOD = ("45/2567", "3 ต.ค. 2567", "โทรศัพท์", "ไฟหน้าวัดดับ", "นายต้น ตัวอย่างไกล", "", "8 ต.ค. 2567", "เปลี่ยนหลอดแล้ว")
OPEN = ("46/2567", "๑๗ มีนาคม ๒๕๖๘", "ไลน์", "ขอตัดต้นไม้", "", "", "-", "")


def book(*rows) -> bytes:
    made, target = Workbook(), BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(target)
    return target.getvalue()


def send(client, content: bytes, office, name: str = "ทะเบียน.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("cases-import"), {"file": file, "unit": office.units["สำนักปลัด"].pk})


@pytest.fixture
def sent(here, asks):
    def to(*rows):
        client = asks()
        answer = send(client, book(HEAD, *rows), here)
        assert answer.status_code == 302, answer.context["form"].errors
        return client, answer.headers["Location"]

    return to


def test_rows_are_looked_through_and_become_cases_open_and_ended(here, sent):
    client, review = sent(GOOD, OPEN)
    assert "ไฟหน้าวัดดับ" in client.get(review).content.decode()
    assert client.post(review, {}).status_code == 302
    with here.speaks():
        ended, still_open = Case.objects.order_by("received_on")
        assert (ended.state, ended.closed_on, ended.result) == ("finished", date(2024, 10, 8), "เปลี่ยนหลอดแล้ว")
        assert (ended.channel, ended.is_backdated, ended.year) == ("telephone", True, 2567)
        assert (still_open.state, still_open.channel) == ("received", "line")
        assert Case.objects.saying("45/2567").get() == ended
        assert not ImportedCases.objects.exists()


def test_the_template_can_be_read_back(here, asks):
    client = asks()
    content = client.get(reverse("cases-template")).content
    assert send(client, content, here).status_code == 302


@pytest.mark.parametrize(
    ("cells", "rule"),
    [
        ({3: ""}, "REQUIRED"),
        ({1: ""}, "REQUIRED"),
        ({1: "30 ก.พ. 2567"}, "DATE"),
        ({1: "1 ม.ค. 2569"}, "FUTURE"),
        ({6: "1 ต.ค. 2567"}, "ORDER"),
        ({5: "12"}, "PHONE"),
        ({3: "ก" * 300}, "LENGTH"),
    ],
)
def test_a_row_with_a_fault_keeps_the_whole_list_out_and_names_place_and_rule(here, sent, cells, rule):
    bad = [cells.get(column, text) for column, text in enumerate(GOOD)]
    client, review = sent(OPEN, bad)
    page = client.get(review)
    assert page.context["blocked"][0].place == 3
    assert rule in [fault[0] for fault in page.context["blocked"][0].faults]
    assert client.post(review, {}).status_code == 409
    with here.speaks():
        assert not Case.objects.exists()


def test_what_is_in_doubt_has_to_be_looked_at(here, sent):
    client, review = sent((*GOOD[:2], "นกพิราบ", *GOOD[3:7], ""))
    rules = [doubt[0] for doubt in client.get(review).context["rows"][0].doubts]
    assert rules == ["CHANNEL", "RESULT"]
    assert client.post(review, {}).status_code == 400
    assert client.post(review, {"looked": "on"}).status_code == 302
    with here.speaks():
        assert "ไม่ได้บันทึกผล" in Case.objects.get().result


def test_a_list_taken_in_twice_or_with_a_row_twice_is_refused(sent):
    client, review = sent(GOOD)
    client.post(review, {})
    client, review = sent(GOOD)
    assert client.post(review, {}).status_code == 409
    client, review = sent(OPEN, OPEN)
    assert len(client.get(review).context["blocked"]) == 2


def test_a_file_is_dropped_and_taken_in_once(here, sent):
    client, review = sent(GOOD)
    assert client.post(review, {"drop": "1"}).status_code == 302
    assert client.get(review).status_code == 404
    with here.speaks():
        assert not Case.objects.exists()


@pytest.mark.parametrize("rows", [[("ก", "ข"), ("1", "2")], [HEAD]])
def test_a_file_without_heading_or_rows_is_refused_with_a_sentence(here, asks, rows):
    answer = send(asks(), book(*rows), here)
    assert answer.status_code == 422


def test_a_unit_that_is_not_ones_own_cannot_be_chosen(here, asks):
    file = SimpleUploadedFile("a.xlsx", book(HEAD, GOOD))
    answer = asks().post(reverse("cases-import"), {"file": file, "unit": here.units["กองคลัง"].pk})
    assert "unit" in answer.context["form"].errors


def test_a_waiting_list_of_another_unit_is_not_there(here, asks):
    with here.speaks():
        kept = ImportedCases.objects.create(
            agency=here.agency, unit=here.units["กองคลัง"], file_name="a.xlsx", found=[], made_by="user:1"
        )
    assert asks(Role.UNIT_HEAD).get(reverse("cases-import-review", args=[kept.pk])).status_code == 404


def test_an_import_nobody_looked_through_goes_after_a_week(here, sent):
    sent(GOOD)
    with here.speaks():
        now = datetime.now(UTC)
        assert remove_old_imports(now + timedelta(days=6)) == 0
        assert remove_old_imports(now + timedelta(days=8)) == 1


def test_a_register_that_was_taken_out_is_read_again(here, asks, received):
    with here.speaks():
        received(here, subject="ไฟส่องสว่างหน้าวัดดับ")
    content = asks().post(reverse("cases-export")).content
    (row,) = read_older_register(read_rows_limited(content, "ทะเบียน.xlsx"), date(2025, 3, 17))
    assert row.faults == ()
    assert (row.subject, row.received_on) == ("ไฟส่องสว่างหน้าวัดดับ", date(2025, 3, 17))
