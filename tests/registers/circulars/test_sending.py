"""A circular goes out: to whom, who is told, what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.notices.models import Copy, FollowUp
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Circular, Receiver
from prongsai.registers.circulars.services import telling

TODAY = date(2025, 3, 17)


def test_everybody_who_works_here_receives_a_circular_to_all(here, sent):
    with here.speaks():
        gone = here.people[Role.AUDITOR]
        gone.left = TODAY
        gone.save()
        circular = sent()
        people = set(Person.objects.exclude(pk=gone.pk).values_list("pk", flat=True))
        assert set(circular.receivers.values_list("person", flat=True)) == people


def test_heads_receive_what_goes_to_heads(here, sent):
    with here.speaks():
        circular = sent(audience=Audience.HEADS)
        assert [one.person for one in circular.receivers.all()] == [here.people[Role.UNIT_HEAD]]


def test_a_unit_receives_what_goes_to_it(here, sent):
    with here.speaks():
        officer = here.people[Role.OFFICER]
        officer.unit = here.units["กองคลัง"]
        officer.save()
        circular = sent(audience=Audience.UNITS, audience_units=[here.units["กองคลัง"].pk])
        assert [one.person for one in circular.receivers.all()] == [officer]


def test_persons_named_receive_it_and_nobody_else(here, sent):
    with here.speaks():
        named = [here.people[Role.OFFICER].pk, here.people[Role.AUDITOR].pk]
        circular = sent(audience=Audience.PEOPLE, audience_people=named)
        assert set(circular.receivers.values_list("person", flat=True)) == set(named)


def test_a_receiver_keeps_the_unit_and_post_of_that_day(here, sent):
    with here.speaks():
        receiver = sent().receivers.get(person=here.people[Role.UNIT_HEAD])
        assert (receiver.post, receiver.unit) == ("หัวหน้าสำนักปลัด", here.units["สำนักปลัด"])


def test_each_receiver_is_told_and_followed_up_by_the_day(here, sent):
    with here.speaks():
        circular = sent()
        count = circular.receivers.count()
        assert Copy.objects.filter(notice__kind="circulars.acknowledge").count() == count
        follow_ups = FollowUp.objects.running().filter(kind="circulars.acknowledge")
        assert {one.person_id for one in follow_ups} == set(circular.receivers.values_list("person", flat=True))
        assert {one.due for one in follow_ups} == {date(2025, 3, 21)}


def test_without_a_day_nobody_is_followed_up(here, sent):
    with here.speaks():
        sent(due=None)
        assert not FollowUp.objects.running().exists()
        assert Copy.objects.filter(notice__kind="circulars.acknowledge").exists()


def test_who_sends_it_is_its_sender_whoever_wrote_it(here, drafted, acting):
    with here.speaks():
        circular = services.send(acting=acting(Role.UNIT_HEAD), circular=drafted(Role.OFFICER))
        assert circular.sender == here.people[Role.UNIT_HEAD]
        assert lines_of(here)[-1].action == "circulars.sent"


def test_an_earlier_day_is_marked_as_written_down_later(here, drafted, acting):
    with here.speaks():
        circular = services.send(acting=acting(), circular=drafted(), sent=TODAY - timedelta(days=10))
        assert (circular.sent, circular.entered, circular.is_backdated) == (TODAY - timedelta(days=10), TODAY, True)


@pytest.mark.parametrize(
    ("told", "day", "why"),
    [
        ({}, TODAY + timedelta(days=1), "วันที่ยังมาไม่ถึง"),
        ({"due": TODAY - timedelta(days=1)}, None, "อยู่ก่อนวันที่"),
        ({"audience": Audience.PEOPLE, "audience_people": []}, None, "ไม่มีผู้ใด"),
    ],
    ids=["a day to come", "a term before it", "nobody"],
)
def test_what_cannot_go_out_is_refused(here, drafted, acting, told, day, why):
    with here.speaks():
        circular = drafted(**told)
        with pytest.raises(Conflict, match=why):
            services.send(acting=acting(), circular=circular, sent=day)
        assert not Receiver.objects.exists()


def test_an_account_of_nobody_sends_nothing(here, drafted, acting):
    with here.speaks():
        circular = drafted()
        with pytest.raises(Conflict):
            services.send(acting=acting(Role.SYSTEM_ADMIN), circular=circular)


def test_what_is_out_cannot_be_sent_changed_or_dropped_again(here, sent, acting):
    with here.speaks():
        circular = sent()
        for deed in (
            lambda: services.send(acting=acting(), circular=circular),
            lambda: services.save_circular(acting=acting(), circular=circular, told={"subject": "อื่น"}),
            lambda: services.drop_circular(acting=acting(), circular=circular),
        ):
            with pytest.raises(Conflict):
                deed()
        circular.refresh_from_db()
        assert circular.subject == "แนวทางการยืมและคืนทรัพย์สินของราชการ"


def test_who_came_later_receives_it_too_and_nobody_twice(here, sent, acting):
    with here.speaks():
        circular = sent(audience=Audience.PEOPLE, audience_people=[here.people[Role.OFFICER].pk])
        people = [here.people[Role.OFFICER], here.people[Role.AUDITOR]]
        assert services.add_receivers(acting=acting(), circular=circular, people=people) == 1
        assert circular.receivers.count() == 2


def test_withdrawn_it_asks_nobody_any_more_and_tells_everybody_why(here, sent, acting):
    with here.speaks():
        circular = sent()
        services.withdraw(acting=acting(), circular=circular, because="แนบไฟล์ผิด")
        assert not FollowUp.objects.running().exists()
        assert not Copy.objects.filter(notice__kind="circulars.acknowledge", done__isnull=True).exists()
        told = Copy.objects.filter(notice__kind="circulars.withdrawn").select_related("notice")
        assert told.count() == circular.receivers.count()
        assert {one.notice.words for one in told} == {"แนบไฟล์ผิด"}
        with pytest.raises(Conflict):
            services.acknowledge(acting=acting(Role.OFFICER), circular=circular)


def test_only_its_sender_withdraws_it(here, sent, acting):
    with here.speaks():
        circular = sent()
        with pytest.raises(Conflict):
            services.withdraw(acting=acting(Role.EXECUTIVE), circular=circular, because="ไม่ใช่ผู้ส่ง")
        assert Circular.objects.sent().filter(pk=circular.pk).exists()


def test_a_dropped_draft_is_gone(here, drafted, acting):
    with here.speaks():
        circular = drafted()
        services.drop_circular(acting=acting(), circular=circular)
        assert not Circular.objects.exists()
        with pytest.raises(Conflict):
            services.drop_circular(acting=acting(), circular=circular)


def test_many_are_told_by_a_job_and_nobody_twice(here, drafted, acting, monkeypatch):
    monkeypatch.setattr(telling, "AT_ONCE", 2)
    with here.speaks():
        circular = services.send(acting=acting(), circular=drafted())
        assert circular.receivers.count() == 6
        assert not Copy.objects.filter(notice__kind="circulars.acknowledge").exists()
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        for _again in range(2):
            telling.tell_receivers.func(agency=here.agency.pk, circular=circular.pk)
        assert Copy.objects.filter(notice__kind="circulars.acknowledge").count() == 5
        assert FollowUp.objects.running().count() == 5


def test_a_job_tells_nobody_of_what_was_withdrawn_meanwhile(here, drafted, acting, monkeypatch):
    monkeypatch.setattr(telling, "AT_ONCE", 2)
    with here.speaks():
        circular = services.send(acting=acting(), circular=drafted())
        services.withdraw(acting=acting(), circular=circular, because="ผิด")
        telling.tell_receivers.func(agency=here.agency.pk, circular=circular.pk)
        assert not Copy.objects.filter(notice__kind="circulars.acknowledge").exists()
