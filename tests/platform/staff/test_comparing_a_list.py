"""A list is held against who is known: new, changed, unchanged, no longer listed, and what a person must decide."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.staff.sheet.comparing import Answers, Comparison, Known, KnownUnit, compare
from staff_lists import ROWS, read

UNITS = [KnownUnit(1, "ผู้บริหาร"), KnownUnit(2, "สำนักปลัด"), KnownUnit(3, "กองคลัง", "คลัง")]
PEOPLE = [
    Known(11, "นาย", "ประสงค์", "ตัวอย่างชัย", "ผู้บริหาร", "นายก อบต."),
    Known(12, "นางสาว", "พิมพ์ใจ", "ตัวอย่างดี", "สำนักปลัด", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
    Known(13, "นาง", "รัตนา", "ตัวอย่างทรัพย์", "กองคลัง", "ผู้อำนวยการกองคลัง"),
]


def held(rows, known=PEOPLE) -> Comparison:
    return compare(read(rows).rows, known, UNITS, Answers())


def changed(row: list[str], **columns: str) -> list[str]:
    names = ["number", "name", "post", "unit"]
    return [columns.get(name, value) for name, value in zip(names, row, strict=True)]


def states(comparison: Comparison) -> list[str]:
    return [row.state for row in comparison.rows]


def test_the_same_list_again_changes_nothing():
    comparison = held(ROWS)
    assert states(comparison) == ["same"] * 3
    assert (comparison.taken(), comparison.missing, comparison.is_ready) == ([], (), True)


def test_who_is_not_known_is_new():
    comparison = held(ROWS, PEOPLE[:2])
    assert states(comparison) == ["new", "same", "same"]
    assert comparison.taken()[0].row.given_name == "รัตนา"


def test_what_differs_is_told_field_by_field():
    (row,) = held([changed(ROWS[2], name="นางสาวรัตนา ตัวอย่างทรัพย์", post="ผู้อำนวยการกองคลังระดับกลาง")]).taken()
    assert [(each.name, each.before, each.after) for each in row.changes] == [
        ("prefix", "นาง", "นางสาว"),
        ("post", "ผู้อำนวยการกองคลัง", "ผู้อำนวยการกองคลังระดับกลาง"),
    ]


def test_what_the_list_leaves_empty_is_not_erased():
    known = [Known(11, "นาย", "ประสงค์", "ตัวอย่างชัย", "ผู้บริหาร", "นายก อบต.", email="a@b.example")]
    assert states(held([changed(ROWS[0], post="")], known)) == ["same"]


def test_who_is_not_on_the_list_is_named_and_nothing_happens():
    comparison = held(ROWS[:1])
    assert [person.pk for person in comparison.missing] == [12, 13]
    assert comparison.taken() == []


def test_names_are_the_same_whatever_the_eye_does_not_see():
    assert states(held([changed(ROWS[2], name="นาง รัตนา\u200b  ตัวอย่างทรัพย์", unit="กอง คลัง")])) == ["same"]


def test_a_short_name_of_a_unit_is_known():
    assert states(held([changed(ROWS[2], unit="คลัง")])) == ["same"]


def test_a_unit_nearly_alike_is_asked_about():
    comparison = held([changed(ROWS[1], unit="สำนักงานปลัด")])
    (question,) = comparison.units
    assert (question.likely, question.answer) == (UNITS[1], "2")
    assert states(comparison) == ["same"]


def test_the_answer_decides_what_an_unknown_unit_is():
    rows = read([changed(ROWS[1], unit="สำนักงานปลัด")]).rows
    comparison = compare(rows, PEOPLE, UNITS, Answers(units={"สำนักงานปลัด": "new"}))
    assert comparison.units[0].answer == "new"
    assert states(comparison) == ["doubtful"]


def test_an_answer_that_is_none_is_not_taken():
    answers = Answers(units={"กองช่าง": "999"}, rows={"-2": "everything"})
    comparison = compare(read([changed(ROWS[1], unit="กองช่าง")]).rows, PEOPLE, UNITS, answers)
    assert comparison.units[0].answer == "new"
    assert comparison.rows[0].choice == ""


def test_somebody_of_the_name_in_another_unit_moved_or_is_another():
    row = changed(ROWS[1], unit="กองคลัง")
    comparison = held([row])
    assert (states(comparison), comparison.is_ready) == (["doubtful"], False)
    assert comparison.rows[0].doubts[0].rule == "MOVED"
    moved = compare(read([row]).rows, PEOPLE, UNITS, Answers(rows={"-2": "take"})).taken()[0]
    assert (moved.known.pk, moved.changes[0].after) == (12, "กองคลัง")
    another = compare(read([row]).rows, PEOPLE, UNITS, Answers(rows={"-2": "another"})).taken()[0]
    assert (another.known, another.changes) == (None, ())
    skipped = compare(read([row]).rows, PEOPLE, UNITS, Answers(rows={"-2": "skip"}))
    assert (skipped.taken(), skipped.is_ready) == ([], True)


def test_the_same_line_twice_is_asked_about_with_its_place():
    comparison = held([ROWS[0], ROWS[0]], [])
    twice = comparison.rows[0]
    assert (twice.row.number, twice.doubts[0].rule, twice.doubts[0].told) == (3, "DUPLICATE", "2")
    assert twice.choices == ("skip", "another")


def test_two_of_one_name_in_the_list_are_asked_about():
    comparison = held([ROWS[0], changed(ROWS[0], post="คนงาน")], [])
    assert (comparison.rows[0].doubts[0].rule, comparison.rows[0].row.number) == ("LISTED-TWICE", 3)


def test_two_known_of_one_name_are_told_apart_by_their_unit():
    known = [*PEOPLE, Known(14, "นาย", "ประสงค์", "ตัวอย่างชัย", "กองคลัง", "คนงาน")]
    rows = [ROWS[0], changed(ROWS[0], post="คนงาน", unit="กองคลัง")]
    assert [row.known.pk for row in held(rows, known).rows] == [11, 14]
    assert states(held([changed(ROWS[0], unit="สำนักปลัด")], known)) == ["doubtful"]


def test_two_known_of_one_name_in_one_unit_are_never_guessed():
    known = [PEOPLE[0], Known(14, "นาย", "ประสงค์", "ตัวอย่างชัย", "ผู้บริหาร", "คนงาน")]
    comparison = held([ROWS[0]], known)
    assert (comparison.rows[0].doubts[0].rule, comparison.rows[0].known) == ("NAMESAKE", None)
    assert comparison.missing == ()


def test_refused_rows_stand_first_and_hold_the_list_back():
    comparison = held([ROWS[0], ["9", "ไม่มีสกุล", "", "กองคลัง"]])
    assert states(comparison) == ["refused", "same"]
    assert not comparison.is_ready


def test_a_doubt_about_somebody_unchanged_asks_nothing():
    known = [Known(17, "นางสาว", "ศิริพร", "ตัวอย่างปัญญา", "กองคลัง", "นักวิชาการศึกษา")]
    row = ["1", "นางสาวศิริพร ตัวอย่างปัญญา", "นักวิชาการศึกษา รักษาราชการแทนผู้อำนวยการกองการศึกษา", "กองคลัง"]
    comparison = held([row], known)
    assert (states(comparison), comparison.rows[0].choices) == (["same"], ())
    assert states(held([row], [])) == ["doubtful"]


people = st.builds(
    lambda n, name, unit, post: Known(n, "นาย", name, "ตัวอย่างชัย", unit.name, post, since=date(2020, 1, 1)),
    st.integers(1, 99),
    st.sampled_from(["ประสงค์", "รัตนา", "สุดา"]),
    st.sampled_from(UNITS),
    st.sampled_from(["", "คนงาน", "นักวิชาการ"]),
)


@given(st.lists(people, max_size=6, unique_by=(lambda one: one.pk, lambda one: (one.given_name, one.unit))))
def test_what_is_written_out_changes_nothing_when_it_is_read_again(known):
    rows = [["", f"{one.prefix}{one.given_name} {one.family_name}", one.post, one.unit] for one in known]
    if not rows:
        return
    comparison = held(rows, known)
    settled = [row for row in comparison.rows if row.state != "doubtful"]
    assert all(row.state == "same" for row in settled)
    assert comparison.missing == ()


@pytest.mark.parametrize("choice", ["take", "another", "skip", "refuse", ""])
def test_no_answer_takes_a_refused_row(choice):
    rows = read([["9", "ไม่มีสกุล", "", "กองคลัง"]]).rows
    assert compare(rows, PEOPLE, UNITS, Answers(rows={"-2": choice})).taken() == []
