from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import to_arabic, to_thai
from prongsai.ita.thai.digits import has_mixed_number


@given(st.text(alphabet="0123456789กขค .,-"))
def test_arabic_digits_come_back_from_thai_numerals(text):
    assert to_arabic(to_thai(text)) == text


@given(st.text(alphabet="๐๑๒๓๔๕๖๗๘๙กขค .,-"))
def test_thai_numerals_come_back_from_arabic_digits(text):
    assert to_thai(to_arabic(text)) == text


def test_digits_of_other_scripts_stay_as_they_are():
    assert to_arabic("٩１") == "٩１"


def test_one_number_in_two_kinds_of_digits_is_noticed():
    assert has_mixed_number("๙1.๓6")
    assert not has_mixed_number("๙๑ จาก 100")
