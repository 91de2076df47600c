"""What waits for whom: the page with three sentences, tasks, notices, and posts that change hands."""

from __future__ import annotations

from datetime import date

from django.test import Client
from django.urls import reverse

from office_line import WORDS, acts
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing
from prongsai.platform.modules import registry
from prongsai.platform.notices.models import Copy
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import Submission, Verdict
from prongsai.registers.approvals.services.telling import tell_anew
from prongsai.registers.approvals.task_sources import ApprovalTasks
from prongsai.registers.approvals.tasks import look_whose_turn_it_is, tell_whose_turn_it_is

TODAY = date(2025, 3, 17)


def open_notices(person) -> list[str]:
    return [copy.notice.subject for copy in Copy.objects.filter(person=person, done=None).select_related("notice")]


def test_the_executive_reads_three_sentences_of_each(here, asks, submitted):
    with here.speaks():
        submitted(opinions=())
    page = asks(Role.EXECUTIVE).get(reverse("approvals-waiting")).content.decode()
    assert all(sentence in page for sentence in (WORDS.why, WORDS.what, WORDS.asks))
    assert "ไม่มีเรื่องรอท่าน" in asks(Role.UNIT_HEAD).get(reverse("approvals-waiting")).content.decode()


def test_it_waits_for_one_after_the_other(here, acting, submitted, approver):
    with here.speaks():
        waiting = submitted()
        head, executive = here.people[Role.UNIT_HEAD], here.people[Role.EXECUTIVE]
        assert [one.pk for one, _turn in services.asked_of(head.pk, TODAY)] == [waiting.pk]
        assert services.asked_of(executive.pk, TODAY) == []
        services.give_opinion(acting=acting(Role.UNIT_HEAD), submission=waiting, verdict=Verdict.AGREES)
        assert services.asked_of(head.pk, TODAY) == []
        assert [one.pk for one, _turn in services.asked_of(approver.person_id, TODAY)] == [waiting.pk]


def test_whose_turn_it_is_is_told_and_the_submitter_hears_the_end(here, acting, submitted):
    with here.speaks():
        waiting = submitted(opinions=(Standing.HEAD,))
        assert open_notices(here.people[Role.UNIT_HEAD]) == ["เพื่อโปรดให้ความเห็น: ขออนุมัติจัดซื้อโคมไฟ"]
        services.give_opinion(acting=acting(Role.UNIT_HEAD), submission=waiting, verdict=Verdict.AGREES)
        assert open_notices(here.people[Role.UNIT_HEAD]) == []
        assert open_notices(here.people[Role.EXECUTIVE]) == ["เพื่อโปรดพิจารณา: ขออนุมัติจัดซื้อโคมไฟ"]
        services.approve(acting=acting(Role.EXECUTIVE), submission=waiting)
        assert open_notices(here.people[Role.EXECUTIVE]) == []
        assert open_notices(here.people[Role.OFFICER]) == ["อนุมัติแล้ว: ขออนุมัติจัดซื้อโคมไฟ"]


def test_a_task_is_of_the_person_and_opens_by_a_personal_link(here, submitted):
    assert any(isinstance(source, ApprovalTasks) for module in registry for source in module.tasks)
    with here.speaks():
        waiting, source = submitted(), ApprovalTasks()
        (task,) = source.open_tasks(TODAY, person=here.people[Role.UNIT_HEAD].pk)
        assert (task.url_name, task.arguments, task.by_link) == ("approval", {"submission": waiting.pk}, True)
        assert list(source.open_tasks(TODAY, person=here.people[Role.OFFICER].pk)) == []
        assert list(source.open_tasks(TODAY, units=frozenset({here.units["สำนักปลัด"].pk}))) == []
        assert len(list(source.open_tasks(TODAY))) == 1


def test_who_comes_to_act_in_a_post_is_told_in_the_morning(here, submitted, approver):
    with here.speaks():
        waiting = submitted(opinions=())
        assert tell_anew(here.agency, by="test") == 0
        acts(here, approver.person, Standing.EXECUTIVE, since=date(2025, 3, 17))
        assert tell_anew(here.agency, by="test") == 1
        assert open_notices(here.people[Role.EXECUTIVE]) == []
        assert open_notices(approver.person) == ["เพื่อโปรดพิจารณา: ขออนุมัติจัดซื้อโคมไฟ"]
        assert Submission.objects.get(pk=waiting.pk).asked == approver.person


def test_the_morning_job_looks_in_each_agency(here, submitted, approver):
    look_whose_turn_it_is(timestamp=0)
    with here.speaks():
        submitted(opinions=())
        acts(here, approver.person, Standing.EXECUTIVE, since=date(2025, 3, 17))
        tell_whose_turn_it_is(agency=here.agency.pk)
        assert Submission.objects.get().asked == approver.person


def test_by_a_personal_link_one_sees_what_one_is_asked_and_nothing_else(here, submitted, approver):
    with here.speaks():
        mine, other = submitted(), submitted(opinions=(), decides=Standing.APPROVER)
        linked = acting_as(here.accounts[Role.UNIT_HEAD], by_link=True)
        assert list(Submission.objects.visible_to(linked)) == [mine]
        officer = acting_as(here.accounts[Role.OFFICER], by_link=True)
        assert set(Submission.objects.visible_to(officer)) == {mine, other}
        services.give_opinion(acting=acting_as(linked.user), submission=mine, verdict=Verdict.AGREES)
        assert list(Submission.objects.visible_to(linked)) == [mine]


def test_who_is_nobody_here_sees_nothing(here, submitted):
    with here.speaks():
        waiting = submitted()
    assert Client().get(waiting.get_absolute_url()).status_code == 302
