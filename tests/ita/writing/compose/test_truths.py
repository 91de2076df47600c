"""Each paper, in each format, bared of all that is not on its page, is read back as the records it was written from."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita.reading.conftest import scorer, valid  # noqa: F401 - fixtures
from ita.writing.compose import truths
from ita.writing.compose.bared import bared
from prongsai.ita.analysis import indicator_changes, overall_change, weak_points
from prongsai.ita.catalogue import load_framework
from prongsai.ita.catalogue.crosswalk_files import load_crosswalk
from prongsai.ita.catalogue.playbook import load_playbook
from prongsai.ita.planning import draft_plan
from prongsai.ita.reading import read_bytes
from prongsai.ita.scoring import Scores, explain, price_list
from prongsai.ita.scoring.levels import decide_level
from prongsai.ita.writing import YearResult, compose, measures_paper, write_docx, write_html, write_pdf, write_xlsx
from prongsai.ita.writing.compose.regrouping import by_indicator
from prongsai.ita.writing.result_part import shown_overall

AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
PLACE = "อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี"
LIMITS = ("ผู้รับผิดชอบมีเพียงหนึ่งคน และมีงานประจำอีกหลายด้าน", "เว็บไซต์ต้องส่งข้อมูลให้ผู้รับจ้างลงแทน")
PROPOSALS = ("ขอให้แจ้งกรอบการประเมินก่อนเริ่มปีงบประมาณ",)
ORDERED = date(2024, 10, 7)
FORMATS = {"docx": write_docx, "html": write_html, "xlsx": write_xlsx, "pdf": write_pdf}
LEAST = {"docx": 1.0, "html": 1.0, "xlsx": 1.0, "pdf": 0.99}
WEAK_QUESTIONS = {"I7": "78.50", "I8": "71.20", "I14": "76.85", "I20": "78.95", "E8": "77.40", "E13": "72.90"}
FIRST = ["91.90", "82.67", "84.19", "83.05", "85.40", "84.12", "81.36", "80.28", "87.50", "93.75"]
SECOND = ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]
SCORES = {
    2566: Scores(
        indicators=dict(enumerate(map(Decimal, FIRST), 1)),
        questions={code: Decimal(score) for code, score in WEAK_QUESTIONS.items()},
        overall=Decimal("86.46"),
        level="ผ่าน",
    ),
    2567: Scores(
        indicators=dict(enumerate(map(Decimal, SECOND), 1)),
        items={"O33": Decimal(0)},
        eit_parts={"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")},
        overall=Decimal("88.75"),
        level="ผ่าน",
    ),
}
OUTCOMES = {year: explain(load_framework(year), scores) for year, scores in SCORES.items()}
OVERALL_BEFORE = Decimal("86.46")
WALK = load_crosswalk(2566, 2567)
MOVED = indicator_changes(OUTCOMES[2566], OUTCOMES[2567], WALK)
YEARS = compose.TwoYears(load_framework(2567), OUTCOMES[2566], OUTCOMES[2567], MOVED)
DUTIES = compose.Duties(("จัดทำปฏิทินการส่งข้อมูล", "ชี้แจงบุคลากร"), ("ตรวจข้อมูลก่อนวันปิดระบบ",), ("วิเคราะห์ผลเป็นรายข้อ",))
MEMBERS = (compose.Member("ปลัดองค์การบริหารส่วนตำบล", "ประธานคณะทำงาน"), compose.Member("หัวหน้าสำนักปลัด", "เลขานุการ"))


def weak_of(year):
    return weak_points(load_framework(year), SCORES[year])


def plan_after(year):
    results = load_framework(year)
    units = {"supplies": "กองคลัง", "education": "กองการศึกษา ศาสนาและวัฒนธรรม"}
    plan = draft_plan(
        load_framework(year + 1), weak_of(year), load_playbook(), plan_year=year + 1, results=results, units=units
    )
    first = replace(plan.measures[0], supporting_units=("กองการศึกษา ศาสนาและวัฒนธรรม", "กองช่าง"))
    return replace(plan, measures=(first, *plan.measures[1:]))


def result_of(year, *, compared):
    framework, outcome = load_framework(year), OUTCOMES[year]
    told = {entry.later: entry.change for entry in MOVED if entry.change is not None} if compared else None
    prices = price_list(framework, SCORES[year])
    return YearResult(
        framework,
        outcome,
        decide_level(framework, outcome),
        prices,
        told,
        year - 1 if compared else None,
        OVERALL_BEFORE if compared else None,
    )


def scored(result, weak):
    """The score sheets and changes of a paper that analyses a result."""
    sheets = [truths.sheet(result.outcome, parts=weak)]
    if result.changes is None:
        return {"score_sheets": tuple(sheets)}
    gained = {**result.changes, None: shown_overall(result.outcome) - OVERALL_BEFORE}
    told = truths.changes(gained, result.year_before, result.framework.year)
    return {"score_sheets": (truths.before(result), *sheets), "changes": told}


def head(year, **more):
    return compose.PaperHead(agency=AGENCY, year=year, unit="สำนักปลัด", footer="ข้อมูลสมมุติเพื่อการสาธิต", **more)


def measures_by_issue(year, *, compared):
    plan, result = plan_after(year), result_of(year, compared=compared)
    paper = measures_paper(
        plan, result, load_framework(year + 1), agency=AGENCY, limitations=LIMITS, proposals=PROPOSALS
    )
    return paper, truths.truth(
        AGENCY,
        "analysis_and_measures",
        truths.ANALYSIS,
        assessed=year,
        plan_year=year + 1,
        measures=truths.planned_rows(plan.measures, heads="issue", follow_up=False, findings=True),
        limitations=LIMITS,
        recommendations=PROPOSALS,
        **scored(result, [weak for row in plan.measures for weak in row.weak_points]),
    )


def measures_by_indicator(year):
    plan, results = plan_after(year), load_framework(year)
    paper = compose.measures_by_indicator_paper(
        head(year + 1), plan, load_framework(year + 1), results, limitations=LIMITS
    )
    rows = by_indicator(plan, results).measures
    return paper, truths.truth(
        AGENCY,
        "measures",
        truths.MEASURES,
        assessed=year,
        plan_year=year + 1,
        measures=truths.planned_rows(rows, heads="indicator", follow_up=True, findings=True),
        limitations=LIMITS,
    )


def measures_free(year):
    plan = plan_after(year)
    paper = compose.measures_free_paper(head(year + 1), plan, limitations=LIMITS)
    return paper, truths.truth(
        AGENCY,
        "measures",
        truths.MEASURES,
        assessed=year,
        plan_year=year + 1,
        measures=truths.planned_rows(plan.measures, heads=None, follow_up=True, findings=False),
        limitations=LIMITS,
    )


def analysis(year, *, compared):
    result, weak = result_of(year, compared=compared), weak_of(year)
    paper = compose.analysis_paper(head(year), result, weak)
    return paper, truths.truth(AGENCY, "results", truths.ANALYSIS, assessed=year, **scored(result, weak))


def report_of_a_year():
    """Two measures with their results, and the results of two years."""
    planned = compose.rows_of_plan(plan_after(2566))[:3]
    done = [
        replace(planned[0], status="completed", results=("ลงเว็บไซต์เมื่อวันที่ 14 มีนาคม 2567",), outcomes=("รอสั้นลง",)),
        replace(planned[1], status="in_progress", results=("ประชุมแล้ว 2 ครั้ง", "ส่งร่างแล้ว 1 ฉบับ"), outcomes=("ยังไม่มี",)),
        replace(planned[2], status="not_started"),
    ]
    paper = compose.report_paper(
        head(2567), done, load_framework(2567), months=12, comparison=YEARS, problems=LIMITS, proposals=PROPOSALS
    )
    told = {entry.later: entry.change for entry in MOVED} | {None: overall_change(OUTCOMES[2566], OUTCOMES[2567])}
    earlier = replace(truths.sheet(OUTCOMES[2566]), level=None)
    return paper, truths.truth(
        AGENCY,
        "measures_report",
        truths.REPORT,
        assessed=2567,
        plan_year=2567,
        months=12,
        score_sheets=(earlier, truths.sheet(OUTCOMES[2567])),
        changes=truths.changes(told, 2566, 2567),
        measures=truths.reported_rows(done),
        limitations=LIMITS,
        recommendations=PROPOSALS,
    )


def report_of_six_months():
    """Nothing is typed yet: every result, every outcome, problems and proposals are gaps, and no gap is a result."""
    rows = compose.rows_of_plan(plan_after(2567))
    paper = compose.report_paper(head(2568), rows, load_framework(2568), months=6)
    return paper, truths.truth(
        AGENCY, "measures_report", truths.REPORT, plan_year=2568, months=6, measures=truths.reported_rows(rows)
    )


def result_announced():
    paper = compose.result_announcement(head(2567), result_of(2567, compared=False))
    told = truths.sheet(OUTCOMES[2567])
    return paper, truths.truth(AGENCY, "results", f"ประกาศ{AGENCY}", assessed=2567, score_sheets=(told,))


def measures_announced():
    paper = compose.measures_announcement(head(2568), plan_after(2567), load_framework(2568), load_framework(2567))
    return paper, truths.truth(AGENCY, "measures", f"ประกาศ{AGENCY}", assessed=2567, plan_year=2568)


def order():
    paper = compose.working_group_order(head(2568, number="312/2567", day=ORDERED, place=PLACE), MEMBERS, DUTIES)
    return paper, truths.truth(
        AGENCY,
        "measures",
        f"คำสั่ง{AGENCY}",
        place=("ฟ้ากว้าง", "ตัวอย่างธานี"),
        working_group=truths.working_group("312/2567", ORDERED, DUTIES),
    )


PAPERS = {
    "measures by issue 2567": lambda: measures_by_issue(2566, compared=False),
    "measures by issue 2568": lambda: measures_by_issue(2567, compared=True),
    "measures by indicator 2567": lambda: measures_by_indicator(2566),
    "measures by indicator 2568": lambda: measures_by_indicator(2567),
    "free measures 2567": lambda: measures_free(2566),
    "free measures 2568": lambda: measures_free(2567),
    "analysis 2566": lambda: analysis(2566, compared=False),
    "analysis 2567": lambda: analysis(2567, compared=True),
    "report of a year": report_of_a_year,
    "report of six months": report_of_six_months,
    "result announced": result_announced,
    "measures announced": measures_announced,
    "order": order,
}


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_back_as_what_it_was_written_from(name, ending, scorer, valid, day):  # noqa: F811
    paper, meant = PAPERS[name]()
    read = read_bytes(bared(FORMATS[ending](paper, day), ending), f"paper.{ending}")
    tallies = scorer.score(*(json.loads(json.dumps(valid(reading))) for reading in (meant, read)))
    notes = "\n".join(note for tally in tallies.values() for note in tally.notes)
    assert scorer.overall(tallies) >= LEAST[ending], notes
