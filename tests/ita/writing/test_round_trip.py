"""What we write is read back as it was meant, from each format, by the same reader that reads other offices' papers."""

from decimal import Decimal

import pytest

from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.blocks import Gap
from prongsai.ita.reading import read_file
from prongsai.ita.thai import compact
from prongsai.ita.writing import measures_paper, write_docx, write_html, write_pdf, write_xlsx

AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
WRITERS = {"pdf": write_pdf, "docx": write_docx, "xlsx": write_xlsx, "html": write_html}
EARLIER = ("91.90", "82.67", "84.19", "83.05", "85.40", "84.12", "81.36", "80.28", "87.50", "93.75")


@pytest.fixture(scope="module")
def plan_and_result(planned, scores):
    changes = {n: now - Decimal(then) for n, (now, then) in enumerate(zip(scores, EARLIER, strict=True), start=1)}
    return planned(2567, 2568, items={"O33": Decimal(0)}, changes=changes, year_before=2566)


@pytest.fixture(scope="module", params=sorted(WRITERS))
def reading(request, plan_and_result, day, tmp_path_factory):
    plan, result = plan_and_result
    paper = measures_paper(
        plan,
        result,
        framework_for(2568),
        agency=AGENCY,
        limitations=("บุคลากรมีน้อย งานหลายด้าน", "งบประมาณมีจำกัด"),
        proposals=("ขอพี่เลี้ยงประจำจังหวัด",),
        footer="ข้อมูลสมมุติเพื่อการสาธิต",
    )
    path = tmp_path_factory.mktemp("papers") / f"paper.{request.param}"
    path.write_bytes(WRITERS[request.param](paper, day))
    return read_file(path)


def same(texts):
    return [compact(text) for text in texts]


def test_the_head_is_read_back(reading):
    head = reading.document
    assert (head.kind, head.assessed_year, head.plan_year) == ("analysis_and_measures", 2567, 2568)
    assert head.title == "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส"
    assert reading.agency.name == AGENCY


def test_the_scores_of_both_years_and_the_changes_are_read_back_and_no_chart_is_taken_for_scores(reading, scores):
    earlier, later = reading.score_sheets
    assert [(sheet.year, sheet.overall) for sheet in (earlier, later)] == [(2566, None), (2567, Decimal("88.75"))]
    assert later.level == "ผ่าน"
    assert [entry.score for entry in earlier.indicators] == [Decimal(text) for text in EARLIER]
    assert [entry.score for entry in later.indicators] == scores
    told = {change.indicator: change.stated for change in reading.changes}
    assert (told[4], told[9]) == (Decimal("-4.89"), Decimal("7.50"))


def test_every_measure_is_read_back_with_its_steps_units_and_period(reading, plan_and_result):
    plan, _ = plan_and_result
    found = [row for row in reading.measures if row.measures != ("ไม่มี",) and row.measures]
    assert len(found) == len(plan.measures)
    for row, meant in zip(found, sorted(plan.measures, key=lambda measure: measure.issue), strict=True):
        assert row.issue == meant.issue
        assert compact(row.finding) == compact(meant.finding)
        assert same(row.measures) == same([meant.title])
        assert same(row.steps) == same(meant.steps)
        assert row.units[0] == meant.lead_unit
        assert isinstance(meant.period, Gap) or row.period == meant.period


def test_limits_and_proposals_are_read_back(reading):
    assert same(reading.limitations) == same(["บุคลากรมีน้อย งานหลายด้าน", "งบประมาณมีจำกัด"])
    assert same(reading.recommendations) == same(["ขอพี่เลี้ยงประจำจังหวัด"])
