"""Submitting, returning, approving on screen and on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bad_inputs.planted import saved
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services import services
from prongsai.registers.services.models import ServiceVersion, VersionState
from whole_service import WHOLE


def paper(**told) -> dict[str, object]:
    scan = SimpleUploadedFile("อนุมัติ.jpg", saved("JPEG"))
    return {"number": "ตย 71001/15", "day": "10 มีนาคม 2568", "scan": scan, **told}


@pytest.mark.parametrize(
    "silent",
    [
        {"fees": ()}, {"documents": ()}, {"stated_none": frozenset()}, {"discretion": ()}, {"channels": ()},
        {"complaints": ()}, {"steps": ()}, {"criteria": ()}, {"is_example": True},
    ],
    ids=lambda silent: next(iter(silent)),
)  # fmt: skip
def test_a_version_that_is_silent_on_something_cannot_be_submitted(here, acting, added, silent):
    with here.speaks(), pytest.raises(Conflict):
        services.submit(acting=acting(), version=added(here, replace(WHOLE, **silent)))


def test_the_executive_approves_on_screen_and_the_content_is_frozen(here, asks, added):
    with here.speaks():
        version = added(here)
    asks().post(reverse("service-submit", args=[version.pk]))
    assert asks(Role.EXECUTIVE).post(reverse("service-approve", args=[version.pk])).status_code == 302
    with here.speaks():
        done = ServiceVersion.objects.get()
        assert (done.state, done.approved, done.approver_post) == (
            VersionState.APPROVED, date(2025, 3, 17), "นายกองค์การบริหารส่วนตำบล",
        )  # fmt: skip
        assert done.service.review_due == date(2026, 3, 17)
    assert asks().get(reverse("service-edit", args=[version.pk, "steps"])).status_code == 409
    with here.speaks(), pytest.raises(Conflict):
        services.save_part(acting="user:1", version=version, told={"remarks": ["แก้ทีหลัง"]})


def test_nobody_approves_what_they_submitted_even_with_the_right_role(here, acting, added):
    with here.speaks():
        head = acting(Role.UNIT_HEAD)
        version = added(here)
        services.submit(acting=head, version=version)
        with pytest.raises(Conflict):
            services.approve(acting=head, version=version)


def test_nobody_approves_what_they_wrote_after_somebody_else_submitted_it(here, acting, added):
    with here.speaks():
        head = acting(Role.UNIT_HEAD)
        version = added(here)
        services.save_part(acting=head, version=version, told={"remarks": ["ปรับ"]})
        services.submit(acting=acting(), version=version)
        with pytest.raises(Conflict):
            services.approve(acting=head, version=version)


def test_the_head_of_the_owner_unit_approves_and_of_another_unit_does_not(here, acting, added):
    with here.speaks():
        mine = added(here)
        services.submit(acting=acting(), version=mine)
        services.approve(acting=acting(Role.UNIT_HEAD), version=mine)
        other = added(here, replace(WHOLE, name="งานของกองคลัง"))
        other.service.unit = here.units["กองคลัง"]
        other.service.save()
        services.submit(acting=acting(), version=other)
        with pytest.raises(Conflict):
            services.approve(acting=acting(Role.UNIT_HEAD), version=other)


def test_a_version_is_returned_with_a_reason_that_its_page_shows(here, asks, acting, added):
    with here.speaks():
        version = added(here)
        services.submit(acting=acting(), version=version)
    empty = asks(Role.EXECUTIVE).post(reverse("service-return", args=[version.pk]), {"because": " "})
    assert empty.status_code == 400
    asks(Role.EXECUTIVE).post(reverse("service-return", args=[version.pk]), {"because": "ลดเวลาซ่อมได้อีก"})
    assert "ลดเวลาซ่อมได้อีก" in asks().get(version.service.get_absolute_url()).content.decode()


def test_an_approval_on_paper_is_written_down_with_its_scan_and_both_days(here, asks, acting, added):
    with here.speaks():
        version = added(here)
        services.submit(acting=acting(), version=version)
    told = paper(approver=here.people[Role.EXECUTIVE].pk)
    assert asks(Role.COORDINATOR).post(reverse("service-approve-on-paper", args=[version.pk]), told).status_code == 302
    with here.speaks():
        done = ServiceVersion.objects.get()
        assert (done.approved, done.entered) == (date(2025, 3, 10), date(2025, 3, 17))
        assert (done.is_backdated, done.paper_number) == (True, "ตย 71001/15")
    page = asks().get(version.service.get_absolute_url()).content.decode()
    assert "บันทึกย้อนหลัง" in page
    assert "อนุมัติ.jpg" in page


@pytest.mark.parametrize("wrong", [{"scan": ""}, {"day": "18 มีนาคม 2568"}, {"number": ""}], ids=str)
def test_a_paper_without_scan_or_number_or_from_the_future_approves_nothing(here, asks, acting, added, wrong):
    with here.speaks():
        version = added(here)
        services.submit(acting=acting(), version=version)
    told = paper(approver=here.people[Role.EXECUTIVE].pk, **wrong)
    answer = asks(Role.COORDINATOR).post(reverse("service-approve-on-paper", args=[version.pk]), told)
    assert answer.status_code in (400, 409)
    with here.speaks():
        assert not ServiceVersion.objects.get().is_approved


def test_a_paper_signed_by_who_submitted_it_is_refused(here, asks, acting, added):
    with here.speaks():
        version = added(here)
        RoleGrant.objects.create(user=here.accounts[Role.EXECUTIVE], agency=here.agency, role=Role.COORDINATOR)
        services.submit(acting=acting_as(here.accounts[Role.EXECUTIVE]), version=version)
    told = paper(approver=here.people[Role.EXECUTIVE].pk)
    assert asks(Role.COORDINATOR).post(reverse("service-approve-on-paper", args=[version.pk]), told).status_code == 409


def test_approving_twice_is_a_conflict(here, acting, approved):
    with here.speaks(), pytest.raises(Conflict):
        services.approve(acting=acting(Role.EXECUTIVE), version=approved(here))
