"""Lists, searching, writing drafts, two people at one draft, tasks, handing over."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.registers.circulars import services
from prongsai.registers.circulars.hand_over import KeptLists
from prongsai.registers.circulars.models import Audience, Briefing, Circular
from prongsai.registers.circulars.task_sources import CircularTasks

TODAY = date(2025, 3, 17)


@pytest.fixture
def filled(here):
    """What a form for a circular sends."""
    unit = here.units["กองคลัง"].pk
    return {"subject": "เรื่องใหม่", "words": "ข้อความ", "unit": unit, "audience": "all", "topic": ""}


def test_a_circular_is_found_by_words_however_they_are_typed(here, sent, asks):
    with here.speaks():
        sent(subject="แนวทางการยืมทรัพย์สิน ปี 2568")
        sent(subject="เรื่องอื่น")
    page = asks().get(reverse("circulars"), {"q": "ทรัพย์สิน ๒๕๖๘"}).content.decode()
    assert "แนวทางการยืมทรัพย์สิน" in page
    assert "เรื่องอื่น" not in page


def test_the_list_is_narrowed_by_unit_state_and_fiscal_year(here, sent, drafted, asks):
    with here.speaks():
        sent(subject="ส่งจากคลัง", unit=here.units["กองคลัง"])
        drafted(subject="ยังร่างอยู่")
    client, address = asks(), reverse("circulars")
    assert "ยังร่างอยู่" not in client.get(address, {"unit": here.units["กองคลัง"].pk}).content.decode()
    assert "ส่งจากคลัง" not in client.get(address, {"state": "draft"}).content.decode()
    assert "ส่งจากคลัง" in client.get(address, {"year": "๒๕๖๘"}).content.decode()
    assert "ส่งจากคลัง" not in client.get(address, {"year": "2567"}).content.decode()


def test_briefings_have_a_list_of_their_own(here, called, asks):
    with here.speaks():
        called()
        called(subject="อบรม", place="วัด")
    page = asks(Role.OFFICER).get(reverse("briefings"), {"q": "วัด"}).content.decode()
    assert "อบรม" in page
    assert "ชี้แจงแผนการใช้จ่าย" not in page


def test_the_list_says_what_one_has_still_to_acknowledge(here, sent, asks):
    with here.speaks():
        sent()
    assert "ท่านยังไม่รับทราบ" in asks(Role.OFFICER).get(reverse("circulars")).content.decode()


def test_a_draft_is_written_by_the_form(here, asks, filled):
    asks().post(reverse("new-circular"), filled | {"due": "21 มีนาคม 2568", "topic": "ethics"})
    with here.speaks():
        circular = Circular.objects.get()
        assert (circular.subject, circular.due, circular.topic) == ("เรื่องใหม่", date(2025, 3, 21), "ethics")
        assert [line.action for line in lines_of(here)][-1] == "circulars.drafted"


@pytest.mark.parametrize(("audience", "said"), [("units", "ส่วนราชการ"), ("people", "หนึ่งคน")])
def test_units_or_persons_must_be_ticked(here, asks, filled, audience, said):
    answer = asks().post(reverse("new-circular"), filled | {"audience": audience})
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_a_unit_of_the_other_agency_cannot_be_chosen(here, there, asks, filled):
    answer = asks().post(reverse("new-circular"), filled | {"unit": there.units["กองคลัง"].pk})
    assert answer.status_code == 400


def test_ticks_of_the_other_kind_are_not_kept(here, asks, filled):
    told = {"audience": "units", "units": [here.units["กองคลัง"].pk], "people": [here.people[Role.OFFICER].pk]}
    asks().post(reverse("new-circular"), filled | told)
    with here.speaks():
        circular = Circular.objects.get()
        assert (circular.audience_units, circular.audience_people) == ([here.units["กองคลัง"].pk], [])


def test_of_two_people_at_one_draft_the_second_is_shown_what_stands(here, drafted, asks, filled, acting):
    with here.speaks():
        circular = drafted()
    client, address = asks(Role.OFFICER), reverse("circular-edit", args=[circular.pk])
    seen = client.get(address).context["form"]["seen"].value()
    with here.speaks():
        services.save_circular(acting=acting(), circular=circular, told={"subject": "เปลี่ยนแล้ว"})
    answer = client.post(address, filled | {"seen": seen})
    assert answer.status_code == 409
    assert "เปลี่ยนแล้ว" in answer.content.decode()
    with here.speaks():
        assert Circular.objects.get().subject == "เปลี่ยนแล้ว"


@pytest.mark.parametrize("seen", ["", "x" * 300])
def test_a_form_without_its_mark_is_refused(here, drafted, asks, filled, seen):
    with here.speaks():
        circular = drafted()
    answer = asks().post(reverse("circular-edit", args=[circular.pk]), filled | {"seen": seen})
    assert answer.status_code == 400


def test_a_draft_is_changed_by_its_page(here, drafted, asks, filled):
    with here.speaks():
        circular = drafted()
    client, address = asks(), reverse("circular-edit", args=[circular.pk])
    seen = client.get(address).context["form"]["seen"].value()
    client.post(address, filled | {"seen": seen, "audience": "people", "people": [here.people[Role.OFFICER].pk]})
    with here.speaks():
        now = Circular.objects.get()
        told = (now.subject, now.audience, now.audience_people)
        assert told == ("เรื่องใหม่", Audience.PEOPLE, [here.people[Role.OFFICER].pk])


def test_a_briefing_is_changed_by_its_page(here, asks, acting, filled):
    with here.speaks():
        told = {"subject": "ร่าง", "words": "ก", "unit": here.units["กองคลัง"], "day": TODAY, "place": "ห้อง"}
        briefing = services.add_briefing(acting=acting(), agency=here.agency.pk, told=told)
    client, address = asks(), reverse("briefing-edit", args=[briefing.pk])
    seen = client.get(address).context["form"]["seen"].value()
    client.post(address, filled | {"seen": seen, "day": "18 มีนาคม 2568", "place": "หอประชุม"})
    with here.speaks():
        now = Briefing.objects.get()
        assert (now.subject, now.day, now.place) == ("เรื่องใหม่", date(2025, 3, 18), "หอประชุม")


def test_what_is_out_has_no_form_any_more(here, sent, asks):
    with here.speaks():
        circular = sent()
    assert asks().get(reverse("circular-edit", args=[circular.pk])).status_code == 409


def test_a_draft_is_sent_and_dropped_by_its_page(here, drafted, asks):
    with here.speaks():
        first, second = drafted(), drafted()
    client = asks()
    client.post(reverse("circular-send", args=[first.pk]), {"sent": "10 มีนาคม 2568"})
    client.post(reverse("circular-drop", args=[second.pk]))
    with here.speaks():
        (left,) = Circular.objects.all()
        assert (left.pk, left.sent, left.is_backdated) == (first.pk, date(2025, 3, 10), True)
    assert "บันทึกย้อนหลัง" in client.get(left.get_absolute_url()).content.decode()


def test_a_day_that_is_none_sends_nothing(here, drafted, asks):
    with here.speaks():
        circular = drafted()
    answer = asks().post(reverse("circular-send", args=[circular.pk]), {"sent": "31 กุมภาพันธ์ 2568"})
    assert answer.status_code == 400
    with here.speaks():
        assert Circular.objects.get().is_draft


def test_each_receiver_has_a_task_that_a_personal_link_opens(here, sent, acting):
    with here.speaks():
        circular, officer = sent(), here.people[Role.OFFICER].pk
        (task,) = CircularTasks().open_tasks(TODAY, person=officer)
        assert (task.person, task.due, task.by_link) == (officer, circular.due, True)
        assert len(list(CircularTasks().open_tasks(TODAY))) == 6
        assert list(CircularTasks().open_tasks(TODAY, units=frozenset({here.units["กองคลัง"].pk}))) == []
        services.acknowledge(acting=acting(Role.OFFICER), circular=circular)
        assert list(CircularTasks().open_tasks(TODAY, person=officer)) == []


def test_who_called_a_briefing_owes_its_attendance(here, called):
    with here.speaks():
        called()
        (task,) = CircularTasks().open_tasks(TODAY, person=here.people[Role.COORDINATOR].pk)
        assert task.key.startswith("circulars:attendance:")
        assert list(CircularTasks().open_tasks(date(2025, 3, 16))) == []


def test_who_leaves_hands_the_lists_over(here, sent, called, acting):
    with here.speaks():
        circular, briefing = sent(), called()
        sender, successor = here.people[Role.COORDINATOR].pk, here.people[Role.UNIT_HEAD].pk
        source = KeptLists()
        for thing in list(source.open_things(sender)):
            source.hand_over(thing.key, to=successor, actor="test")
        assert list(source.open_things(sender)) == []
        circular.refresh_from_db()
        briefing.refresh_from_db()
        assert circular.is_kept_by(acting(Role.UNIT_HEAD))
        assert briefing.is_kept_by(acting(Role.UNIT_HEAD))
        assert not circular.is_kept_by(acting(Role.COORDINATOR))
