"""A list of what is in force: read, looked through, taken in whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.thai import Refused
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.files.waiting_lists import keep_list
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies.models import Policy, PolicyVersion, ReadPolicies
from prongsai.registers.policies.services.importing import accept_import, remove_old_imports
from prongsai.registers.policies.sheet import COLUMNS, read_listed, template, workbook

TODAY = date(2025, 3, 17)
HEADS = [(names[0], 20) for names in COLUMNS.values()]
GOOD = ("นโยบาย", "นโยบายประหยัดพลังงาน", "", "2 ธ.ค. 2567", "", "นายก อบต.", "กองคลัง", "ปิดไฟเมื่อเลิกงาน")


def listed(*rows: tuple[object, ...], heads=HEADS):
    return read_listed(read_rows_limited(write_row_sheet("รายการ", heads, rows), "รายการ.xlsx"), TODAY)


def sent(asks, *rows: tuple[object, ...]):
    file = SimpleUploadedFile("รายการ.xlsx", write_row_sheet("รายการ", HEADS, rows))
    return asks().post(reverse("policies-import"), {"file": file})


def test_a_list_is_looked_through_and_taken_in(here, asks):
    review = sent(asks, GOOD, ("คำขวัญ", "เรื่องที่สอง", "", "๓ ธันวาคม ๒๕๖๗", "", "", "กองใหม่", ""))
    page = asks().get(review.url).content.decode()
    assert "นโยบายประหยัดพลังงาน" in page
    assert "ไม่รู้จักคำนี้" in page
    told = {"owner": here.units["สำนักปลัด"].pk}
    assert asks().post(review.url, told).status_code == 400
    assert asks().post(review.url, {**told, "looked": "on"}).status_code == 302
    with here.speaks():
        first, second = Policy.objects.order_by("pk")
        assert (first.kind, first.unit, first.is_public) == ("policy", here.units["กองคลัง"], False)
        assert (second.kind, second.unit) == ("announcement", here.units["สำนักปลัด"])
        version = first.versions.get()
        assert (version.signed, version.since, version.is_in_force) == (date(2024, 12, 2), date(2024, 12, 2), True)
        assert not ReadPolicies.objects.exists()


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [(1, "", "REQUIRED"), (3, "", "REQUIRED"), (3, "18 มีนาคม 2568", "FUTURE"), (4, "31 กุมภาพันธ์ 2568", "DATE")],
)
def test_a_row_that_cannot_be_taken_keeps_all_out(here, asks, acting, column, value, rule):
    bad = tuple(value if number == column else told for number, told in enumerate(GOOD))
    rows = listed(GOOD, bad)
    assert [fault.rule for each in rows for fault in each.faults] == [rule]
    with here.speaks():
        bad_only = [each for each in rows if each.faults]
        waiting = keep_list(ReadPolicies, acting=acting(), agency=here.agency.pk, file_name="ก.xlsx", rows=bad_only)
        with pytest.raises(Conflict):
            accept_import(acting=acting(), waiting=waiting, unit=here.units["กองคลัง"])
        assert not Policy.objects.exists()


def test_in_force_before_it_was_signed_is_doubtful():
    (row,) = listed((*GOOD[:4], "1 ธ.ค. 2567", *GOOD[5:]))
    assert [doubt.rule for doubt in row.doubts] == ["DOUBT"]


@pytest.mark.parametrize(("heads", "rule"), [([("ชื่อ", 10)], "COLUMNS"), (HEADS, "EMPTY")])
def test_a_list_without_heading_or_rows_is_refused(heads, rule):
    with pytest.raises(Refused) as refused:
        listed(heads=heads)
    assert refused.value.rule == rule


def test_a_file_that_is_no_list_is_told_on_the_form(here, asks):
    file = SimpleUploadedFile("รายการ.xlsx", write_row_sheet("รายการ", [("ชื่อ", 10)], [("ก",)]))
    answer = asks().post(reverse("policies-import"), {"file": file})
    assert answer.status_code in (400, 422)
    assert "ไม่พบคอลัมน์" in answer.content.decode()


def test_the_export_is_read_back_and_changes_nothing(here, acting, holding):
    with here.speaks():
        holding()
        rows = read_listed(
            read_rows_limited(workbook(Policy.objects.prefetch_related("versions")), "ทะเบียน.xlsx"), TODAY
        )
        assert [each.faults for each in rows] == [()]
        waiting = keep_list(ReadPolicies, acting=acting(), agency=here.agency.pk, file_name="ก.xlsx", rows=rows)
        assert accept_import(acting=acting(), waiting=waiting, unit=here.units["กองคลัง"]) == []
        assert PolicyVersion.objects.count() == 1


def test_the_template_is_read_without_a_fault(asks, here):
    assert [each.faults for each in read_listed(read_rows_limited(template(), "แบบ.xlsx"), TODAY)] == [()]
    assert asks().get(reverse("policies-template")).content.startswith(b"PK")


def test_a_list_is_dropped_taken_once_and_forgotten_after_a_week(here, asks, acting):
    review = sent(asks, GOOD)
    assert asks().post(review.url, {"drop": "1"}).status_code == 302
    assert asks().get(review.url).status_code == 404
    with here.speaks():
        waiting = keep_list(ReadPolicies, acting=acting(), agency=here.agency.pk, file_name="ก.xlsx", rows=listed(GOOD))
        accept_import(acting=acting(), waiting=waiting, unit=here.units["กองคลัง"])
        with pytest.raises(Conflict):
            accept_import(acting=acting(), waiting=waiting, unit=here.units["กองคลัง"])
        keep_list(ReadPolicies, acting=acting(), agency=here.agency.pk, file_name="ข.xlsx", rows=listed(GOOD))
        assert remove_old_imports(timezone.now()) == 0
        assert remove_old_imports(timezone.now() + timedelta(days=8)) == 1
