from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Refused, baht_text, search_tokens, words


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_words_joined_give_the_text_back(text):
    assert "".join(words(text)) == text


def test_compounds_of_the_field_are_one_word():
    assert words("แต่งตั้งคณะทำงาน")[-1] == "คณะทำงาน"


def test_a_word_is_found_inside_its_compound():
    assert "จัดซื้อ" in search_tokens("ประกาศจัดซื้อจัดจ้าง")


def test_signs_and_blanks_are_no_search_words():
    assert search_tokens(" – ( ) ") == []


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("11.50", "สิบเอ็ดบาทห้าสิบสตางค์"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("46800000", "สี่สิบหกล้านแปดแสนบาทถ้วน"),
        ("-5", "ลบห้าบาทถ้วน"),
    ],
)
def test_amounts_are_said_in_words(amount, said):
    assert baht_text(Decimal(amount)) == said


def test_half_a_satang_is_no_amount():
    with pytest.raises(Refused):
        baht_text(Decimal("0.005"))
