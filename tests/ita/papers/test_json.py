"""The JSON form of a reading."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.json import dumps, from_json, loads, to_json
from prongsai.ita.papers.reading import (
    AgencyHead,
    AnalysisRow,
    Change,
    DocumentHead,
    IndicatorScore,
    ItemResult,
    MeasureRow,
    QuestionScore,
    Reading,
    ReadingWarning,
    ScoreSheet,
    WorkingGroup,
)
from prongsai.ita.thai import Period, Recurrence, Refused

TEXTS = st.text(min_size=1, max_size=12)
TUPLES = st.lists(TEXTS, max_size=3).map(tuple)
YEARS = st.integers(2560, 2570)
SCORES = st.integers(-5_000, 15_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
DAYS = st.dates(date(2019, 1, 1), date(2029, 1, 1))
PERIODS = st.one_of(
    st.none(), st.builds(Period, st.none() | DAYS, DAYS), st.builds(Recurrence, every_months=st.integers(1, 12))
)
SHEETS = st.builds(
    ScoreSheet,
    year=st.none() | YEARS,
    overall=st.none() | SCORES,
    level=st.none() | TEXTS,
    instruments=st.dictionaries(st.sampled_from(["IIT", "EIT", "EIT1", "EIT2", "OIT"]), SCORES),
    indicators=st.lists(st.builds(IndicatorScore, st.integers(1, 10), SCORES), max_size=3).map(tuple),
    questions=st.lists(st.builds(QuestionScore, TEXTS, SCORES), max_size=2).map(tuple),
    items=st.lists(st.builds(ItemResult, TEXTS, st.none() | SCORES, st.none() | TEXTS), max_size=2).map(tuple),
)
ROWS = st.builds(
    MeasureRow,
    issue=st.none() | st.integers(1, 7),
    questions=TUPLES,
    finding=st.none() | TEXTS,
    measures=TUPLES,
    period=PERIODS,
    status=st.sampled_from([None, "completed", "in_progress", "not_started"]),
    outcomes=TUPLES,
    oit=TUPLES,
)
READINGS = st.builds(
    Reading,
    document=st.builds(DocumentHead, kind=st.just("measures"), title=TEXTS, plan_year=st.none() | YEARS),
    agency=st.builds(AgencyHead, name=st.none() | TEXTS),
    score_sheets=st.lists(SHEETS, max_size=2).map(tuple),
    changes=st.lists(st.builds(Change, st.none() | st.integers(1, 10), YEARS, YEARS, SCORES), max_size=2).map(tuple),
    analysis=st.lists(st.builds(AnalysisRow, finding=TEXTS, questions=TUPLES, oit=TUPLES), max_size=2).map(tuple),
    measures=st.lists(ROWS, max_size=2).map(tuple),
    working_group=st.none()
    | st.builds(WorkingGroup, order_number=st.none() | TEXTS, duties=TUPLES, year=st.none() | YEARS),
    limitations=TUPLES,
    warnings=st.lists(st.builds(ReadingWarning, TEXTS, TEXTS, TEXTS, st.none() | TEXTS), max_size=2).map(tuple),
)


@given(READINGS)
def test_a_reading_comes_back_from_its_json_text(reading):
    assert loads(dumps(reading)) == reading


def test_scores_are_numbers_and_days_are_iso_dates():
    row = MeasureRow(period=Period(None, date(2024, 9, 30)))
    reading = Reading(
        DocumentHead("results", "ผล"), score_sheets=(ScoreSheet(2567, Decimal("90.00")),), measures=(row,)
    )
    data = to_json(reading)
    expected = {"year": 2567, "overall": 90.0, "level": None, "instruments": {}, "indicators": []}
    assert data["score_sheets"][0].items() >= expected.items()
    assert data["measures"][0]["period"] == {"start": None, "end": "2024-09-30"}
    assert data["schema"] == "prongsai.reading/1"


def test_what_lacks_is_empty_and_what_is_more_is_ignored():
    reading = from_json({"document": {"kind": "results", "title": "ผล", "shape": "square"}, "colour": "blue"})
    assert reading == Reading(DocumentHead("results", "ผล"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '"ผล"',
        '{"document": {"kind": "results"}}',
        '{"document": {"kind": "results", "title": "ผล"}, "score_sheets": [{"overall": NaN}]}',
        '{"document": {"kind": "results", "title": "ผล"}, "score_sheets": [{"overall": Infinity}]}',
        '{"document": {"kind": "results", "title": "ผล"}, "score_sheets": [{"overall": "90"}]}',
        '{"document": {"kind": "results", "title": "ผล"}, "score_sheets": [{"overall": true}]}',
        '{"document": {"kind": "results", "title": "ผล", "title": "อื่น"}}',
        '{"document": {"kind": "results", "title": "ผล"}, "measures": [{"period": {"end": "2567-13-01"}}]}',
        '{"schema": "prongsai.reading/9", "document": {"kind": "results", "title": "ผล"}}',
        "[" * 100_000,
    ],
)
def test_json_that_is_no_reading_is_refused(text):
    with pytest.raises(Refused) as refused:
        loads(text)
    assert refused.value.rule == "JSON"


def test_a_number_too_large_is_no_score():
    text = json.dumps({"document": {"kind": "results", "title": "ผล"}, "score_sheets": [{"overall": 0}]})
    with pytest.raises(Refused):
        loads(text.replace('"overall": 0', '"overall": 1e999999999999999999999'))
