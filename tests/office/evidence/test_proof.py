"""Proof is given, accepted by another, returned with a reason, used for many things, and asked anew when it ends."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from log_of_deeds import lines_of
from photographs import jpeg
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Proof, ProofState, ProofUse
from prongsai.office.evidence.services import Given
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.states import State

TODAY = date(2025, 3, 17)


@pytest.fixture
def proof(here, running, officer) -> Proof:
    with here.speaks():
        return running.given(officer, turn=running.turn("จัดทำ"))


def read(here, proof) -> Proof:
    with here.speaks():
        return Proof.objects.get(pk=proof.pk)


def test_another_accepts_it_with_one_press_from_the_list(here, running, asks, proof, page):
    assert "รอตรวจ" in page(reverse("evidence", args=[running.cycle.pk]))
    answer = asks().post(reverse("proof-accept", args=[proof.pk]) + "?list=1")
    assert answer.url == reverse("evidence", args=[running.cycle.pk])
    found = read(here, proof)
    coordinator = here.accounts[Role.COORDINATOR].pk
    assert (found.state, found.decided_by, found.decided) == (ProofState.ACCEPTED, f"user:{coordinator}", TODAY)
    with here.speaks():
        assert "evidence.proof_accepted" in [line.action for line in lines_of(here)]


@pytest.mark.parametrize("by_link", [False, True])
def test_nobody_accepts_or_returns_what_they_gave_themselves(here, running, coordinator, by_link):
    with here.speaks():
        giver = acting_as(here.accounts[Role.COORDINATOR], by_link=by_link)
        own = running.given(giver)
        for deed in (
            lambda: services.accept_proof(acting=coordinator, proof=own),
            lambda: services.return_proof(acting=coordinator, proof=own, because="ไม่ชัด"),
        ):
            with pytest.raises(Conflict):
                deed()
        assert Proof.objects.get(pk=own.pk).state == ProofState.OFFERED


def test_for_whom_it_was_written_down_does_not_accept_it_but_who_wrote_it_may(here, running, coordinator, acting):
    with here.speaks():
        told = Given(words="ตรวจ 54 รายการ", recorded_for=here.people[Role.UNIT_HEAD], received_by="line",
                     unit=here.units["สำนักปลัด"])  # fmt: skip
        given = services.give_proof(acting=coordinator, cycle=running.cycle, given=told)
        with pytest.raises(Conflict):
            services.accept_proof(acting=acting(Role.UNIT_HEAD), proof=given)
        services.accept_proof(acting=coordinator, proof=given)


def test_a_head_accepts_for_the_own_unit_only(here, running, coordinator, acting):
    with here.speaks():
        units = here.units
        own, other = (
            services.give_proof(acting=coordinator, cycle=running.cycle, given=Given(words="ก", unit=units[name]))
            for name in ("สำนักปลัด", "กองคลัง")
        )
        services.accept_proof(acting=acting(Role.UNIT_HEAD), proof=own)
        with pytest.raises(Conflict):
            services.accept_proof(acting=acting(Role.UNIT_HEAD), proof=other)


def test_accepted_twice_it_was_accepted_once(here, asks, proof):
    assert asks().post(reverse("proof-accept", args=[proof.pk])).status_code == 302
    assert asks(Role.EXECUTIVE).post(reverse("proof-accept", args=[proof.pk])).status_code == 409


def test_it_is_returned_with_a_reason_and_waits_again_once_changed(here, asks, proof, page):
    address = reverse("proof-return", args=[proof.pk])
    assert asks().post(address, {"because": " "}).status_code == 400
    assert asks().post(address, {"because": "ขอภาพให้ครบ 5 จุด"}).status_code == 302
    assert asks().post(address, {"because": "อีกครั้ง"}).status_code == 409
    assert "ขอภาพให้ครบ 5 จุด" in page(proof.get_absolute_url(), Role.OFFICER)
    form = asks(Role.OFFICER).get(reverse("proof-change", args=[proof.pk])).context["form"]
    sent = {
        "words": "ภาพถ่ายป้ายครบ 5 จุด",
        "seen": form.initial["seen"],
        "files": photograph(),
        "happened_day": "3 มีนาคม 2568",
    }
    assert asks(Role.OFFICER).post(reverse("proof-change", args=[proof.pk]), sent).status_code == 302
    found = read(here, proof)
    assert (found.state, found.returned_because, found.words) == (ProofState.OFFERED, "", "ภาพถ่ายป้ายครบ 5 จุด")


def test_an_accepted_proof_is_returned_but_never_changed(here, running, asks, coordinator, officer):
    with here.speaks():
        accepted = running.accepted()
        with pytest.raises(Conflict):
            services.change_proof(acting=officer, proof=accepted, told={"words": "อื่น"})
        with pytest.raises(Conflict):
            services.answer_questions(acting=officer, proof=accepted, answer="อื่น")
    assert asks(Role.OFFICER).get(reverse("proof-change", args=[accepted.pk])).status_code == 409
    assert asks().post(reverse("proof-return", args=[accepted.pk]), {"because": "ลิงก์เปิดไม่ได้"}).status_code == 302
    assert read(here, accepted).state == ProofState.RETURNED


def test_who_opened_it_before_somebody_else_changed_it_is_told(here, asks, proof):
    address = reverse("proof-change", args=[proof.pk])
    seen = asks(Role.OFFICER).get(address).context["form"].initial["seen"]
    told = {"seen": seen, "happened_day": "3 มีนาคม 2568", "document_number": "12/2568"}
    assert asks(Role.UNIT_HEAD).post(address, {**told, "words": "คำของหัวหน้า"}).status_code == 302
    answer = asks(Role.OFFICER).post(address, {**told, "words": "คำของเจ้าหน้าที่"})
    assert answer.status_code == 409
    assert "คำของหัวหน้า" in answer.content.decode()
    assert read(here, proof).words == "คำของหัวหน้า"


def test_one_proof_serves_many_turns_measures_and_items(here, running, asks, proof):
    with here.speaks():
        turn = running.turn("สรุปรายเดือน")
    address = reverse("proof-use", args=[proof.pk])
    for use in (f"t-{turn.pk}", f"m-{running.measures[1].pk}", "i-O14", "i-O14"):
        assert asks().post(address, {"use": use}).status_code == 302
    with here.speaks():
        uses = ProofUse.objects.filter(proof=proof)
        assert [(use.turn_id is not None, use.measure_id is not None, use.item) for use in uses] == [
            (True, False, ""), (True, False, ""), (False, True, ""), (False, False, "O14"),
        ]  # fmt: skip


@pytest.mark.parametrize("use", ["", "i-O99", "x-1", "m-0", "t-999999", "m-1;2", "m-", "t-9e9"])
def test_a_use_that_is_none_is_refused(asks, proof, use):
    assert asks().post(reverse("proof-use", args=[proof.pk]), {"use": use}).status_code in (404, 409)


def test_a_use_is_taken_away_while_it_waits(here, running, asks, proof):
    with here.speaks():
        use = ProofUse.objects.get(proof=proof)
        accepted = running.accepted(item="O14")
        kept = ProofUse.objects.get(proof=accepted)
    assert asks(Role.OFFICER).post(reverse("proof-use-stop", args=[use.pk])).status_code == 302
    assert asks().post(reverse("proof-use-stop", args=[kept.pk])).status_code == 409
    with here.speaks():
        assert list(ProofUse.objects.all()) == [kept]


def test_a_proof_that_ended_is_asked_for_anew(here, running, officer, coordinator):
    with here.speaks():
        turn = running.turn("จัดทำ")
        services.report_done(acting=officer, turn=turn, told=services.Reported(result="ติดป้าย 5 จุด"))
        proof, turn = running.accepted(turn=turn), running.turn("จัดทำ")
        assert services.progress_of_turn(turn, TODAY).state is State.DONE
        Proof.objects.filter(pk=proof.pk).update(expires=date(2025, 3, 16))
        assert services.progress_of_turn(turn, TODAY).state is State.AWAITING_EVIDENCE
        found = Proof.objects.select_related("round").get(pk=proof.pk)
        assert "expired" in [question.code for question in services.questions_of([found], TODAY)[proof.pk]]


def test_the_same_file_used_before_is_asked_about_once_and_the_answer_is_kept(here, running, asks, officer, page):
    file = made_here(jpeg(), "ป้าย.jpg", Kind.JPEG)
    with here.speaks():
        told = {"happened": date(2025, 3, 3), "files": [file], "unit": here.units["สำนักปลัด"]}
        first, second = (
            services.give_proof(acting=officer, cycle=running.cycle, given=Given(words=words, **told))
            for words in ("ติดป้าย 5 จุด เมื่อวันที่ 3 มีนาคม 2568", "ติดป้าย 9 หมู่บ้าน เมื่อวันที่ 3 มีนาคม 2568")
        )
        asked = services.questions_of([first, second], TODAY)
        assert [question.code for question in asked[first.pk]] == []
        assert [question.code for question in asked[second.pk]] == ["recycled"]
    assert "เคยใช้มาก่อน" in page(second.get_absolute_url(), Role.OFFICER)
    address = reverse("proof-answer", args=[second.pk])
    assert asks(Role.OFFICER).post(address, {"answer": "ป้ายแบบเดียวกัน ใช้ได้ทั้งสองเรื่อง"}).status_code == 302
    text = page(second.get_absolute_url(), Role.OFFICER)
    assert "ใช้ได้ทั้งสองเรื่อง" in text
    assert "เพื่อให้หลักฐานชัดเจนขึ้น" not in text


def test_the_question_stands_beside_its_field_when_it_is_changed(here, running, asks, officer):
    with here.speaks():
        told = Given(words="ติดป้ายแล้ว", happened=date(2024, 3, 3), unit=here.units["สำนักปลัด"])
        old = services.give_proof(acting=officer, cycle=running.cycle, given=told)
    text = asks(Role.OFFICER).get(reverse("proof-change", args=[old.pk])).content.decode()
    assert text.index("นอกระยะเวลาดำเนินการ") < text.index('name="happened_day"')
    assert text.index("จำนวนเท่าใด หรือที่ใด") < text.index('name="words"')


def test_a_unit_sees_the_proof_of_its_own(here, running, coordinator, asks):
    with here.speaks():
        told = Given(words="ของกองคลัง", unit=here.units["กองคลัง"])
        theirs = services.give_proof(acting=coordinator, cycle=running.cycle, given=told)
    assert asks(Role.OFFICER).get(theirs.get_absolute_url()).status_code == 404
    listed = asks(Role.OFFICER).get(reverse("evidence", args=[running.cycle.pk]))
    assert "ของกองคลัง" not in listed.content.decode()


def photograph() -> SimpleUploadedFile:
    return SimpleUploadedFile("ป้าย.jpg", jpeg(), content_type="image/jpeg")


def test_new_proof_is_given_on_its_own_page_for_a_measure(here, running, asks):
    address = reverse("proof-new", args=[running.cycle.pk])
    use = f"m-{running.measures[0].pk}"
    assert asks().get(f"{address}?use={use}").context["form"].initial["use"] == use
    sent = {"words": "ประกาศ 1 ฉบับ", "document_number": "ตย 71001/5", "happened_day": "1 มีนาคม 2568", "use": use,
            "unit": here.units["กองคลัง"].pk, "may_be_public": "on"}  # fmt: skip
    assert asks().post(address, sent).status_code == 302
    with here.speaks():
        (made,) = Proof.objects.all()
        assert (made.unit, made.may_be_public) == (here.units["กองคลัง"], True)
        assert made.uses.get().measure == running.measures[0]


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": "ก" * 2001}, "words"),
        ({"happened_day": "31 กุมภาพันธ์ 2568"}, "happened"),
        ({"happened_day": "29 ก.พ. 2566"}, "happened"),
        ({"happened_day": "18 มีนาคม 2568"}, "happened"),
        ({"published_day": "1 เมษายน 2568"}, "published"),
        ({"happened_day": "3 มีนาคม 2568", "expires_day": "1 มีนาคม 2568"}, "expires"),
        ({"happened_day": "13 มีนาคม 256"}, "happened"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "file:///etc/passwd"}, "link"),
        ({"words": "a\x00b"}, "words"),
        ({"use": "i-O99"}, "use"),
    ],
)
def test_bad_input_names_the_field_and_nothing_is_written(here, running, asks, sent, field):
    answer = asks().post(reverse("proof-new", args=[running.cycle.pk]), {"words": "ดี", **sent})
    assert answer.status_code in (400, 422)
    assert field in answer.context["form"].errors
    with here.speaks():
        assert not Proof.objects.exists()


@pytest.mark.parametrize("sent", [{"state": "accepted", "decided_by": "user:1", "agency": "2", "made_by": "x"}])
def test_what_the_form_does_not_ask_is_ignored(here, running, asks, sent):
    asks().post(reverse("proof-new", args=[running.cycle.pk]), {"words": "ติดป้าย 5 จุด", **sent})
    with here.speaks():
        made = Proof.objects.get()
    assert (made.state, made.decided_by, made.agency_id) == (ProofState.OFFERED, "", here.agency.pk)


def test_a_scalar_sent_twice_is_refused(running, asks):
    answer = asks().post(reverse("proof-new", args=[running.cycle.pk]), {"words": ["ก", "ข"]})
    assert answer.status_code == 400


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "{{7*7}}", "=HYPERLINK(1)", "'; DROP TABLE x"])
def test_markup_is_shown_as_text(here, running, coordinator, page, words):
    with here.speaks():
        made = services.give_proof(acting=coordinator, cycle=running.cycle, given=Given(words=words))
    text = page(made.get_absolute_url())
    assert "<script>alert" not in text
    assert "{{7*7}}" in text or "{{" not in words


def test_a_file_of_a_kind_that_is_not_taken_is_415(running, asks):
    sent = {"words": "ดี", "files": SimpleUploadedFile("x.exe", b"MZ\x00\x00", content_type="application/octet-stream")}
    assert asks().post(reverse("proof-new", args=[running.cycle.pk]), sent).status_code == 415


def test_higher_rooms_are_given_the_accepted_proof_of_a_year_with_its_uses(here, running, officer):
    with here.speaks():
        running.given(officer)
        accepted = running.accepted(item="O14")
        found = services.accepted_proofs(running.cycle)
        assert found == [accepted]
        assert [use.item for proof in found for use in proof.uses.all()] == ["O14"]
