"""What citizens see, when, and what they see when it is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from approved_services import approve
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services import services
from prongsai.registers.services.file_holders import SERVICE_FORM
from prongsai.registers.services.models import ServiceVersion
from whole_service import INSIDE, WHOLE


@pytest.fixture
def citizen(db):
    return Client(headers={"accept-language": "th"})


def public(version, office) -> str:
    return version.service.public_path(office.agency)


def test_a_posted_service_is_read_without_an_account(here, citizen, posted):
    with here.speaks():
        version = posted(here)
    page = citizen.get(public(version, here)).content.decode()
    for words in (WHOLE.name, "10 นาที", "4 วันทำการ 10 นาที", "20 บาท", "สายด่วน 1111", "จุดเสี่ยงอันตรายก่อน"):
        assert words in page
    assert WHOLE.name in citizen.get(reverse("public-services", args=[here.agency.code])).content.decode()


def test_what_is_only_approved_is_not_there(here, citizen, approved):
    with here.speaks():
        version = approved(here)
    assert citizen.get(public(version, here)).status_code == 404
    assert WHOLE.name not in citizen.get(reverse("public-services", args=[here.agency.code])).content.decode()


def test_an_inside_procedure_never_gets_out(here, citizen, posted):
    with here.speaks():
        version = posted(here, INSIDE)
    assert citizen.get(public(version, here)).status_code == 404
    assert INSIDE.name not in citizen.get(reverse("public-services", args=[here.agency.code])).content.decode()


def test_another_agencys_address_shows_nothing_of_ours(here, there, citizen, posted):
    with here.speaks():
        version = posted(here)
    assert citizen.get(public(version, there)).status_code == 404
    assert citizen.get(reverse("public-service", args=["nowhere", version.service.pk])).status_code == 404


def test_the_address_stays_and_says_that_it_was_withdrawn(here, citizen, posted, acting):
    with here.speaks():
        version = posted(here)
        services.withdraw(acting=acting(), version=version)
    answer = citizen.get(public(version, here))
    assert answer.status_code == 410
    assert "17 มีนาคม 2568" in answer.content.decode()
    assert "20 บาท" not in answer.content.decode()


def test_a_draft_of_the_next_version_does_not_show_through(here, citizen, posted, acting):
    with here.speaks():
        version = posted(here)
        second = services.start_version(acting=acting(), service=version.service)
        services.save_part(acting=acting(), version=second, told={"remarks": ["ยังไม่ประกาศ"], "name": "ชื่อใหม่"})
    page = citizen.get(public(version, here)).content.decode()
    assert WHOLE.name in page
    assert "ยังไม่ประกาศ" not in page
    assert "ชื่อใหม่" not in page


def test_the_next_version_takes_the_place_of_the_last_and_tells_what_became_lighter(here, citizen, posted, acting):
    with here.speaks():
        version = posted(here)
        second = services.start_version(acting=acting(), service=version.service)
        steps = [step for step in second.content["steps"] if step["title"] != "ตรวจสอบ"]
        services.save_part(acting=acting(), version=second, told={"steps": steps})
        approve(here, second)
        services.post(acting=acting(), version=second)
        first = ServiceVersion.objects.get(number=1)
        assert first.withdrawn is not None
        with pytest.raises(Conflict):
            services.post(acting=acting(), version=first)
    page = citizen.get(public(version, here)).content.decode()
    assert "ก่อนและหลังปรับปรุง" in page
    assert "4 วันทำการ 10 นาที" in page
    assert "3 วันทำการ 10 นาที" in page


def test_a_draft_cannot_be_posted_nor_an_approved_one_twice(here, acting, added, posted):
    with here.speaks():
        for version in (added(here, replace(WHOLE, name="ร่าง")), posted(here)):
            with pytest.raises(Conflict):
                services.post(acting=acting(), version=version)


def test_a_service_that_was_given_up_leaves_the_page(here, citizen, posted, acting):
    with here.speaks():
        version = posted(here)
        services.give_up(acting=acting(), service=version.service)
    assert citizen.get(public(version, here)).status_code == 410


def test_forms_of_posted_services_can_be_fetched_and_of_others_not(here, citizen, posted, approved):
    with here.speaks():
        version, hidden = posted(here), approved(here, replace(WHOLE, name="ยังไม่เผยแพร่"))
        files = [made_here(b"form", "แบบคำขอ.txt", Kind.TXT)]
        shown, kept = (
            attach_files(
                acting="test", agency=here.agency.pk, holder=SERVICE_FORM.key, thing=each.service_id, files=files
            )[0]
            for each in (version, hidden)
        )
        shown_id, kept_id = shown.newest.public_id, kept.newest.public_id
    assert "แบบคำขอ.txt" in citizen.get(public(version, here)).content.decode()
    code = here.agency.code
    assert citizen.get(reverse("public-service-form", args=[code, version.service_id, shown_id])).content == b"form"
    for service in (version.service_id, hidden.service_id):
        assert citizen.get(reverse("public-service-form", args=[code, service, kept_id])).status_code == 404


def test_citizens_find_a_service_by_words_in_any_spelling_of_digits(here, citizen, posted):
    with here.speaks():
        posted(here, replace(WHOLE, name="การขอใช้ศาลา ๒ หลัง"))
    address = reverse("public-services", args=[here.agency.code])
    assert "ศาลา" in citizen.get(address, {"q": "ศาลา 2"}).content.decode().split("<main")[1]
    assert "การขอใช้ศาลา" not in citizen.get(address, {"q": "ประปา"}).content.decode()
