"""Every check fires on an invented paper that shows its fault, and stays silent on a clean one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from prongsai.ita.analysis import check
from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.reading import (
    AgencyHead,
    AnalysisRow,
    Change,
    DocumentHead,
    IndicatorScore,
    MeasureRow,
    ReadingWarning,
    ScoreSheet,
    WorkingGroup,
)
from prongsai.ita.scoring import Scores
from prongsai.ita.thai.periods import Period, Recurrence
from prongsai.ita.thai.refusal import Refused

CLEAN_2567 = "93.40 87.92 86.75 78.16 88.07 90.45 87.83 83.62 95.00 87.50"
GOOD = MeasureRow(
    issue=1,
    questions=("E2",),
    steps=("จัดหาเครื่องออกบัตรคิว",),
    units=("สำนักปลัด",),
    period=Period(date(2023, 11, 1), date(2024, 9, 30)),
    status="completed",
    results=("ให้บริการตามบัตรคิว 1,568 ราย ตั้งแต่วันที่ 1 พฤศจิกายน 2566",),
)


def _codes(findings):
    return [finding.code for finding in findings]


def test_a_clean_report_raises_nothing(paper, sheet):
    parts = {"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")}
    clean = sheet(2567, CLEAN_2567, overall=Decimal("88.75"), level="ผ่าน", instruments=parts)
    changes = (Change(1, 2566, 2567, Decimal("1.50")),)
    earlier = sheet(2566, "91.90 82.67 84.19 83.05 85.40 84.12 81.36 80.28 87.50 93.75", overall=Decimal("86.46"))
    assert check(paper(GOOD, score_sheets=(earlier, clean), changes=changes), framework_for) == []


def test_a_total_off_by_a_quarter_names_the_digits_that_would_explain_it(paper, sheet):
    figures = "85.85 64.40 77.49 72.79 57.43 83.06 89.09 86.06 23.60 0"
    wrong = sheet(2563, figures, overall=Decimal("52.26"), level="E")
    total = next(finding for finding in check(paper(score_sheets=(wrong,)), framework_for))
    assert (total.code, total.severity, total.where) == ("overall-mismatch", "problem", "score_sheets[0].overall")
    assert (total.found, total.expected) == ("52.26", "52.02")
    assert "ต่างกัน 0.24" in total.message
    for offer in ("ตัวชี้วัดที่ 1 จาก 85.85 เป็น 89.85", "ตัวชี้วัดที่ 2 จาก 64.40 เป็น 68.40", "72.79 เป็น 76.79"):
        assert offer in total.settle
    assert "โปรแกรมไม่ได้แก้ให้" in total.settle


def test_a_wrong_sign_is_named_as_a_sign(paper, sheet):
    sheets = (sheet(2566, "91.36"), sheet(2567, "92.12"))
    found = check(paper(score_sheets=sheets, changes=(Change(1, 2566, 2567, Decimal("-0.76")),)), framework_for)
    assert [(f.code, f.where, f.found, f.expected) for f in found] == [
        ("wrong-change", "changes[0].stated", "-0.76", "0.76")
    ]
    assert "เครื่องหมายบวกลบ" in found[0].settle


def test_a_change_off_by_a_tenth_is_told_with_the_right_one(paper, sheet):
    sheets = (sheet(2566, "85.40"), sheet(2567, "88.07"))
    found = check(paper(score_sheets=sheets, changes=(Change(1, 2566, 2567, Decimal("2.76")),)), framework_for)
    assert (found[0].found, found[0].expected) == ("2.76", "2.67")
    assert "เครื่องหมาย" not in found[0].settle


def test_a_level_that_the_scores_do_not_allow_is_asked_about(paper, sheet):
    printed = sheet(2567, CLEAN_2567, overall=Decimal("88.75"), level="ผ่านดีเยี่ยม")
    found = check(paper(score_sheets=(printed,)), framework_for)
    assert [(f.code, f.found, f.expected) for f in found] == [("level-inconsistent", "ผ่านดีเยี่ยม", "ผ่านดี หรือ ผ่าน")]


def test_a_level_among_those_still_possible_is_not_asked_about(paper, sheet):
    printed = sheet(2567, "90.64 92.12 95.55 74.54 89.98 92.11 89.81 78.89 90.00 100.00", overall=Decimal("90.65"))
    for level in ("ผ่าน", "ผ่านดี"):
        levelled = ScoreSheet(2567, printed.overall, level, None, printed.indicators)
        assert check(paper(score_sheets=(levelled,)), framework_for) == []


def test_scores_outside_the_range_and_numbers_twice_are_problems(paper):
    scores = (IndicatorScore(1, Decimal(10000)), IndicatorScore(2, Decimal("-0.5")), IndicatorScore(1, Decimal(99)))
    found = check(paper(score_sheets=(ScoreSheet(2567, indicators=scores),)), framework_for)
    assert [(f.code, f.where) for f in found] == [
        ("score-out-of-range", "score_sheets[0].indicators[0].score"),
        ("score-out-of-range", "score_sheets[0].indicators[1].score"),
        ("duplicate-indicator", "score_sheets[0].indicators"),
    ]
    assert "อาจหมายถึง 100.00" in found[0].message


def test_a_value_that_no_items_give_is_shown_with_its_neighbours(paper):
    sheet_2566 = ScoreSheet(2566, indicators=(IndicatorScore(9, Decimal("90.20")),))
    found = check(paper(score_sheets=(sheet_2566,)), framework_for)
    assert [(f.code, f.severity, f.expected) for f in found] == [("unreachable-value", "doubt", "90.00 หรือ 90.50")]


def test_where_the_items_of_a_year_are_uncertain_an_unreachable_value_is_only_a_hint(paper):
    sheet_2568 = ScoreSheet(2568, indicators=(IndicatorScore(10, Decimal("90.00")),))
    assert [f.severity for f in check(paper(score_sheets=(sheet_2568,)), framework_for)] == ["hint"]


def test_a_sheet_without_a_year_is_checked_by_its_sums_only(paper, sheet):
    unknown = sheet(None, CLEAN_2567, overall=Decimal("80"), level="X")
    assert _codes(check(paper(score_sheets=(unknown,)), framework_for)) == ["overall-mismatch"]


def test_a_year_to_come_is_checked_against_its_draft(paper, sheet):
    future = sheet(2570, CLEAN_2567, overall=Decimal("88.75"), level="ผ่าน")
    assert check(paper(score_sheets=(future,)), framework_for) == []


def test_rows_that_lack_what_the_others_have_are_named_one_by_one(paper):
    bare = MeasureRow(issue=2, results=GOOD.results, outcomes=("สะดวกขึ้น",))
    found = check(paper(GOOD, MeasureRow(issue=2)), framework_for)
    assert [(f.code, f.where) for f in found] == [
        ("unit-missing", "measures[1].units"),
        ("period-missing", "measures[1].period"),
        ("status-missing", "measures[1].status"),
    ]
    assert {f.severity for f in found} == {"hint"}
    assert [f.where for f in check(paper(bare), framework_for)] == ["measures", "measures", "measures"]


def test_a_plan_needs_no_status(paper):
    row = MeasureRow(issue=1, units=("สำนักปลัด",), period=Recurrence(6))
    assert check(paper(row, kind="measures"), framework_for) == []


def test_a_paper_without_an_agency_gets_a_hint(paper):
    assert _codes(check(paper(GOOD, agency=AgencyHead()), framework_for)) == ["agency-missing"]


def test_a_repeated_result_is_found_beside_the_row_it_repeats(paper):
    found = check(paper(GOOD, GOOD), framework_for)
    assert [(f.code, f.where, f.found) for f in found] == [("copied-result", "measures[1].results", "2")]


def test_measures_that_begin_before_the_order_are_asked_about_once(paper):
    group = WorkingGroup("312/2566", "2024-02-08")
    found = check(paper(GOOD, kind="measures", working_group=group), framework_for)
    assert [(f.code, f.where, f.found, f.expected) for f in found] == [
        ("period-before-decision", "measures[0].period", "2023-11-01", "2024-02-08")
    ]


@pytest.mark.parametrize(("plan_year", "codes"), [(2566, ["year-mismatch"]), (2567, []), (None, [])])
def test_an_order_for_a_fiscal_year_already_over_is_asked_about(paper, plan_year, codes):
    head = DocumentHead("measures", "คำสั่งแต่งตั้งคณะทำงาน", plan_year=plan_year)
    order = paper(document=head, working_group=WorkingGroup("298/2566", "2023-11-22"))
    assert _codes(check(order, framework_for)) == codes


@pytest.mark.parametrize("printed", ["ไม่ชัดเจน", "2566-13-40", ""])
def test_a_day_of_an_order_that_cannot_be_read_gives_no_verdict(paper, printed):
    order = paper(GOOD, kind="measures", working_group=WorkingGroup("1/2566", printed))
    assert check(order, framework_for) == []


def test_a_year_without_a_framework_is_checked_by_its_sums_only(paper, sheet):
    odd = sheet(2567, CLEAN_2567, overall=Decimal("80"), level="X")

    def nothing(year):
        raise Refused("YEAR", f"ไม่มีปี {year}")

    assert _codes(check(paper(GOOD, score_sheets=(odd,)), nothing, Scores())) == ["overall-mismatch"]


def test_private_numbers_in_duties_and_closing_sections_are_found_too(paper):
    number = "โทร 089 000 0000"
    group = WorkingGroup("1/2566", None, duties=(number,))
    found = check(paper(GOOD, working_group=group, limitations=(number,), recommendations=("", number)), framework_for)
    assert [f.where for f in found] == ["working_group.duties[0]", "limitations[0]", "recommendations[1]"]


def test_private_numbers_are_found_and_shown_masked(paper):
    row = MeasureRow(
        issue=3,
        units=("กองคลัง โทร. 02-000-0000",),
        period=GOOD.period,
        status="completed",
        results=("ผู้ยื่นคำขอ 1 ราย เลขประจำตัว ๐-๑๐๐๐-๐๐๐๐๐-๐๑-๘ โทร 089 000 0000",),
    )
    found = check(paper(row), framework_for)
    assert [(f.code, f.severity, f.found) for f in found] == [
        ("personal-data", "problem", "x-xxxx-xxxxx-๐๑-๘"),
        ("personal-data", "doubt", "xxx xxx xx00"),
    ]
    assert all("089 000 0000" not in f.message for f in found)


def test_a_question_of_the_analysis_without_a_measure_is_a_hint(paper):
    analysis = (AnalysisRow("บุคลากรบางรายยังไม่ทราบ", questions=("I7", "I8")), AnalysisRow("ซ้ำ", questions=("I8", "E2")))
    row = MeasureRow(questions=("I7", "E2"), units=("กองคลัง",), period=GOOD.period)
    found = check(paper(row, kind="analysis_and_measures", analysis=analysis), framework_for)
    assert [(f.code, f.where, f.found) for f in found] == [
        ("weak-point-without-measure", "analysis[0].questions", "I8")
    ]


def test_measures_without_codes_leave_nothing_to_compare(paper):
    analysis = (AnalysisRow("บุคลากรบางรายยังไม่ทราบ", questions=("I7",)),)
    row = MeasureRow(issue=5, units=("กองคลัง",), period=GOOD.period)
    assert check(paper(row, kind="analysis_and_measures", analysis=analysis), framework_for) == []


def test_a_weak_question_by_the_scores_without_a_measure_is_a_hint(paper):
    scores = Scores(questions={"E2": Decimal("79.25"), "E13": Decimal("72.90"), "E4": Decimal("90.10")})
    found = check(paper(GOOD), framework_for, scores)
    assert [(f.code, f.found) for f in found] == [("weak-point-without-measure", "E13")]


def test_a_weak_indicator_is_taken_up_by_its_number_or_one_of_its_questions(paper):
    scores = Scores(indicators={1: Decimal(70), 6: Decimal(70), 8: Decimal(60)})
    row = MeasureRow(indicator=1, questions=("E2",), units=("สำนักปลัด",), period=GOOD.period, status="in_progress")
    found = check(paper(row), framework_for, scores)
    assert [f.found for f in found] == ["8"]


def test_doubts_of_the_reader_are_passed_on_once(paper):
    warnings = (
        ReadingWarning("code-repaired", "measures[0].questions[0]", "1๒๘", "I28"),
        ReadingWarning("score-out-of-range", "score_sheets[0]", "10000", None),
        ReadingWarning("score-out-of-range", "score_sheets[0]", "250", None),
        ReadingWarning("unit-missing", "measures[0].units", "", None),
        ReadingWarning("something-new", "measures[0]", "อะไร", None),
    )
    score = ScoreSheet(2567, indicators=(IndicatorScore(1, Decimal(10000)),))
    found = check(paper(GOOD, score_sheets=(score,), warnings=warnings), framework_for)
    assert [(f.code, f.severity) for f in found] == [
        ("score-out-of-range", "problem"),
        ("score-out-of-range", "problem"),
        ("code-repaired", "doubt"),
        ("something-new", "hint"),
    ]
    assert found[2].message == "อ่าน “1๒๘” เป็นรหัส I28"


def test_a_day_of_decision_that_only_the_reader_saw_is_told_in_words(paper):
    warning = ReadingWarning("period-before-decision", "measures[0].period", "2023-10-01", "2024-02-08")
    found = check(paper(GOOD, warnings=(warning,)), framework_for)
    assert [f.message for f in found] == ["ระยะเวลาเริ่ม 1 ตุลาคม 2566 ก่อนวันที่กำหนดมาตรการ 8 กุมภาพันธ์ 2567"]


def test_what_the_reader_saw_is_told_as_it_stands_where_it_is_no_day_or_number(paper):
    warnings = (
        ReadingWarning("period-before-decision", "measures[0].period", "2566-13-40", None),
        ReadingWarning("duplicate-indicator", "score_sheets[0]", "สิบ", None),
    )
    twice = ScoreSheet(2567, indicators=(IndicatorScore(1, Decimal(90)), IndicatorScore(1, Decimal(90))))
    found = check(paper(GOOD, score_sheets=(twice,), warnings=warnings), framework_for)
    assert [(f.code, f.found) for f in found] == [
        ("duplicate-indicator", "1"),
        ("duplicate-indicator", "สิบ"),
        ("period-before-decision", "2566-13-40"),
    ]
    assert "ระยะเวลาเริ่ม 2566-13-40 ก่อน" in found[2].message


def test_what_the_file_gave_to_think_about_is_passed_on_in_its_own_words(paper):
    warnings = (
        ReadingWarning("hidden-rows", "file", "มีบรรทัดที่ซ่อนไว้ จึงไม่ได้อ่าน"),
        ReadingWarning("tracked-changes", "file", "มีการแก้ไขที่ยังไม่ได้ยอมรับ"),
    )
    found = check(paper(GOOD, warnings=warnings), framework_for)
    assert [(f.code, f.severity, f.message) for f in found] == [
        ("hidden-rows", "doubt", "มีบรรทัดที่ซ่อนไว้ จึงไม่ได้อ่าน"),
        ("tracked-changes", "hint", "มีการแก้ไขที่ยังไม่ได้ยอมรับ"),
    ]


def test_an_order_named_among_the_results_set_no_measures(paper):
    row = MeasureRow(
        issue=6,
        units=("สำนักปลัด",),
        period=GOOD.period,
        status="completed",
        results=("แต่งตั้งคณะทำงานตามคำสั่งที่ ๑๑๘ / ๒๕๖๗ เมื่อวันที่ ๑ เมษายน ๒๕๖๗",),
    )
    assert check(paper(row, working_group=WorkingGroup("118/2567", "2024-04-01")), framework_for) == []


@pytest.mark.parametrize(("named", "codes"), [(2566, ["year-mismatch"]), (2567, [])])
def test_the_year_that_an_order_names_stands_before_that_of_the_measures(paper, named, codes):
    head = DocumentHead("measures", "คำสั่งแต่งตั้งคณะทำงาน", plan_year=2567 if named == 2566 else 2566)
    order = paper(document=head, working_group=WorkingGroup("298/2566", "2023-11-22", year=named))
    assert _codes(check(order, framework_for)) == codes


def test_no_sentence_accuses(paper, sheet):
    bad = sheet(2566, "101 1 1 1 1 1 1 1 90.2 1", overall=Decimal("99"), level="A")
    row = MeasureRow(steps=("จัดทำแผนการดำเนินงานประจำปี",), results=("จัดทำแผนการดำเนินงานประจำปี",))
    for finding in check(paper(row, row, score_sheets=(bad,), agency=AgencyHead()), framework_for):
        said = finding.message + finding.settle
        assert not any(word in said for word in ("ลอก", "จุดบกพร่อง", "ผิดพลาด", "ทุจริตโดย", "โกง"))
        assert "ควร" in finding.settle
