"""Problems and proposals are gathered through the year; the coordinator says which the report carries."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.ita.reading import read_rows_limited
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Note, NoteKind
from prongsai.platform.accounts.models import Role
from prongsai.platform.ui.refusals import Conflict


@pytest.fixture
def note(here, running, officer) -> Note:
    with here.speaks():
        return services.add_note(
            acting=officer, cycle=running.cycle, kind=NoteKind.PROBLEM, words="ส่งข้อมูลให้ผู้รับจ้างใช้เวลานาน",
            measure=running.measures[0], unit=here.units["สำนักปลัด"],
        )  # fmt: skip


def test_a_unit_notes_on_the_page_of_notes(here, running, asks):
    address = reverse("notes", args=[running.cycle.pk])
    sent = {"kind": "proposal", "words": "ควรมอบผู้แทนส่งข้อมูลเดือนละครั้ง", "measure": running.measures[0].pk}
    assert asks(Role.OFFICER).post(address, sent).status_code == 302
    with here.speaks():
        found = Note.objects.get()
        assert (found.kind, found.unit, found.day) == ("proposal", here.units["สำนักปลัด"], date(2025, 3, 17))
        assert (found.measure, found.in_report) == (running.measures[0], True)


def test_a_unit_notes_from_the_page_of_a_turn(here, running, asks):
    with here.speaks():
        turn = running.turn("จัดทำ")
    address = reverse("turn-note", args=[turn.pk])
    assert asks(Role.OFFICER).post(address, {"kind": "problem", "words": ""}).status_code == 400
    assert asks(Role.OFFICER).post(address, {"kind": "problem", "words": "ป้ายชำรุดเร็ว"}).status_code == 302
    with here.speaks():
        assert Note.objects.get().measure == running.measures[0]


def test_the_coordinator_leaves_one_out_and_carries_it_again(here, asks, note):
    address = reverse("note-carry", args=[note.pk])
    for carried in ("0", "1"):
        assert asks().post(address, {"carried": carried}).status_code == 302
        with here.speaks():
            assert Note.objects.get().in_report is (carried == "1")
    assert asks(Role.OFFICER).post(address, {"carried": "0"}).status_code == 404


def test_notes_of_a_year_are_given_in_the_order_of_their_days(here, running, note, coordinator):
    with here.speaks():
        later = services.add_note(acting=coordinator, cycle=running.cycle, kind=NoteKind.PROPOSAL, words="ก")
        Note.objects.filter(pk=later.pk).update(day=date(2025, 1, 1))
        assert [found.words for found in services.notes_of(running.cycle)] == ["ก", note.words]


def test_who_noted_it_changes_it_and_another_officer_does_not(here, running, asks, note, coordinator):
    address = reverse("note-change", args=[note.pk])
    seen = asks(Role.OFFICER).get(address).context["form"].initial["seen"]
    sent = {"kind": "problem", "words": "ใช้เวลาสามวัน", "seen": seen}
    assert asks(Role.OFFICER).post(address, sent).status_code == 302
    assert asks().post(address, {**sent, "words": "อื่น"}).status_code == 409
    assert asks(Role.UNIT_HEAD).get(address).status_code == 409
    with here.speaks():
        assert Note.objects.get().words == "ใช้เวลาสามวัน"


def test_a_unit_does_not_note_for_another_nor_see_its_notes(here, running, officer, coordinator, asks):
    with here.speaks():
        told = {"cycle": running.cycle, "kind": NoteKind.PROBLEM, "unit": here.units["กองคลัง"]}
        with pytest.raises(Conflict):
            services.add_note(acting=officer, words="ของเขา", **told)
        theirs = services.add_note(acting=coordinator, words="พัสดุส่งช้า", **told)
    assert "พัสดุส่งช้า" not in asks(Role.OFFICER).get(reverse("notes", args=[running.cycle.pk])).content.decode()
    assert asks(Role.OFFICER).get(reverse("note-change", args=[theirs.pk])).status_code == 404


def test_who_only_reads_notes_nothing(here, running, asks):
    sent = {"kind": "problem", "words": "ก"}
    assert asks(Role.AUDITOR).post(reverse("notes", args=[running.cycle.pk]), sent).status_code == 409


def test_a_closed_year_takes_no_note(here, running, note, coordinator, officer):
    with here.speaks():
        running.cycle.closed = date(2025, 3, 1)
        running.cycle.save()
        for deed in (
            lambda: services.add_note(acting=officer, cycle=running.cycle, kind=NoteKind.PROBLEM, words="ก"),
            lambda: services.carry_note(acting=coordinator, note=note, carried=False),
            lambda: services.change_note(acting=officer, note=note, words="ก", kind=NoteKind.PROBLEM),
        ):
            with pytest.raises(Conflict):
                deed()


def test_notes_and_progress_go_out_as_workbooks(here, running, note, asks):
    for name, words in (("notes-export", note.words), ("progress-export", "ตรวจนับทุกส่วนราชการ")):
        answer = asks().post(reverse(name, args=[running.cycle.pk]))
        assert answer.status_code == 200
        assert words in str(read_rows_limited(answer.content, "x.xlsx"))


@pytest.mark.parametrize("sent", [{"kind": "x", "words": "ก"}, {"words": "ก"}, {"kind": "problem", "words": "ก" * 501}])
def test_bad_input_is_refused(here, running, asks, sent):
    assert asks(Role.OFFICER).post(reverse("notes", args=[running.cycle.pk]), sent).status_code in (400, 422)
