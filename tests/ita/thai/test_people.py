import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Refused, is_citizen_id, parse_citizen_id, parse_name, parse_phone, to_thai


@pytest.mark.parametrize("number", ["0100000000018", "0100000000026", "0100000000034"])
def test_the_invented_citizens_have_right_check_digits(number):
    assert is_citizen_id(number)
    assert parse_citizen_id(to_thai(f"{number[0]}-{number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}")) == number


@given(st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_exactly_one_last_digit_is_right(first):
    assert sum(is_citizen_id(first + str(last)) for last in range(10)) == 1


@pytest.mark.parametrize("typed", ["0100000000019", "010000000001", "01000000000180", "ก100000000018"])
def test_a_wrong_citizen_number_is_refused(typed):
    with pytest.raises(Refused):
        parse_citizen_id(typed)


def test_a_phone_number_is_its_digits():
    assert parse_phone("๐๘๑-๒๓๔ ๕๖๗๘") == "0812345678"
    for typed in ("12345", "6281234567", "08123456789"):
        with pytest.raises(Refused):
            parse_phone(typed)


def test_a_name_is_between_one_and_two_hundred_characters():
    assert parse_name("  นางสาวพิมพ์ใจ   ตัวอย่างดี ") == ("นางสาวพิมพ์ใจ ตัวอย่างดี", ())
    for typed in ("", "\u200b", "ก" * 201, "ก" * 300):
        with pytest.raises(Refused):
            parse_name(typed)


@pytest.mark.parametrize("typed", ["ส้ม🍊", "นาย\u202eศรี", "ก\x00"])
def test_a_name_has_no_pictures_and_no_hidden_controls(typed):
    with pytest.raises(Refused):
        parse_name(typed)


def test_letters_of_a_look_alike_script_are_noticed():
    _, notices = parse_name("ນາຍสมชาย")
    assert notices[0].rule == "SCRIPTS"
