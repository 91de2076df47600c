import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import (
    Refused,
    check_score,
    format_decimal,
    parse_money,
    parse_number,
    parse_score,
    parse_signed,
    parse_whole,
    printed_number,
    round_half_up,
    to_thai,
)

SCORES = st.decimals(min_value=0, max_value=100, places=2)


@given(SCORES, st.sampled_from(["arabic", "thai"]))
def test_a_score_comes_back_from_how_it_is_written(score, digits):
    assert parse_score(format_decimal(score, digits=digits)).value == score


@given(st.decimals(min_value=-100, max_value=100, places=2), st.sampled_from(["arabic", "thai"]))
def test_a_change_comes_back_from_how_it_is_written(change, digits):
    assert parse_signed(format_decimal(change, digits=digits, sign=True)).value == change


@given(SCORES, st.sampled_from(["", ".....", ",,,,", "…… "]), st.sampled_from(["", ".....", " คะแนน", "....คะแนน"]))
def test_leaders_and_the_unit_do_not_change_a_score(score, before, after):
    assert parse_score(f"{before}{score:f}{after}").value == score


@given(st.text(max_size=40))
def test_any_text_is_a_number_nothing_or_refused_in_words(text):
    try:
        parsed = parse_number(text)
    except Refused as refused:
        assert refused.rule in {"NUMBER", "DIGITS", "COMMA"}
        assert refused.message
    else:
        assert parsed.value is None or parsed.value.is_finite()


def test_a_grouped_amount_is_money_and_no_score():
    assert parse_money("๔๖,๘๐๐,๐๐๐.๐๐ บาท").value == Decimal(46_800_000)
    with pytest.raises(Refused):
        parse_score("1,234.50")


@pytest.mark.parametrize(
    ("typed", "rule"), [("0.005", "SCALE"), ("-1", "RANGE"), ("1,23,4", "NUMBER"), ("x", "NUMBER")]
)
def test_money_is_refused_with_its_rule(typed, rule):
    with pytest.raises(Refused) as refused:
        parse_money(typed)
    assert refused.value.rule == rule


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_a_score_is_always_finite(value):
    with pytest.raises(Refused):
        check_score(Decimal(value))


def test_a_count_is_whole_and_without_sign():
    assert parse_whole("๔๔") == 44
    for typed in ("-1", "1.5", "", "1_0"):
        with pytest.raises(Refused):
            parse_whole(typed)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("ร้อยละ ๘๕.๕", "85.5"), ("คะแนน: 90", "90"), ("10,000", "10000"), ("-๐.๗๖", "-0.76"), ("ผ่าน", None), ("", None)],
)
def test_a_printed_figure_is_read_as_a_person_would(printed, value):
    assert printed_number(printed) == (None if value is None else Decimal(value))


def test_a_half_is_rounded_up_as_in_official_papers():
    assert round_half_up(Decimal("90.655")) == Decimal("90.66")
    assert format_decimal(Decimal("-0.001"), sign=True) == "0.00"
    assert format_decimal(Decimal("5.25"), sign=True, digits="thai") == to_thai("+5.25")


def test_what_was_typed_is_kept():
    assert parse_score(" ๙๑.๓๖ คะแนน").original == " ๙๑.๓๖ คะแนน"


def test_a_megabyte_of_leaders_is_refused_without_delay():
    begun = time.process_time()
    assert printed_number("." * 1_000_000 + "x") is None
    assert time.process_time() - begun < 1
