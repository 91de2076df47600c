"""An older register is looked through and taken over as it stands: never as a decision made here."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.reading.row_lists import ListRow, RowList
from prongsai.ita.thai import Refused
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.waiting_lists import keep_list
from prongsai.platform.notices.models import Notice
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import ImportedSubmissions, Submission, SubmissionStep, TakenOver
from prongsai.registers.approvals.services.taking_over import accept_register, remove_old_registers
from prongsai.registers.approvals.sheet import (
    COLUMNS,
    OldEntry,
    read_register,
    submissions_workbook,
    taken_over_workbook,
    workbook_to_fill_in,
)

TODAY = date(2025, 3, 17)
GOOD = {
    "number": "ตย 71001/12", "day": "๒๐ ธันวาคม ๒๕๖๗", "subject": "ขออนุมัติจัดซื้อโคมไฟ", "sender": "กองช่าง",
    "receiver": "นายก อบต.", "decision": "อนุมัติ", "decision_number": "ตย 71001/15", "decided": "23 ธ.ค. 2567",
    "unit": "กองคลัง",
}  # fmt: skip


def table(*rows: dict[str, str]) -> bytes:
    heads = [(words[0], 20) for words in COLUMNS.values()]
    return write_row_sheet("ทะเบียน", heads, [[row.get(name, "") for name in COLUMNS] for row in rows])


def read(*rows: dict[str, str]) -> list[OldEntry]:
    return read_register(read_rows_limited(table(*rows), "ทะเบียน.xlsx"), TODAY)


def of_bytes(content: bytes) -> list[OldEntry]:
    return read_register(read_rows_limited(content, "ทะเบียน.xlsx"), TODAY)


@pytest.fixture
def taken(here, acting):
    """Take rows over. Called while the office speaks."""

    def take(*rows: OldEntry) -> list[TakenOver]:
        kept = keep_list(ImportedSubmissions, acting=acting(), agency=here.agency.pk, file_name="ก.xlsx", rows=rows)
        return accept_register(acting=acting(), waiting=kept, unit=here.units["สำนักปลัด"])

    return take


def test_a_line_is_read_with_thai_numerals_and_short_months():
    (row,) = read(GOOD)
    assert (row.day, row.decided, row.subject) == (date(2024, 12, 20), date(2024, 12, 23), GOOD["subject"])
    assert (row.faults, row.doubts, row.here) == ((), (), False)
    assert OldEntry.of_json(row.as_json()) == row


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ({"subject": ""}, "REQUIRED"), ({"day": ""}, "REQUIRED"), ({"day": "31 กุมภาพันธ์ 2567"}, "DATE"),
        ({"day": "29 ก.พ. 2566"}, "DATE"), ({"day": "30 เม.ย. 2568"}, "FUTURE"),
        ({"decided": "1 เม.ย. 2568"}, "FUTURE"),
        ({"decided": "19 ธ.ค. 2567"}, "ORDER"), ({"day": "๒๐ ธันวาคม ๙๙๙๙๙"}, "DATE"), ({"subject": "=1+1"}, "FORMULA"),
        ({"subject": "ก" * 301}, "LENGTH"),
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_read_is_named_by_its_rule(told, rule):
    (row,) = read(GOOD | told)
    assert rule in [fault[0] for fault in row.faults]


@pytest.mark.parametrize(
    ("told", "rule"), [({"decided": ""}, "DAY"), ({"decision": ""}, "WORD"), ({"day": "20 ธ.ค. 67"}, "YEAR")], ids=str
)
def test_what_is_doubtful_is_for_a_person_to_look_at(told, rule):
    (row,) = read(GOOD | told)
    assert (row.faults, [doubt[0] for doubt in row.doubts]) == ((), [rule])


def test_it_becomes_an_entry_and_never_a_submission_and_nobody_is_asked(here, taken):
    with here.speaks():
        (entry,) = taken(*read(GOOD))
        assert (entry.decision, entry.decision_number, entry.decided) == ("อนุมัติ", "ตย 71001/15", date(2024, 12, 23))
        assert (entry.unit, entry.entered) == (here.units["กองคลัง"], TODAY)
        assert not Submission.objects.exists()
        assert not SubmissionStep.objects.exists()
        assert not Notice.objects.exists()


def test_a_line_whose_unit_is_not_known_belongs_to_the_chosen_one(here, taken):
    with here.speaks():
        (entry,) = taken(*read(GOOD | {"unit": "กองที่ไม่มี"}))
        assert entry.unit == here.units["สำนักปลัด"]


def test_the_same_line_is_taken_over_once(here, taken):
    with here.speaks():
        assert len(taken(*read(GOOD, GOOD))) == 1
        assert taken(*read(GOOD)) == []
        assert len(taken(*read(GOOD | {"number": "ตย 71001/13"}))) == 1


def test_one_bad_line_keeps_the_whole_register_out(here, taken):
    with here.speaks():
        with pytest.raises(Conflict):
            taken(*read(GOOD, GOOD | {"day": ""}))
        assert not TakenOver.objects.exists()


def test_what_goes_out_is_read_back_without_a_loss(here, taken):
    with here.speaks():
        (entry,) = taken(*read(GOOD))
        (again,) = of_bytes(taken_over_workbook([entry]))
        (first,) = read(GOOD)
        assert {name: getattr(again, name) for name in GOOD} == {name: getattr(first, name) for name in GOOD}
        assert (again.faults, again.doubts, again.here) == ((), (), False)
        assert taken(again) == []


def test_submissions_of_this_system_are_recognised_when_they_come_back(here, acting, submitted, taken):
    with here.speaks():
        services.withdraw(acting=acting(), submission=submitted())
        (row,) = of_bytes(submissions_workbook(Submission.objects.all()))
        assert (row.here, row.subject, row.decision, row.faults) == (True, "ขออนุมัติจัดซื้อโคมไฟ", "ถอนคืนแล้ว", ())
        assert taken(row) == []


def test_the_workbook_to_fill_in_can_be_taken_over_as_it_is():
    (row,) = of_bytes(workbook_to_fill_in())
    assert (row.faults, row.doubts, row.decision) == ((), (), "อนุมัติ")


@pytest.mark.parametrize(
    ("content", "rule"), [(write_row_sheet("ก", [("ข", 9)], [("ค",)]), "COLUMNS"), (table(), "EMPTY")]
)
def test_a_file_that_is_no_register_is_refused(content, rule):
    with pytest.raises(Refused) as refused:
        of_bytes(content)
    assert refused.value.rule == rule


@given(st.lists(st.text(max_size=40), min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_whatever_stands_in_a_line_it_is_read_or_named_and_never_breaks(texts):
    head = ListRow(1, tuple(words[0] for words in COLUMNS.values()), "แผ่น")
    try:
        (row,) = read_register(RowList(((head, ListRow(2, tuple(texts), "แผ่น")),)), TODAY)
    except Refused as refused:
        assert refused.rule == "EMPTY"
    else:
        assert OldEntry.of_json(row.as_json()) == row
        assert row.faults or (row.subject and row.day and row.day <= TODAY)


def test_a_register_goes_through_review_and_shows_that_it_was_taken_over(here, asks):
    client = asks()
    file = SimpleUploadedFile("ทะเบียน.xlsx", table(GOOD, GOOD | {"subject": "เรื่องที่สอง", "decided": ""}))
    answer = client.post(reverse("approvals-older-import"), {"file": file})
    assert answer.status_code == 302
    page = client.get(answer["Location"])
    assert "ยังไม่มีวันที่พิจารณา" in page.content.decode()
    owner = {"owner": here.units["สำนักปลัด"].pk}
    assert client.post(answer["Location"], owner).status_code == 400
    assert client.post(answer["Location"], owner | {"looked": "on"}).status_code == 302
    page = client.get(reverse("approvals-older")).content.decode()
    assert page.count("นำเข้าจากทะเบียนเดิม") >= 2
    assert "เรื่องที่สอง" in page
    assert "เรื่องที่สอง" not in client.get(reverse("approvals")).content.decode()


def test_a_register_with_a_fault_offers_no_button_to_take_it(here, asks):
    client = asks()
    file = SimpleUploadedFile("ทะเบียน.xlsx", table(GOOD | {"day": "เมื่อวาน"}))
    address = client.post(reverse("approvals-older-import"), {"file": file})["Location"]
    page = client.get(address).content.decode()
    assert "นำเข้าทั้งหมด" not in page
    assert client.post(address, {"owner": here.units["สำนักปลัด"].pk}).status_code == 409
    assert client.post(address, {"drop": "1"}).status_code == 302
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [("", True), ("?q=โคมไฟ กองช่าง", True), ("?q=71001/15", True), ("?q=ไม่มีคำนี้", False), ("?year=2568", True),
     ("?year=2567", False), ("?year=x", True)],
)  # fmt: skip
def test_entries_are_found_however_they_are_typed(here, asks, taken, query, found):
    with here.speaks():
        taken(*read(GOOD))
    assert (GOOD["subject"] in asks(Role.AUDITOR).get(reverse("approvals-older") + query).content.decode()) is found


def test_no_text_of_a_register_becomes_a_formula(here, asks, taken):
    with here.speaks():
        (row,) = read(GOOD)
        taken(OldEntry.of_json(row.as_json() | {"sender": "=HYPERLINK(1)", "receiver": "@SUM"}))
    answer = asks().post(reverse("approvals-older-export"))
    cells = [cell for sheet in load_workbook(BytesIO(answer.content)) for line in sheet for cell in line]
    assert any(str(cell.value) == "=HYPERLINK(1)" for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)


def test_the_page_to_send_one_offers_the_workbook(asks):
    client = asks()
    assert reverse("approvals-older-template") in client.get(reverse("approvals-older-import")).content.decode()
    assert client.get(reverse("approvals-older-template")).content.startswith(b"PK")
    file = SimpleUploadedFile("ก.xlsx", write_row_sheet("ก", [("ข", 9)], [("ค",)]))
    answer = client.post(reverse("approvals-older-import"), {"file": file})
    assert answer.status_code == 422
    assert "ไม่พบคอลัมน์" in answer.content.decode()


def test_a_register_that_nobody_looked_through_goes_after_a_week(here, acting):
    with here.speaks():
        keep_list(ImportedSubmissions, acting=acting(), agency=here.agency.pk, file_name="ก", rows=read(GOOD))
        assert remove_old_registers(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_registers(timezone.now() + timedelta(days=8)) == 1
