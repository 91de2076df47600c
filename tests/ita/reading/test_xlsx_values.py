"""Values of cells are written as a person sees them on the screen."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.xlsx_values import format_code, shown_value
from prongsai.ita.thai import Period, parse_number, printed_period


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (91.36, "", "91.36"),
        (85.85000000000001, "", "85.85"),
        (85.84999999999999, "", "85.85"),
        (90.0, "", "90"),
        (3, "", "3"),
        (0.0, "", "0"),
        (-0.76, "", "-0.76"),
        (85.5, "0.00", "85.50"),
        (85.846666666667, "0.00", "85.85"),
        (85.846666666667, "", "85.84666667"),
        (85.85, "0", "85.85"),
        (100.0, "#,##0.00", "100.00"),
        (1234567.0, "#,##0", "1234567"),
        (25.63, '0.00 "คะแนน"', "25.63"),
        (88.75, "[Red]0.00;-0.00", "88.75"),
        (1e20, "", "100000000000000000000"),
        (1e-30, "", "0"),
        (float("inf"), "", ""),
        ("0123", "0.00", "0123"),
        ("  ", "", "  "),
        (True, "", "✓"),
        (False, "", ""),
        (time(13, 5), "", "13.05 น."),
        (timedelta(hours=30), "", "1 day, 6:00:00"),
    ],
)
def test_a_value_is_written_as_it_is_shown(value, code, text):
    assert shown_value(value, code).text == text
    assert shown_value(value, code).doubt == ""


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [(0.9136, "0.00%", "91.36"), (0.9136, "0%", "91.36"), (1.0, "0.00%", "100.00"), (0.5, '0.0"%"%', "50.0")],
)
def test_a_percentage_is_written_as_a_figure_of_a_hundred_and_asked_about(value, code, text):
    shown = shown_value(value, code)
    assert (shown.text, shown.doubt) == (text, "percent")


def test_a_percent_sign_that_is_only_text_is_no_percentage():
    assert shown_value(91.36, '0.00"%"').doubt == ""


@pytest.mark.parametrize(
    ("value", "text", "doubt"),
    [
        (date(2023, 10, 1), "1 ตุลาคม 2566", ""),
        (datetime(2023, 10, 1), "1 ตุลาคม 2566", ""),
        (datetime(2023, 10, 1, 9, 30), "1 ตุลาคม 2566 เวลา 09.30 น.", ""),
        (date(2566, 10, 1), "1 ตุลาคม 2566", "date-doubtful"),
        (date(1966, 10, 1), "1 ตุลาคม 66", "date-doubtful"),
        (datetime(2566, 10, 1, 9, 30), "1 ตุลาคม 2566 เวลา 09.30 น.", "date-doubtful"),
    ],
)
def test_a_day_is_written_in_thai_and_a_year_of_the_wrong_era_asked_about(value, text, doubt):
    shown = shown_value(value)
    assert (shown.text, shown.doubt) == (text, doubt)
    assert printed_period(shown.text.partition(" เวลา")[0]) == Period(date(2023, 10, 1), date(2023, 10, 1))


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_any_day_can_be_read_again_as_a_period(day):
    assert printed_period(shown_value(day).text) == Period(day, day)


@given(st.decimals(0, 100, places=2), st.sampled_from(["", "0.00", "0", "#,##0.00"]))
def test_any_score_comes_out_as_it_went_in(score, code):
    assert Decimal(shown_value(float(score), code).text) == score


@given(st.floats(allow_nan=False), st.text(alphabet='0#.,%;[]"_* @?E+-dmy', max_size=12))
def test_any_number_under_any_format_gives_a_plain_number_or_nothing(value, code):
    text = shown_value(value, code).text
    assert "e" not in text.lower()
    if 0 < len(text.partition(".")[0]) <= 15:
        assert parse_number(text).value is not None


@pytest.mark.parametrize(("number", "code"), [(10, "0.00%"), (2, "0.00"), (0, ""), (164, "0.0%"), (165, "")])
def test_formats_of_the_file_stand_before_those_built_in(number, code):
    assert format_code(number, {164: "0.0%"}) == code
