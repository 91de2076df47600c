"""A version goes through the one approving of the house: on screen or by signed paper, and never by who wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, reverse

from approved_services import submitted
from bad_inputs.planted import saved
from office_line import acts, add_approver
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.agency.models import Standing
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services as approvals
from prongsai.registers.approvals.models import Verdict
from prongsai.registers.services import services
from prongsai.registers.services.models import ServiceVersion, VersionState
from whole_service import INSIDE, WHOLE

DAY = date(2025, 3, 17)


def paper(**told) -> dict[str, object]:
    scan = SimpleUploadedFile("อนุมัติ.jpg", saved("JPEG"))
    return {"verdict": "approves", "number": "ตย 71001/15", "day": "10 มีนาคม 2568", "scan": scan, **told}


@pytest.mark.parametrize(
    "silent",
    [
        {"fees": ()}, {"documents": ()}, {"stated_none": frozenset()}, {"discretion": ()}, {"channels": ()},
        {"complaints": ()}, {"steps": ()}, {"criteria": ()}, {"is_example": True},
    ],
    ids=lambda silent: next(iter(silent)),
)  # fmt: skip
def test_a_version_that_is_silent_on_something_cannot_be_submitted(here, asks, added, silent):
    with here.speaks():
        version = added(here, replace(WHOLE, **silent))
        with pytest.raises(Conflict):
            submitted(here, version)
    assert asks().get(reverse("approval-submit", args=["service", version.pk])).status_code == 409
    assert "approvals/submit/service" not in asks().get(version.service.get_absolute_url()).content.decode()


def test_it_is_submitted_from_its_page_with_its_content_told(here, asks, added):
    with here.speaks():
        version = added(here)
    address = reverse("approval-submit", args=["service", version.pk])
    assert address in asks().get(version.service.get_absolute_url()).content.decode()
    told = {"why": "ปรับปรุงคู่มือ", "what": "คู่มือ", "asks": "จึงเรียนมาเพื่อโปรดอนุมัติ"}
    assert asks().post(address, told).status_code == 302
    with here.speaks():
        found = approvals.latest_submission("service", version.pk)
        assert [step.standing for step in found.steps.all()] == ["head", "approver", "executive"]
        assert ServiceVersion.objects.get().state == VersionState.SUBMITTED
    page = asks(Role.EXECUTIVE).get(found.get_absolute_url()).content.decode()
    for words in ("คู่มือสำหรับประชาชน", WHOLE.steps[0].title, "20 บาท", reverse("service-version", args=[version.pk])):
        assert words in page
    assert found.get_absolute_url() in asks().get(version.service.get_absolute_url()).content.decode()


def test_an_inside_procedure_is_called_a_manual_of_work(here, added):
    with here.speaks():
        assert submitted(here, added(here, INSIDE)).subject.startswith("ขออนุมัติคู่มือการปฏิบัติงาน")


def test_the_executive_approves_on_screen_and_the_content_is_frozen(here, asks, approved):
    with here.speaks():
        version = approved(here)
        assert (version.state, version.approved, version.approver_post) == (
            VersionState.APPROVED, DAY, "นายกองค์การบริหารส่วนตำบล",
        )  # fmt: skip
        assert (version.service.reviewed, version.service.review_due) == (DAY, date(2026, 3, 17))
    assert asks().get(reverse("service-edit", args=[version.pk, "steps"])).status_code == 409
    with here.speaks(), pytest.raises(Conflict):
        services.save_part(acting="user:1", version=version, told={"remarks": ["แก้ทีหลัง"]})


def test_what_waits_is_neither_written_nor_dropped_nor_posted(here, asks, added):
    with here.speaks():
        version = added(here)
        submitted(here, version)
        with pytest.raises(Conflict):
            services.save_part(acting="user:1", version=version, told={"remarks": ["แก้ระหว่างรอ"]})
    assert asks().post(reverse("service-drop", args=[version.pk])).status_code == 409
    assert asks().post(reverse("service-post", args=[version.pk])).status_code == 409
    assert asks().get(reverse("approval-submit", args=["service", version.pk])).status_code == 409


def test_the_head_who_submitted_it_gives_no_opinion_on_it(here, acting, added):
    with here.speaks():
        submission = submitted(here, added(here), by=Role.UNIT_HEAD)
        assert approvals.turn_of(submission, DAY).by.person == here.people[Role.EXECUTIVE]
        with pytest.raises(Conflict):
            approvals.give_opinion(acting=acting(Role.UNIT_HEAD), submission=submission, verdict=Verdict.AGREES)


def test_the_executive_who_wrote_it_does_not_approve_it_even_where_another_submits(here, acting, added):
    with here.speaks():
        version = added(here)
        services.save_part(acting=acting(Role.EXECUTIVE), version=version, told={"remarks": ["ปรับ"]})
        submission = submitted(here, version)
        assert approvals.who_may_decide(submission, DAY) == []
        with pytest.raises(Conflict):
            approvals.approve(acting=acting(Role.EXECUTIVE), submission=submission)


def test_who_acts_for_the_executive_decides_and_not_in_both_posts(here, acting, added):
    """The ปลัด acts for the นายก: the opinion of the ปลัด falls away, the decision is theirs."""
    with here.speaks():
        approver = add_approver(here)
        acts(here, approver.person, Standing.EXECUTIVE, since=date(2025, 3, 1))
        submission = submitted(here, added(here))
        approvals.give_opinion(acting=acting(Role.UNIT_HEAD), submission=submission, verdict=Verdict.AGREES)
        approvals.approve(acting=acting_as(approver), submission=submission)
        assert ServiceVersion.objects.get().approver == approver.person


def test_a_version_is_returned_with_words_that_its_page_shows_until_it_is_submitted_again(here, asks, added):
    with here.speaks():
        version = added(here)
        submission = submitted(here, version)
    back = reverse("approval-return", args=[submission.pk])
    assert asks(Role.UNIT_HEAD).post(back, {"because": " "}).status_code == 400
    asks(Role.UNIT_HEAD).post(back, {"because": "ลดเวลาซ่อมได้อีก"})
    assert "ลดเวลาซ่อมได้อีก" in asks().get(version.service.get_absolute_url()).content.decode()
    with here.speaks():
        assert ServiceVersion.objects.get().is_draft
        assert submitted(here, version).version == 2
        assert ServiceVersion.objects.get().returned_because == ""


def test_taken_back_it_is_a_draft_again_without_a_reproach(here, acting, added):
    with here.speaks():
        version = added(here)
        approvals.withdraw(acting=acting(), submission=submitted(here, version))
        again = ServiceVersion.objects.get()
        assert (again.state, again.returned_because) == (VersionState.DRAFT, "")


def test_an_approval_on_paper_is_written_down_with_its_scan_and_both_days(here, asks, added):
    with here.speaks():
        version = added(here)
        submission = submitted(here, version)
    told = paper(signer=here.people[Role.EXECUTIVE].pk)
    answer = asks(Role.COORDINATOR).post(reverse("approval-on-paper", args=[submission.pk]), told)
    assert answer.status_code == 302
    with here.speaks():
        done = ServiceVersion.objects.get()
        assert (done.approved, done.entered) == (date(2025, 3, 10), DAY)
        assert (done.is_backdated, done.paper_number) == (True, "ตย 71001/15")
        assert done.service.review_due == date(2026, 3, 10)
    assert "บันทึกย้อนหลัง" in asks().get(version.service.get_absolute_url()).content.decode()
    assert "อนุมัติ.jpg" in asks().get(submission.get_absolute_url()).content.decode()


@pytest.mark.parametrize("wrong", [{"scan": ""}, {"day": "18 มีนาคม 2568"}, {"number": ""}], ids=str)
def test_a_paper_without_scan_or_number_or_from_the_future_approves_nothing(here, asks, added, wrong):
    with here.speaks():
        submission = submitted(here, added(here))
    told = paper(signer=here.people[Role.EXECUTIVE].pk, **wrong)
    answer = asks(Role.COORDINATOR).post(reverse("approval-on-paper", args=[submission.pk]), told)
    assert answer.status_code in (400, 409)
    with here.speaks():
        assert not ServiceVersion.objects.get().is_approved


def test_a_paper_signed_by_who_submitted_it_is_refused(here, asks, added):
    with here.speaks():
        RoleGrant.objects.create(user=here.accounts[Role.EXECUTIVE], agency=here.agency, role=Role.COORDINATOR)
        submission = submitted(here, added(here), by=Role.EXECUTIVE)
    told = paper(signer=here.people[Role.EXECUTIVE].pk)
    assert asks(Role.COORDINATOR).post(reverse("approval-on-paper", args=[submission.pk]), told).status_code == 409


def test_approving_twice_is_a_conflict(here, acting, approved):
    with here.speaks():
        version = approved(here)
        with pytest.raises(Conflict):
            approvals.approve(
                acting=acting(Role.EXECUTIVE), submission=approvals.latest_submission("service", version.pk)
            )


def test_a_draft_that_was_dropped_leaves_its_submission_readable(here, asks, acting, added):
    with here.speaks():
        version = added(here)
        submission = submitted(here, version)
        approvals.withdraw(acting=acting(), submission=submission)
    assert asks().post(reverse("service-drop", args=[version.pk])).status_code == 302
    assert WHOLE.steps[0].title in asks().get(submission.get_absolute_url()).content.decode()
    assert asks().get(reverse("approval-submit", args=["service", version.pk])).status_code == 404


@pytest.mark.parametrize("gone", ["service-submit", "service-approve", "service-return", "service-approve-on-paper"])
def test_there_is_no_second_way_to_approve_a_service(gone):
    with pytest.raises(NoReverseMatch):
        reverse(gone, args=[1])
