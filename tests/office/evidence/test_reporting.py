"""A turn is reported: done, under way, nothing to report, not done; by oneself, by link, for somebody else."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from log_of_deeds import lines_of
from photographs import jpeg
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Proof, ProofState, StepTurn, TurnState
from prongsai.office.evidence.services import Reported
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.sessions import BY_LINK
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.ui.refusals import Conflict


@pytest.fixture
def turn(here, running) -> StepTurn:
    with here.speaks():
        return running.turn("จัดทำ")


def photograph() -> SimpleUploadedFile:
    return SimpleUploadedFile("ป้าย.jpg", jpeg(), content_type="image/jpeg")


def read(here, turn) -> StepTurn:
    with here.speaks():
        return StepTurn.objects.select_related("recorded_for", "unit").get(pk=turn.pk)


def test_a_photograph_and_a_sentence_are_enough(here, asks, turn):
    sent = {"files": photograph(), "result": "ติดป้าย 5 จุด", "deed": "done"}
    assert asks(Role.OFFICER).post(turn.get_absolute_url(), sent).status_code == 302
    found = read(here, turn)
    assert (found.state, found.result, found.happened) == (TurnState.DONE, "ติดป้าย 5 จุด", date(2025, 3, 17))
    with here.speaks():
        (proof,) = Proof.objects.all()
        assert (proof.words, proof.state, proof.unit) == ("ติดป้าย 5 จุด", ProofState.OFFERED, here.units["สำนักปลัด"])
        assert [use.turn for use in proof.uses.all()] == [found]
        assert "evidence.reported" in [line.action for line in lines_of(here)]


def test_a_photograph_alone_is_enough(here, asks, turn):
    assert asks(Role.OFFICER).post(turn.get_absolute_url(), {"files": photograph()}).status_code == 302
    assert read(here, turn).state == TurnState.DONE


def test_nothing_at_all_is_asked_for(here, asks, turn):
    answer = asks(Role.OFFICER).post(turn.get_absolute_url(), {"deed": "done"})
    assert answer.status_code == 400
    assert "result" in answer.context["form"].errors
    assert read(here, turn).state == TurnState.OPEN


def test_a_sentence_alone_waits_for_proof(here, asks, turn, page):
    asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ติดป้าย 5 จุด"})
    assert "รอหลักฐาน" in page(turn.get_absolute_url())
    with here.speaks():
        assert not Proof.objects.exists()


def test_counts_are_kept_by_their_names(here, asks, turn):
    sent = {"result": "ชี้แจง", "figure_1": "ผู้เข้าร่วม", "count_1": "๔๕", "figure_2": "จุด", "count_2": "5"}
    asks(Role.OFFICER).post(turn.get_absolute_url(), sent)
    assert read(here, turn).figures == {"ผู้เข้าร่วม": 45, "จุด": 5}


@pytest.mark.parametrize("half", [{"figure_1": "ผู้เข้าร่วม"}, {"count_1": "45"}])
def test_half_a_count_is_asked_for(asks, turn, half):
    assert asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ชี้แจง", **half}).status_code == 400


def test_an_earlier_day_is_told_with_the_day_of_entry(here, asks, turn, page):
    sent = {"result": "ติดป้าย 5 จุด", "happened_day": "3 มี.ค. 2568"}
    asks(Role.OFFICER).post(turn.get_absolute_url(), sent)
    found = read(here, turn)
    assert (found.happened, found.entered, found.is_backdated) == (date(2025, 3, 3), date(2025, 3, 17), True)
    text = page(turn.get_absolute_url())
    assert "บันทึกย้อนหลัง" in text
    assert "3 มีนาคม 2568" in text
    assert "17 มีนาคม 2568" in text


def test_nothing_to_report_is_said_as_such(here, asks, turn, page):
    assert asks(Role.OFFICER).post(turn.get_absolute_url(), {"deed": "none"}).status_code == 302
    assert read(here, turn).state == TurnState.NONE
    assert "ไม่มี" in page(turn.get_absolute_url())


def test_a_turn_under_way_stays_to_be_done(here, asks, turn):
    asks(Role.OFFICER).post(turn.get_absolute_url(), {"deed": "begun", "result": "ติดแล้ว 2 จุด"})
    found = read(here, turn)
    assert (found.state, found.happened, found.is_open) == (TurnState.BEGUN, None, True)


def test_what_is_not_done_says_why(here, asks, turn):
    address = reverse("turn-not-done", args=[turn.pk])
    assert asks(Role.OFFICER).post(address, {"because": ""}).status_code == 400
    assert asks(Role.OFFICER).post(address, {"because": "งบประมาณไม่พอ"}).status_code == 302
    found = read(here, turn)
    assert (found.state, found.reason) == (TurnState.DROPPED, "งบประมาณไม่พอ")


def test_a_turn_that_was_reported_is_not_reported_again(here, asks, turn):
    asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ติดป้าย 5 จุด"})
    assert asks(Role.UNIT_HEAD).post(turn.get_absolute_url(), {"result": "อีกครั้ง"}).status_code == 409
    assert read(here, turn).result == "ติดป้าย 5 จุด"


def test_the_head_of_the_unit_opens_it_again_and_the_history_keeps_what_was(here, asks, turn):
    asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ติดป้าย 5 จุด"})
    assert asks(Role.OFFICER).post(reverse("turn-reopen", args=[turn.pk])).status_code == 409
    assert asks(Role.UNIT_HEAD).post(reverse("turn-reopen", args=[turn.pk])).status_code == 302
    assert asks(Role.UNIT_HEAD).post(reverse("turn-reopen", args=[turn.pk])).status_code == 409
    found = read(here, turn)
    assert (found.state, found.happened, found.done_by) == (TurnState.OPEN, None, "")
    with here.speaks():
        assert len(history_of(found)) == 3


def test_another_unit_s_turn_is_reported_for_it_by_the_coordinator_alone(here, running, asks):
    with here.speaks():
        theirs = running.turn("ตรวจนับ", "กองคลัง")
    assert asks(Role.OFFICER).get(theirs.get_absolute_url()).status_code == 404
    assert asks().post(theirs.get_absolute_url(), {"result": "ตรวจแล้ว"}).status_code == 409
    address = reverse("turn-record-for", args=[theirs.pk])
    sent = {"recorded_for": here.people[Role.UNIT_HEAD].pk, "received_by": "line", "result": "ตรวจแล้ว 54 รายการ"}
    assert asks().post(address, {**sent, "happened_day": "14 มี.ค. 2568"}).status_code == 302
    found = read(here, theirs)
    assert (found.state, found.received_by, found.recorded_for) == ("done", "line", here.people[Role.UNIT_HEAD])
    assert found.happened == date(2025, 3, 14)
    with here.speaks():
        assert "evidence.reported_for" in [line.action for line in lines_of(here)]


def test_recording_for_somebody_asks_whose_it_is_and_how_it_came(asks, turn):
    answer = asks().post(reverse("turn-record-for", args=[turn.pk]), {"result": "ติดป้าย"})
    assert answer.status_code == 400
    assert {"recorded_for", "received_by"} <= set(answer.context["form"].errors)


def test_nobody_is_recorded_for_from_another_agency(there, asks, turn):
    sent = {"recorded_for": there.people[Role.OFFICER].pk, "received_by": "line", "result": "ติดป้าย"}
    answer = asks().post(reverse("turn-record-for", args=[turn.pk]), sent)
    assert "recorded_for" in answer.context["form"].errors


def test_a_day_to_come_is_refused(here, asks, turn, officer):
    sent = {"result": "ติดป้าย", "happened_day": "18 มี.ค. 2568"}
    assert asks(Role.OFFICER).post(turn.get_absolute_url(), sent).status_code == 400
    with here.speaks(), pytest.raises(Conflict):
        told = Reported(result="ติดป้าย", happened=date(2025, 3, 18))
        services.report_done(acting=officer, turn=turn, told=told)


def test_a_closed_year_takes_no_report(here, running, turn, asks):
    with here.speaks():
        running.cycle.closed = date(2025, 3, 1)
        running.cycle.save()
    assert asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ติดป้าย"}).status_code == 409
    assert read(here, turn).state == TurnState.OPEN


def test_proof_is_added_to_what_was_reported_without(here, asks, turn):
    officer = asks(Role.OFFICER)
    officer.post(turn.get_absolute_url(), {"result": "ติดป้าย 5 จุด"})
    address = reverse("turn-prove", args=[turn.pk])
    assert officer.post(address, {"result": "อยู่ในแฟ้ม"}).status_code == 409
    assert officer.post(address, {"files": photograph(), "result": "ภาพป้าย 5 จุด"}).status_code == 302
    with here.speaks():
        assert [proof.words for proof in Proof.objects.all()] == ["ภาพป้าย 5 จุด"]


def test_proof_is_not_added_to_what_was_not_reported(asks, turn):
    assert asks(Role.OFFICER).post(reverse("turn-prove", args=[turn.pk]), {"files": photograph()}).status_code == 409


def test_the_same_form_sent_twice_is_one_report(here, asks, turn):
    officer = asks(Role.OFFICER)
    text = officer.get(turn.get_absolute_url()).content.decode()
    key = text.split('name="once" value="')[1].split('"')[0] if 'name="once" value="' in text else ""
    assert key
    for _ in range(2):
        sent = {"result": "ติดป้าย 5 จุด", "document_number": "12/2568", "once": key}
        assert officer.post(turn.get_absolute_url(), sent).status_code == 302
    with here.speaks():
        assert Proof.objects.count() == 1


@pytest.mark.parametrize("what", ["state", "agency", "unit", "done_by", "result_2"])
def test_what_the_form_does_not_ask_changes_nothing(here, asks, turn, what):
    asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ติดป้าย", what: "1"})
    found = read(here, turn)
    assert (found.state, found.agency_id, found.unit) == ("done", here.agency.pk, here.units["สำนักปลัด"])


@pytest.fixture
def by_link(here, acting) -> Client:
    """A telephone that came by the personal link of the officer."""
    client = Client(headers={"accept-language": "th"})
    here.enters(client, Role.OFFICER)
    session = client.session
    session[BY_LINK] = True
    session.save()
    return client


def test_a_personal_link_reports_the_own_turn_and_opens_nothing_else(here, running, turn, by_link):
    assert by_link.post(turn.get_absolute_url(), {"files": photograph(), "result": "ติดป้าย 5 จุด"}).status_code == 302
    assert read(here, turn).done_by == f"link:{here.accounts[Role.OFFICER].pk}"
    with here.speaks():
        proof = Proof.objects.get()
        theirs = running.turn("ตรวจนับ", "กองคลัง")
    assert by_link.get(proof.get_absolute_url()).status_code == 200
    assert by_link.get(theirs.get_absolute_url()).status_code == 404
    year = running.cycle.pk
    for name, args in (
        ("progress", [year]), ("evidence", [year]), ("notes", [year]), ("facts", [year]),
        ("measure-progress", [running.measures[0].pk]), ("turn-record-for", [turn.pk]),
    ):  # fmt: skip
        assert by_link.get(reverse(name, args=args)).status_code == 404, name
    for name in ("proof-accept", "proof-return", "proof-use"):
        assert by_link.post(reverse(name, args=[proof.pk])).status_code == 404, name


def test_what_a_link_opens_leads_nowhere_that_it_does_not_open(running, turn, by_link):
    for address in (turn.get_absolute_url(), reverse("turn-not-done", args=[turn.pk])):
        text = by_link.get(address).content.decode()
        assert f'href="{reverse("rounds")}"' not in text
        assert f'href="{reverse("progress", args=[running.cycle.pk])}"' not in text


def test_a_sentence_that_says_enough_leads_back_to_the_own_part_one_that_does_not_is_asked_about(turn, by_link):
    sent = {"files": photograph(), "result": "จัดทำและติดป้ายประชาสัมพันธ์ที่จุดบริการ"}
    answer = by_link.post(turn.get_absolute_url(), sent)
    assert answer.url == turn.get_absolute_url()
    assert "เพื่อให้หลักฐานชัดเจนขึ้น" in by_link.get(answer.url).content.decode()


@pytest.mark.parametrize("deed", ["begun", "none"])
def test_for_somebody_else_too_it_is_under_way_or_nothing(here, asks, turn, deed):
    sent = {"recorded_for": here.people[Role.OFFICER].pk, "received_by": "telephone", "deed": deed}
    assert asks().post(reverse("turn-record-for", args=[turn.pk]), sent).status_code == 302
    found = read(here, turn)
    assert (found.state, found.received_by) == (deed, "telephone")


def test_what_was_reported_is_not_recorded_for_anybody(asks, turn):
    asks(Role.OFFICER).post(turn.get_absolute_url(), {"result": "ติดป้าย 5 จุด"})
    assert asks().get(reverse("turn-record-for", args=[turn.pk])).status_code == 409
