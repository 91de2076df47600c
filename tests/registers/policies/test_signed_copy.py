"""What the public sees has its signed copy here; else it says so inside, and is not outside."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bad_inputs.planted import saved
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.registers.policies import services
from prongsai.registers.policies.models import PolicyVersion

TODAY = date(2025, 3, 17)
WAITS = "ร่าง รอสำเนาที่ลงนาม"


@pytest.fixture
def existing(here, acting, text):
    """A policy that was in force before it came in here. Called while the office speaks."""

    def write_down(scan=(), **told) -> PolicyVersion:
        days = {"signed": TODAY, "since": TODAY}
        return services.add_existing(
            acting=acting(), agency=here.agency.pk, told=text(**told), scan=scan, **days
        )  # fmt: skip

    return write_down


def outside(here, version) -> tuple[int, bool]:
    """The answer of its public page, and whether the public list names it."""
    citizen = Client(headers={"accept-language": "th"})
    page = citizen.get(reverse("public-policy", args=[here.agency.code, version.policy_id]))
    listed = citizen.get(reverse("public-policies", args=[here.agency.code])).content.decode()
    return page.status_code, version.title in listed


def test_without_its_signed_copy_it_is_marked_and_not_public(here, asks, existing):
    with here.speaks():
        version = existing()
    assert outside(here, version) == (404, False)
    for address in (version.get_absolute_url(), reverse("policies")):
        page = asks().get(address).content.decode()
        assert WAITS in page
    assert "ยังไม่แสดงในหน้าเว็บสำหรับประชาชน" in asks().get(version.get_absolute_url()).content.decode()


def test_attaching_the_copy_makes_it_public(here, asks, existing):
    with here.speaks():
        version = existing()
    file = SimpleUploadedFile("ลงนาม.jpg", saved("JPEG"))
    address = reverse("file-attach", args=["policy-signed", version.pk])
    assert asks().post(address, {"files": file}).status_code == 302
    assert outside(here, version) == (200, True)
    assert WAITS not in asks().get(version.get_absolute_url()).content.decode()
    assert WAITS not in asks().get(reverse("policies")).content.decode()


def test_with_its_copy_from_the_start_it_is_public_at_once(here, existing, scan):
    with here.speaks():
        version = existing(scan)
    assert outside(here, version) == (200, True)


def test_what_was_never_public_leaves_no_word_when_it_is_repealed(here, acting, existing, scan):
    with here.speaks():
        hidden, shown = existing(title="ไม่เคยเผยแพร่"), existing(scan, title="เคยเผยแพร่")
        for version in (hidden, shown):
            services.repeal(acting=acting(), policy=version.policy, day=TODAY, because="เลิกใช้")
    assert outside(here, hidden) == (404, False)
    assert outside(here, shown) == (410, False)


def test_the_files_of_one_that_waits_are_not_given_out(here, asks, drafted):
    with here.speaks():
        version = drafted()
    file = SimpleUploadedFile("เต็ม.txt", "ข้อความ".encode())
    asks().post(reverse("file-attach", args=["policy-file", version.pk]), {"files": file})
    with here.speaks():
        PolicyVersion.objects.filter(pk=version.pk).update(state="in_force", signed=TODAY, since=TODAY)
        public_id = Attachment.objects.get(holder="policy-file", thing=version.pk).file.newest.public_id
    address = reverse("public-policy-file", args=[here.agency.code, version.policy_id, public_id])
    assert Client().get(address).status_code == 404
    signed = {"files": SimpleUploadedFile("ลงนาม.jpg", saved("JPEG"))}
    asks().post(reverse("file-attach", args=["policy-signed", version.pk]), signed)
    assert Client().get(address).status_code == 200


def test_other_rooms_are_told_whether_the_copy_is_here(here, existing, scan):
    with here.speaks():
        existing(title="ก")
        existing(scan, title="ข")
        existing(scan, title="ค", is_public=False)
        told = [(policy.title, policy.has_paper, policy.is_public) for policy in services.policies_in_force()]
    assert told == [("ก", False, False), ("ข", True, True), ("ค", True, False)]


def test_who_attaches_the_copy_works_in_the_office(here, asks, existing):
    with here.speaks():
        version = existing()
    file = SimpleUploadedFile("ลงนาม.jpg", saved("JPEG"))
    answer = asks(Role.AUDITOR).post(reverse("file-attach", args=["policy-signed", version.pk]), {"files": file})
    assert answer.status_code == 404
    assert outside(here, version) == (404, False)
