"""An old register of circulars is read, looked through, and taken in whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.row_lists import read_rows
from prongsai.ita.thai import Refused, format_date
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.waiting_lists import keep_list
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Circular, ImportedCirculars, ListKind
from prongsai.registers.circulars.reading import RegisterRow, read_register
from prongsai.registers.circulars.services.counting import Counts, sentence_of
from prongsai.registers.circulars.services.importing import new_ones, remove_old_imports
from prongsai.registers.circulars.sheet import READ_AGAIN, circulars_workbook, template_workbook

TODAY = date(2025, 3, 17)
WHOLE = ("ตย 71001/15", "2 ธันวาคม 2567", "3 ธันวาคม 2567", "งดรับของขวัญ", "กองคลัง", 44, 40)


def read(*rows, columns=READ_AGAIN) -> list[RegisterRow]:
    content = write_row_sheet("ทะเบียน", columns, rows)
    return read_register(read_rows(content, "ทะเบียน.xlsx"), TODAY, ListKind.CIRCULARS)


def rules(row: RegisterRow) -> list[str]:
    return [fault[0] for fault in row.faults]


def test_a_line_is_read_with_its_days_and_counts():
    (row,) = read(WHOLE)
    assert (row.number, row.subject, row.unit) == ("ตย 71001/15", "งดรับของขวัญ", "กองคลัง")
    assert (row.paper_day, row.day, row.asked, row.done) == (date(2024, 12, 2), date(2024, 12, 3), 44, 40)
    assert (row.faults, row.doubts) == ((), ())


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({3: ""}, "REQUIRED"),
        ({2: ""}, "REQUIRED"),
        ({5: ""}, "REQUIRED"),
        ({2: "31 กุมภาพันธ์ 2567"}, "DATE"),
        ({2: "20 มีนาคม 2568"}, "FUTURE"),
        ({6: 45}, "RANGE"),
        ({5: "สี่สิบ"}, "NUMBER"),
        ({5: 999_999}, "RANGE"),
        ({3: "=1+1"}, "FORMULA"),
    ],
    ids=["subject", "day", "receivers", "no such day", "to come", "more than all", "words", "too many", "formula"],
)
def test_a_line_that_cannot_be_read_says_by_which_rule(changed, rule):
    (row,) = read([changed.get(n, value) for n, value in enumerate(WHOLE)])
    assert rule in rules(row)
    assert "บรรทัด 2" in row.place


def test_a_paper_dated_after_it_went_out_is_doubtful_and_no_fault():
    (row,) = read([{1: "9 ธันวาคม 2567"}.get(n, value) for n, value in enumerate(WHOLE)])
    assert (rules(row), [doubt[0] for doubt in row.doubts]) == ([], ["ORDER"])


@pytest.mark.parametrize(
    ("columns", "rows", "rule"),
    [((("ชื่อ", 10), ("สกุล", 10)), [("ก", "ข")], "COLUMNS"), (READ_AGAIN, [], "EMPTY")],
)
def test_a_file_that_is_no_register_is_refused(columns, rows, rule):
    with pytest.raises(Refused) as refused:
        read(*rows, columns=columns)
    assert refused.value.rule == rule


@given(
    sent=st.dates(date(2015, 1, 1), TODAY),
    asked=st.integers(1, 500),
    share=st.integers(0, 100),
)
def test_what_is_written_is_read_again(sent, asked, share):
    done = asked * share // 100
    (row,) = read(("", "", format_date(sent, digits="arabic"), "เรื่อง", "", asked, done))
    assert (row.day, row.asked, row.done, row.faults) == (sent, asked, done, ())
    assert RegisterRow.of_json(row.as_json()) == row


def test_the_register_of_this_program_is_read_back(here, sent, acting):
    with here.speaks():
        circular = sent()
        content = circulars_workbook([circular], {circular.pk: Counts(asked=6, on_screen=2)})
    (row,) = read_register(read_rows(content, "ทะเบียน.xlsx"), TODAY, ListKind.CIRCULARS)
    assert (row.subject, row.day, row.asked, row.done) == (circular.subject, TODAY, 6, 2)


def test_a_circular_that_was_withdrawn_is_not_taken_in(here):
    (row,) = read((*WHOLE, "ยกเลิก"), columns=(*READ_AGAIN, ("สถานะ", 14)))
    assert (row.stands, rules(row), [doubt[0] for doubt in row.doubts]) == (False, [], ["STATE"])
    with here.speaks():
        assert new_ones([row], ListKind.CIRCULARS) == []


def test_the_template_is_read_without_a_fault():
    (row,) = read_register(read_rows(template_workbook(ListKind.CIRCULARS), "แบบ.xlsx"), TODAY, ListKind.CIRCULARS)
    assert row.faults == ()


@pytest.fixture
def kept(here, acting):
    """Lines that wait for review."""

    def keep(*rows: RegisterRow) -> ImportedCirculars:
        return keep_list(ImportedCirculars, acting=acting(), agency=here.agency.pk, file_name="ทะเบียน.xlsx", rows=rows)

    return keep


def test_all_lines_are_taken_in_with_counts_and_without_names(here, acting, kept):
    with here.speaks():
        waiting = kept(*read(WHOLE, (*WHOLE[:3], "เรื่องที่สอง", "ไม่รู้จัก", 10, 0)))
        taken = services.accept_import(acting=acting(), waiting=waiting, unit=here.units["สำนักปลัด"])
        assert [one.unit for one in taken] == [here.units["กองคลัง"], here.units["สำนักปลัด"]]
        first = Circular.objects.get(pk=taken[0].pk)
        assert (first.is_backdated, first.is_from_register, first.is_signed) == (True, True, False)
        assert services.counts_of(first) == Counts(asked=44, by_register=40)
        sentence = sentence_of(first, services.counts_of(first))
        assert sentence.endswith("ถึงบุคลากร 44 คน รับทราบแล้ว 40 คน (ตามทะเบียนเดิม 40 คน)")
        assert not first.receivers.exists()
        assert not ImportedCirculars.objects.exists()


def test_with_a_fault_nothing_is_taken_in(here, acting, kept):
    with here.speaks():
        waiting = kept(*read(WHOLE, (*WHOLE[:3], "", "กองคลัง", 10, 0)))
        with pytest.raises(Conflict):
            services.accept_import(acting=acting(), waiting=waiting, unit=here.units["สำนักปลัด"])
        assert not Circular.objects.exists()


def test_what_is_there_already_stays_as_it_is(here, acting, kept):
    with here.speaks():
        unit = here.units["สำนักปลัด"]
        services.accept_import(acting=acting(), waiting=kept(*read(WHOLE)), unit=unit)
        assert services.accept_import(acting=acting(), waiting=kept(*read(WHOLE, WHOLE)), unit=unit) == []
        assert Circular.objects.count() == 1


def test_a_file_is_taken_in_once(here, acting, kept):
    with here.speaks():
        waiting, unit = kept(*read(WHOLE)), here.units["สำนักปลัด"]
        services.accept_import(acting=acting(), waiting=waiting, unit=unit)
        with pytest.raises(Conflict):
            services.accept_import(acting=acting(), waiting=waiting, unit=unit)


def test_what_nobody_looked_through_goes_after_a_week(here, kept):
    with here.speaks():
        kept(*read(WHOLE))
        assert remove_old_imports(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_imports(timezone.now() + timedelta(days=8)) == 1


def test_it_goes_by_its_pages(here, asks):
    client = asks(Role.OFFICER)
    content = write_row_sheet("ทะเบียน", READ_AGAIN, [WHOLE])
    file = SimpleUploadedFile("ทะเบียน.xlsx", content, Kind.XLSX.content_type)
    review = client.post(reverse("circulars-import"), {"file": file}, follow=True)
    assert "งดรับของขวัญ" in review.content.decode()
    page = review.redirect_chain[-1][0]
    answer = client.post(page, {"owner": here.units["สำนักปลัด"].pk}, follow=True)
    assert "40 จาก 44" in answer.content.decode()
    with here.speaks():
        circular = Circular.objects.get()
    assert "ตามทะเบียนเดิม" in client.get(circular.get_absolute_url()).content.decode()


def test_a_file_of_another_kind_is_refused_with_its_reason(here, asks):
    file = SimpleUploadedFile("ทะเบียน.xlsx", write_row_sheet("ก", (("ข", 9),), [("ค",)]), Kind.XLSX.content_type)
    answer = asks().post(reverse("circulars-import"), {"file": file})
    assert answer.status_code == 422
    assert "ในหัวตาราง" in answer.content.decode()


def test_a_file_is_dropped_and_the_template_saved(here, asks, kept):
    with here.speaks():
        waiting = kept(*read(WHOLE))
    client = asks()
    client.post(reverse("circulars-import-review", args=[waiting.pk]), {"drop": "1"})
    with here.speaks():
        assert not ImportedCirculars.objects.exists()
    saved = client.get(reverse("circulars-template"))
    assert read_rows(BytesIO(saved.content).getvalue(), "แบบ.xlsx").sheets
