"""A what-if prices changes exactly as the year's arithmetic does, says what it cannot know, and guesses no level."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.catalogue import load_framework
from prongsai.ita.scoring import Scores, explain, item_price, presume_from, what_if
from prongsai.ita.thai.refusal import Refused

FULL = Decimal(100)
SCORE = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
PARTS = {"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")}


@pytest.fixture(scope="module")
def lost_o33(demo_2567):
    return Scores(indicators=demo_2567, items={"O33": Decimal(0)}, eit_parts=PARTS)


def changes_of(moves):
    return {move.code: str(move.change) for move in moves if move.change}


def test_one_missing_sentence_of_the_demo_year_is_worth_two_and_a_half_points(framework_of, lost_o33):
    found = what_if(framework_of(2567), lost_o33, {"O33": FULL})
    assert found.overall is not None
    assert (found.overall.before, found.overall.after, found.overall.change) == (
        Decimal("88.748"),
        Decimal("91.248"),
        Decimal("2.5"),
    )
    assert changes_of(found.instruments) == {"OIT": "6.25"}
    assert changes_of(found.indicators) == {"10": "12.5"}
    assert (found.missing, found.unconfirmed) == ((), ())


def test_a_level_held_back_by_a_part_of_the_eit_stays_held_back(framework_of, lost_o33):
    found = what_if(framework_of(2567), lost_o33, {"O33": FULL})
    assert (found.level_before.level, found.level_after.level) == ("ผ่าน", "ผ่าน")


def test_a_changed_eit_leaves_its_parts_and_so_the_level_open(framework_of, lost_o33):
    found = what_if(framework_of(2567), lost_o33, {"8": Decimal(90)})
    assert found.level_after.possible == ("ผ่านดี", "ผ่าน")
    assert set(found.level_after.missing) == {"EIT1", "EIT2"}


def test_an_eit_that_is_set_to_what_it_was_keeps_its_parts(framework_of, lost_o33):
    found = what_if(framework_of(2567), lost_o33, {"8": Decimal("83.62")})
    assert found.level_after.level == "ผ่าน"


def test_a_level_that_a_change_settles_is_told(framework_of, demo_2567):
    low = Scores(indicators=demo_2567 | {4: Decimal(70)}, eit_parts={part: Decimal(85) for part in PARTS})
    framework = framework_of(2567)
    assert what_if(framework, low, {}).level_before.level == "ผ่านดี"
    assert what_if(framework, low, {"4": Decimal(50)}).level_after.level == "ผ่าน"


def test_a_place_may_be_named_as_a_person_names_it(framework_of, lost_o33):
    framework = framework_of(2567)
    plain = what_if(framework, lost_o33, {"4": Decimal(85), "O33": FULL})
    assert what_if(framework, lost_o33, {"ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ": Decimal(85), "ข้อ o๓๓": FULL}) == plain
    assert [move.what for move in plain.changes] == ["ตัวชี้วัดที่ 4", "ข้อ O33"]


@pytest.mark.parametrize("year", [2564, 2566, 2567, 2568])
def test_an_item_brings_its_price_in_every_year(year):
    framework = load_framework(year)
    rest = {"IIT": Decimal(90), "EIT": Decimal(90)}
    lost = Scores(items={item.code: Decimal(0) for item in framework.items}, instruments=rest)
    for item in framework.items:
        found = what_if(framework, lost, {item.code: FULL})
        assert found.overall is not None
        assert found.overall.change == item_price(framework, item.code)


@given(data=st.data())
def test_a_what_if_comes_to_what_the_arithmetic_of_the_changed_scores_comes_to(framework_of, data):
    framework = framework_of(2566, questions=True)
    results = st.sampled_from([Decimal(0), FULL])
    questions = {question.code: data.draw(SCORE) for question in framework.questions[:8]}
    items = {item.code: data.draw(results) for item in framework.items}
    rest = {number: Decimal(80) for number in range(2, 9)}
    scores = Scores(questions=questions, items=items, indicators=rest)
    changes = data.draw(st.dictionaries(st.sampled_from(sorted(items)), results, max_size=4))
    changes |= data.draw(st.dictionaries(st.sampled_from(["I1", "I4", "I6"]), SCORE, max_size=3))
    changes |= data.draw(st.dictionaries(st.sampled_from(["3", "7"]), SCORE, max_size=2))
    found = what_if(framework, scores, changes)
    changed = Scores(
        questions=questions | {code: score for code, score in changes.items() if code in questions},
        items=items | {code: score for code, score in changes.items() if code in items},
        indicators=rest | {int(code): score for code, score in changes.items() if code.isdigit()},
    )
    outcome = explain(framework, changed)
    assert found.overall is not None
    assert found.overall.after == outcome.overall
    assert {move.code: move.after for move in found.indicators} == {str(n): v for n, v in outcome.indicators.items()}
    assert {move.code: move.after for move in found.instruments} == dict(outcome.instruments)


def test_a_question_counts_also_where_the_others_of_its_indicator_are_not_known(framework_of, demo_2566):
    framework = framework_of(2566, questions=True)
    found = what_if(
        framework, Scores(indicators=demo_2566, questions={"I8": Decimal("71.20")}), {"I8": Decimal("83.20")}
    )
    assert changes_of(found.indicators) == {"2": "2"}
    assert found.overall is not None
    assert found.overall.change == Decimal("0.12")


def test_items_that_must_have_passed_are_deduced_so_that_nothing_leaves_the_scale(framework_of):
    printed = Scores(indicators={9: Decimal("97.14"), 10: FULL}, items={"O8": Decimal(0)})
    found = what_if(framework_of(2567), printed, {"O8": FULL})
    assert found.indicators[0].before.quantize(Decimal("0.0001")) == Decimal("97.1429")
    assert found.indicators[0].after == FULL


def test_known_scores_that_contradict_each_other_are_refused(framework_of):
    wrong = Scores(indicators={10: FULL}, items={"O33": Decimal(0)})
    with pytest.raises(Refused, match="ขัดกันเอง") as refused:
        what_if(framework_of(2567), wrong, {"O33": FULL})
    assert refused.value.rule == "CONTRADICTION"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"O99": FULL}, "ITEM"),
        ({"I1": FULL}, "QUESTION"),
        ({"11": FULL}, "INDICATOR"),
        ({"ภาพรวม": FULL}, "CHANGE"),
        ({"EIT2": FULL}, "CHANGE"),
        ({"ระดับ": FULL}, "CHANGE"),
        ({"4": Decimal("100.01")}, "RANGE"),
        ({"4": Decimal(-1)}, "RANGE"),
        ({"4": Decimal("NaN")}, "RANGE"),
        ({"O33": Decimal(50)}, "ALL-OR-NOTHING"),
        ({"O1": FULL}, "UNKNOWN"),
        ({"O33": FULL, "10": FULL}, "OVERLAP"),
        ({"4": FULL, "IIT": FULL}, "OVERLAP"),
        ({"4": FULL, "ตัวชี้วัดที่ 4": FULL}, "DUPLICATE"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(framework_of, lost_o33, changes, rule):
    with pytest.raises(Refused) as refused:
        what_if(framework_of(2567), lost_o33, changes)
    assert refused.value.rule == rule


def test_what_is_missing_for_the_overall_is_said_and_the_rest_is_priced(framework_of, demo_2567):
    less = {number: score for number, score in demo_2567.items() if number != 7}
    found = what_if(framework_of(2567), Scores(indicators=less), {"4": Decimal(85)})
    assert found.overall is None
    assert [move.code for move in found.instruments] == ["IIT", "OIT"]
    assert "ยังไม่มีคะแนน EIT เพราะขาดตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร" in found.missing


def test_an_effect_that_no_rule_tells_is_said_to_be_unknown(framework_of, demo_2567):
    framework = framework_of(2567, weights={"values": None})
    found = what_if(framework, Scores(indicators=demo_2567), {"4": Decimal(85)})
    assert changes_of(found.instruments) == {"IIT": "1.368"}
    assert "ยังไม่ทราบว่า IIT มีผลต่อคะแนนที่สูงขึ้นไปเท่าใด (ปี 2567)" in found.missing


def test_a_presumed_rule_and_an_unsure_split_are_said(framework_of, demo_2567):
    framework = framework_of(2567)
    unsure = [sub.model_copy(update={"confidence": "low"}) for sub in framework.sub_indicators]
    framework = framework_of(2567, weights={"values": None}, sub_indicators=[sub.model_dump() for sub in unsure])
    scores = Scores(indicators=demo_2567, items={"O33": Decimal(0)})
    found = what_if(framework, scores, {"O33": FULL}, presume_from([framework_of(2566)]))
    assert "วิธีคำนวณคะแนนภาพรวมจากแบบวัดยังไม่ยืนยัน (ใช้ตามปี 2566 ไปก่อน)" in found.unconfirmed
    assert "การจัดข้อ OIT เข้าตัวชี้วัดย่อยของตัวชี้วัดที่ 10 ปี 2567 ยังไม่ยืนยัน" in found.unconfirmed
    assert not found.level_after.confirmed


def test_no_change_changes_nothing(framework_of, lost_o33):
    found = what_if(framework_of(2567), replace(lost_o33, overall=Decimal("88.75"), level="ผ่าน"), {})
    assert changes_of([*found.indicators, *found.instruments]) == {}
    assert found.level_after == found.level_before
