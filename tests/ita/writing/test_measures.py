import pytest

from prongsai.ita.papers.blocks import Cell, Column, Gap, Items, PaperStyle, Row, Table
from prongsai.ita.writing.measures import PAGE, column_widths, letters, may_break, stays_together, table_size


def steps(count):
    entries = tuple(("ให้เจ้าหน้าที่บันทึกผลการดำเนินงานลงในแบบฟอร์ม",) for _ in range(count))
    return Row((Cell((Items(entries),)),))


def test_a4_leaves_sixteen_centimetres_for_text_and_more_when_it_lies():
    assert PAGE.text_width(PaperStyle(), landscape=False) == pytest.approx(16.0)
    assert PAGE.text_width(PaperStyle(), landscape=True) == pytest.approx(24.7)
    assert PAGE.text_height(PaperStyle(), landscape=True) == pytest.approx(16.5)


def test_columns_fill_the_width_by_their_shares(table_of):
    widths = column_widths(table_of(("ก", "ข", "ค"), shares=[1, 2, 5]), 16.0)
    assert widths == pytest.approx([2.0, 4.0, 10.0])


def test_many_or_narrow_columns_take_smaller_letters_but_never_below_nine_points():
    assert table_size(11.0, [4.0] * 4) == 11.0
    assert table_size(11.0, [2.0, 14.0]) == 10.0
    assert table_size(11.0, [4.1] * 6) == 9.0
    assert table_size(8.0, [4.1] * 6) == 8.0


def test_only_a_row_taller_than_about_half_a_page_may_break():
    assert not may_break(steps(5), [6.0], 9.0, 16.5)
    assert may_break(steps(60), [6.0], 9.0, 16.5)


def test_marks_above_and_below_take_no_room():
    assert letters(("ผู้นั้น",)) == 3
    assert letters((Gap("วันที่"),)) > 10


def test_a_short_table_moves_whole_to_the_next_page_and_a_long_one_may_be_torn():
    short, long = (Table((Column("ข้อ", 1),), tuple([steps(1)] * count), summary="ตาราง") for count in (3, 40))
    assert stays_together(short, [16.0], 11, 24.0)
    assert not stays_together(long, [16.0], 11, 24.0)
