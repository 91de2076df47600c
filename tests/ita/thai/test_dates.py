import time
from datetime import date
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import (
    Refused,
    buddhist_year,
    find_dates,
    format_date,
    month_number,
    parse_date,
    parse_time,
    parse_year,
    require_past,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(["long", "full"]), st.sampled_from(["thai", "arabic"]))
def test_a_day_comes_back_from_how_it_is_written(day, form, digits):
    assert parse_date(format_date(day, form=form, digits=digits)).date == day


@given(DAYS)
def test_a_short_day_comes_back_beside_the_year_of_its_document(day):
    assert parse_date(format_date(day, form="short"), document_year=buddhist_year(day)).date == day


@given(DAYS, st.text(alphabet="กขค ,ๆ", max_size=20), st.text(alphabet="กขค ,ๆ", max_size=20))
def test_a_day_is_found_in_running_text(day, before, after):
    assert [found.date for found in find_dates(f"{before} {format_date(day)} {after}")] == [day]


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_refused_in_words(text):
    try:
        parse_date(text)
    except Refused as refused:
        assert refused.rule in {"DATE", "YEAR", "ERA"}


def test_a_buddhist_leap_day_is_a_real_day():
    assert parse_date("29 ก.พ. ๒๕๖๗").date == date(2024, 2, 29)


def test_an_iso_date_is_gregorian_unless_it_says_otherwise():
    assert parse_date("2022-11-15").date == date(2022, 11, 15)
    assert parse_date("2565-11-15", era="BE").date == date(2022, 11, 15)


def test_a_date_in_figures_is_shown_back_in_words():
    parsed = parse_date("10/01/2566")
    assert parsed.date == date(2023, 1, 10)
    assert "10 มกราคม พ.ศ. 2566" in parsed.notices[0].message


def test_a_gregorian_year_in_a_thai_date_is_asked_about():
    with pytest.raises(Refused, match="2566"):
        parse_date("15 มีนาคม 2023")


def test_find_dates_passes_over_days_that_no_calendar_has():
    assert find_dates("เมื่อวันที่ 31 เมษายน 2566") == []


@pytest.mark.parametrize("name", ["ต.ค.", "ตค.", "ต. ค.", "ตุลาคม"])
def test_a_month_is_known_by_all_its_names(name):
    assert month_number(name) == 10


def test_an_abbreviation_is_no_part_of_a_longer_word():
    assert find_dates("1 กคศ 2566") == []


def test_years_of_two_figures_need_a_document_beside_them():
    assert parse_year("พ.ศ. ๖๖", document_year=2567) == 2566
    with pytest.raises(Refused, match="2566"):
        parse_year("66")


def test_a_year_may_stand_with_its_words():
    assert parse_year("ปีงบประมาณ พ.ศ. ๒๕๖๘") == 2568


def test_times_are_read_with_a_stop_or_a_colon():
    assert parse_time("๑๓.๓๐ น.") == clock(13, 30)
    assert parse_time("08:05") == clock(8, 5)


def test_a_deed_cannot_lie_in_the_future():
    today = date(2025, 3, 17)
    assert require_past(today, today=today) == today
    with pytest.raises(Refused, match="ยังมาไม่ถึง"):
        require_past(date(2025, 3, 18), today=today)


def test_a_megabyte_of_blanks_is_searched_without_delay():
    begun = time.process_time()
    assert find_dates("วันที่" + " " * 1_000_000) == []
    assert time.process_time() - begun < 5
