"""Two versions of a text side by side, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prongsai.office.reports.word_changes import changed_lines

lines = st.lists(st.text("กขคง ๑๒ab", max_size=12).filter(bool), max_size=6)


def one_side(found, left_out: str) -> list[str]:
    """Give the lines of one version again."""
    kept = (["".join(p.text for p in line.pieces if p.change != left_out), line] for line in found)
    return [text for text, line in kept if any(p.change != left_out for p in line.pieces)]


@given(lines, lines)
def test_both_versions_can_be_made_out_of_what_changed(before, after):
    found = changed_lines(before, after)
    assert one_side(found, "added") == before
    assert one_side(found, "removed") == after


@given(lines)
def test_nothing_changed_between_equal_texts(text):
    assert all(line.is_same for line in changed_lines(text, text))


def test_a_word_that_changed_is_told_alone():
    (line,) = changed_lines(["จัดทำทะเบียนการยืม 37 รายการ"], ["จัดทำทะเบียนการยืม 38 รายการ"])
    assert [(piece.change, piece.text) for piece in line.pieces if piece.change != "same"] == [
        ("removed", "37"),
        ("added", "38"),
    ]


def test_lines_far_apart_are_one_taken_out_and_one_added():
    found = changed_lines(["กองคลังสรุปงบประมาณ"], ["ติดป้ายที่จุดบริการห้าแห่ง"])
    assert [line.pieces[0].change for line in found] == ["removed", "added"]
