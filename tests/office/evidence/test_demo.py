"""The invented office stands on 17 March 2568 exactly as the story tells it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.management import call_command

from prongsai.office.evidence import services
from prongsai.office.evidence.demo import load_demo_progress
from prongsai.office.evidence.models import Note, Proof, ProofState, StepTurn
from prongsai.office.rounds.models import Round
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.files.models import FileVersion
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.ui.states import State

TODAY = date(2025, 3, 17)
STATES = {
    1: State.DONE, 2: State.CONTINUING, 3: State.CONTINUING, 4: State.UNDER_WAY, 5: State.AWAITING_EVIDENCE,
    6: State.OVERDUE, 7: State.CONTINUING, 8: State.UNDER_WAY, 9: State.UNDER_WAY, 10: State.UNDER_WAY,
    11: State.CONTINUING, 12: State.DONE, 13: State.UNDER_WAY, 14: State.NOT_DUE, 15: State.DONE, 16: State.NOT_DONE,
}  # fmt: skip


@pytest.fixture
def office(db):
    office, twin = load_demo(force=True)
    for command in ("load_demo_year", "load_demo_measures", "load_demo_progress"):
        call_command(command, verbosity=0)
    with speaking(twin.pk, actor="test"):
        assert not Proof.objects.exists()
        assert not StepTurn.objects.exists()
    with speaking(office.pk, actor="test"):
        yield office


def progress_of(year: int, day: date = TODAY):
    return services.progress_of(Round.objects.get(fiscal_year=year), day)


def test_the_measures_of_2568_stand_as_the_story_tells(office):
    found = progress_of(2568)
    assert {each.measure.number: each.state for each in found} == STATES
    assert sum(len(each.steps) for each in found) == 44
    (late,) = [turn for each in found for turn in each.turns if turn.state is State.OVERDUE and each.standing is None]
    assert late.turn.unit.name.startswith("กองการศึกษา")
    (lacking,) = [turn for each in found for turn in each.lacking]
    assert lacking.turn.due == date(2025, 2, 28)
    assert [proof.state for proof in lacking.proofs] == [ProofState.RETURNED]


def test_the_figures_of_the_desks_are_those_of_the_story_and_their_sheets_say_whence(office):
    by_number = {each.measure.number: each for each in progress_of(2568)}

    def counted(number, name):
        return sum(turn.turn.figures.get(name, 0) for turn in by_number[number].turns)

    assert [turn.turn.figures["บัตรคิว"] for turn in by_number[2].turns if turn.turn.figures] == [262, 214, 391, 452]
    assert [counted(8, name) for name in ("ตรวจแล้ว", "พบ", "ชำรุด", "ไม่พบ", "หมดความจำเป็น")] == [268, 259, 6, 1, 2]
    assert (counted(9, "ลงนามแล้ว"), counted(4, "หมู่บ้าน")) == (31, 2)
    assert [turn.turn.due.month for turn in by_number[11].turns if turn.state is State.NONE] == [12]
    assert FileVersion.objects.filter(name__endswith=".xlsx").count() >= 6
    assert Proof.objects.filter(words__contains="1,568").get().uses.count() == 5


def test_what_came_by_line_from_the_head_who_never_logs_in_is_recorded_for_him(office):
    turns = StepTurn.objects.filter(recorded_for__given_name="สมบูรณ์")
    assert {(turn.received_by, turn.is_backdated) for turn in turns} == {("line", True)}


def test_the_closed_year_is_told_by_its_paper_some_of_it_without_proof(office):
    found = {each.measure.number: each for each in progress_of(2567, date(2024, 9, 30))}
    assert len(found) == 8
    assert found[4].state is State.AWAITING_EVIDENCE
    assert found[4].has_proof is False
    assert found[1].state is State.DONE
    assert "๒๖ นาที" in found[1].outcome or "26 นาที" in found[1].outcome
    lacking = [turn for each in found.values() for turn in each.lacking]
    proven = [turn for each in found.values() for turn in each.turns if turn.state is State.DONE]
    assert len(lacking) >= 5
    assert len(proven) >= 10
    last = next(turn for turn in found[5].turns if turn.turn.happened == date(2024, 10, 31))
    asked = services.questions_of(last.proofs, TODAY)
    assert "outside" in {question.code for question in asked[last.proofs[0].pk]}


def test_problems_and_proposals_are_there_for_both_years(office):
    kinds = set(Note.objects.values_list("round__fiscal_year", "kind"))
    assert kinds == {(2567, "problem"), (2567, "proposal"), (2568, "problem"), (2568, "proposal")}


def test_loading_again_changes_nothing(office):
    before = list(Proof.objects.order_by("pk").values_list("pk", "words"))
    assert load_demo_progress(office) == 0
    assert list(Proof.objects.order_by("pk").values_list("pk", "words")) == before
