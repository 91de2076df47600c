import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Refused, compact, normalise, parse_text, search_key, single_line, sort_key

THAI = st.text(alphabet=[chr(code) for code in range(0x0E01, 0x0E3B)] + [chr(c) for c in range(0x0E3F, 0x0E5C)] + [" "])


@given(st.one_of(THAI, st.text()))
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_what_is_normalised_is_nfc_and_has_no_invisible_character(text):
    clean = normalise(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert not set(clean) & set("\u200b\u200c\u200d\u2060\ufeff\u202e\u00a0\r\x00")


@pytest.mark.parametrize("typed", ["น้ํา", "นํ้า", "น้ำ", "นำ้", "น\u200bํ้า"])
def test_water_is_one_word_however_it_was_typed(typed):
    assert normalise(typed) == "น้ำ"


def test_sara_am_is_never_taken_apart():
    assert normalise("ดำเนินการ") == "ดำเนินการ"
    assert "\u0e33" in normalise("คำ")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("เเม่", "แม่"),
        ("ก่ี", "กี่"),
        ("ซึ่่ง", "ซึ่ง"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("ท\uf70bอง", "ท้อง"),
        ("a\u00a0b\r\nc", "a b\nc"),
    ],
)
def test_look_alike_sequences_get_one_spelling(typed, meant):
    assert normalise(typed) == meant


def test_digits_dashes_and_quotation_marks_stay_as_printed():
    assert normalise("“๙๑.๓๖” – 91") == "“๙๑.๓๖” – 91"


def test_comparing_sees_no_blanks_digits_dashes_or_quotes():
    assert compact("ระดับ “ผ่าน” ๘๕ – ๙๐") == compact('ระดับ"ผ่าน"85-90')


def test_both_spellings_of_water_are_found_by_one_search():
    assert search_key("ค่าน้ํา  ประปา") == search_key("ค่าน้ำ ประปา")


def test_a_text_on_one_line_has_single_blanks():
    assert single_line(" จัดซื้อ\n\n จัดจ้าง\t") == "จัดซื้อ จัดจ้าง"


def test_words_sort_as_in_a_thai_dictionary():
    assert sorted(["ขา", "ไก่", "แก้ว", "เกม", "กา", "กข", "ก็"], key=sort_key) == [
        "ก็", "กข", "กา", "เกม", "แก้ว", "ไก่", "ขา",
    ]  # fmt: skip


def test_tone_marks_decide_only_between_equal_words():
    assert sorted(["ก้าง", "ก่า", "กา", "กาง"], key=sort_key) == ["กา", "ก่า", "กาง", "ก้าง"]


@given(THAI)
def test_the_sort_key_does_not_depend_on_the_kind_of_digits(text):
    assert sort_key(text + "๑๒") == sort_key(text + "12")


@pytest.mark.parametrize(
    ("typed", "rule"),
    [("ก" + "่" * 500, "MARKS"), ("ุ" * 10_000, "MARKS"), ("\ud800", "ENCODING"), ("ก\x00ข", "ENCODING")],
)
def test_a_form_refuses_text_that_no_keyboard_makes(typed, rule):
    with pytest.raises(Refused) as refused:
        parse_text(typed)
    assert refused.value.rule == rule


def test_a_form_refuses_more_than_its_limit_and_counts_after_normalising():
    assert parse_text("ก\u200bข", limit=2) == "กข"
    with pytest.raises(Refused, match="เกินที่กำหนด"):
        parse_text("กขค", limit=2)


def test_a_lone_invisible_character_is_an_empty_text():
    assert parse_text("\u200b") == ""


def test_a_word_of_a_megabyte_is_normalised_without_delay():
    word = "ก่" * 500_000
    begun = time.process_time()
    assert len(normalise(word)) == 1_000_000
    assert time.process_time() - begun < 5
