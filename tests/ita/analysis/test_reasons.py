"""Why a measure was set: a finding that names a weakness, from the result of an earlier year."""

from __future__ import annotations

import pytest

from prongsai.ita.analysis import check
from prongsai.ita.analysis.known import Known
from prongsai.ita.analysis.rules.measure_reason import check_measure_reason
from prongsai.ita.analysis.rules.no_weakness import check_no_weakness
from prongsai.ita.analysis.rules.own_year import check_own_year
from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.reading import AnalysisRow, DocumentHead, MeasureRow, ReadingWarning

WEAK = "บุคลากรบางรายยังไม่ทราบเกณฑ์"


def planned(issue: int, finding: str | None = None, *questions: str) -> MeasureRow:
    return MeasureRow(issue=issue, questions=questions, finding=finding, measures=("จัดทำคู่มือ",))


def places(findings):
    return [(found.code, found.where) for found in findings]


def test_a_row_without_a_finding_beside_rows_that_have_one_is_a_hint(paper):
    rows = (planned(1, WEAK, "E2"), planned(2, None, "E12"))
    assert places(check_measure_reason(paper(*rows, kind="measures"))) == [
        ("measure-without-finding", "measures[1].finding")
    ]


def test_a_finding_merged_over_several_rows_holds_for_each(paper):
    rows = (planned(1, WEAK, "E2"), planned(1), planned(1, None, "E2"))
    assert list(check_measure_reason(paper(*rows, kind="measures"))) == []


def test_a_row_on_another_question_of_the_issue_needs_its_own_finding(paper):
    rows = (planned(1, WEAK, "E2"), planned(1, None, "E3"))
    assert len(list(check_measure_reason(paper(*rows, kind="measures")))) == 1


def test_a_table_without_any_reason_is_found_once(paper):
    rows = (planned(1), planned(2))
    assert places(check_measure_reason(paper(*rows, kind="measures"))) == [("measure-without-finding", "measures")]


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "measures_report"},
        {"kind": "analysis_and_measures", "analysis": (AnalysisRow(WEAK),)},
    ],
)
def test_a_report_or_a_section_of_analysis_needs_no_finding_in_the_table(paper, more):
    assert list(check_measure_reason(paper(planned(1), planned(2), **more))) == []


def test_a_row_without_a_measure_needs_no_finding(paper):
    assert list(check_measure_reason(paper(planned(1, WEAK), MeasureRow(issue=2), kind="measures"))) == []


def test_a_finding_that_only_praises_is_asked_about_wherever_it_stands(paper):
    reading = paper(
        planned(4, "การใช้รถเป็นไปด้วยความเรียบร้อยอย่างสม่ำเสมอ"),
        planned(5, WEAK),
        analysis=(AnalysisRow("มีการเผยแพร่ข้อมูลครบถ้วน"), AnalysisRow("ยังเผยแพร่ไม่ครบถ้วน")),
    )
    assert places(check_no_weakness(reading)) == [
        ("finding-without-weakness", "measures[0].finding"),
        ("finding-without-weakness", "analysis[0].finding"),
    ]


def head(kind: str, result: int | None, plan: int | None) -> DocumentHead:
    return DocumentHead(kind, "มาตรการส่งเสริมคุณธรรม", assessed_year=result, plan_year=plan)  # type: ignore[arg-type]


@pytest.mark.parametrize(("result", "plan"), [(2567, 2567), (2568, 2567)])
def test_measures_explained_by_a_result_of_their_own_year_or_later_are_asked_about(paper, result, plan):
    reading = paper(planned(1, WEAK), document=head("measures", result, plan))
    found = list(check_own_year(reading, Known(framework_for)))
    assert [(f.code, f.severity, f.found) for f in found] == [("cause-after-effect", "doubt", str(result))]
    assert f"ปี {result}" in found[0].message


@pytest.mark.parametrize(("result", "plan"), [(2566, 2567), (None, 2567), (2567, None)])
def test_measures_from_an_earlier_result_are_in_order(paper, result, plan):
    reading = paper(planned(1, WEAK), document=head("measures", result, plan))
    assert list(check_own_year(reading, Known(framework_for))) == []


def test_a_report_may_print_the_new_result_beside_its_measures(paper):
    row = MeasureRow(issue=1, results=("อบรม 12 คน",))
    reading = paper(row, document=head("measures_report", 2567, 2567))
    assert list(check_own_year(reading, Known(framework_for))) == []


def test_a_report_that_names_the_new_result_as_its_reason_is_asked_about_once(paper):
    row = MeasureRow(issue=1, results=("อบรม 12 คน เมื่อวันที่ 5 มกราคม 2567",))
    warning = ReadingWarning("cause-after-effect", "document.assessed_year", "2567")
    reading = paper(row, document=head("measures_report", 2567, 2567), warnings=(warning,))
    assert [f.code for f in check(reading, framework_for) if f.severity == "doubt"] == ["cause-after-effect"]


def test_a_catalogue_that_has_it_so_settles_the_question(paper):
    documents = framework_for(2567).measures_documents.model_copy(update={"analysed_result_year": 2567})
    framework = framework_for(2567).model_copy(update={"measures_documents": documents})
    reading = paper(planned(1, WEAK), document=head("measures", 2567, 2567))
    assert list(check_own_year(reading, Known(lambda year: framework))) == []
