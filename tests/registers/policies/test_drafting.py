"""Writing a policy; two people at one draft; dropping it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bad_inputs.planted import saved
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies import services
from prongsai.registers.policies.models import Policy, PolicyState, PolicyVersion


def form_of(here, **told) -> dict[str, object]:
    return {"kind": "policy", "title": "นโยบายใหม่", "unit": here.units["สำนักปลัด"].pk, "text": "ข้อความ", **told}


def seen_on(page) -> str:
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


def test_a_draft_is_begun_and_shown(here, asks):
    answer = asks().post(reverse("new-policy"), form_of(here, is_public="on"))
    page = asks().get(answer.url).content.decode()
    assert "นโยบายใหม่" in page
    assert "เสนอเพื่ออนุมัติ" in page
    with here.speaks():
        assert (Policy.objects.get().is_public, PolicyVersion.objects.get().state) == (True, PolicyState.DRAFT)


@pytest.mark.parametrize("wrong", [{"title": " "}, {"unit": ""}, {"kind": "law"}], ids=str)
def test_a_draft_that_lacks_something_is_shown_again(here, asks, wrong):
    assert asks().post(reverse("new-policy"), form_of(here, **wrong)).status_code == 400
    with here.speaks():
        assert not Policy.objects.exists()


def test_a_draft_is_changed_and_the_list_follows(here, asks, drafted):
    with here.speaks():
        version = drafted()
    address = reverse("policy-edit", args=[version.pk])
    told = form_of(here, title="ชื่อใหม่", kind="guide", seen=seen_on(asks().get(address)))
    assert asks().post(address, told).status_code == 302
    page = asks().get(reverse("policies")).content.decode()
    assert "ชื่อใหม่" in page
    assert "แนวปฏิบัติ" in page


def test_who_comes_second_is_shown_the_difference_and_overwrites_nothing(here, asks, acting, drafted, text):
    with here.speaks():
        version = drafted()
    address = reverse("policy-edit", args=[version.pk])
    seen = seen_on(asks().get(address))
    with here.speaks():
        services.save_draft(acting=acting(Role.COORDINATOR), version=version, told=text(text="ของคนแรก"))
    answer = asks().post(address, form_of(here, text="ของคนที่สอง", seen=seen))
    assert answer.status_code == 409
    assert all(words in answer.content.decode() for words in ("ของคนแรก", "ของคนที่สอง"))
    with here.speaks():
        assert PolicyVersion.objects.get().text == "ของคนแรก"


def test_a_refused_form_remembers_what_it_saw_first(here, asks, acting, drafted, text):
    with here.speaks():
        version = drafted()
    address = reverse("policy-edit", args=[version.pk])
    seen = seen_on(asks().get(address))
    with here.speaks():
        services.save_draft(acting=acting(Role.COORDINATOR), version=version, told=text(text="ของคนแรก"))
    again = asks().post(address, form_of(here, title="", seen=seen))
    assert again.status_code == 400
    assert seen_on(again) == seen
    assert asks().post(address, form_of(here, seen=seen)).status_code == 409


def test_a_form_without_its_mark_is_refused(here, asks, drafted):
    with here.speaks():
        version = drafted()
    assert asks().post(reverse("policy-edit", args=[version.pk]), form_of(here)).status_code == 400


def test_the_first_draft_goes_with_its_policy(here, asks, drafted):
    with here.speaks():
        version = drafted()
    assert asks().post(reverse("policy-drop", args=[version.pk])).status_code == 302
    with here.speaks():
        assert not Policy.objects.exists()


def test_a_later_draft_goes_alone_and_the_title_follows_what_holds(here, acting, holding, text):
    with here.speaks():
        version = holding()
        later = services.start_version(acting=acting(), policy=version.policy)
        services.save_draft(acting=acting(), version=later, told=text(title="ชื่อที่ไม่ได้ใช้"))
        services.drop_draft(acting=acting(), version=later)
        assert Policy.objects.get().title == version.title


def test_only_one_version_is_worked_on_at_a_time(here, acting, holding):
    with here.speaks():
        version = holding()
        services.start_version(acting=acting(), policy=version.policy)
        with pytest.raises(Conflict):
            services.start_version(acting=acting(), policy=version.policy)


def existing(here, **told) -> dict[str, object]:
    return form_of(here, signed="2 ตุลาคม 2567", since="3 ตุลาคม 2567", number="12/2567", signer_post="นายก อบต.", **told)


def test_what_was_in_force_before_is_written_down_with_both_days(here, asks):
    answer = asks().post(reverse("existing-policy"), existing(here))
    page = asks().get(answer.url).content.decode()
    assert "บันทึกย้อนหลัง" in page
    assert "ยังไม่มีฉบับที่ลงนาม" in page
    with here.speaks():
        version = PolicyVersion.objects.get()
        assert (version.state, version.since) == (PolicyState.IN_FORCE, date(2024, 10, 3))
        assert Policy.objects.get().review_due == date(2025, 10, 3)


def test_with_its_picture_nothing_is_missing(here, asks):
    scan = SimpleUploadedFile("ลงนามแล้ว.jpg", saved("JPEG"))
    answer = asks().post(reverse("existing-policy"), existing(here, scan=scan))
    page = asks().get(answer.url).content.decode()
    assert "ยังไม่มีฉบับที่ลงนาม" not in page
    assert "ลงนามแล้ว.jpg" in page


def test_nothing_is_in_force_from_a_day_to_come(here, asks):
    assert asks().post(reverse("existing-policy"), {**existing(here), "since": "18 มีนาคม 2568"}).status_code == 409
    with here.speaks():
        assert not Policy.objects.exists()
