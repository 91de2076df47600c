"""A service sheet: what is lacking, how long it takes, what changed, its JSON form."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.service import (
    MAY_BE_NONE,
    Audience,
    Channel,
    Discretion,
    Fee,
    NeededDocument,
    ServiceKind,
    ServiceSheet,
    ServiceStep,
    TimeSpan,
    TimeUnit,
)
from prongsai.ita.papers.service_changes import before_and_after, changes
from prongsai.ita.papers.service_gaps import ASKS_FOR, gaps_of
from prongsai.ita.papers.service_json import from_json, to_json
from prongsai.ita.papers.service_lines import PART_WORDS, lines_of, money_text
from prongsai.ita.papers.service_time import whole_time
from prongsai.ita.thai import Refused
from whole_service import INSIDE, WHOLE

texts = st.text(alphabet="กขคงจชดตนบปมยรลวสหอ ะาิีุูเแโไ่้0123456789", max_size=12)
spans = st.builds(TimeSpan, st.integers(1, 500), st.sampled_from(TimeUnit))
steps = st.builds(ServiceStep, texts, st.none() | spans, texts, texts)
amounts = st.none() | st.decimals(0, 10**6, places=2)
sheets = st.builds(
    ServiceSheet,
    name=texts,
    kind=st.sampled_from(ServiceKind),
    audience=st.sampled_from(Audience),
    unit=texts,
    law=st.lists(texts, max_size=2).map(tuple),
    criteria=st.lists(texts, max_size=2).map(tuple),
    discretion=st.lists(st.builds(Discretion, texts, texts), max_size=2).map(tuple),
    steps=st.lists(steps, max_size=4).map(tuple),
    documents=st.lists(
        st.builds(NeededDocument, texts, st.integers(0, 9), st.integers(0, 9), texts, texts), max_size=3
    ).map(tuple),
    fees=st.lists(st.builds(Fee, texts, amounts, texts), max_size=2).map(tuple),
    channels=st.lists(st.builds(Channel, texts, texts, texts, texts, texts), max_size=2).map(tuple),
    complaints=st.lists(texts, max_size=2).map(tuple),
    stated_none=st.frozensets(st.sampled_from(MAY_BE_NONE)),
    is_example=st.booleans(),
)


@given(sheets)
def test_what_is_stored_comes_back_the_same(sheet):
    assert from_json(to_json(sheet)) == sheet


@pytest.mark.parametrize(
    "broken",
    [{"schema": "other/1"}, {"steps": [{}]}, {"kind": "magic"}, {"fees": [{"item": "a", "amount": "x", "note": ""}]},
     {"stated_none": ["name"]}, {"law": None}],
    ids=str,
)  # fmt: skip
def test_what_is_not_such_a_sheet_is_refused(broken):
    with pytest.raises(Refused, match="SCHEMA"):
        from_json(to_json(WHOLE) | broken)


def test_a_sheet_of_which_everything_is_said_has_no_gap():
    assert gaps_of(WHOLE) == gaps_of(INSIDE) == ()


@pytest.mark.parametrize(
    ("silent", "gap"),
    [
        ({"fees": ()}, "fees"),
        ({"documents": ()}, "documents"),
        ({"stated_none": frozenset()}, "law"),
        ({"discretion": ()}, "discretion"),
        ({"discretion": (Discretion("จุด"),)}, "criterion"),
        ({"fees": (Fee("ใบอนุญาต"),)}, "amounts"),
        ({"steps": (ServiceStep("ทำ", unit="กอง"),)}, "times"),
        ({"steps": (ServiceStep("ทำ", TimeSpan(1, TimeUnit.HOURS)),)}, "responsible"),
        ({"is_example": True}, "example"),
    ],
)
def test_silence_is_a_gap_that_says_what_to_write(silent, gap):
    (lacking,) = gaps_of(replace(WHOLE, **silent))
    assert lacking.gap == gap
    assert lacking.asks_for == ASKS_FOR[gap]


def test_a_rate_in_words_is_an_amount_too():
    assert gaps_of(replace(WHOLE, fees=(Fee("ตรวจแบบ", None, "ตามตารางเมตร"),))) == ()


def test_none_can_be_stated_only_of_what_may_be_none():
    with pytest.raises(ValueError, match="none can be stated"):
        replace(WHOLE, stated_none=frozenset({"steps"}))


def test_stating_none_does_not_hide_what_stands_there():
    sheet = replace(WHOLE, stated_none=frozenset({"law", "fees"}))
    assert lines_of(sheet, "fees") == ("ค่าธรรมเนียมตรวจสอบ · 20 บาท",)
    assert lines_of(sheet, "law") == ("ไม่มีกฎหมายเฉพาะของงานนี้",)


@given(st.lists(spans, max_size=8))
def test_the_whole_time_does_not_depend_on_the_order_of_steps(times):
    told = [ServiceStep("ทำ", span) for span in times]
    whole = whole_time(told)
    assert whole == whole_time(reversed(told))
    assert whole.working_days == sum(span.value for span in times if span.unit is TimeUnit.WORKING_DAYS)
    assert bool(whole) == bool(times)


def test_hours_and_minutes_come_together_and_never_become_days():
    hours = [ServiceStep("ก", TimeSpan(90, TimeUnit.MINUTES)), ServiceStep("ข", TimeSpan(30, TimeUnit.HOURS))]
    assert whole_time(hours).text == "31 ชั่วโมง 30 นาที"
    assert whole_time([*hours, ServiceStep("ค")]).unknown == 1
    assert (whole_time(WHOLE.steps).text, whole_time(WHOLE.steps).days_counted) == ("4 วันทำการ 10 นาที", 5)


@given(sheets)
def test_nothing_differs_from_itself(sheet):
    assert changes(sheet, sheet) == ()
    assert not before_and_after(sheet, sheet).changed


def test_each_part_that_differs_is_named_with_both_its_texts():
    (change,) = changes(WHOLE, replace(WHOLE, complaints=("สายด่วน 1111", "ศูนย์ดำรงธรรม 1567")))
    assert (change.part, change.title) == ("complaints", PART_WORDS["complaints"])
    assert len(change.before) < len(change.after)


@pytest.mark.parametrize(
    ("changed", "lighter"),
    [
        ({"steps": WHOLE.steps[:2]}, True),
        ({"documents": ()}, True),
        ({"steps": WHOLE.steps[:2], "documents": (NeededDocument("ก", 5),)}, False),
        ({"steps": (*WHOLE.steps, ServiceStep("เพิ่ม", TimeSpan(1, TimeUnit.MINUTES)))}, False),
        ({"steps": (ServiceStep("ไม่รู้เวลา"),)}, False),
        ({}, False),
    ],
)
def test_lighter_means_something_less_and_nothing_more(changed, lighter):
    assert before_and_after(WHOLE, replace(WHOLE, **changed)).lighter is lighter


@pytest.mark.parametrize(("amount", "shown"), [("20", "20 บาท"), ("1250.5", "1,250.50 บาท"), ("0", "0 บาท")])
def test_satang_stand_only_where_there_are_some(amount, shown):
    assert money_text(Decimal(amount)) == shown
