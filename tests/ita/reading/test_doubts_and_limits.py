"""Warnings about the paper as a whole, limits of size and time, and texts nobody would write."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.reading import LARGEST_TEXT, read_file, read_text
from prongsai.ita.thai import Refused

MEGABYTE = 1_000_000
CELLS = st.sampled_from(
    ["", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "คะแนน", "ตัวชี้วัด", "ปี 2566", "ข้อค้นพบ", "ผลการดำเนินงาน", "1. ก 2. ข",
     "กองคลัง", "๙๑.๓๖",
     "การใช้อำนาจ", "ประเด็นที่ ๑", "i๗", "1๒๘", "รวม", "IIT", "-0.76", "ดำเนินการแล้ว", "ต.ค. 66 - ก.ย. 67", "101"]
)  # fmt: skip
LINES = st.sampled_from(
    ["", "ส่วนที่ ๑ วิเคราะห์", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ", "ประเด็นข้อคำถาม i๗ i๘ ไม่ทราบ", "ดังนั้น ควรชี้แจง (๐๑๑)", "๑. ก",
     "ปี 2566 ได้ 85.20 คะแนน ลดลง 2.10 คะแนน", "แบบวัด IIT", "คำสั่ง ที่ 1/2566 แต่งตั้งคณะทำงาน", "หน้าที่ ดังนี้"]
)  # fmt: skip


def codes(text):
    return [warning.code for warning in read_text(text).warnings]


def test_a_paper_without_an_agency_is_warned_of_and_one_with_it_is_clean():
    assert codes("ผลการประเมิน ปี 2567") == ["agency-missing"]
    assert codes("เทศบาลตำบลท่าแจ่มจันทร์\nผลการประเมิน ปี 2567") == []


def test_mixed_digits_and_lost_rings_are_doubts_and_nothing_is_changed():
    reading = read_text("เทศบาลตำบลท่าแจ่มจันทร์\nสานักปลัดดาเนินการ ๙1.๓6")
    assert [(w.code, w.found) for w in reading.warnings] == [
        ("mixed-digits", "๙1.๓6"),
        ("ocr-suspect", "สานัก"),
        ("ocr-suspect", "ดาเนิน"),
    ]


def test_a_repeated_outcome_is_warned_of_once_by_the_number_of_its_row(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ผลการดำเนินการ | ผลลัพธ์
        ก | กองคลัง | ประชุม 2 ครั้ง เมื่อ 5 ม.ค. 67 | บุคลากรเข้าใจระเบียบ
        ข | กองช่าง | ตรวจนับพัสดุครบทุกกอง | บุคลากรเข้าใจระเบียบ"""
    )
    assert [(w.found, w.where) for w in reading.warnings if w.code == "copied-result"] == [
        ("2", "measures[1].outcomes")
    ]


def test_a_status_is_missed_only_where_other_rows_state_one(table):
    rows = "มาตรการ | ผู้รับผิดชอบ | ผลการดำเนินการ\nก | กองคลัง | {}ประชุมแล้ว\nข | กองช่าง | ติดป้ายครบ"
    with_one = table(rows.format("ดำเนินการแล้วเสร็จ "))
    without = table(rows.format(""))
    assert [w.where for w in with_one.warnings if w.code == "status-missing"] == ["measures[1].status"]
    assert [w for w in without.warnings if w.code == "status-missing"] == []


def test_invisible_signs_and_split_vowels_are_unified_before_reading():
    reading = read_text("เทศ\u200bบาลตำบลท่าเเจ่มจันทร์\nปัญหา\n- ขาดผู้ท\u0e4d\u0e32งาน")
    assert reading.agency.name == "เทศบาลตำบลท่าแจ่มจันทร์"
    assert reading.limitations == ("ขาดผู้ทำงาน",)


@pytest.mark.parametrize(
    ("text", "rule"), [("", "EMPTY"), (" \n\t\u200b", "EMPTY"), ("ก" * (LARGEST_TEXT + 1), "SIZE")]
)
def test_a_text_that_is_no_paper_is_refused(text, rule):
    with pytest.raises(Refused) as refused:
        read_text(text)
    assert refused.value.rule == rule


def test_a_lone_surrogate_is_left_out(valid):
    assert valid(read_text("มาตรการ\ud800 ปี 2567"))["document"]["title"] == "มาตรการ ปี 2567"


def test_a_file_is_read_in_the_encodings_of_offices(tmp_path):
    text = "มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2567\nเทศบาลตำบลท่าแจ่มจันทร์"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp874"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(text.encode(encoding))
        assert read_file(path).agency.name == "เทศบาลตำบลท่าแจ่มจันทร์"


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [("a.exe", b"x", "KIND"), ("a.txt", b"\xc0\xaf", "ENCODING"), ("a.txt", b"", "EMPTY")],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path, name, content, rule):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_file(path)
    assert refused.value.rule == rule
    assert refused.value.place.file == name


@pytest.mark.parametrize(
    "piece",
    [
        "ก",
        "1",
        "๑",
        ".",
        ",",
        "(",
        "ก ",
        "1. ",
        "<",
        "<p",
        "*",
        "[",
        "![a](",
        "อ้างอิง(",
        "หน้าที่",
        "คำสั่ง",
        "ปี ",
        "85.20 คะแนน ",
        "ดังนั้น ",
        "i7-",
    ],
)
def test_a_line_of_a_megabyte_is_read_in_linear_time(piece):
    text = "มาตรการ\n" + piece * (MEGABYTE // len(piece))
    started = time.process_time()
    read_text(text)
    assert time.process_time() - started < 6


@pytest.mark.parametrize("piece", ["ก", "๑. ก ๒. ข ", "กองคลัง", "- ก ", "(๑) ก"])
def test_a_cell_of_a_quarter_megabyte_is_read_in_linear_time(piece):
    cell = piece * (MEGABYTE // 4 // len(piece))
    started = time.process_time()
    read_text(f"มาตรการ\tขั้นตอน\tผู้รับผิดชอบ\nก\t{cell}\t{cell}")
    assert time.process_time() - started < 6


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused_and_the_reading_fits_the_schema(valid, text):
    try:
        valid(read_text(text))
    except Refused as refused:
        assert refused.rule == "EMPTY"


@settings(max_examples=200)
@given(st.lists(st.one_of(LINES, st.lists(CELLS, min_size=2, max_size=5).map("\t".join)), max_size=14))
def test_any_mixture_of_lines_and_tables_gives_a_reading_that_fits_the_schema(valid, lines):
    valid(read_text("มาตรการ\n" + "\n".join(lines)))
