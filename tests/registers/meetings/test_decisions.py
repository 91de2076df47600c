"""Decisions: an owner always, a task of the owner, closed only with proof that the secretary accepts."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from log_of_deeds import lines_of
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import Decision, DecisionState, ProofState
from prongsai.registers.meetings.task_sources import MeetingTasks
from working_group import decided, item_of, secretary

TODAY = date(2025, 3, 17)
PROOF = {"sentence": "ติดป้าย 5 จุด เมื่อ 14 มีนาคม 2568", "kind": "paper"}
WHOLE = PROOF | {"paper_number": "ตย 71001/88", "paper_day": "14 มีนาคม 2568"}


def state_of(here, decision) -> str:
    with here.speaks():
        return Decision.objects.get(pk=decision.pk).state


@pytest.mark.parametrize("owner", ["person", "unit"])
def test_a_decision_is_written_down_with_owner_and_day(here, asks, held, owner):
    with here.speaks():
        item = item_of(held, 4)
    owners = {"person": here.people[Role.OFFICER].pk, "unit": here.units["กองคลัง"].pk}
    sent = {"what": "ทำเรื่องโอนงบประมาณ", "due": "31 มีนาคม 2568", owner: owners[owner]}
    assert asks().post(reverse("decide", args=[item.pk]), sent).status_code == 302
    with here.speaks():
        assert getattr(Decision.objects.get(), f"{owner}_id") == owners[owner]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [({"person": ""}, 400), ({"due": ""}, 400), ({"due": "1 มีนาคม 2568"}, 409), ({"what": " "}, 400)],
)
def test_without_owner_or_day_or_due_before_the_meeting_there_is_no_decision(here, asks, held, wrong, status):
    with here.speaks():
        item = item_of(held, 4)
    sent = {"what": "ทำ", "due": "31 มีนาคม 2568", "person": here.people[Role.OFFICER].pk} | wrong
    assert asks().post(reverse("decide", args=[item.pk]), sent).status_code == status
    with here.speaks():
        assert not Decision.objects.exists()


def test_the_database_itself_holds_no_decision_without_an_owner(here, decision):
    with here.speaks(), pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(person=None, unit=None)


def test_the_owner_hands_in_the_proof_and_the_secretary_closes(here, asks, decision):
    owner, keeper = asks(Role.OFFICER), asks(Role.COORDINATOR)
    assert owner.post(reverse("decision-prove", args=[decision.pk]), WHOLE).status_code == 302
    assert state_of(here, decision) == DecisionState.PROVED
    page = keeper.get(decision.get_absolute_url()).content.decode()
    assert "ตย 71001/88" in page
    assert keeper.post(reverse("decision-accept", args=[decision.pk])).status_code == 302
    assert state_of(here, decision) == DecisionState.CLOSED
    with here.speaks():
        assert Decision.objects.get().closed == TODAY
    assert "meetings.proof_accepted" in [line.action for line in lines_of(here)]


@pytest.mark.parametrize(
    ("sent", "missing"),
    [
        (PROOF, "paper_number"),
        (PROOF | {"kind": "file"}, "files"),
        (PROOF | {"kind": "link"}, "link"),
        (PROOF | {"kind": "link", "link": "ftp://nongkrachang.example/a"}, "link"),
        (WHOLE | {"sentence": ""}, "sentence"),
        ({"sentence": "ทำแล้ว"}, "kind"),
    ],
)
def test_a_proof_that_is_not_whole_closes_nothing(here, asks, decision, sent, missing):
    answer = asks(Role.OFFICER).post(reverse("decision-prove", args=[decision.pk]), sent)
    assert answer.status_code in (400, 422)
    assert missing in answer.context["form"].errors
    assert state_of(here, decision) == DecisionState.OPEN


def test_a_photograph_or_an_address_proves_it_too(here, asks, decision, held):
    client = asks(Role.OFFICER)
    file = SimpleUploadedFile("รูปป้าย.txt", b"five posters")
    client.post(reverse("decision-prove", args=[decision.pk]), PROOF | {"kind": "file", "files": file})
    page = client.get(decision.get_absolute_url()).content.decode()
    assert "รูปป้าย.txt" in page
    with here.speaks():
        second = decided(here, held, what="ลงประกาศ")
    sent = PROOF | {"kind": "link", "link": "https://nongkrachang.example/news/1"}
    assert client.post(reverse("decision-prove", args=[second.pk]), sent).status_code == 302


def test_nobody_accepts_the_proof_of_own_work(here, asks, acting, held, proof):
    with here.speaks():
        own = decided(here, held, person=here.people[Role.COORDINATOR])
        services.hand_in_proof(acting=acting(), decision=own, told=proof)
        with pytest.raises(Conflict):
            services.accept_proof(acting=acting(), decision=own)
        with pytest.raises(Conflict):
            services.return_proof(acting=acting(), decision=own, because="ขาด")
    assert reverse("decision-accept", args=[own.pk]) not in asks().get(own.get_absolute_url()).content.decode()


def test_what_the_secretary_handed_in_for_herself_she_does_not_accept_even_for_a_unit(here, acting, held, proof):
    with here.speaks():
        own = decided(here, held, person=None, unit=here.units["กองคลัง"])
        services.hand_in_proof(acting=acting(), decision=own, told=proof)
        with pytest.raises(Conflict):
            services.accept_proof(acting=acting(), decision=own)


def test_what_was_recorded_for_somebody_else_is_that_ones_work(here, asks, decision):
    client = asks(Role.COORDINATOR)
    sent = WHOLE | {"recorded_for": here.people[Role.OFFICER].pk}
    address = reverse("decision-prove", args=[decision.pk])
    assert client.post(address, sent).status_code == 400
    assert client.post(address, sent | {"received_by": "ไลน์"}).status_code == 302
    assert "ไลน์" in client.get(decision.get_absolute_url()).content.decode()
    assert client.post(reverse("decision-accept", args=[decision.pk])).status_code == 302
    assert state_of(here, decision) == DecisionState.CLOSED


def test_a_returned_proof_opens_the_decision_again_and_stays_on_its_page(here, asks, decision):
    owner, keeper = asks(Role.OFFICER), asks(Role.COORDINATOR)
    owner.post(reverse("decision-prove", args=[decision.pk]), WHOLE)
    assert keeper.post(reverse("decision-return", args=[decision.pk]), {"because": ""}).status_code == 400
    keeper.post(reverse("decision-return", args=[decision.pk]), {"because": "ขาดภาพถ่าย"})
    assert state_of(here, decision) == DecisionState.OPEN
    assert "ขาดภาพถ่าย" in owner.get(decision.get_absolute_url()).content.decode()
    assert owner.post(reverse("decision-prove", args=[decision.pk]), WHOLE).status_code == 302
    with here.speaks():
        assert [one.state for one in decision.proofs.all()] == [ProofState.WAITING, ProofState.RETURNED]


def test_steps_that_are_skipped_or_repeated_are_refused(here, asks, decision):
    owner, keeper = asks(Role.OFFICER), asks(Role.COORDINATOR)
    assert keeper.post(reverse("decision-accept", args=[decision.pk])).status_code == 409
    owner.post(reverse("decision-prove", args=[decision.pk]), WHOLE)
    assert owner.post(reverse("decision-prove", args=[decision.pk]), WHOLE).status_code == 409
    keeper.post(reverse("decision-accept", args=[decision.pk]))
    assert keeper.post(reverse("decision-accept", args=[decision.pk])).status_code == 409
    assert keeper.post(reverse("decision-drop", args=[decision.pk]), {"because": "ครั้งที่ 3"}).status_code == 409


def test_who_neither_owns_it_nor_keeps_the_papers_hands_in_nothing(here, asks, decision):
    assert asks(Role.UNIT_HEAD).post(reverse("decision-prove", args=[decision.pk]), WHOLE).status_code == 409
    assert asks(Role.OFFICER).post(reverse("decision-accept", args=[decision.pk])).status_code == 404


def test_a_decision_is_a_task_of_its_owner_then_of_the_secretary_then_of_nobody(here, asks, decision, proof):
    def keys(role: Role) -> list[str]:
        with here.speaks():
            person = here.people[role].pk
            return [task.key for task in MeetingTasks().open_tasks(TODAY, person=person)]

    assert keys(Role.OFFICER) == [f"meetings:decision:{decision.pk}"]
    assert keys(Role.COORDINATOR) == []
    with here.speaks():
        services.hand_in_proof(acting=acting_as(here.accounts[Role.OFFICER]), decision=decision, told=proof)
    assert keys(Role.OFFICER) == []
    assert keys(Role.COORDINATOR) == [f"meetings:proof:{decision.pk}"]
    with here.speaks():
        services.accept_proof(acting=secretary(here), decision=decision)
    assert keys(Role.OFFICER) == keys(Role.COORDINATOR) == []


def test_a_decision_of_a_unit_is_a_task_of_the_unit_and_late_after_its_day(here, held):
    with here.speaks():
        unit = here.units["กองคลัง"]
        decided(here, held, person=None, unit=unit)
        (task,) = MeetingTasks().open_tasks(TODAY, units=frozenset({unit.pk}))
        assert (task.unit, task.due, task.by_link) == (unit.pk, date(2025, 3, 31), True)
        assert task.is_late(date(2025, 4, 1))
        assert not task.is_late(date(2025, 3, 31))
        assert list(MeetingTasks().open_tasks(TODAY, units=frozenset({here.units["สำนักปลัด"].pk}))) == []


def test_a_meeting_past_its_day_waits_for_its_minutes(here, called):
    with here.speaks():
        person = here.people[Role.COORDINATOR].pk
        (task,) = MeetingTasks().open_tasks(TODAY, person=person)
        assert task.key == f"meetings:minutes:{called.pk}"
        assert len(list(MeetingTasks().open_tasks(TODAY))) == 1


def test_a_decision_is_mended_while_it_is_open_and_dropped_with_a_reason(here, asks, decision):
    client = asks()
    sent = {"what": "ติด 6 จุด", "due": "30 เมษายน 2568", "unit": here.units["กองคลัง"].pk, "person": ""}
    assert client.post(reverse("decision-edit", args=[decision.pk]), sent).status_code == 302
    with here.speaks():
        changed = Decision.objects.get()
        assert (changed.what, changed.person, changed.unit.name) == ("ติด 6 จุด", None, "กองคลัง")
    assert client.post(reverse("decision-drop", args=[decision.pk]), {"because": ""}).status_code == 400
    client.post(reverse("decision-drop", args=[decision.pk]), {"because": "มติครั้งที่ 3 ให้ยุติ"})
    assert "มติครั้งที่ 3 ให้ยุติ" in client.get(decision.get_absolute_url()).content.decode()
    assert client.get(reverse("decision-edit", args=[decision.pk])).status_code == 409


def test_the_list_shows_what_is_unfinished_late_or_closed(here, asks, acting, held, decision):
    with here.speaks():
        decided(here, held, what="เกินแล้ว", due=date(2025, 3, 12))
        dropped = decided(here, held, what="ยุติแล้ว")
        services.drop_decision(acting=acting(), decision=dropped, because="ไม่มีงบ")

    def shown(**asked) -> list[str]:
        return [line[0].what for line in asks().get(reverse("decisions"), asked).context["lines"]]

    assert shown() == ["เกินแล้ว", decision.what]
    assert shown(standing="late") == ["เกินแล้ว"]
    assert shown(standing="dropped") == ["ยุติแล้ว"]
    assert len(shown(standing="all")) == 3
    assert shown(standing="nonsense") == ["เกินแล้ว", decision.what]
    assert shown(owner=here.units["กองคลัง"].pk) == []


def test_the_list_of_meetings_warns_of_decisions_past_their_day(here, asks, held):
    with here.speaks():
        decided(here, held, due=date(2025, 3, 12))
    assert "มีเรื่องเกินกำหนด 1 เรื่อง" in asks().get(reverse("meetings")).content.decode()
