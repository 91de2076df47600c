"""Ways to a goal on years of full size: what the demo shows, what is judged as printed, what stays open, how fast."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest

from prongsai.ita.catalogue import load_framework
from prongsai.ita.scoring import Scores, goal_of_level, goal_of_score, joined, presume_from, reach
from prongsai.ita.thai.refusal import Refused

PARTS = {"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")}


@pytest.fixture(scope="module")
def lost_o33(demo_2567):
    return Scores(indicators=demo_2567, items={"O33": Decimal(0)}, eit_parts=PARTS)


def raised(route):
    assert route is not None
    return {move.code: str(move.change) for move in route.result.changes}


def ways(framework, scores, score, *of, **more):
    return reach(framework, scores, goal_of_score(framework, Decimal(score), of or ("all",)), **more)


def test_every_indicator_at_85_needs_two_of_the_demo_year(framework_of, lost_o33):
    found = ways(framework_of(2567), lost_o33, 85, "indicators")
    assert raised(found.smallest) == raised(found.cheapest) == {"4": "6.84", "8": "1.38"}
    assert {gap.what: str(gap.lacking) for gap in found.gaps if gap.lacking} == {
        "ตัวชี้วัดที่ 4": "6.84",
        "ตัวชี้วัดที่ 8": "1.38",
    }
    assert (found.missing, found.notes) == ((), ())


def test_a_goal_that_is_met_needs_nothing(framework_of, lost_o33):
    found = ways(framework_of(2567), lost_o33, 85, "overall", "instruments")
    assert found.met
    assert raised(found.smallest) == raised(found.cheapest) == {}
    assert ways(framework_of(2567), lost_o33, 85).met is False


def test_the_fewest_places_and_the_fewest_points_may_be_two_ways(framework_of, lost_o33):
    found = ways(framework_of(2567), lost_o33, 95, "overall")
    assert raised(found.smallest) == {"4": "14.87", "7": "12.17", "8": "16.38", "O33": "100"}
    assert found.cheapest is not None
    assert (found.cheapest.places, found.cheapest.points) == (6, Decimal("67.05"))
    for route in (found.smallest, found.cheapest):
        assert route.result.overall is not None
        assert Decimal("94.995") <= route.result.overall.after < Decimal("94.997")


def test_a_goal_is_judged_on_the_score_as_printed(framework_of):
    framework = framework_of(2567)
    just = Scores(instruments={"IIT": Decimal("84.995"), "EIT": Decimal("84.995"), "OIT": Decimal("84.9949")})
    found = ways(framework, just, 85, "instruments")
    assert [str(gap.lacking) for gap in found.gaps] == ["0", "0", "0.01"]
    assert raised(found.cheapest) == {"OIT": "0.01"}


def test_a_goal_between_two_printed_scores_asks_for_the_next(framework_of, lost_o33):
    found = ways(framework_of(2567), lost_o33, "83.625", "8")
    assert raised(found.smallest) == {"8": "0.01"}


def test_questions_are_raised_where_all_of_an_indicator_are_known(framework_of, demo_2566, demo_2566_questions):
    framework = framework_of(2566, questions=True)
    scores = Scores(questions=demo_2566_questions, indicators=demo_2566)
    found = ways(framework, scores, 85, "8")
    assert raised(found.smallest) == {"E13": "23.58"}
    assert found.cheapest is not None
    assert found.cheapest.points == Decimal("23.58")
    some = {code: score for code, score in demo_2566_questions.items() if code != "E11"}
    partly = ways(framework, Scores(questions=some, indicators=demo_2566), 85, "8")
    assert raised(partly.smallest) == {"8": "4.72"}


def test_items_are_won_where_the_result_of_all_is_known_or_follows(framework_of, lost_o33):
    found = ways(framework_of(2567), lost_o33, 90, "10")
    assert raised(found.smallest) == {"O33": "100"}
    assert found.notes == ()


def test_an_oit_indicator_whose_items_are_not_known_says_that_it_moves_in_jumps(framework_of, lost_o33):
    found = ways(framework_of(2567), lost_o33, 98, "9")
    assert raised(found.smallest) == {"9": "3"}
    assert any("ขยับเป็นขั้น" in note for note in found.notes)


def test_effort_chooses_other_places(framework_of, lost_o33):
    framework = framework_of(2567)
    plain = ways(framework, lost_o33, 87, "IIT")
    assert plain.easiest is None
    assert plain.smallest is not None
    assert plain.smallest.effort == 1
    found = ways(framework, lost_o33, 87, "IIT", efforts={"4": 9, "ตัวชี้วัดที่ 3": 8, "2": 7, "5": 6, "1": 2})
    assert raised(found.easiest) == {"1": "0.68"}
    assert found.easiest is not None
    assert found.easiest.effort == 2


@pytest.mark.parametrize("effort", [0, 11, -1])
def test_an_effort_outside_one_to_ten_is_refused(framework_of, lost_o33, effort):
    with pytest.raises(Refused) as refused:
        ways(framework_of(2567), lost_o33, 87, "IIT", efforts={"4": effort})
    assert refused.value.rule == "EFFORT"


def test_a_level_asks_for_its_components_and_a_part_of_the_eit_is_left_to_the_office(framework_of, lost_o33):
    framework = framework_of(2567)
    found = reach(framework, lost_o33, goal_of_level(framework, "“ผ่านดี”"))
    assert {gap.code: str(gap.lacking) for gap in found.gaps} == {
        "overall": "0", "IIT": "0", "EIT1": "0", "EIT2": "0.42", "OIT": "0"
    }  # fmt: skip
    assert not found.met
    assert raised(found.smallest) == {}
    assert "EIT2 84.58 ต้องเพิ่มอีก 0.42" in found.notes[0]


def test_an_unknown_part_of_the_eit_is_said_to_be_unknown(framework_of, demo_2567):
    framework = framework_of(2567)
    found = reach(framework, Scores(indicators=demo_2567), goal_of_level(framework, "ผ่านดีเยี่ยม"))
    assert [text.split(" จึง")[0] for text in found.missing] == ["ยังไม่ทราบคะแนน EIT1", "ยังไม่ทราบคะแนน EIT2"]
    assert found.cheapest is not None
    after = {move.code: move.after for move in found.cheapest.result.instruments}
    assert after["IIT"] >= Decimal("94.995")
    assert after["OIT"] >= Decimal("94.995")
    assert found.cheapest.result.overall is not None
    assert found.cheapest.result.overall.after >= Decimal("94.995")


def test_a_level_without_components_asks_for_the_overall_alone(framework_of, demo_2567):
    framework = framework_of(2565)
    assert {target.key for target in goal_of_level(framework, "aa").least} == {"overall"}
    with pytest.raises(Refused, match="AA A B C D E F"):
        goal_of_level(framework, "ผ่านดี")


def test_goals_are_joined_by_the_highest(framework_of, lost_o33):
    framework = framework_of(2567)
    wanted = joined([goal_of_score(framework, Decimal(80), ["4"]), goal_of_score(framework, Decimal(79), ["4", "8"])])
    found = reach(framework, lost_o33, wanted)
    assert raised(found.smallest) == {"4": "1.84"}


def test_scores_that_are_not_known_are_left_out_and_named(framework_of, demo_2567):
    less = {number: score for number, score in demo_2567.items() if number != 7}
    found = ways(framework_of(2567), Scores(indicators=less), 85)
    assert raised(found.smallest) == {"4": "6.84", "8": "1.38"}
    assert len(found.missing) == 3
    assert not found.met


def test_nothing_known_gives_no_way(framework_of):
    found = ways(framework_of(2567), Scores(overall=Decimal(80)), 85)
    assert (found.smallest, found.cheapest, found.easiest) == (None, None, None)
    assert len(found.missing) == 14


def test_a_goal_that_the_known_places_cannot_reach_is_said_so(framework_of):
    known = Scores(indicators={1: Decimal(90)}, instruments={"IIT": Decimal(60)})
    found = ways(framework_of(2567), known, 70, "IIT")
    assert (found.smallest, found.cheapest) == (None, None)
    assert found.notes == ("คะแนนที่ทราบยังไม่พอจะหาทางไปถึงเป้าหมายได้",)


def test_indicators_can_be_brought_to_a_goal_where_no_rule_leads_higher(framework_of, demo_2567):
    framework = framework_of(2567, weights={"values": None})
    found = ways(framework, Scores(indicators=demo_2567), 85)
    assert raised(found.smallest) == {"4": "6.84", "8": "1.38"}
    assert [text.split(" จึง")[0] for text in found.missing] == ["ยังไม่ทราบคะแนนภาพรวม"]
    sure = ways(framework, Scores(indicators=demo_2567), 95, "overall", presumed=presume_from([framework_of(2566)]))
    assert sure.smallest is not None
    assert sure.smallest.result.unconfirmed


@pytest.mark.parametrize(
    ("score", "of", "rule"), [(101, "all", "RANGE"), (85, "O1", "GOAL"), (85, "77", "INDICATOR"), (85, "ระดับ", "GOAL")]
)
def test_a_goal_that_cannot_be_is_refused(framework_of, score, of, rule):
    with pytest.raises(Refused) as refused:
        goal_of_score(framework_of(2567), Decimal(score), [of])
    assert refused.value.rule == rule


@pytest.mark.parametrize("of", ["all", "overall", "indicators"])
def test_a_full_year_is_answered_within_a_tenth_of_a_second(of):
    framework = load_framework(2566)
    questions = {question.code: Decimal(50 + n) for n, question in enumerate(framework.questions)}
    items = {item.code: Decimal(n % 2 * 100) for n, item in enumerate(framework.items)}
    scores, goal = Scores(questions=questions, items=items), goal_of_score(framework, Decimal(95), [of])
    times = []
    for _ in range(3):
        start = process_time()
        found = reach(framework, scores, goal, efforts={"I1": 10})
        times.append(process_time() - start)
    assert found.smallest is not None
    assert min(times) < 0.1
