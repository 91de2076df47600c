"""Submitting, withdrawing, submitting again; and for whom it is written down."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from log_of_deeds import lines_of
from office_line import WORDS
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission, SubmissionState
from prongsai.registers.tasks.services import Channel

TOLD = {
    "subject": "ขออนุมัติจัดอบรม", "why": "ตามแผนอบรม", "what": "อบรมหนึ่งวัน", "asks": "โปรดอนุมัติ", "decides": "executive",
    "opinions": ["head", "approver"], "received_by": "", "day": "", "recorded_for": "",
}  # fmt: skip


def test_an_officer_submits_a_matter_with_its_enclosure(here, asks, approver):
    told = {**TOLD, "unit": here.units["สำนักปลัด"].pk, "files": SimpleUploadedFile("โครงการ.txt", "เนื้อหา".encode())}
    answer = asks().post(reverse("new-matter"), told)
    assert answer.status_code == 302
    with here.speaks():
        found = Submission.objects.get()
        assert (found.state, found.version, found.submitter) == (SubmissionState.WAITING, 1, here.people[Role.OFFICER])
        assert [step.standing for step in found.steps.all()] == ["head", "approver", "executive"]
    page = asks().get(answer.url).content.decode()
    assert "โครงการ.txt" in page
    assert "รอความเห็นของ หัวหน้าสำนักปลัด" in " ".join(page.split())


def test_opinions_from_the_height_of_who_decides_are_not_asked_for(here, asks, approver):
    asks().post(reverse("new-matter"), {**TOLD, "unit": here.units["กองคลัง"].pk, "decides": "approver"})
    with here.speaks():
        assert [step.standing for step in Submission.objects.get().steps.all()] == ["head", "approver"]


@pytest.mark.parametrize(
    "wrong", [{"why": " "}, {"subject": ""}, {"decides": "staff"}, {"day": "30 กุมภาพันธ์ 2568"}], ids=str
)
def test_a_matter_that_lacks_something_is_shown_again(here, asks, wrong):
    told = {**TOLD, "unit": here.units["สำนักปลัด"].pk, **wrong}
    assert asks().post(reverse("new-matter"), told).status_code in (400, 422)
    with here.speaks():
        assert not Submission.objects.exists()


def test_what_another_handed_in_is_written_down_for_that_person(here, asks, approver):
    told = {
        **TOLD, "unit": here.units["สำนักปลัด"].pk, "day": "10 มีนาคม 2568", "received_by": "line",
        "recorded_for": here.people[Role.UNIT_HEAD].pk,
    }  # fmt: skip
    page = asks().post(reverse("new-matter"), told, follow=True).content.decode()
    assert "บันทึกแทน" in page
    assert "บันทึกย้อนหลัง" in page
    with here.speaks():
        found = Submission.objects.get()
        assert (found.submitted, found.entered) == (date(2025, 3, 10), date(2025, 3, 17))
        assert (found.submitter, found.received_by) == (here.people[Role.UNIT_HEAD], Channel.LINE)
        assert found.author_people == sorted({here.people[Role.UNIT_HEAD].pk, here.people[Role.OFFICER].pk})


def test_the_way_it_came_in_and_the_person_are_told_together(here, asks):
    told = {**TOLD, "unit": here.units["สำนักปลัด"].pk, "received_by": "line"}
    assert asks().post(reverse("new-matter"), told).status_code == 400


def test_a_day_to_come_is_refused(here, submitted):
    with here.speaks(), pytest.raises(Conflict):
        submitted(day=date(2025, 3, 18))


def test_a_thing_waits_only_once(here, acting, submitted):
    with here.speaks():
        waiting = submitted()
        with pytest.raises(Conflict):
            services.submit(acting=acting(), kind="matter", thing=waiting.thing, sentences=WORDS)


def test_withdrawn_it_is_submitted_again_as_a_new_version_and_the_old_one_stays(here, asks, submitted):
    with here.speaks():
        first = submitted()
    assert asks().post(reverse("approval-withdraw", args=[first.pk])).status_code == 302
    again = reverse("approval-submit", args=["matter", first.thing])
    assert WORDS.why in asks().get(again).content.decode()
    told = {"why": "เหตุผลใหม่", "what": "สาระ", "asks": "โปรดอนุมัติ", "received_by": "", "day": "", "recorded_for": ""}
    assert asks().post(again, told).status_code == 302
    with here.speaks():
        versions = list(services.submissions_of("matter", first.thing))
        assert [(each.version, each.state, each.why) for each in versions] == [
            (2, "waiting", "เหตุผลใหม่"), (1, "withdrawn", WORDS.why),
        ]  # fmt: skip
        assert services.latest_submission("matter", first.thing) == versions[0]


def test_a_stranger_to_the_matter_does_not_take_it_back(here, acting, submitted):
    with here.speaks():
        waiting = submitted()
        outsider = acting_as(here.accounts[Role.EXECUTIVE])
        with pytest.raises(Conflict):
            services.withdraw(acting=outsider, submission=waiting)


def test_what_was_approved_is_not_submitted_again(here, asks, acting, submitted):
    with here.speaks():
        done = submitted(opinions=())
        services.approve(acting=acting(Role.EXECUTIVE), submission=done)
    assert asks().get(reverse("approval-submit", args=["matter", done.thing])).status_code == 409


def test_a_kind_or_thing_that_is_not_there_is_not_found(here, asks):
    assert asks().get(reverse("approval-submit", args=["nothing", 1])).status_code == 404
    assert asks().get(reverse("approval-submit", args=["matter", 2**40])).status_code == 404


def test_submitting_leaves_a_line_in_the_log(here, submitted):
    with here.speaks():
        submitted()
    assert "approvals.submitted" in [line.action for line in lines_of(here)]
