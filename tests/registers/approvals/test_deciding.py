"""Opinions, approval and return on screen, by who does the work of the post that day."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from office_line import acts
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services
from prongsai.registers.approvals.kinds import Decision, approval_kinds
from prongsai.registers.approvals.models import Submission, SubmissionState, Verdict


def state_of(submission: Submission) -> str:
    return Submission.objects.get(pk=submission.pk).state


def test_head_and_approver_give_their_opinions_and_the_executive_approves(here, asks, submitted, approver):
    with here.speaks():
        waiting = submitted()
    page = waiting.get_absolute_url()
    assert "ให้ความเห็น" in asks(Role.UNIT_HEAD).get(page).content.decode()
    told = {"verdict": "agrees", "text": ""}
    assert asks(Role.UNIT_HEAD).post(reverse("approval-opinion", args=[waiting.pk]), told).status_code == 302
    told = {"verdict": "remarks", "text": "ควรสอบราคาเพิ่มอีกหนึ่งร้าน"}
    assert asks(approver).post(reverse("approval-opinion", args=[waiting.pk]), told).status_code == 302
    assert asks(Role.EXECUTIVE).post(reverse("approval-approve", args=[waiting.pk]), {"text": ""}).status_code == 302
    with here.speaks():
        done = Submission.objects.get()
        assert (done.state, done.settled) == (SubmissionState.APPROVED, date(2025, 3, 17))
        assert [(step.verdict, step.post) for step in done.steps.all()] == [
            ("agrees", "หัวหน้าสำนักปลัด"),
            ("remarks", "ปลัดองค์การบริหารส่วนตำบล"),
            ("approves", "นายกองค์การบริหารส่วนตำบล"),
        ]
    assert "ควรสอบราคาเพิ่มอีกหนึ่งร้าน" in asks().get(page).content.decode()


def test_nobody_approves_before_the_opinions_are_given(here, acting, submitted):
    with here.speaks():
        waiting = submitted()
        with pytest.raises(Conflict):
            services.approve(acting=acting(Role.EXECUTIVE), submission=waiting)


def test_nobody_decides_out_of_turn(here, acting, submitted, approver):
    with here.speaks():
        waiting = submitted()
        for who in (acting_as(approver), acting(Role.OFFICER), acting(Role.COORDINATOR)):
            with pytest.raises(Conflict):
                services.give_opinion(acting=who, submission=waiting, verdict=Verdict.AGREES)


def test_nobody_gives_an_opinion_on_or_approves_the_own_work(here, acting, submitted, approver):
    with here.speaks():
        waiting = submitted(Role.UNIT_HEAD, opinions=(), decides=Standing.HEAD)
        with pytest.raises(Conflict):
            services.approve(acting=acting(Role.UNIT_HEAD), submission=waiting)
        services.approve(acting=acting_as(approver), submission=waiting)
        assert state_of(waiting) == "approved"


def test_who_made_a_personal_link_cannot_answer_with_it_in_the_name_of_another(here, submitted):
    """A link passes through the hands of who makes it."""
    with here.speaks():
        waiting, for_opinion = submitted(opinions=()), submitted()
        with pytest.raises(Conflict):
            services.approve(acting=acting_as(here.accounts[Role.EXECUTIVE], by_link=True), submission=waiting)
        with pytest.raises(Conflict):
            services.return_for_changes(
                acting=acting_as(here.accounts[Role.EXECUTIVE], by_link=True), submission=waiting, because="แก้"
            )
        with pytest.raises(Conflict):
            services.give_opinion(
                acting=acting_as(here.accounts[Role.UNIT_HEAD], by_link=True),
                submission=for_opinion,
                verdict=Verdict.AGREES,
            )
        assert state_of(waiting) == "waiting"


def test_what_the_executive_submits_is_decided_above_the_office(here, asks, submitted):
    with here.speaks():
        waiting = submitted(Role.EXECUTIVE, opinions=())
    page = asks().get(waiting.get_absolute_url()).content.decode()
    assert "ไม่มีผู้มีอำนาจเหนือกว่าในหน่วยงาน" in page


def test_who_acts_for_the_executive_decides_and_the_own_opinion_falls_away(here, asks, acting, submitted, approver):
    with here.speaks():
        acts(here, approver.person, Standing.EXECUTIVE, since=date(2025, 3, 10), until=date(2025, 3, 20))
        waiting = submitted()
        services.give_opinion(acting=acting(Role.UNIT_HEAD), submission=waiting, verdict=Verdict.AGREES)
    assert "คำสั่ง ที่ 15/2568" in asks(approver).get(waiting.get_absolute_url()).content.decode()
    assert asks(Role.EXECUTIVE).post(reverse("approval-approve", args=[waiting.pk])).status_code == 409
    assert asks(approver).post(reverse("approval-approve", args=[waiting.pk])).status_code == 302
    with here.speaks():
        opinion, decision = Submission.objects.get().steps.all()[1:]
        assert opinion.verdict == Verdict.FELL_AWAY
        assert (decision.person, decision.is_acting, decision.order_reference) == (
            approver.person, True, "คำสั่ง ที่ 15/2568",
        )  # fmt: skip


def test_who_holds_both_posts_is_asked_once_and_the_next_higher_decides(here, acting, submitted, approver):
    with here.speaks():
        acts(here, approver.person, Standing.HEAD, since=date(2025, 3, 1))
        waiting = submitted(opinions=(Standing.HEAD,), decides=Standing.APPROVER)
        services.give_opinion(acting=acting_as(approver), submission=waiting, verdict=Verdict.AGREES)
        with pytest.raises(Conflict):
            services.approve(acting=acting_as(approver), submission=waiting)
        services.approve(acting=acting(Role.EXECUTIVE), submission=waiting)
        assert state_of(waiting) == "approved"


def test_a_remark_or_an_objection_needs_words(here, asks, submitted):
    with here.speaks():
        waiting = submitted()
    for verdict in ("remarks", "objects"):
        answer = asks(Role.UNIT_HEAD).post(reverse("approval-opinion", args=[waiting.pk]), {"verdict": verdict})
        assert answer.status_code == 400
        assert "โปรดเขียนข้อสังเกตสั้น ๆ" in answer.content.decode()


def test_who_is_asked_for_an_opinion_may_return_it_with_a_reason(here, asks, submitted):
    with here.speaks():
        waiting = submitted()
    empty = asks(Role.UNIT_HEAD).post(reverse("approval-return", args=[waiting.pk]), {"because": " "})
    assert empty.status_code == 400
    told = {"because": "แนบใบเสนอราคาด้วย"}
    assert asks(Role.UNIT_HEAD).post(reverse("approval-return", args=[waiting.pk]), told).status_code == 302
    with here.speaks():
        assert state_of(waiting) == "returned"
    assert "แนบใบเสนอราคาด้วย" in asks().get(reverse("approval-submit", args=["matter", waiting.thing])).content.decode()


def test_what_is_decided_is_decided(here, acting, submitted):
    with here.speaks():
        done = submitted(opinions=())
        services.approve(acting=acting(Role.EXECUTIVE), submission=done)
        for deed in (services.approve, services.withdraw):
            with pytest.raises(Conflict):
                deed(acting=acting(Role.EXECUTIVE), submission=done)


class Refusing:
    """A room that has come to think otherwise at the last moment."""

    key, title = "refusing", "Refusing"
    heard: list[Decision]

    def __init__(self) -> None:
        self.heard = []

    def tell(self, thing: int):
        return approval_kinds["matter"].tell(thing)

    def may_submit(self, acting, thing: int) -> bool:
        return True

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:
        pass

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:
        self.heard.append(decision)
        raise Conflict

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:
        self.heard.append(decision)


@pytest.fixture
def refusing(monkeypatch) -> Refusing:
    room = Refusing()
    monkeypatch.setitem(approval_kinds._kinds, "refusing", room)
    return room


def test_the_room_that_owns_the_thing_hears_of_the_decision_and_may_stop_it(here, acting, submitted, refusing):
    with here.speaks():
        waiting = submitted(opinions=())
        Submission.objects.filter(pk=waiting.pk).update(kind="refusing")
        with pytest.raises(Conflict):
            services.approve(acting=acting(Role.EXECUTIVE), submission=waiting)
        (heard,) = refusing.heard
        assert (heard.post, heard.day, heard.on_paper, heard.is_backdated) == (
            "นายกองค์การบริหารส่วนตำบล", date(2025, 3, 17), False, False,
        )  # fmt: skip
        assert state_of(waiting) == "waiting"


def test_the_room_hears_of_a_withdrawal(here, acting, submitted, refusing):
    with here.speaks():
        waiting = submitted()
        Submission.objects.filter(pk=waiting.pk).update(kind="refusing")
        services.withdraw(acting=acting(), submission=waiting)
        assert refusing.heard == [None]


def test_a_second_room_of_the_same_key_is_refused(refusing):
    with pytest.raises(ValueError, match="refusing"):
        approval_kinds.register(refusing)
    with pytest.raises(ValueError, match="nothing"):
        approval_kinds["nothing"]
