"""What still asks for a fact is read as nothing, wherever it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading import read_blocks
from prongsai.ita.reading.gaps import filled_in, without_gaps
from prongsai.ita.reading.layout import Cell, Row, Table, TextLine

GAP = "................ «โปรดระบุ: ชื่อ-สกุล»"


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        (GAP, ""),
        ("«โปรดระบุ: เลขที่หนังสือ»", ""),
        (f"({GAP})", ""),
        (f"๑. {GAP}", ""),
        (f"- {GAP}", ""),
        (f"อาศัยอำนาจตาม{GAP} จึงแต่งตั้ง", "อาศัยอำนาจตาม จึงแต่งตั้ง"),
        (f"ที่ {GAP} วันที่ {GAP}", "ที่ วันที่"),
        ("ลงชื่อ ........................", "ลงชื่อ ........................"),
        ("«ชื่อโครงการ» จัดครั้งที่ ๒", "«ชื่อโครงการ» จัดครั้งที่ ๒"),
        ("-", "-"),
    ],
)
def test_a_gap_and_its_dots_fall_away_and_all_else_stays(printed, left):
    assert filled_in(printed) == left


def test_a_cell_loses_a_gap_that_goes_on_in_the_next_line_and_keeps_its_other_lines():
    row = Row((Cell(("๑. จัดทำทะเบียน", "๒. «โปรดระบุ: สถานะ", "การดำเนินการ»")), Cell(("-",))), 4)
    (table,) = without_gaps([Table((row,))])
    assert [cell.lines for cell in table.rows[0].cells] == [("๑. จัดทำทะเบียน",), ("-",)]
    assert table.rows[0].number == 4


def test_the_space_above_a_line_that_falls_away_stands_above_the_next_one():
    blocks = without_gaps([TextLine("ก", 1), TextLine(GAP, 2, True), TextLine("ข", 3)])
    assert blocks == (TextLine("ก", 1), TextLine("ข", 3, True))


@pytest.mark.parametrize("mark", ["ร่าง", "(ร่าง)", "- ร่าง -"])
def test_the_mark_of_a_draft_is_no_title(mark):
    read = read_blocks([TextLine(mark, 1), TextLine("ประกาศเทศบาลตำบลท่าแจ่มจันทร์", 2, True)])
    assert read.document.title == "ประกาศเทศบาลตำบลท่าแจ่มจันทร์"
    assert without_gaps([TextLine("ร่างมาตรการ", 1)]) == (TextLine("ร่างมาตรการ", 1),)


def test_a_report_whose_results_are_still_to_be_typed_has_none():
    header = [Cell((text,)) for text in ("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ผลการดำเนินงาน")]
    rows = [
        [Cell((f"จัดทำทะเบียน {n}",)), Cell(("ประชุม",)), Cell(("กองคลัง",)), Cell((GAP, "«โปรดระบุ: วันที่»"))] for n in (1, 2)
    ]
    read = read_blocks([Table(tuple(Row(tuple(row)) for row in [header, *rows]))])
    assert [(row.measures, row.results, row.status) for row in read.measures] == [
        (("จัดทำทะเบียน 1",), (), None),
        (("จัดทำทะเบียน 2",), (), None),
    ]
    assert "copied-result" not in {warning.code for warning in read.warnings}


@given(st.text(st.sampled_from("กข .…«»โปรดระบุ:๑1()-\n"), max_size=60))
def test_what_holds_no_gap_is_left_as_it_is_and_nothing_is_taken_out_twice(text):
    left = filled_in(text)
    assert "«โปรดระบุ" in text.replace(" ", "").replace("\n", "") or left == text
    assert len(left) <= len(text)


def test_a_long_run_of_dots_is_passed_in_no_time():
    assert filled_in("." * 1_000_000 + "«") == "." * 1_000_000 + "«"
