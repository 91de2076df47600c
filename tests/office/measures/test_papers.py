"""The papers of a plan: everything decided by people stands in them, what nobody said is a gap, ร่าง until decided."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.urls import reverse
from openpyxl import load_workbook

from plans_of_an_office import add, plan_for
from prongsai.ita.papers.blocks import Gap
from prongsai.office.measures import services
from prongsai.office.measures.outputs import PAPERS, paper_of, papers_for
from prongsai.office.measures.services import StepTold
from prongsai.office.measures.timeline import bar_of, drawn
from years_of_an_office import confirmed


@pytest.fixture
def plan(here):
    with here.speaks():
        confirmed(here, "P4.pdf")
        made = plan_for(here)
        add(here, made, codes=["O33"], answers=["item:O33"], issue=7)
        return made


def address(plan, kind, form="pdf"):
    return reverse("measures-paper", args=[plan.round_id, kind, form])


def words_of(content: bytes) -> str:
    book = pypdfium2.PdfDocument(content)
    return "".join(page.get_textpage().get_text_range() for page in book).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("kind", list(PAPERS))
def test_each_paper_says_the_measure_or_counts_it(plan, asks, kind):
    said = words_of(asks().get(address(plan, kind)).content)
    assert ("จำนวน๑เรื่อง" if kind == "memo" else "จัดระบบบัตรคิว") in said
    assert "ร่าง" in said


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_papers_come_as_word_and_excel_too(plan, asks, form):
    answer = asks().get(address(plan, "free", form))
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")


def test_a_decided_plan_is_no_draft_and_tells_no_prices(here, plan, acting):
    with here.speaks():
        before = paper_of(plan, here.agency, "analysis")
        services.decide(acting=acting(), plan=plan, day=date(2024, 10, 15), decided_in="ประชุม")
        plan.refresh_from_db()
        after = paper_of(plan, here.agency, "analysis")
    assert (before.draft, after.draft) == (True, False)
    assert len(after.blocks) < len(before.blocks)


def test_what_nobody_said_is_a_marked_gap(here, plan):
    with here.speaks():
        add(here, plan, "ไม่มีหน่วย", lead_unit=None, follow_up="", since=None, until=None)
        rows = services.plan_as_draft(plan).measures
    loose = next(row for row in rows if row.title.startswith("ไม่มีหน่วย"))
    assert all(isinstance(said, Gap) for said in (loose.lead_unit, loose.period, loose.follow_up, loose.finding))


def test_without_a_confirmed_result_there_is_no_paper_with_the_analysis(here, asks, acting):
    with here.speaks():
        plan = plan_for(here, 2566)
        add(here, plan)
        assert "analysis" not in papers_for(plan, services.offered_to(plan.round, plan, []).analysed)
    assert asks().get(address(plan, "analysis")).status_code == 404
    assert asks().get(address(plan, "free")).status_code == 200


@pytest.mark.parametrize(("kind", "form"), [("nothing", "pdf"), ("free", "exe")])
def test_a_paper_or_form_that_is_none_is_not_found(plan, asks, kind, form):
    assert asks().get(address(plan, kind, form)).status_code == 404


def test_the_months_show_where_something_is_due(plan, asks):
    book = load_workbook(BytesIO(asks().get(address(plan, "months", "xlsx")).content))
    rows = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    (row,) = (row for row in rows if len(row) > 12 and "จัดระบบบัตรคิว" in str(row[1]))
    assert [sign or "" for sign in row[3:7]] == ["", "●", "–", "–"]


def test_the_drawing_names_each_measure_and_marks_its_days(here, plan):
    with here.speaks():
        steps = (StepTold("ทุกไตรมาส", every_months=3, due=date(2024, 12, 31)),)
        add(here, plan, "รายไตรมาส", steps=steps)
        found = services.measures_of(plan)
        quarterly = next(row for row in found if row.title.startswith("รายไตรมาส"))
        assert len(bar_of(quarterly, 2568).marks) == 4
        svg = drawn(found, 2568)
    assert svg.count("<polygon") == 5
    assert "M01 รายไตรมาส" in svg
    assert 'role="img"' in svg


def test_the_plan_over_the_months_is_told_as_a_table_too(plan, asks):
    shown = asks().get(reverse("measures-months", args=[plan.round_id])).content.decode()
    assert "<svg" in shown
    assert "29 พ.ย. 67" in shown


def test_a_plan_without_a_result_prints_its_questions_and_findings_by_issue(here, asks):
    with here.speaks():
        plan = plan_for(here, 2567)
        add(here, plan, codes=["E7"], issue=3, finding="บางรายไม่ทราบช่องทาง")
        assert papers_for(plan, None)[0] == "by-issue"
    said = words_of(asks().get(address(plan, "by-issue")).content)
    assert "บางรายไม่ทราบช่องทาง" in said
    assert "e๗เผยแพร่ข้อมูล" in said
    assert "ประเด็นที่๓" in said
