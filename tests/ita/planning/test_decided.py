"""Measures that an office decided already keep the words of its paper."""

from datetime import date

from prongsai.ita.analysis import named_weak_points
from prongsai.ita.papers.blocks import Gap
from prongsai.ita.papers.reading import AnalysisRow, DocumentHead, MeasureRow, Reading
from prongsai.ita.planning import decided_measures, draft_plan, left_open, with_decided
from prongsai.ita.thai import Period

PERIOD = Period(date(2023, 10, 1), date(2024, 9, 30))


def paper(*rows: MeasureRow, analysis: tuple[AnalysisRow, ...] = ()) -> Reading:
    return Reading(DocumentHead("measures", "มาตรการ", 2566, 2567), measures=rows, analysis=analysis)


def row(**fields) -> MeasureRow:
    given = {"issue": 1, "questions": ("E2",), "measures": ("จัดทำบัตรคิว",), "steps": ("ตั้งจุดรับบัตร",), "period": PERIOD}
    return MeasureRow(**(given | fields))


def test_a_decided_row_keeps_its_words_units_and_period(fy2566, weak):
    reading = paper(row(units=("สำนักปลัด", "กองคลัง"), finding="บางรายยังไม่ทราบลำดับ", follow_up="รายงานทุกเดือน"))
    (kept,) = decided_measures(reading, fy2566, [weak(fy2566, "E2")])
    assert (kept.title, kept.steps, kept.period) == ("จัดทำบัตรคิว", ("ตั้งจุดรับบัตร",), PERIOD)
    assert (kept.lead_unit, kept.supporting_units) == ("สำนักปลัด", ("กองคลัง",))
    assert (kept.finding, kept.follow_up, kept.issue) == ("บางรายยังไม่ทราบลำดับ", "รายงานทุกเดือน", 1)


def test_what_the_paper_does_not_say_stays_a_gap(fy2566):
    (kept,) = decided_measures(paper(row(measures=(), units=(), period=None, issue=None)), fy2566, [])
    assert all(
        isinstance(value, Gap) for value in (kept.title, kept.lead_unit, kept.period, kept.follow_up, kept.finding)
    )


def test_several_measures_of_one_row_all_stay(fy2566):
    (kept,) = decided_measures(paper(row(measures=("หนึ่ง", "สอง", "สาม"))), fy2566, [])
    assert kept.titles == ("หนึ่ง", "สอง", "สาม")


def test_only_what_no_decided_row_answers_is_drafted(fy2566, fy2567, playbook, weak):
    points = [weak(fy2566, "E2"), weak(fy2566, "E13"), weak(fy2566, "6")]
    decided = decided_measures(paper(row()), fy2566, points)
    left = left_open(points, decided)
    assert [point.code for point in left] == ["E13"]
    plan = with_decided(draft_plan(fy2567, left, playbook, plan_year=2567, results=fy2566), decided)
    answered = [point.code for entry in plan.measures for point in entry.weak_points]
    assert sorted(answered) == ["6", "E13", "E2"]
    assert plan.measures[0].title == "จัดทำบัตรคิว"


def test_a_row_without_codes_answers_what_the_analysis_names_under_its_issue(fy2566, weak):
    analysis = (
        AnalysisRow("ข้อค้นพบหนึ่ง", issue=1, questions=("E2",)),
        AnalysisRow("ข้อค้นพบสอง", issue=1, questions=("E12",)),
        AnalysisRow("ข้อค้นพบอื่น", issue=2, questions=("E13",)),
    )
    points = [weak(fy2566, code) for code in ("E2", "E12", "E13")]
    (kept,) = decided_measures(paper(row(questions=()), analysis=analysis), fy2566, points)
    assert [point.code for point in kept.weak_points] == ["E2", "E12"]
    assert kept.finding == "1) ข้อค้นพบหนึ่ง 2) ข้อค้นพบสอง"


def test_a_paper_names_weak_questions_without_scores(fy2566):
    reading = paper(row(questions=("E2", "E13")), row(questions=("E2", "I99")))
    points = named_weak_points(fy2566, [reading])
    assert [(point.code, point.score, point.price) for point in points] == [("E2", None, None), ("E13", None, None)]


def test_a_draft_for_a_named_question_says_that_no_score_is_known(fy2566, fy2567, playbook):
    points = named_weak_points(fy2566, [paper(row(questions=("E13",)))])
    plan = draft_plan(fy2567, points, playbook, plan_year=2567, results=fy2566)
    assert "ไม่มีคะแนนรายข้อ" in plan.measures[0].why


def test_a_row_that_names_an_item_answers_it(fy2566, weak):
    points = [weak(fy2566, "O21"), weak(fy2566, "O38")]
    (kept,) = decided_measures(paper(row(questions=(), oit=("O21",))), fy2566, points)
    assert kept.codes == ("O21",)
    assert [point.code for point in kept.weak_points] == ["O21"]
    assert [point.code for point in left_open(points, [kept])] == ["O38"]
