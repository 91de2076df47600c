"""Laws of all checks, whatever a paper says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.analysis import check, check_together, place_in_words
from prongsai.ita.analysis.finding import SEVERITIES
from prongsai.ita.catalogue import framework_for
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
from prongsai.ita.thai import Period, Recurrence

SAID = (
    "มีการกำกับดูแลอย่างสม่ำเสมอ", "ผู้รับบริการบางรายยังไม่ทราบ", "จัดทำคู่มือ 12 เรื่อง เมื่อวันที่ ๓๑ ตุลาคม ๒๕๖๗",
    "อบรมบุคลากร ณ ห้องประชุม", "ไม่มี", "-", "๓๐ กุมภาพันธ์ ๒๕๖๗", "คำสั่งที่ ๑๑๘/๒๕๖๗",
)  # fmt: skip
TEXTS = st.sampled_from(SAID) | st.text(max_size=20)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
CODES = st.lists(st.sampled_from(["I7", "I8", "E2", "E99", "O21"]), max_size=2).map(tuple)
YEARS = st.none() | st.integers(2566, 2570)
SCORES = st.integers(-100, 12_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
DAYS = st.dates(date(2021, 1, 1), date(2026, 1, 1))
PERIODS = st.none() | st.builds(Period, st.none() | DAYS, DAYS) | st.builds(Recurrence, st.integers(1, 12))
ROWS = st.builds(
    MeasureRow,
    issue=st.none() | st.integers(1, 9),
    indicator=st.none() | st.integers(1, 12),
    questions=CODES,
    finding=st.none() | TEXTS,
    measures=LISTS,
    steps=LISTS,
    units=LISTS,
    period=PERIODS,
    status=st.sampled_from([None, "completed", "in_progress", "not_started"]),
    results=LISTS,
    outcomes=LISTS,
    oit=CODES,
)
SHEETS = st.builds(
    ScoreSheet,
    year=YEARS,
    overall=st.none() | SCORES,
    level=st.sampled_from([None, "ผ่าน", "A", "?"]),
    instruments=st.dictionaries(st.sampled_from(["IIT", "EIT", "EIT1", "EIT2", "OIT"]), SCORES, max_size=3),
    indicators=st.lists(st.builds(IndicatorScore, st.integers(1, 12), SCORES), max_size=4).map(tuple),
    questions=st.lists(st.builds(QuestionScore, st.sampled_from(["I7", "I8", "E99"]), SCORES), max_size=3).map(tuple),
    items=st.lists(st.builds(ItemResult, st.sampled_from(["O17", "O99"]), st.none() | SCORES), max_size=2).map(tuple),
)
READINGS = st.builds(
    Reading,
    document=st.builds(
        DocumentHead,
        kind=st.sampled_from(["measures", "analysis_and_measures", "measures_report", "results"]),
        title=TEXTS,
        assessed_year=YEARS,
        plan_year=YEARS,
    ),
    agency=st.builds(AgencyHead, name=st.sampled_from([None, "อบต.หนองกระจ่าง", "เทศบาลตำบลท่าแจ่มจันทร์"])),
    score_sheets=st.lists(SHEETS, max_size=2).map(tuple),
    changes=st.lists(
        st.builds(Change, st.none() | st.integers(1, 10), st.just(2566), st.just(2567), SCORES), max_size=2
    ).map(tuple),
    analysis=st.lists(st.builds(AnalysisRow, finding=TEXTS, questions=CODES), max_size=2).map(tuple),
    measures=st.lists(ROWS, max_size=3).map(tuple),
    working_group=st.none() | st.builds(WorkingGroup, TEXTS, st.sampled_from([None, "2024-02-08", "?"]), LISTS, YEARS),
    limitations=LISTS,
    warnings=st.lists(
        st.builds(ReadingWarning, st.sampled_from(["cause-after-effect", "x"]), TEXTS, TEXTS), max_size=2
    ).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(READINGS)
def test_every_finding_has_a_place_a_sentence_and_a_way_to_settle_it(reading):
    for finding in check(reading, framework_for):
        assert finding.severity in SEVERITIES
        assert finding.message
        assert "ควร" in finding.settle
        assert place_in_words(finding.where) is not None


@settings(max_examples=40, deadline=None)
@given(READINGS)
def test_problems_come_first_then_doubts_then_hints(reading):
    order = [SEVERITIES.index(finding.severity) for finding in check(reading, framework_for)]
    assert order == sorted(order)


@settings(max_examples=25, deadline=None)
@given(st.lists(READINGS, max_size=3))
def test_together_each_paper_gets_its_own_list_and_a_lone_one_no_other_than_alone(readings):
    found = check_together(readings, framework_for)
    assert len(found) == len(readings)
    if len(readings) == 1:
        assert found == [check(readings[0], framework_for)]
