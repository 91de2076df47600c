from __future__ import annotations

import pytest

from prongsai.ita.reading import Table, TextLine, read_bytes
from prongsai.ita.reading.csv_layout import csv_blocks, csv_rows
from prongsai.ita.thai import Refused

HEAD = ["ตัวชี้วัด", "คะแนน"]
ROWS = [HEAD, ["1 การปฏิบัติหน้าที่", "91.36"], ["2 การใช้งบประมาณ", "85.85"]]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_delimiter_is_found_by_counting(sign):
    assert list(csv_rows("\n".join(sign.join(row) for row in ROWS))) == ROWS


def test_commas_inside_the_texts_do_not_make_them_columns():
    text = "\n".join(";".join([f"{first}, ด้านที่หนึ่ง, ทั่วไป", second]) for first, second in ROWS)
    assert [len(row) for row in csv_rows(text)] == [2, 2, 2]


def test_a_first_line_that_tells_the_delimiter_is_followed_and_not_read():
    assert list(csv_rows("sep=;\nก,ข;ค\n1,2;3")) == [["ก,ข", "ค"], ["1,2", "3"]]


def test_quotation_marks_keep_line_ends_and_delimiters():
    (table,) = csv_blocks('ข้อ,มาตรการ\n1,"จัดอบรม, ""ครั้งที่ 1""\nติดตามผล"\n').blocks
    assert table.rows[1].cells[1].lines == ('จัดอบรม, "ครั้งที่ 1"', "ติดตามผล")


def test_a_quotation_mark_that_never_closes_is_told_and_loses_no_row():
    layout = csv_blocks('ข้อ,มาตรการ\n1,"จัดอบรม\n2,ติดตาม\n3,รายงาน')
    (table,) = layout.blocks
    assert len(table.rows) == 4
    assert [notice.rule for notice in layout.notices] == ["quotes-unbalanced"]


def test_titles_above_and_remarks_below_are_lines():
    text = "ผลการประเมิน ITA ปี 2567,,\n,,\n" + "\n".join(",".join([*row, "ผ่าน"]) for row in ROWS) + "\n,,\nหมายเหตุ ก,,"
    blocks = csv_blocks(text).blocks
    assert [type(block) for block in blocks] == [TextLine, Table, TextLine]
    assert blocks[0].text == "ผลการประเมิน ITA ปี 2567"
    assert len(blocks[1].rows) == 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp874"])
def test_scores_saved_by_any_office_program_are_read(codec):
    title = "ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2567 เทศบาลตำบลท่าแจ่มจันทร์"
    data = (title + ",\n" + "\n".join(",".join(row) for row in ROWS)).encode(codec)
    reading = read_bytes(data, "ผล.csv")
    (sheet,) = reading.score_sheets
    assert [(entry.number, str(entry.score)) for entry in sheet.indicators] == [(1, "91.36"), (2, "85.85")]
    concluded = "encoding-concluded" in {warning.code for warning in reading.warnings}
    assert concluded == (codec in ("cp874", "utf-16-le"))


def test_a_table_of_too_many_cells_is_refused():
    with pytest.raises(Refused) as refused:
        csv_blocks("1,2\n" * 100_001)
    assert refused.value.rule == "SIZE"


def test_a_cell_without_end_is_refused():
    with pytest.raises(Refused) as refused:
        csv_blocks("ก,ข\n" + '"' + "ค" * 150_000 + '",ง')
    assert refused.value.rule == "SIZE"
