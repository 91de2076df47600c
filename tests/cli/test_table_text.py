import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from prongsai.cli.output import print_table
from prongsai.cli.table_text import cells_in_lines, wrapped
from prongsai.ita.thai import words
from prongsai.ita.thai.words import compound_parts

TITLE = "การใช้ทรัพย์สินของราชการและการดำเนินการเพื่อจัดการความเสี่ยงการทุจริต"
texts = st.lists(st.sampled_from([*words(TITLE), " ", "O33", "10.46", "No Gift Policy"]), max_size=12).map("".join)


def test_a_table_that_fits_is_left_as_it_is():
    assert cells_in_lines([["ข้อ", "เรื่อง"], ["4", TITLE]], 200) == [["ข้อ", "เรื่อง"], ["4", TITLE]]


def test_lines_break_between_words_only():
    lines = wrapped(TITLE, 20).split("\n")
    assert len(lines) > 2
    ends = {0}
    for word in words(TITLE):
        for part in compound_parts(word):
            ends.add(max(ends) + len(part))
    position = 0
    for line in lines:
        position += len(line)
        assert position in ends
    assert all(cell_len(line) <= 20 for line in lines)


def test_only_the_wide_column_gives_way():
    ((_, title, score),) = cells_in_lines([["ตัวชี้วัดที่ 4", TITLE, "+10.46"]], 40)
    assert score == "+10.46"
    assert "\n" in title


@given(texts, st.integers(1, 60))
def test_breaking_a_cell_loses_nothing_but_blanks(text, width):
    broken = wrapped(text, width)
    assert "".join(broken.split()) == "".join(text.split())


@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4), st.integers(6, 90))
def test_a_table_keeps_within_its_room_or_says_that_it_cannot(rows, room):
    made = cells_in_lines(rows, room)
    if made is not None:
        widths = [max(cell_len(line) for row in made for line in row[n].split("\n")) for n in range(3)]
        assert sum(widths) <= room
        assert [len(row) for row in made] == [3] * len(rows)


def test_a_terminal_too_narrow_for_a_table_gets_a_line_for_each_cell(capsys, monkeypatch):
    monkeypatch.setattr("prongsai.cli.output.WIDTH_OF_FILES", 20)
    print_table(["ข้อ", "เรื่อง", "คะแนน", "คะแนนใหม่"], [["ตัวชี้วัดที่ 4", TITLE, "74.54", "85.00"]])
    out = capsys.readouterr().out
    assert f"เรื่อง: {TITLE}" in out
    assert "คะแนนใหม่: 85.00" in out


@pytest.mark.parametrize("width", [36, 44, 60])
def test_figures_are_never_broken(capsys, monkeypatch, width):
    monkeypatch.setattr("prongsai.cli.output.WIDTH_OF_FILES", width)
    print_table(["ข้อ", "เรื่อง", "คะแนน"], [["O33", TITLE, "+10.46"]], numeric=[2])
    out = capsys.readouterr().out
    assert "+10.46" in out
    assert all(cell_len(line) <= width for line in out.splitlines())


def test_a_table_without_rows_says_so(capsys):
    print_table(["ข้อ"], [])
    assert capsys.readouterr().out.strip() != ""
