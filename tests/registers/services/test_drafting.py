"""Adding a service and writing its draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services import services
from prongsai.registers.services.models import Service, ServiceVersion
from whole_service import WHOLE

STEPS = {
    "rows-TOTAL_FORMS": "2",
    "rows-INITIAL_FORMS": "0",
    "rows-0-title": "รับคำขอ",
    "rows-0-time_value": "๑๐",
    "rows-0-time_unit": "minutes",
    "rows-0-unit": "สำนักปลัด",
    "rows-0-position": "2",
    "rows-1-title": "ตรวจเอกสาร",
    "rows-1-position": "1",
}


def seen_on(client, address: str) -> str:
    return client.get(address).context["form"].initial["seen"]


def test_a_service_is_added_with_a_first_draft(here, asks):
    told = {"name": "การขอยืมเต็นท์", "kind": "service", "audience": "public", "owner": here.units["กองคลัง"].pk}
    answer = asks().post(reverse("new-service"), told)
    assert answer.status_code == 302
    with here.speaks():
        service = Service.objects.get()
        assert (service.name, service.unit.name) == ("การขอยืมเต็นท์", "กองคลัง")
        assert service.versions.get().sheet.unit == "กองคลัง"


def test_its_page_names_what_is_still_to_be_written(here, asks, added):
    with here.speaks():
        version = added(here, replace(WHOLE, fees=(), complaints=()))
    page = asks().get(version.service.get_absolute_url()).content.decode()
    assert "ค่าธรรมเนียม หรือระบุว่าไม่มี" in page
    assert "ช่องทางร้องเรียนเกี่ยวกับการให้บริการ" in page
    assert "เสนอเพื่ออนุมัติ" not in page


def test_rows_are_stored_in_the_order_of_their_numbers_with_thai_digits_read(here, asks, added):
    with here.speaks():
        version = added(here, replace(WHOLE, steps=()))
    client, address = asks(), reverse("service-edit", args=[version.pk, "steps"])
    assert client.post(address, STEPS | {"seen": seen_on(client, address)}).status_code == 302
    with here.speaks():
        steps = ServiceVersion.objects.get().sheet.steps
    assert [(step.title, step.time and step.time.value) for step in steps] == [("ตรวจเอกสาร", None), ("รับคำขอ", 10)]


def test_a_time_without_what_it_counts_is_asked_for(here, asks, added):
    with here.speaks():
        version = added(here)
    client, address = asks(), reverse("service-edit", args=[version.pk, "steps"])
    answer = client.post(address, STEPS | {"seen": seen_on(client, address), "rows-0-time_unit": ""})
    assert answer.status_code == 400
    assert "โปรดระบุทั้งตัวเลขและหน่วยเวลา" in answer.content.decode()


def test_none_is_stated_by_a_tick_and_not_beside_something(here, asks, added):
    with here.speaks():
        version = added(here, replace(WHOLE, fees=()))
    client, address = asks(), reverse("service-edit", args=[version.pk, "fees"])
    empty = {"rows-TOTAL_FORMS": "1", "rows-INITIAL_FORMS": "0", "none": "on"}
    refused = client.post(address, empty | {"seen": seen_on(client, address), "rows-0-item": "ใบอนุญาต"})
    assert refused.status_code == 400
    assert client.post(address, empty | {"seen": seen_on(client, address)}).status_code == 302
    with here.speaks():
        assert ServiceVersion.objects.get().sheet.says_none("fees")


def test_who_saves_second_is_shown_what_stands_and_nothing_is_overwritten(here, asks, added):
    with here.speaks():
        version = added(here)
    client, address = asks(), reverse("service-edit", args=[version.pk, "steps"])
    seen = seen_on(client, address)
    with here.speaks():
        changed = [{"title": "ขั้นตอนของอีกคน", "time": None, "unit": "", "place": ""}]
        services.save_part(acting="user:9", version=version, told={"steps": changed})
    answer = client.post(address, STEPS | {"seen": seen})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "ขั้นตอนของอีกคน" in page
    assert "ตรวจเอกสาร" in page
    with here.speaks():
        assert [step.title for step in ServiceVersion.objects.get().sheet.steps] == ["ขั้นตอนของอีกคน"]


def test_two_people_at_different_parts_do_not_hinder_each_other(here, asks, added):
    with here.speaks():
        version = added(here)
    client, address = asks(), reverse("service-edit", args=[version.pk, "steps"])
    seen = seen_on(client, address)
    with here.speaks():
        services.save_part(acting="user:9", version=version, told={"remarks": ["หมายเหตุใหม่"]})
    assert client.post(address, STEPS | {"seen": seen}).status_code == 302
    with here.speaks():
        assert ServiceVersion.objects.get().sheet.remarks == ("หมายเหตุใหม่",)


def test_a_form_without_its_mark_is_no_form_of_ours(here, asks, added):
    with here.speaks():
        version = added(here)
    assert asks().post(reverse("service-edit", args=[version.pk, "steps"]), STEPS).status_code == 400


def test_the_basics_follow_into_the_list_and_the_search(here, asks, added):
    with here.speaks():
        version = added(here)
    client, address = asks(), reverse("service-edit", args=[version.pk, "basics"])
    told = {
        "name": "การแจ้งซ่อมโคมไฟ", "kind": "notify", "audience": "public", "owner": here.units["กองคลัง"].pk,
        "criteria": "ข้อหนึ่ง\n\nข้อสอง", "law": "พระราชบัญญัติตัวอย่าง", "complaints": "1111", "seen": seen_on(client, address),
    }  # fmt: skip
    assert client.post(address, told).status_code == 302
    with here.speaks():
        service = Service.objects.get()
        assert (service.name, service.unit.name) == ("การแจ้งซ่อมโคมไฟ", "กองคลัง")
        assert ServiceVersion.objects.get().sheet.criteria == ("ข้อหนึ่ง", "ข้อสอง")
        assert list(Service.objects.saying("โคมไฟ ตัวอย่าง")) == [service]
        assert not Service.objects.saying("ประปา").exists()


def test_a_second_version_cannot_begin_while_one_is_open(here, acting, added):
    with here.speaks(), pytest.raises(Conflict):
        services.start_version(acting=acting(), service=added(here).service)


def test_dropping_the_first_draft_takes_the_service_with_it(here, acting, added):
    with here.speaks():
        services.drop_draft(acting=acting(), version=added(here))
        assert not Service.objects.exists()


def test_dropping_a_later_draft_brings_the_approved_name_back(here, acting, approved):
    with here.speaks():
        version = approved(here)
        second = services.start_version(acting=acting(), service=version.service)
        services.save_part(acting=acting(), version=second, told={"name": "ชื่อใหม่"})
        services.drop_draft(acting=acting(), version=second)
        assert Service.objects.get().name == WHOLE.name


def test_each_change_leaves_a_line_without_a_word_that_people_wrote(here, acting, added):
    with here.speaks():
        services.save_part(acting=acting(), version=added(here), told={"remarks": ["ลับมาก"]})
    lines = [line for line in lines_of(here) if line.action.startswith("services.")]
    assert [line.action for line in lines] == ["services.added", "services.draft_saved"]
    assert "ลับมาก" not in str([line.told for line in lines])
