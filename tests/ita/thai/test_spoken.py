"""Text as it is read aloud."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import figures_in_words, minutes_to_read, number_in_words, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("รวม 21 วันทำการ", "รวม ยี่สิบเอ็ด วันทำการ"),
        ("เวลา ๐๘.๓๐ - ๑๖.๓๐ น.", "เวลา แปดนาฬิกาสามสิบนาที ถึง สิบหกนาฬิกาสามสิบนาที"),
        ("เวลา 13.00 น.", "เวลา สิบสามนาฬิกา"),
        ("ค่าธรรมเนียม 1,250.50 บาท", "ค่าธรรมเนียม หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์"),
        ("20 บาท", "ยี่สิบบาท"),
        ("พ.ร.บ. พ.ศ. 2558", "พระราชบัญญัติ พุทธศักราช สองพันห้าร้อยห้าสิบแปด"),
        ("วันที่ ๑๕ พ.ย. ๒๕๖๗", "วันที่ สิบห้า พฤศจิกายน พุทธศักราช สองพันห้าร้อยหกสิบเจ็ด"),
        ("สายด่วน 1111", "สายด่วน หนึ่ง หนึ่ง หนึ่ง หนึ่ง"),
        ("โทร. 0-0000-1101 ต่อ 5", "โทรศัพท์ ศูนย์ ศูนย์ ศูนย์ ศูนย์ ศูนย์ หนึ่ง หนึ่ง ศูนย์ หนึ่ง ต่อ ห้า"),
        ("บ้านเลขที่ 15/2", "บ้านเลขที่ สิบห้าทับสอง"),
        ("1-2 ชั่วโมง", "หนึ่งถึงสอง ชั่วโมง"),
        ("2.5 เมตร", "สองจุดห้า เมตร"),
        ("อบต.หนองกระจ่าง", "องค์การบริหารส่วนตำบลหนองกระจ่าง"),
        ("ประกาศจากอบต.หนองกระจ่าง", "ประกาศจากองค์การบริหารส่วนตำบลหนองกระจ่าง"),
        ("นายธ.น. ไม่ใช่เวลา", "นายธ.น. ไม่ใช่เวลา"),
    ],
)
def test_numbers_times_and_abbreviations_become_words(written, said):
    assert spoken(written) == said


@given(st.text(alphabet="กขคน.โทรพศบาทต่อ0123456789๐๑๒/-,: %", max_size=60))
def test_no_figure_is_ever_left(text):
    assert not re.search(r"[0-9๐-๙]", spoken(text))


@given(st.integers(0, 10**12 - 1))
def test_below_zero_begins_with_lop(number):
    assert number_in_words(-number - 1) == f"ลบ{number_in_words(number + 1)}"


def test_figures_are_said_one_by_one_in_either_digits():
    assert figures_in_words("๑๑-11") == "หนึ่ง หนึ่ง หนึ่ง หนึ่ง"


def test_reading_time_grows_with_the_text_and_is_never_nothing():
    sentence = "ประกาศให้ประชาชนมารับบัตรคิวที่จุดบริการชั้นล่าง "
    assert minutes_to_read("") == 1
    assert minutes_to_read(sentence * 60) > minutes_to_read(sentence * 20) > 1
