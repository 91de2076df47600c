"""Manuals from a file: looked through, then taken in whole or not at all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from prongsai.ita.writing.service import write_register
from prongsai.platform.accounts.models import Role
from prongsai.registers.services.models import ImportedManuals, Service
from prongsai.registers.services.services.importing import remove_old_imports
from whole_service import INSIDE, WHOLE

MANUAL = """ชื่องาน: การขอใช้หอประชุม
ขั้นตอน
1. ยื่นคำขอ (10 นาที) กองคลัง
2. พิจารณา
ค่าธรรมเนียม
ไม่มี
"""


def sends(client, data: bytes, name: str):
    return client.post(reverse("services-import"), {"file": SimpleUploadedFile(name, data)})


def test_a_register_is_taken_in_as_drafts_each_to_its_own_unit(here, asks):
    client = asks()
    answer = sends(client, write_register([WHOLE, INSIDE]), "ทะเบียน.xlsx")
    assert answer.status_code == 302
    assert WHOLE.name in client.get(answer.url).content.decode()
    with here.speaks():
        assert not Service.objects.exists()
    client.post(answer.url, {"owner": here.units["กองคลัง"].pk})
    with here.speaks():
        assert {(service.name, service.unit.name) for service in Service.objects.all()} == {
            (WHOLE.name, "สำนักปลัด"), (INSIDE.name, "สำนักปลัด"),
        }  # fmt: skip
        assert [service.versions.get().is_draft for service in Service.objects.all()] == [True, True]
        assert not ImportedManuals.objects.exists()


def test_each_doubt_is_shown_with_place_and_rule_and_must_be_looked_at(here, asks):
    client = asks()
    review = sends(client, MANUAL.encode(), "คู่มือ.txt").url
    page = client.get(review).content.decode()
    assert "บรรทัด 4" in page
    assert "TIME" in page
    assert client.post(review, {"owner": here.units["กองคลัง"].pk}).status_code == 400
    assert client.post(review, {"owner": here.units["กองคลัง"].pk, "looked": "on"}).status_code == 302


def test_a_known_name_becomes_the_next_version_of_its_service(here, asks, approved):
    with here.speaks():
        approved(here)
    client = asks()
    client.post(sends(client, write_register([WHOLE]), "a.xlsx").url, {"owner": here.units["กองคลัง"].pk})
    with here.speaks():
        assert list(Service.objects.get().versions.values_list("number", "state")) == [(2, "draft"), (1, "approved")]


def test_one_that_cannot_be_taken_keeps_all_out(here, asks, added):
    with here.speaks():
        added(here)
    client = asks()
    review = sends(client, write_register([WHOLE, INSIDE]), "a.xlsx").url
    assert "รายการที่รับไม่ได้" in client.get(review).content.decode()
    assert client.post(review, {"owner": here.units["กองคลัง"].pk}).status_code == 409
    with here.speaks():
        assert Service.objects.count() == 1


def test_an_import_can_be_dropped_and_then_nothing_is_left(here, asks):
    client = asks()
    review = sends(client, write_register([WHOLE]), "a.xlsx").url
    client.post(review, {"drop": "1"})
    assert client.get(review).status_code == 404
    with here.speaks():
        assert not Service.objects.exists()


def test_a_colleague_may_look_through_it_and_another_agency_may_not(here, there, asks):
    review = sends(asks(), write_register([WHOLE]), "a.xlsx").url
    assert asks(Role.COORDINATOR).get(review).status_code == 200
    assert asks(Role.COORDINATOR, there).get(review).status_code == 404


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        ("รายงานการประชุม ครั้งที่ 1".encode(), "รายงาน.txt", 422),
        (b"%PDF-1.7 not whole", "คู่มือ.pdf", 422),
        (b"MZ\x90\x00", "โปรแกรม.xlsx", 415),
        (b"", "ว่าง.txt", 422),
    ],
)
def test_a_file_that_holds_no_manual_is_refused_and_nothing_is_kept(here, asks, data, name, status):
    assert sends(asks(), data, name).status_code == status
    with here.speaks():
        assert not ImportedManuals.objects.exists()


def test_an_import_that_nobody_looked_through_goes_after_a_week(here, asks):
    sends(asks(), write_register([WHOLE]), "a.xlsx")
    with here.speaks():
        assert remove_old_imports(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_imports(timezone.now() + timedelta(days=8)) == 1
