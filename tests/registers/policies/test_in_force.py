"""Signed, in force, made known, reviewed, replaced, repealed."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bad_inputs.planted import saved
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.links import Link
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies import services
from prongsai.registers.policies.models import MadeKnown, Policy, PolicyState, PolicyVersion
from prongsai.registers.policies.services import Way
from prongsai.registers.policies.task_sources import PolicyTasks
from signed_policies import sign

TODAY = date(2025, 3, 17)


def paper(here, **told) -> dict[str, object]:
    scan = SimpleUploadedFile("ลงนามแล้ว.jpg", saved("JPEG"))
    told = {"signer": here.people[Role.EXECUTIVE].pk, "signed": "14 มีนาคม 2568", "number": "", "since": "", **told}
    return {"scan": scan, **told}


def test_by_its_signed_paper_it_comes_into_force(here, asks, drafted, approved):
    with here.speaks():
        version = approved(drafted())
    assert asks().post(reverse("policy-sign", args=[version.pk]), paper(here)).status_code == 302
    with here.speaks():
        found = PolicyVersion.objects.get()
        assert (found.state, found.signed, found.since, found.signer_post) == (
            PolicyState.IN_FORCE, date(2025, 3, 14), date(2025, 3, 14), "นายกองค์การบริหารส่วนตำบล",
        )  # fmt: skip
        assert Policy.objects.get().review_due == date(2026, 3, 14)
    page = asks().get(version.get_absolute_url()).content.decode()
    assert "บันทึกย้อนหลัง" in page
    assert "ลงนามแล้ว.jpg" in page


@pytest.mark.parametrize(
    "wrong", [{"scan": ""}, {"signed": "18 มีนาคม 2568"}, {"since": "1 เมษายน 2568"}, {"signer": ""}], ids=str
)
def test_without_picture_or_on_a_day_to_come_nothing_comes_into_force(here, asks, drafted, approved, wrong):
    with here.speaks():
        version = approved(drafted())
    assert asks().post(reverse("policy-sign", args=[version.pk]), paper(here, **wrong)).status_code in (400, 409, 422)
    with here.speaks():
        assert PolicyVersion.objects.get().state == PolicyState.APPROVED


def test_what_is_not_approved_is_not_signed(here, asks, drafted):
    with here.speaks():
        version = drafted()
    assert asks().post(reverse("policy-sign", args=[version.pk]), paper(here)).status_code == 409


def test_a_new_version_ends_the_one_before_on_the_day_before(here, acting, holding, approved, scan):
    with here.speaks():
        first = holding(date(2025, 3, 3))
        second = approved(services.start_version(acting=acting(), policy=first.policy))
        with pytest.raises(Conflict):
            sign(here, second, acting(), scan, date(2025, 3, 3))
        sign(here, second, acting(), scan, date(2025, 3, 10))
        first, second = PolicyVersion.objects.order_by("number")
        assert (first.state, first.until) == (PolicyState.ENDED, date(2025, 3, 9))
        (told,) = services.policies_in_force()
        assert (told.number, told.since) == (2, date(2025, 3, 10))


def test_how_it_was_made_known_is_written_down(here, asks, holding):
    with here.speaks():
        version = holding()
    told = {"way": "meeting", "day": "17 มีนาคม 2568", "words": "ประชุมประจำเดือน"}
    assert asks().post(reverse("policy-made-known", args=[version.pk]), told).status_code == 302
    page = asks().get(version.get_absolute_url()).content.decode()
    assert "ประชุมประจำเดือน" in page
    wrong = asks().post(reverse("policy-made-known", args=[version.pk]), {**told, "day": ""})
    assert wrong.status_code == 400
    assert (
        asks().post(reverse("policy-made-known", args=[version.pk]), {**told, "day": "18 มีนาคม 2568"}).status_code
        == 409
    )


def test_another_room_tells_that_it_made_it_known(here, asks, acting, holding):
    with here.speaks():
        version = holding()
        services.note_made_known(
            acting=acting(), policy=version.policy_id, way=Way.CIRCULAR, words="ว 12", link=Link("policies")
        )
        made = MadeKnown.objects.get()
        assert (made.day, made.path, made.version) == (TODAY, reverse("policies"), version)


def test_what_is_not_in_force_is_not_made_known(here, acting, drafted):
    with here.speaks(), pytest.raises(Conflict):
        services.note_made_known(acting=acting(), policy=drafted().policy_id, way=Way.CIRCULAR)


def test_a_review_counts_a_year_anew(here, asks, holding):
    with here.speaks():
        version = holding()
        Policy.objects.update(review_due=date(2025, 3, 1))
    assert "ถึงกำหนดทบทวน" in asks().get(version.policy.get_absolute_url()).content.decode()
    assert asks().post(reverse("policy-review", args=[version.policy_id])).status_code == 302
    with here.speaks():
        assert Policy.objects.get().review_due == date(2026, 3, 17)


def test_repealed_it_is_no_longer_in_force_and_can_neither_be_repealed_nor_changed_again(here, asks, acting, holding):
    with here.speaks():
        version = holding(date(2025, 3, 3))
    told = {"day": "10 มีนาคม 2568", "because": "ยกเลิกโดยประกาศฉบับใหม่"}
    early = asks().post(reverse("policy-repeal", args=[version.pk]), {**told, "day": "1 มีนาคม 2568"})
    assert early.status_code == 409
    assert asks().post(reverse("policy-repeal", args=[version.pk]), {**told, "because": ""}).status_code == 400
    assert asks().post(reverse("policy-repeal", args=[version.pk]), told).status_code == 302
    assert asks().post(reverse("policy-repeal", args=[version.pk]), told).status_code == 409
    with here.speaks():
        assert services.policies_in_force() == []
        assert services.policy_in_force(version.policy_id) is None
        for deed in (services.start_version, services.confirm_review):
            with pytest.raises(Conflict):
                deed(acting=acting(), policy=version.policy)


def tasks(**whose) -> list[str]:
    return [task.key.split(":")[1] for task in PolicyTasks().open_tasks(TODAY, **whose)]


def test_tasks_say_what_is_still_to_be_done(here, acting, drafted, approved, scan, text):
    with here.speaks():
        version = approved(drafted())
        assert tasks() == ["sign"]
        sign(here, version, acting(), scan, TODAY)
        assert tasks() == ["tell"]
        services.note_made_known(acting=acting(), policy=version.policy_id, way=Way.WEB)
        assert tasks() == []
        Policy.objects.update(review_due=date(2025, 4, 10))
        assert tasks(units=frozenset({here.units["สำนักปลัด"].pk})) == ["review"]
        assert tasks(units=frozenset({here.units["กองคลัง"].pk})) == []
        services.add_existing(acting=acting(), agency=here.agency.pk, told=text(title="เก่า"), signed=TODAY, since=TODAY)
        assert sorted(tasks()) == ["paper", "review", "tell"]
