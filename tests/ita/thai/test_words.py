from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Refused, baht_text, search_tokens, words, words_by_newmm
from prongsai.ita.thai.words import cut_by_newmm, dictionary_words, thai_cutter


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_words_joined_give_the_text_back(text):
    assert "".join(words(text)) == text


def test_compounds_of_the_field_are_one_word():
    assert words("แต่งตั้งคณะทำงาน")[-1] == "คณะทำงาน"


def test_the_fast_cutter_cuts_whole_words_as_newmm_does():
    known = sorted(word for word in dictionary_words() if all("ก" <= letter <= "๎" and letter != "ฯ" for letter in word))
    chance = Random(2568)
    runs = ["".join(chance.choices(known, k=chance.randint(1, 12))) for _ in range(500)]
    assert [run for run in runs if thai_cutter()(run) != cut_by_newmm(run)] == []


@given(st.text(alphabet="กขาิ่ เaZ1-()", max_size=60))
def test_newmm_alone_loses_no_letter_either(text):
    assert "".join(words_by_newmm(text)) == text


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
