"""Drafting a plan: every weak point is answered or marked, in the year's grouping, and nothing is invented."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.catalogue.drafts import open_draft
from prongsai.ita.catalogue.files import load_framework
from prongsai.ita.catalogue.playbook import Playbook, load_playbook
from prongsai.ita.papers.blocks import Gap
from prongsai.ita.planning import NO_PLAY, draft_plan
from prongsai.ita.planning.wording import why_chosen
from prongsai.ita.thai import Period, Recurrence, fiscal_year_span

YEAR_2566 = load_framework(2566)
ALL_CODES = [entry.code for entry in (*YEAR_2566.questions, *YEAR_2566.items)]
ALL_INDICATORS = [str(entry.number) for entry in YEAR_2566.indicators]


@pytest.fixture
def demo_plan(fy2566, fy2567, playbook, demo_2566):
    return draft_plan(fy2567, demo_2566, playbook, plan_year=2567, results=fy2566)


def row_of(plan, code):
    return next(row for row in plan.measures if any(weak.code == code for weak in row.weak_points))


def test_every_weak_point_of_the_demo_agency_stands_in_a_row(demo_plan, demo_2566):
    answered = {weak.code for row in demo_plan.measures for weak in row.weak_points}
    assert answered == {weak.code for weak in demo_2566}


def test_a_year_with_issues_is_planned_by_issue(demo_plan):
    assert demo_plan.group_by == "issue"
    issues = {code: row_of(demo_plan, code).issue for code in ("E2", "E13", "E7", "I24", "I7", "I14", "I28", "O38")}
    assert issues == {"E2": 1, "E13": 2, "E7": 3, "I24": 4, "I7": 5, "I14": 6, "I28": 7, "O38": 7}
    assert all(row.indicator is None for row in demo_plan.measures)


def test_rows_come_in_the_order_of_the_issues(demo_plan):
    issues = [row.issue for row in demo_plan.measures if row.issue is not None]
    assert issues == sorted(issues)


def test_a_row_says_why_it_was_chosen_with_score_and_price(fy2566, fy2567, playbook, weak):
    point = weak(fy2566, "E13", score="72.90", price="0.54")
    row = draft_plan(fy2567, [point], playbook, plan_year=2567, results=fy2566).measures[0]
    assert row.why == "เลือกเรื่องนี้เพราะข้อ E13 มีบริการออนไลน์ ได้ 72.90 คะแนน คิดเป็นคะแนนที่เสียในภาพรวม 0.54 คะแนน"


def test_reasons_keep_a_blank_before_latin_letters_and_none_before_thai(weak, fy2566):
    part = weak(fy2566, "EIT2", price=None, kind="component")
    question = weak(fy2566, "E13", score="72.90", price="0.54")
    assert why_chosen((part, part)).startswith("เลือกเรื่องนี้เพราะ EIT ส่วนที่ 2 ได้ 80.00 คะแนน")
    assert " และ EIT ส่วนที่ 2" in why_chosen((question, part))
    assert " และข้อ E13" in why_chosen((part, question))


def test_a_price_that_cannot_be_computed_is_said_to_be_so(fy2566, fy2567, playbook, weak):
    row = draft_plan(fy2567, [weak(fy2566, "E13", price=None)], playbook, plan_year=2567, results=fy2566).measures[0]
    assert "ยังคำนวณผลต่อคะแนนภาพรวมไม่ได้" in row.why


def test_a_row_is_complete_where_the_playbook_has_the_topic(demo_plan):
    row = row_of(demo_plan, "E2")
    assert row.title == "จัดระบบบัตรคิวพร้อมจุดคัดกรองเอกสารที่ด้านหน้าสำนักงาน"
    assert 2 <= len(row.steps) <= 5
    assert row.lead_unit == "สำนักปลัด"
    assert row.period == Period(date(2023, 11, 1), date(2024, 9, 30))
    assert row.follow_up
    assert row.expected_proof
    assert row.alternatives


def test_questions_of_one_topic_share_a_row(fy2566, fy2567, playbook, weak):
    points = [weak(fy2566, "I10"), weak(fy2566, "I11")]
    plan = draft_plan(fy2567, points, playbook, plan_year=2567, results=fy2566)
    assert [row.codes for row in plan.measures] == [("I10", "I11")]


def test_a_topic_without_a_play_becomes_a_marked_gap_and_is_not_dropped(fy2566, fy2567, playbook, weak):
    known = {topic: play for topic, play in playbook.plays.items() if topic != "honest-spending"}
    bare = Playbook(known, playbook.roles)
    row = draft_plan(fy2567, [weak(fy2566, "I10")], bare, plan_year=2567, results=fy2566).measures[0]
    assert row.has_gap
    assert row.title == NO_PLAY == Gap("ยังไม่มีแบบมาตรการสำหรับเรื่องนี้ โปรดกำหนด")
    assert row.steps == ()
    assert isinstance(row.lead_unit, Gap)
    assert isinstance(row.period, Gap)
    assert not row.confirmed


def test_a_question_whose_subject_is_not_established_is_an_open_place_with_measures_near_by(demo_plan):
    row = row_of(demo_plan, "I20")
    assert row.has_gap
    assert {"I19", "I20"} == set(row.codes)
    assert "จัดทำทะเบียนยืมและคืนทรัพย์สินที่ใช้แบบเดียวกันทุกส่วนราชการ" in row.alternatives
    assert any("I20" in sentence for sentence in demo_plan.unconfirmed)


def test_lost_items_are_answered_by_complete_publishing_with_their_elements(demo_plan):
    row = row_of(demo_plan, "O38")
    assert row.topic == "complete-reports"
    assert set(row.codes) == {"O17", "O21", "O30", "O38"}
    about = next(remark for remark in row.remarks if remark.startswith("ข้อ O38"))
    assert "ข้อเสนอแนะ" in about
    assert "ไม่ได้คะแนน" in row.why


def test_elements_that_are_not_established_are_marked(demo_plan):
    about = next(remark for remark in row_of(demo_plan, "O17").remarks if remark.startswith("ข้อ O17"))
    assert "ยังไม่ยืนยัน" in about


def test_the_unit_of_a_role_is_the_offices_own(fy2566, fy2567, playbook, weak):
    plan = draft_plan(
        fy2567,
        [weak(fy2566, "I24")],
        playbook,
        plan_year=2567,
        results=fy2566,
        units={"supplies": "กองพัสดุและทรัพย์สิน"},
    )
    assert plan.measures[0].lead_unit == "กองพัสดุและทรัพย์สิน"


def test_the_lead_unit_is_not_named_again_as_supporting(demo_plan):
    for row in demo_plan.measures:
        assert row.lead_unit not in row.supporting_units
        assert len(set(row.supporting_units)) == len(row.supporting_units)


def test_the_offices_own_placement_of_a_question_goes_first(fy2566, fy2567, playbook, weak):
    plan = draft_plan(fy2567, [weak(fy2566, "E12")], playbook, plan_year=2567, results=fy2566, placement={"E12": 2})
    assert plan.measures[0].issue == 2


def test_results_of_2569_give_a_plan_of_2570_by_indicator_that_says_what_is_open(fy2569, playbook, weak):
    draft = open_draft(2570)
    points = [weak(fy2569, "8", price="1.64"), weak(fy2569, "4", price="1.31"), weak(fy2569, "O24", price="2.50")]
    plan = draft_plan(draft, points, playbook, plan_year=2570, results=fy2569)
    assert plan.group_by == "indicator"
    assert plan.analysed_year == 2569
    assert {row.indicator for row in plan.measures} == {4, 8, 10}
    assert not any(row.confirmed for row in plan.measures)
    said = "\n".join(plan.unconfirmed)
    for expected in (
        "ยังไม่มีประกาศกรอบการประเมินของปี 2570 ร่างนี้อิงกรอบปี 2569",
        "จึงจัดมาตรการตามตัวชี้วัด",
        "ยังไม่ทราบน้ำหนักแบบวัดของปี 2569",
        "ยังไม่ทราบข้อคำถามของปี 2569",
    ):
        assert expected in said


def test_items_fed_in_a_draft_year_are_marked_as_those_of_the_year_it_was_copied_from(fy2569, playbook, weak):
    plan = draft_plan(open_draft(2570), [weak(fy2569, "8")], playbook, plan_year=2570, results=fy2569)
    online = next(row for row in plan.measures if row.topic == "online-service")
    assert online.feeds == ("O10",)
    assert any("เลขข้อของปี 2569" in remark for remark in online.remarks)


def test_an_indicator_alone_gets_the_most_general_plays_that_serve_it(fy2569, playbook, weak):
    plan = draft_plan(open_draft(2570), [weak(fy2569, "3")], playbook, plan_year=2570, results=fy2569)
    assert {row.topic for row in plan.measures} == {"fair-assignment", "fair-evaluation", "fair-training-choice"}


def test_a_year_of_which_only_indicators_are_known_gets_a_plan_that_a_person_can_read(fy2569, playbook, weak):
    everything = [weak(fy2569, str(number)) for number in range(1, 11)]
    plan = draft_plan(open_draft(2570), everything, playbook, plan_year=2570, results=fy2569)
    assert 10 <= len(plan.measures) <= 3 * len(everything)
    assert not any(row.has_gap for row in plan.measures)


def test_an_indicator_whose_questions_are_weak_joins_their_rows(fy2566, fy2567, playbook, weak):
    points = [weak(fy2566, "I14"), weak(fy2566, "3", price="0.90")]
    plan = draft_plan(fy2567, points, playbook, plan_year=2567, results=fy2566)
    assert len(plan.measures) == 1
    assert {point.code for point in plan.measures[0].weak_points} == {"I14", "3"}
    assert plan.measures[0].codes == ("I14",)


def test_a_component_joins_a_row_of_its_instrument(fy2566, fy2567, playbook, weak):
    points = [weak(fy2566, "E13"), weak(fy2566, "EIT2", kind="component")]
    plan = draft_plan(fy2567, points, playbook, plan_year=2567, results=fy2566)
    assert len(plan.measures) == 1
    assert "EIT ส่วนที่ 2 ได้ 80.00 คะแนน" in plan.measures[0].why


def test_a_component_with_no_row_to_join_is_an_open_place(fy2566, fy2567, playbook, weak):
    points = [weak(fy2566, "I14"), weak(fy2566, "EIT2", kind="component")]
    plan = draft_plan(fy2567, points, playbook, plan_year=2567, results=fy2566)
    assert [row.has_gap for row in plan.measures] == [False, True]
    assert plan.measures[1].issue is None
    assert any("โปรดเลือก" in remark for remark in plan.measures[1].remarks)


def test_measures_are_planned_inside_the_fiscal_year(demo_plan):
    span = fiscal_year_span(2567)
    for row in demo_plan.measures:
        if isinstance(row.period, Period):
            assert span.start <= row.period.start <= row.period.end <= span.end
        else:
            assert isinstance(row.period, Recurrence | Gap)


def test_no_measure_begins_before_the_day_it_is_decided(fy2566, fy2567, playbook, demo_2566):
    decided = date(2024, 2, 8)
    plan = draft_plan(fy2567, demo_2566, playbook, plan_year=2567, results=fy2566, decided=decided)
    starts = [row.period.start for row in plan.measures if isinstance(row.period, Period)]
    assert min(starts) == decided


def test_nothing_that_happened_is_drafted(demo_plan):
    for row in demo_plan.measures:
        said = " ".join(str(part) for part in (row.finding, row.title, row.follow_up, *row.steps, *row.expected_proof))
        assert not re.search(r"แล้วเสร็จ|ดำเนินการแล้ว|ร้อยละ|25[0-9]{2}|๒๕[๐-๙]{2}|(?:ครั้งที่|จำนวน) [0-9๐-๙]", said)


def test_without_weak_points_the_plan_is_empty_and_still_says_what_is_open(fy2569, playbook):
    plan = draft_plan(open_draft(2570), [], playbook, plan_year=2570, results=fy2569)
    assert plan.measures == ()
    assert plan.unconfirmed


def test_the_analysed_year_comes_from_the_catalogue_or_stays_open(fy2567, playbook):
    assert draft_plan(fy2567, [], playbook, plan_year=2567).analysed_year == 2566
    assert draft_plan(open_draft(2570), [], playbook, plan_year=2570).analysed_year is None


def test_rows_of_a_group_can_be_asked_for(demo_plan):
    assert {row.topic for row in demo_plan.of_group(2)} >= {"online-service", "public-participation"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*ALL_CODES, *ALL_INDICATORS, "EIT1", "EIT2", "OIT"]), unique=True, max_size=25))
def test_no_weak_point_is_ever_dropped(weak, codes):
    points = [weak(YEAR_2566, code, price=str(Decimal(n) / 10)) for n, code in enumerate(codes)]
    for framework, year in ((load_framework(2567), 2567), (open_draft(2570), 2570)):
        plan = draft_plan(framework, points, load_playbook(), plan_year=year, results=YEAR_2566)
        assert {point.code for row in plan.measures for point in row.weak_points} == set(codes)
        assert all(row.weak_points for row in plan.measures)


def test_a_finding_drafted_from_an_indicator_alone_asks_to_be_verified(fy2569, playbook, weak):
    plan = draft_plan(open_draft(2570), [weak(fy2569, "3")], playbook, plan_year=2570, results=fy2569)
    assert all(any("โปรดตรวจกับบุคลากร" in remark for remark in row.remarks) for row in plan.measures)
