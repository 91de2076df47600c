"""Figures of a chart without headers are no scores; a warning is due only where the chart tells more than the text."""

import pytest

from prongsai.ita.reading import read_blocks
from prongsai.ita.reading.layout import Cell, Row, Table, TextLine

TITLE = TextLine("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", 1)
SCORES = [["ตัวชี้วัด", "คะแนน"], ["๑ การปฏิบัติหน้าที่", "๙๓.๔๐"], ["๒ การใช้งบประมาณ", "๘๗.๙๒"]]


def table(rows):
    return Table(tuple(Row(tuple(Cell((text,) if text else ()) for text in row)) for row in rows))


def codes(*blocks):
    return [warning.code for warning in read_blocks([TITLE, *blocks]).warnings]


@pytest.mark.parametrize(
    ("bars", "warned"),
    [
        ([["๑ การปฏิบัติหน้าที่", "", "๙๓.๔๐"], ["๒ การใช้งบประมาณ", "", "↓๘๗.๙๒ (ปี ๒๕๖๗)"]], False),
        ([["๑ การปฏิบัติหน้าที่", "", "๙๓.๔๐"], ["๒ การใช้งบประมาณ", "", "๘๘.๙๒"]], True),
        ([["๑ การปฏิบัติหน้าที่", "", "๙๓"], ["๒ การใช้งบประมาณ", "", "๘๘"]], True),
    ],
    ids=["told above", "another figure", "without decimals"],
)
def test_a_chart_is_spoken_of_where_it_tells_what_no_table_does(bars, warned):
    assert ("chart-skipped" in codes(table(SCORES), table(bars))) == warned


def test_the_order_of_chart_and_table_does_not_matter():
    bars = table([["๑ การปฏิบัติหน้าที่", "", "๙๓.๔๐"], ["๒ การใช้งบประมาณ", "", "๘๗.๙๒"]])
    assert "chart-skipped" not in codes(bars, TextLine("ตารางคะแนน", 3, True), table(SCORES))


def test_a_list_to_be_signed_is_no_chart():
    listed = [["ที่", "ชื่อ", "ลายมือชื่อ"], *([str(n), "", ""] for n in range(1, 16))]
    assert "chart-skipped" not in codes(table(listed))
