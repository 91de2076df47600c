"""What was signed by hand: its picture, number and day, who signed, who wrote it down."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bad_inputs.planted import saved
from office_line import acts
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission, Verdict


def paper(**told) -> dict[str, object]:
    photograph = SimpleUploadedFile("ลงนามแล้ว.jpg", saved("JPEG"))
    told = {"verdict": "approves", "number": "ตย 71001/15", "day": "14 มีนาคม 2568", "text": "", **told}
    return {"scan": photograph, **told}


def test_a_signed_memo_is_written_down_with_both_days_and_the_open_opinions_stand_on_it(here, asks, submitted):
    with here.speaks():
        waiting = submitted()
    told = paper(signer=here.people[Role.EXECUTIVE].pk)
    assert asks(Role.COORDINATOR).post(reverse("approval-on-paper", args=[waiting.pk]), told).status_code == 302
    with here.speaks():
        done = Submission.objects.get()
        assert (done.state, done.settled) == ("approved", date(2025, 3, 14))
        steps = list(done.steps.all())
        assert [step.verdict for step in steps] == ["on_paper", "on_paper", "approves"]
        assert (steps[-1].paper_number, steps[-1].entered, steps[-1].person) == (
            "ตย 71001/15", date(2025, 3, 17), here.people[Role.EXECUTIVE],
        )  # fmt: skip
        assert steps[-1].entered_by == f"user:{here.accounts[Role.COORDINATOR].pk}"
    page = asks().get(waiting.get_absolute_url()).content.decode()
    assert "บันทึกย้อนหลัง" in page
    assert "ลงนามแล้ว.jpg" in page


def test_the_approver_signs_on_paper_what_is_the_approvers_to_decide(here, asks, submitted, approver):
    with here.speaks():
        waiting = submitted(opinions=(), decides=Standing.APPROVER)
    told = paper(signer=approver.person_id)
    assert asks().post(reverse("approval-on-paper", args=[waiting.pk]), told).status_code == 302
    with here.speaks():
        assert Submission.objects.get().steps.get().person == approver.person


def test_an_opinion_on_paper_leaves_the_rest_open(here, asks, submitted):
    with here.speaks():
        waiting = submitted()
    told = paper(signer=here.people[Role.UNIT_HEAD].pk, verdict="remarks", text="เห็นควรสอบราคา")
    assert asks().post(reverse("approval-on-paper", args=[waiting.pk]), told).status_code == 302
    with here.speaks():
        waiting = Submission.objects.get()
        assert [step.verdict for step in waiting.steps.all()] == ["remarks", "", ""]
        assert services.turn_of(waiting, date(2025, 3, 17)).by.title == "ปลัดองค์การบริหารส่วนตำบล"


def test_a_paper_may_return_it(here, asks, submitted):
    with here.speaks():
        waiting = submitted(opinions=())
    told = paper(signer=here.people[Role.EXECUTIVE].pk, verdict="returns", text="แก้วงเงิน")
    assert asks().post(reverse("approval-on-paper", args=[waiting.pk]), told).status_code == 302
    with here.speaks():
        assert Submission.objects.get().state == "returned"


@pytest.mark.parametrize(
    "wrong",
    [{"scan": ""}, {"number": " "}, {"day": "18 มีนาคม 2568"}, {"verdict": "returns"}, {"verdict": "agrees"}],
    ids=str,
)
def test_a_paper_that_lacks_something_decides_nothing(here, asks, submitted, wrong):
    with here.speaks():
        waiting = submitted(opinions=())
    told = paper(signer=here.people[Role.EXECUTIVE].pk, **wrong)
    assert asks().post(reverse("approval-on-paper", args=[waiting.pk]), told).status_code in (400, 409)
    with here.speaks():
        assert Submission.objects.get().is_waiting


@pytest.mark.parametrize("signer", [Role.OFFICER, Role.COORDINATOR, Role.UNIT_HEAD])
def test_who_stood_not_in_the_line_that_day_has_signed_nothing(here, asks, submitted, signer):
    with here.speaks():
        waiting = submitted(opinions=())
    answer = asks().post(reverse("approval-on-paper", args=[waiting.pk]), paper(signer=here.people[signer].pk))
    assert answer.status_code == 409
    assert "ตามตำแหน่ง ณ วันนั้น" in answer.content.decode()


def test_the_line_is_that_of_the_day_of_the_signature(here, asks, submitted, approver):
    with here.speaks():
        acts(here, approver.person, Standing.EXECUTIVE, since=date(2025, 3, 1), until=date(2025, 3, 14))
        waiting = submitted(opinions=())
    told = paper(signer=approver.person_id, day="15 มีนาคม 2568")
    assert asks().post(reverse("approval-on-paper", args=[waiting.pk]), told).status_code == 409
    assert (
        asks().post(reverse("approval-on-paper", args=[waiting.pk]), paper(signer=approver.person_id)).status_code
        == 302
    )


def test_nobody_signs_the_own_work_on_paper(here, submitted, acting, scan):
    with here.speaks():
        waiting = submitted(Role.EXECUTIVE, opinions=())
        with pytest.raises(Conflict):
            services.record_on_paper(
                acting=acting(), submission=waiting, signer=here.people[Role.EXECUTIVE], verdict=Verdict.APPROVES,
                number="1/2568", day=date(2025, 3, 17), scan=scan,
            )  # fmt: skip


def test_who_stands_above_may_have_signed_instead(here, submitted, acting, approver, scan):
    with here.speaks():
        waiting = submitted(opinions=(), decides=Standing.APPROVER)
        services.record_on_paper(
            acting=acting(), submission=waiting, signer=here.people[Role.EXECUTIVE], verdict=Verdict.APPROVES,
            number="1/2568", day=date(2025, 3, 17), scan=scan,
        )  # fmt: skip
        assert Submission.objects.get().steps.get().post == "นายกองค์การบริหารส่วนตำบล"


def test_the_picture_is_read_inside_the_office_only(here, asks, submitted, acting, scan):
    with here.speaks():
        waiting = submitted(opinions=())
        services.record_on_paper(
            acting=acting(), submission=waiting, signer=here.people[Role.EXECUTIVE], verdict=Verdict.APPROVES,
            number="1/2568", day=date(2025, 3, 17), scan=scan,
        )  # fmt: skip
    page = asks().get(waiting.get_absolute_url()).content.decode()
    address = next(part for part in page.split('"') if part.startswith("/files/"))
    assert asks(Role.AUDITOR).get(address).status_code == 200
    assert asks(Role.KIOSK).get(address).status_code == 404


def test_once_decided_no_paper_is_written_down(here, asks, submitted, acting):
    with here.speaks():
        waiting = submitted(opinions=())
        services.approve(acting=acting(Role.EXECUTIVE), submission=waiting)
    assert asks().get(reverse("approval-on-paper", args=[waiting.pk])).status_code == 409
