"""Several papers of one agency tell more than each alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from prongsai.ita.analysis import check, check_together
from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.reading import AgencyHead, DocumentHead, ItemResult, MeasureRow, QuestionScore, ScoreSheet

BEFORE = "91.90 82.67 84.19 83.05 85.40 84.12 81.36 80.28 87.50 93.75"
AFTER = "93.40 87.92 86.75 78.16 88.07 90.45 87.83 83.62 95.00 87.50"
BUDGET = (("I7", "78.50"), ("I8", "71.20"), ("I9", "84.90"), ("I10", "90.30"), ("I11", "91.40"), ("I12", "79.72"))
OTHER = AgencyHead("เทศบาลตำบลท่าแจ่มจันทร์", "เทศบาลตำบล")


def results_of(paper, sheet: ScoreSheet):
    return paper(document=DocumentHead("results", "ผลการประเมิน", assessed_year=sheet.year), score_sheets=(sheet,))


def by_question(sheet: ScoreSheet) -> ScoreSheet:
    questions = tuple(QuestionScore(code, Decimal(score)) for code, score in BUDGET)
    return replace(sheet, questions=questions, items=(ItemResult("O17", Decimal(0), "ไม่พบรายงาน"), ItemResult("O18")))


def plan_of(paper):
    row = MeasureRow(questions=("I7",), finding="บางรายยังไม่ทราบ", measures=("สรุปงบประมาณ",), units=("กองคลัง",))
    return paper(row, kind="measures")


def report_of(paper):
    row = MeasureRow(indicator=4, status="completed", units=("กองคลัง",), results=("ตรวจทะเบียน 37 รายการ",))
    return paper(row)


def codes(findings):
    return {finding.code for finding in findings}


def test_a_plan_is_held_against_the_questions_that_a_results_paper_prints(paper, sheet):
    results, plan = check_together([results_of(paper, by_question(sheet(2566, BEFORE))), plan_of(paper)], framework_for)
    assert "I8" in {finding.found for finding in plan if finding.code == "weak-point-without-measure"}
    assert "weak-point-without-measure" not in codes(results)
    assert "weak-point-without-measure" not in codes(check(plan_of(paper), framework_for))


def test_a_report_is_held_against_the_results_of_both_years(paper, sheet):
    papers = [report_of(paper), results_of(paper, sheet(2567, AFTER)), results_of(paper, sheet(2566, BEFORE))]
    report, *_ = check_together(papers, framework_for)
    assert "done-but-score-fell" in codes(report)
    assert "done-but-score-fell" not in codes(check(report_of(paper), framework_for))


def test_papers_of_another_agency_tell_nothing(paper, sheet):
    foreign = replace(results_of(paper, by_question(sheet(2566, BEFORE))), agency=OTHER)
    _, plan = check_together([foreign, plan_of(paper)], framework_for)
    assert "weak-point-without-measure" not in codes(plan)


def test_a_paper_without_a_name_belongs_to_the_only_agency_there_is(paper, sheet):
    nameless = replace(results_of(paper, by_question(sheet(2566, BEFORE))), agency=AgencyHead())
    assert "weak-point-without-measure" in codes(check_together([nameless, plan_of(paper)], framework_for)[1])
    several = [nameless, plan_of(paper), replace(results_of(paper, sheet(2566, BEFORE)), agency=OTHER)]
    assert "weak-point-without-measure" not in codes(check_together(several, framework_for)[1])


def test_a_figure_that_two_papers_print_differently_is_a_problem_of_the_later_one(paper, sheet):
    first = results_of(paper, sheet(2567, AFTER, overall=Decimal("88.75")))
    second = results_of(paper, sheet(2567, AFTER.replace("93.40", "94.30"), overall=Decimal("88.75")))
    found, again = check_together([first, second], framework_for)
    assert "papers-disagree" not in codes(found)
    told = [(f.where, f.found, f.expected) for f in again if f.code == "papers-disagree"]
    assert told == [("score_sheets[0].indicators[0].score", "94.30", "93.40")]


def test_figures_of_other_years_and_of_other_agencies_may_differ(paper, sheet):
    earlier, later = results_of(paper, sheet(2566, BEFORE)), results_of(paper, sheet(2567, AFTER))
    foreign = replace(results_of(paper, sheet(2567, BEFORE)), agency=OTHER)
    yearless = results_of(paper, sheet(None, BEFORE))
    found = check_together([earlier, later, foreign, yearless], framework_for)
    assert "papers-disagree" not in {code for some in found for code in codes(some)}


def test_one_paper_alone_is_checked_as_by_itself(paper, sheet):
    reading = results_of(paper, sheet(2567, AFTER, overall=Decimal("89.75")))
    assert check_together([reading], framework_for) == [check(reading, framework_for)]


def test_no_papers_give_no_findings():
    assert check_together([], framework_for) == []
