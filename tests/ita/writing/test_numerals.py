import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import to_arabic
from prongsai.ita.writing.numerals import as_printed, in_numerals, printable


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        ("ปี 2567 ได้ 88.75 คะแนน", "ปี ๒๕๖๗ ได้ ๘๘.๗๕ คะแนน"),
        ("ข้อ I14 และ E13 กับ O34", "ข้อ i๑๔ และ e๑๓ กับ o๓๔"),
        ("ข้อ o๓๔", "ข้อ o๓๔"),
        ("ดูที่ https://nongkrachang.example/o14?p=2 หน้า 3", "ดูที่ https://nongkrachang.example/o14?p=2 หน้า ๓"),
        ("ส่งที่ saraban2@nongkrachang.example ภายใน 7 วัน", "ส่งที่ saraban2@nongkrachang.example ภายใน ๗ วัน"),
        ("ไฟล์ report2567.pdf", "ไฟล์ report2567.pdf"),
        ("COVID-19 และ EIT1", "COVID-19 และ EIT1"),
        (f"ค่าแฮช {'5d0c' * 16} ฉบับที่ 2", f"ค่าแฮช {'5d0c' * 16} ฉบับที่ ๒"),
        ("ก.พ. 67 1.5 ก.ค.", "ก.พ. ๖๗ ๑.๕ ก.ค."),
    ],
)
def test_digits_become_thai_numerals_but_addresses_and_names_stay(text, thai):
    assert in_numerals(text, "thai") == thai


def test_arabic_style_turns_thai_numerals_and_still_prints_codes_in_lower_case():
    assert in_numerals("ข้อ I๑๔ ปี ๒๕๖๗", "arabic") == "ข้อ i14 ปี 2567"


@given(st.text(alphabet="กขคงำ่้ iIeEoO.@/ 0123456789๐๑๒๓๔๕", max_size=60))
def test_numerals_change_nothing_but_digits_and_the_case_of_codes(text):
    assert to_arabic(in_numerals(text, "thai")).lower() == to_arabic(text).lower()


def test_what_the_fonts_cannot_show_becomes_a_box():
    assert printable("ดี😀 中 ก") == "ดี□ □ ก"


def test_line_feeds_stay_and_runs_of_blanks_become_one():
    assert as_printed("ก  \t ข\nค", "thai") == "ก ข\nค"


def test_control_characters_never_reach_a_file():
    assert printable("ก\x00ข\x07ค\u200b") == "กขค"
