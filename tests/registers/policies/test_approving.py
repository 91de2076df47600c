"""Through the register of submissions: frozen while it waits, approved, returned, withdrawn."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bad_inputs.planted import saved
from prongsai.platform.accounts.models import Role, RoleGrant
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services as approvals
from prongsai.registers.approvals.models import Submission
from prongsai.registers.policies import services
from prongsai.registers.policies.models import PolicyState, PolicyVersion


def test_submitted_it_is_frozen(here, asks, acting, drafted, text):
    with here.speaks():
        version = drafted()
        submission = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
        assert version.title in submission.subject
        assert [step.standing for step in submission.steps.all()] == ["head", "approver", "executive"]
        with pytest.raises(Conflict):
            services.save_draft(acting=acting(), version=version, told=text(text="แก้ระหว่างรอ"))
    assert asks().get(reverse("policy-edit", args=[version.pk])).status_code == 409
    page = asks().get(submission.get_absolute_url()).content.decode()
    assert "เจ้าหน้าที่ทุกคนไม่รับของขวัญ" in page
    assert reverse("policy-version", args=[version.pk]) in page


def test_approved_by_the_whole_line_it_waits_for_the_signature(here, asks, drafted, approved):
    with here.speaks():
        version = approved(drafted())
        assert (version.state, version.approved, version.approver_post) == (
            PolicyState.APPROVED, date(2025, 3, 17), "นายกองค์การบริหารส่วนตำบล",
        )  # fmt: skip
    assert "บันทึกการลงนาม" in asks().get(version.get_absolute_url()).content.decode()


def test_returned_it_is_written_again_and_what_was_submitted_stays_readable(here, asks, acting, drafted, text):
    with here.speaks():
        version = drafted()
        submission = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
        approvals.return_for_changes(acting=acting(Role.UNIT_HEAD), submission=submission, because="เพิ่มบทลงโทษ")
        services.save_draft(acting=acting(), version=version, told=text(text="ฉบับแก้"))
        again = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
        assert again.version == 2
    assert "เจ้าหน้าที่ทุกคนไม่รับของขวัญ" in asks().get(submission.get_absolute_url()).content.decode()
    assert "ฉบับแก้" in asks().get(again.get_absolute_url()).content.decode()


def test_taken_back_it_is_a_draft_again(here, acting, drafted):
    with here.speaks():
        version = drafted()
        submission = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
        approvals.withdraw(acting=acting(), submission=submission)
        assert PolicyVersion.objects.get().state == PolicyState.DRAFT


def test_an_empty_draft_is_not_submitted_until_it_has_a_text_or_a_file(here, asks, acting, drafted):
    with here.speaks():
        version = drafted(text=" ")
        with pytest.raises(Conflict):
            approvals.submit(acting=acting(), kind="policy", thing=version.pk)
    file = SimpleUploadedFile("นโยบาย.txt", "ข้อความ".encode())
    assert asks().post(reverse("file-attach", args=["policy-file", version.pk]), {"files": file}).status_code == 302
    with here.speaks():
        assert approvals.submit(acting=acting(), kind="policy", thing=version.pk).enclosures == ["นโยบาย.txt"]


def test_the_executive_who_wrote_it_does_not_approve_it(here, acting, drafted, text, approver):
    with here.speaks():
        RoleGrant.objects.create(user=here.accounts[Role.EXECUTIVE], agency=here.agency, role=Role.COORDINATOR)
        version = drafted()
        services.save_draft(acting=acting(Role.EXECUTIVE), version=version, told=text(text="ผู้บริหารแก้"))
        submission = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
        assert approvals.who_may_decide(submission, date(2025, 3, 17)) == []


def test_approved_on_paper_it_waits_for_the_signature_too(here, asks, acting, drafted, approver):
    with here.speaks():
        version = drafted()
        submission = approvals.submit(acting=acting(), kind="policy", thing=version.pk)
    told = {
        "verdict": "approves", "signer": here.people[Role.EXECUTIVE].pk, "number": "ตย 71001/20",
        "day": "14 มีนาคม 2568", "scan": SimpleUploadedFile("ลงนาม.jpg", saved("JPEG")),
    }  # fmt: skip
    assert asks().post(reverse("approval-on-paper", args=[submission.pk]), told).status_code == 302
    with here.speaks():
        found = PolicyVersion.objects.get(pk=version.pk)
        assert (found.state, found.approved) == (PolicyState.APPROVED, date(2025, 3, 14))
        assert Submission.objects.get().state == "approved"
