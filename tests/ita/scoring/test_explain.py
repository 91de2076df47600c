"""Each step of the arithmetic is told so that a person can follow it, and nothing unknown is passed over."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.scoring import Presumption, Scores, explain, presume_from
from prongsai.ita.scoring.exact import as_decimal

SCORE = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))


def test_each_line_can_be_checked_with_a_pocket_calculator(framework_of, demo_2567):
    outcome = explain(framework_of(2567), Scores(indicators=demo_2567))
    assert outcome.lines == (
        "IIT = (93.40 + 87.92 + 86.75 + 78.16 + 88.07) ÷ 5 = 86.86",
        "EIT = (90.45 + 87.83 + 83.62) ÷ 3 = 87.30",
        "OIT = (95.00 + 87.50) ÷ 2 = 91.25",
        "คะแนนภาพรวม = 0.30 × 86.86 + 0.30 × 87.30 + 0.40 × 91.25 = 88.748 ปัดเป็น 88.75",
    )
    assert outcome.confirmed


def test_a_mean_that_does_not_end_is_marked_as_rounded(framework_of, demo_2567):
    indicators = demo_2567 | {6: Decimal("92.11"), 7: Decimal("89.81"), 8: Decimal("78.89")}
    lines = explain(framework_of(2567), Scores(indicators=indicators)).lines
    assert lines[1] == "EIT = (92.11 + 89.81 + 78.89) ÷ 3 ≈ 86.9367 ปัดเป็น 86.94"


def test_answers_climb_to_their_question_by_the_scale(framework_of):
    framework = framework_of(2564, questions=True)
    outcome = explain(framework, Scores(answers={"I1": {0: 1, 2: 2, 3: 7}}))
    assert outcome.questions == {"I1": Decimal("83.4")}
    assert outcome.lines == ("ข้อคำถาม I1 = (1 คน × 0.00 + 2 คน × 67.00 + 7 คน × 100.00) ÷ 10 = 83.40",)


def test_a_question_without_an_answer_has_no_score(framework_of):
    outcome = explain(framework_of(2564, questions=True), Scores(answers={"I1": {0: 0, 3: 0}}))
    assert outcome.questions == {}


def test_a_question_with_sub_items_is_the_mean_of_them(framework_of):
    question = {"code": "I1", "indicator": 1, "sub_items": ("ก", "ข", "ค"), "scale_confidence": "high"}
    plain = framework_of(2564)
    framework = plain.model_validate(plain.model_dump(by_alias=True) | {"questions": [question]})
    parts = {"I1.1": Decimal("98.59"), "I1.2": Decimal("98.94"), "I1.3": Decimal("98.10")}
    outcome = explain(framework, Scores(questions=parts))
    assert outcome.questions["I1"].quantize(Decimal("0.01")) == Decimal("98.54")


def test_questions_climb_to_the_indicators_that_were_announced(framework_of, demo_2566, demo_2566_questions):
    framework = framework_of(2566, questions=True)
    outcome = explain(framework, Scores(questions=demo_2566_questions, indicators=demo_2566))
    assert {number: outcome.indicators[number] for number in range(1, 9)} == {
        number: demo_2566[number] for number in range(1, 9)
    }
    assert outcome.overall == Decimal("86.4586")


def test_a_published_indicator_that_its_questions_do_not_give_is_named_and_not_used(
    framework_of, demo_2566, demo_2566_questions
):
    framework = framework_of(2566, questions=True)
    wrong = demo_2566 | {2: Decimal("92.67")}
    outcome = explain(framework, Scores(questions=demo_2566_questions, indicators=wrong))
    assert [(entry.what, entry.gap) for entry in outcome.differences] == [("ตัวชี้วัดที่ 2 การใช้งบประมาณ", Decimal("10.00"))]
    assert outcome.indicators[2] == Decimal("82.67")


def test_an_incomplete_set_of_questions_leaves_the_announced_indicator(framework_of, demo_2566):
    framework = framework_of(2566, questions=True)
    outcome = explain(framework, Scores(questions={"I1": Decimal("10")}, indicators=demo_2566))
    assert outcome.indicators[1] == Decimal("91.90")


def test_what_is_missing_is_named_by_number_and_name(framework_of, demo_2567):
    given_nine = {number: score for number, score in demo_2567.items() if number != 4}
    outcome = explain(framework_of(2567), Scores(indicators=given_nine))
    assert outcome.overall is None
    assert outcome.missing == ("ยังไม่มีคะแนน IIT เพราะขาดตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ",)


def test_weights_that_are_not_known_leave_the_total_open(framework_of, demo_2567):
    framework = framework_of(2567, weights={"values": None})
    outcome = explain(framework, Scores(indicators=demo_2567))
    assert outcome.overall is None
    assert outcome.missing == ("ยังไม่ทราบน้ำหนักของแบบวัดของปี 2567",)


def test_a_presumed_weight_is_never_silent(framework_of, demo_2567):
    years = [framework_of(2566), framework_of(2568, weights={"values": None})]
    presumed = presume_from(years)
    assert presumed == Presumption(
        rules=dict.fromkeys(("question", "indicator", "sub_indicator", "oit_indicator", "instrument", "overall"), 2568),
        weights={"IIT": Decimal(30), "EIT": Decimal(30), "OIT": Decimal(40)},
        weights_year=2566,
    )
    outcome = explain(framework_of(2567, weights={"values": None}), Scores(indicators=demo_2567), presumed)
    assert outcome.overall == Decimal("88.748")
    assert outcome.lines[-1].endswith("[ใช้กติกาของปี 2566 แทน ยังไม่ยืนยัน]")
    assert outcome.unconfirmed == ("วิธีคำนวณคะแนนภาพรวมจากแบบวัดยังไม่ยืนยัน (ใช้ตามปี 2566 ไปก่อน)",)
    assert not outcome.confirmed


def test_a_rule_that_the_program_does_not_know_is_not_replaced_by_a_presumed_one(framework_of, demo_2567):
    framework = framework_of(2567)
    odd = framework.model_copy(
        update={"scoring": framework.scoring.model_copy(update={"instrument": framework.scoring.overall})}
    )
    outcome = explain(odd, Scores(indicators=demo_2567), presume_from([framework_of(2566)]))
    assert outcome.instruments == {}
    assert "ยังไม่ทราบวิธีคำนวณคะแนน IIT ของปี 2567" in outcome.missing


def test_a_rule_of_low_confidence_is_used_and_marked(framework_of, demo_2567):
    framework = framework_of(2567, weights={"values": {"IIT": 30, "EIT": 30, "OIT": 40}, "confidence": "low"})
    outcome = explain(framework, Scores(indicators=demo_2567))
    assert outcome.lines[-1].endswith("[กติกายังไม่ยืนยัน]")
    assert not outcome.confirmed


def test_the_parts_of_the_eit_are_joined_only_where_the_year_says_how(framework_of):
    parts = Scores(eit_parts={"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")})
    assert "EIT" not in explain(framework_of(2567), parts).instruments
    framework = framework_of(2567)
    eit = framework.scoring.eit_parts.model_copy(update={"combination": "mean"})
    knowing = framework.model_copy(update={"scoring": framework.scoring.model_copy(update={"eit_parts": eit})})
    assert explain(knowing, parts).instruments["EIT"] == Decimal("87.30")


@given(scores=st.lists(SCORE, min_size=10, max_size=10))
def test_a_total_lies_between_the_lowest_and_the_highest_indicator(framework_of, scores):
    outcome = explain(framework_of(2567), Scores(indicators=dict(enumerate(scores, 1))))
    assert outcome.overall is not None
    assert min(scores) - Decimal("1e-30") <= outcome.overall <= max(scores) + Decimal("1e-30")


@given(st.fractions(0, 100, max_denominator=4096))
def test_a_fraction_becomes_a_decimal_of_the_same_value(fraction):
    assert abs(as_decimal(fraction) - fraction.numerator / Decimal(fraction.denominator)) < Decimal("1e-24")
