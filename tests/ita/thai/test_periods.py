import itertools
import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import (
    Period,
    Recurrence,
    Refused,
    fiscal_quarter,
    fiscal_year_of,
    fiscal_year_span,
    format_period,
    outside_fiscal_year,
    parse_period,
    printed_period,
)

# Two figures of a year mean 25xx, so the short form holds from 2500 to 2599.
DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
PERIODS = st.tuples(DAYS, st.integers(0, 800)).map(lambda pair: Period(pair[0], pair[0] + timedelta(days=pair[1])))
DEADLINES = DAYS.map(lambda day: Period(None, day))
RECURRENCES = st.integers(1, 24).map(Recurrence)


@given(st.one_of(PERIODS, DEADLINES, RECURRENCES), st.sampled_from(["thai", "arabic"]))
def test_a_period_comes_back_from_how_it_is_written(period, digits):
    assert parse_period(format_period(period, digits=digits)) == period


@given(st.text(max_size=60))
def test_any_text_is_a_period_or_refused_in_words(text):
    try:
        parse_period(text)
    except Refused as refused:
        assert refused.rule in {"PERIOD", "ORDER"}


FISCAL_2567 = Period(date(2023, 10, 1), date(2024, 9, 30))


@pytest.mark.parametrize(
    "printed",
    [
        "1 ตุลาคม 2566 ถึง 30 กันยายน 2567",
        "๑ ต.ค. ๖๖ – ๓๐ ก.ย. ๖๗",
        "1 ตค. 66 –30 กย. 67",
        "ตุลาคม 66 -ถึงกันยายน 67",
        "ตั้งแต่วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๖ ถึงวันที่ ๓๐ กันยายน พ.ศ. ๒๕๖๗",
        "๑ ตุลาคม ๖๖ ถึง ๓๐ กันยายน ๒๕๖๗",
        "ต.ค. - ก.ย. 2567",
        "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ปีงบประมาณ 2567",
        "ไตรมาสที่ 1 - 4 ปีงบประมาณ 2567",
    ],
)
def test_a_fiscal_year_is_read_in_all_its_spellings(printed):
    assert printed_period(printed) == FISCAL_2567


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("ก.พ.-ก.ย. ๒๕๖๗", date(2024, 2, 1), date(2024, 9, 30)),
        ("มกราคม – กันยายน 2564", date(2021, 1, 1), date(2021, 9, 30)),
        ("1-30 มิถุนายน 2567", date(2024, 6, 1), date(2024, 6, 30)),
        ("มีนาคม ๒๕๖๗", date(2024, 3, 1), date(2024, 3, 31)),
        ("15 มี.ค. 67", date(2024, 3, 15), date(2024, 3, 15)),
        ("ไตรมาส ๒ ปีงบประมาณ ๒๕๖๗", date(2024, 1, 1), date(2024, 3, 31)),
        ("ไตรมาสที่ 1/2567", date(2023, 10, 1), date(2023, 12, 31)),
        ("6 เดือนแรก ปีงบประมาณ 2567", date(2023, 10, 1), date(2024, 3, 31)),
        ("ภายในเดือนมีนาคม ๒๕๖๗", None, date(2024, 3, 31)),
        ("ภายในวันที่ 30 เมษายน 2567", None, date(2024, 4, 30)),
        ("ต.ค.๖๗-ก.ย.๖๘ (ทุกเดือน)", date(2024, 10, 1), date(2025, 9, 30)),
    ],
)
def test_a_printed_period_is_read_as_meant(printed, start, end):
    assert printed_period(printed) == Period(start, end)


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("ทุกๆ 6 เดือน", 6),
        ("ทุก ๖ เดือน", 6),
        ("เป็นประจำทุกเดือน", 1),
        ("ทุกไตรมาส", 3),
        ("รายไตรมาส", 3),
        ("ปีละ ๒ ครั้ง", 6),
        ("ทุกปี", 12),
    ],
)
def test_a_recurrence_is_its_own_kind_of_period(printed, months):
    assert printed_period(printed) == Recurrence(months)


@pytest.mark.parametrize("printed", ["", "ต่อเนื่อง", "31 ก.พ. 2567", "ตลอดปี", "๙๑.๓๖"])
def test_what_states_no_period_is_none(printed):
    assert printed_period(printed) is None


def test_a_form_refuses_an_end_before_its_start():
    with pytest.raises(Refused) as refused:
        parse_period("30 กันยายน 2567 ถึง 1 ตุลาคม 2566")
    assert refused.value.rule == "ORDER"


def test_a_period_inside_the_fiscal_year_raises_no_notice():
    assert outside_fiscal_year(Period(date(2021, 1, 1), date(2021, 9, 30)), 2564) is None
    notice = outside_fiscal_year(Period(date(2021, 1, 1), date(2021, 10, 1)), 2564)
    assert notice is not None and notice.rule == "FISCAL"


@given(st.dates(date(1991, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_the_span_of_its_fiscal_year(day):
    span = fiscal_year_span(fiscal_year_of(day))
    assert span.start is not None and span.start <= day <= span.end


@given(st.integers(2540, 2640))
def test_four_quarters_make_the_fiscal_year_without_a_gap(year):
    quarters = [fiscal_quarter(year, number) for number in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[3].end) == (fiscal_year_span(year).start, fiscal_year_span(year).end)
    for earlier, later in itertools.pairwise(quarters):
        assert later.start == earlier.end + timedelta(days=1)


def test_a_megabyte_without_a_period_is_passed_over_without_delay():
    begun = time.process_time()
    assert printed_period("ก" * 1_000_000) is None
    assert time.process_time() - begun < 1


def test_a_period_may_run_from_a_day_onwards_until_another():
    expected = Period(date(2024, 1, 15), date(2024, 9, 30))
    assert printed_period("๑๕ ม.ค. ๒๕๖๗ เป็นต้นไป จนถึง ๓๐ ก.ย. ๒๕๖๗") == expected
    assert printed_period("15 ม.ค. 67 เป็นต้นไป - 30 ก.ย. 67") == expected


def test_blanks_before_the_stops_of_short_months_do_not_matter():
    expected = Period(date(2023, 10, 1), date(2023, 12, 31))
    assert printed_period("ต . ค . ๖๖ - ธ . ค . ๖๖") == expected
