"""A level is decided where the figures settle it and stays open where they do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.scoring import Scores, check_level, decide_level, explain

FIGURE = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))


def _outcome(framework, *, overall=None, level=None, **components):
    parts = {name: Decimal(score) for name, score in components.items()}
    scores = Scores(
        instruments={name: score for name, score in parts.items() if not name.endswith(("1", "2"))},
        eit_parts={name: score for name, score in parts.items() if name.endswith(("1", "2"))},
        overall=Decimal(overall) if overall else None,
        level=level,
    )
    return explain(framework, scores)


def test_one_low_component_decides_for_the_lower_level_and_is_named(framework_of):
    framework = framework_of(2567)
    outcome = _outcome(framework, IIT="86.86", EIT="87.30", OIT="91.25", EIT2="84.58")
    answer = decide_level(framework, outcome)
    assert answer.level == "ผ่าน"
    assert answer.reason == "คะแนนภาพรวม 88.75 อยู่ในระดับ “ผ่าน” เพราะ EIT ส่วนที่ 2 ได้ 84.58 ต่ำกว่า 85.00 ของระดับ “ผ่านดี”"


def test_all_components_high_decide_for_the_better_level(framework_of):
    framework = framework_of(2567)
    outcome = _outcome(framework, IIT="86.86", EIT="87.30", OIT="91.25", EIT1="90", EIT2="85.00")
    assert decide_level(framework, outcome).level == "ผ่านดี"


def test_an_open_level_says_what_would_settle_it(framework_of):
    framework = framework_of(2567)
    answer = decide_level(framework, _outcome(framework, IIT="86.86", EIT="87.30", OIT="91.25"))
    assert answer.level is None
    assert answer.missing == ("EIT1", "EIT2")
    assert answer.reason == "คะแนนภาพรวม 88.75 ยังสรุปไม่ได้ว่าเป็น “ผ่านดี” หรือ “ผ่าน” เพราะขาดคะแนน EIT ส่วนที่ 1 และ EIT ส่วนที่ 2"


def test_letters_need_the_overall_alone(framework_of):
    framework = framework_of(2564)
    answer = decide_level(framework, _outcome(framework, overall="84.99"))
    assert (answer.level, answer.missing, answer.confirmed) == ("B", (), True)


def test_without_any_total_every_level_remains(framework_of):
    framework = framework_of(2564)
    answer = decide_level(framework, _outcome(framework))
    assert (answer.level, len(answer.possible), answer.overall) == (None, 7, None)


def test_a_total_in_no_band_stays_open(framework_of):
    bands = [{"name": "สูง", "overall_min": 50, "overall_max": 100, "confidence": "high", "source": ("ARITH",)}]
    framework = framework_of(2567, ratings={"levels": bands})
    answer = decide_level(framework, _outcome(framework, overall="40"))
    assert (answer.level, answer.possible) == (None, ())
    assert "ไม่อยู่ในช่วงของระดับใด" in answer.reason


def test_a_year_without_levels_leaves_all_open(framework_of):
    framework = framework_of(2567, ratings={"levels": []})
    outcome = _outcome(framework, IIT="90", EIT="90", OIT="90", level="ผ่าน")
    assert decide_level(framework, outcome).possible == ()
    assert check_level(framework, outcome).agrees is None


def test_a_level_of_low_confidence_is_not_presented_as_certain(framework_of):
    low = [{"name": "ผ่าน", "overall_min": 0, "overall_max": 100, "confidence": "low"}]
    framework = framework_of(2567, ratings={"levels": low})
    answer = decide_level(framework, _outcome(framework, IIT="90", EIT="90", OIT="90"))
    assert (answer.level, answer.confirmed) == ("ผ่าน", False)


@pytest.mark.parametrize("level", ["ผ่านดี", "ผ่าน", "“ผ่าน”", " ผ่าน ดี "])
def test_a_published_level_that_remains_possible_is_consistent(framework_of, level):
    framework = framework_of(2567)
    outcome = _outcome(framework, IIT="86.86", EIT="87.30", OIT="91.25", level=level)
    assert check_level(framework, outcome).agrees is True


def test_a_published_level_outside_the_possible_ones_is_asked_about(framework_of):
    framework = framework_of(2567)
    outcome = _outcome(framework, IIT="86.86", EIT="87.30", OIT="91.25", EIT2="84.58", level="ผ่านดี")
    compared = check_level(framework, outcome)
    assert compared.agrees is False
    assert compared.message is not None
    assert compared.message.startswith("พิมพ์ระดับ “ผ่านดี” แต่ตามเกณฑ์ปี 2567")


def test_a_letter_is_unknown_to_the_rules_of_2566_and_the_year_is_named(framework_of):
    framework = framework_of(2566)
    compared = check_level(framework, _outcome(framework, overall="52.26", level="E"))
    assert compared.agrees is False
    assert compared.message is not None
    assert compared.message.startswith("ระดับ “E” ไม่มีในเกณฑ์ปี 2566")


def test_a_total_printed_otherwise_is_judged_beside_the_computed_one(framework_of):
    framework = framework_of(2565)
    outcome = _outcome(framework, IIT="84.99", EIT="84.99", OIT="84.99", overall="85.20", level="A")
    compared = check_level(framework, outcome)
    assert (compared.by_computed.level, compared.by_printed and compared.by_printed.level) == ("B", "A")
    assert compared.agrees is False


@given(overall=FIGURE, parts=st.lists(st.none() | FIGURE, min_size=4, max_size=4))
def test_more_knowledge_never_opens_a_level_that_was_shut(framework_of, overall, parts):
    framework = framework_of(2567)
    names = ("IIT", "EIT1", "EIT2", "OIT")
    known = {name: str(score) for name, score in zip(names, parts, strict=True) if score is not None}
    complete = {name: known.get(name, "85.00") for name in names}
    fewer = decide_level(framework, _outcome(framework, overall=str(overall), **known))
    more = decide_level(framework, _outcome(framework, overall=str(overall), **complete))
    assert set(more.possible) <= set(fewer.possible)
    assert more.level is not None
