"""Each score of a paper is shown with the line in which it stands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.ita.reading import read_traced_limited
from prongsai.ita.reading.reader import read_text_and_blocks
from prongsai.ita.reading.traces import LONGEST, find_traces, traces_as_json, traces_from_json
from prongsai.ita.thai import printed_number
from prongsai.platform.demo.papers.shipped import DEMO_PAPERS

TABLE = """ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗

ตัวชี้วัดที่	ชื่อตัวชี้วัด	คะแนน
๑	การปฏิบัติหน้าที่	๙๓.๔๐
๒	การใช้งบประมาณ	๘๗.๕๐
๓	การใช้อำนาจ	๘๗.๕๐
คะแนนภาพรวม		๘๘.๗๕
"""


def traced(text: str):
    reading, blocks = read_text_and_blocks(text)
    return {(trace.kind, trace.code): trace for trace in find_traces(reading, blocks)}


def test_the_row_is_found_by_figure_and_number_though_figures_repeat():
    found = traced(TABLE)
    assert found["indicator", "2"].text == "๒ | การใช้งบประมาณ | ๘๗.๕๐"
    assert found["indicator", "3"].text == "๓ | การใช้อำนาจ | ๘๗.๕๐"
    assert found["overall", "overall"].text == "คะแนนภาพรวม | ๘๘.๗๕"


def test_the_place_is_told_in_thai_counted_from_one():
    assert traced(TABLE)["indicator", "1"].place == "ตารางที่ 1 แถวที่ 2"


def test_of_a_long_line_the_part_around_the_figure_is_shown():
    prose = (
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567\n\n"
        + "หน่วยงานดำเนินการต่อเนื่อง " * 30
        + "ได้คะแนนภาพรวมปี 2567 เท่ากับ 88.75 คะแนน "
        + "และจะดำเนินการต่อไป " * 30
    )
    found = traced(prose)
    assert "88.75" in found["overall", "overall"].text
    assert len(found["overall", "overall"].text) <= LONGEST + 2


@pytest.mark.parametrize("name", ["P1.xlsx", "P4.pdf"])
def test_every_score_of_a_paper_has_its_line_and_stands_in_it(name):
    reading, traces = read_traced_limited(DEMO_PAPERS[name](), name)
    (sheet,) = reading.score_sheets
    found = {(trace.kind, trace.code): trace.text for trace in traces}
    for entry in sheet.indicators:
        numbers = {printed_number(word) for word in found["indicator", str(entry.number)].replace("|", " ").split()}
        assert entry.score in numbers
    assert {code for kind, code in found if kind == "item"} == {item.code for item in sheet.items}
    assert {code for kind, code in found if kind == "question"} == {question.code for question in sheet.questions}


def test_a_code_is_not_found_inside_a_longer_one():
    text = "ผลรายข้อ OIT ปี 2567\n\nข้อ\tผลการประเมิน\to\no๑๒\tผ่าน\t\no๑\tไม่ผ่าน\t\n"
    found = traced(text)
    assert found.get(("item", "O1")) is None or found["item", "O1"].text.startswith("o๑ ")


def test_traces_come_back_from_json():
    reading, blocks = read_text_and_blocks(TABLE)
    traces = find_traces(reading, blocks)
    assert traces_from_json(traces_as_json(traces)) == traces
    assert reading.score_sheets[0].indicator(2) == Decimal("87.50")


def test_a_digit_inside_another_figure_names_no_indicator():
    found = traced(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ มีคะแนนเฉลี่ย ๙๐.๖๕ คะแนน จากคะแนนเต็ม ๑๐๐ คะแนน\n\n"
        "ตัวชี้วัดที่\tชื่อตัวชี้วัด\tคะแนน\n๘\tการปรับปรุงการทำงาน\t๗๘.๘๙\n๙\tการเปิดเผยข้อมูล\t๑๐๐.๐๐\n"
    )
    assert found["indicator", "9"].text == "๙ | การเปิดเผยข้อมูล | ๑๐๐.๐๐"
