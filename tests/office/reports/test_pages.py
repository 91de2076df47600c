"""Pages of reports: what each shows, to whom."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from prongsai.office.evidence.models import ProofUse
from prongsai.office.reports.models import Report, ReportKind
from prongsai.platform.accounts.models import Role
from reported_years import done, proved


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def opens(asks):
    def get(name: str, *args: object, role: Role = Role.COORDINATOR, **query: object):
        return asks(role).get(reverse(name, args=args), query)

    return get


def test_the_year_says_what_is_due_when_and_that_it_is_custom(year, opens):
    page = text(opens("reports", year.cycle.pk))
    assert "1 เม.ย. 68 – 15 เม.ย. 68" in page
    assert "1 ต.ค. 68 – 31 ต.ค. 68" in page
    assert "ตามธรรมเนียม" in page


def test_each_sentence_leads_to_its_record_and_its_proof(year, makes, opens):
    report = makes()
    page = text(opens("report", report.pk))
    sentence = report.told.measures[0].results[0]
    assert f'id="{sentence.key}"' in page
    assert reverse("turn", args=[sentence.turn]) in page
    assert reverse("proof", args=[year.proof.pk]) in page
    assert page.count("ยังไม่มีหลักฐาน") == 1


def test_with_and_without_proof_stand_side_by_side(year, makes, opens):
    page = text(opens("report-proof", makes().pk))
    assert "2 จาก 3" in page
    with_proof, without = page.split("เผยแพร่สรุปไตรมาสที่ 1")[0], page.split("เผยแพร่สรุปไตรมาสที่ 1")[1]
    assert "จัดทำทะเบียนการยืม 37 รายการ" in with_proof
    assert "จัดทำทะเบียนการยืม" not in without


def test_what_changed_is_told_in_words_for_who_cannot_see_colours(year, makes, opens):
    makes()
    with year.office.speaks():
        done(year.bare, "เผยแพร่สรุปไตรมาสที่ 2", date(2025, 1, 20))
    page = text(opens("report-changes", makes().pk))
    assert "<del>" in page
    assert "<ins>" in page
    assert "[เพิ่ม]" in page
    assert "[ตัดออก]" in page


def test_the_first_version_has_nothing_to_be_compared_with(makes, opens):
    report = makes()
    assert "ยังไม่มีฉบับก่อนหน้า" in text(opens("report-changes", report.pk))
    assert opens("report-changes", report.pk, before=str(report.pk)).status_code == 400
    assert opens("report-changes", report.pk, before="x" * 300).status_code == 400


def test_a_draft_is_seen_by_those_who_see_the_whole_year_alone(year, makes, opens):
    report = makes()
    for role in (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR):
        assert opens("report", report.pk, role=role).status_code == 200
    for role in (Role.OFFICER, Role.UNIT_HEAD):
        assert opens("report", report.pk, role=role).status_code == 404
        assert opens("reports", year.cycle.pk, role=role).status_code == 200
    with year.office.speaks():
        Report.objects.filter(pk=report.pk).update(signed=date(2025, 4, 10), day=date(2025, 4, 9))
    page = text(opens("report", report.pk, role=Role.OFFICER))
    assert "จัดทำทะเบียนการยืม" in page
    assert "ไม่มีหลักฐาน" not in page


def test_a_question_leads_to_everything_below_it_and_back(year, makes, opens):
    report = makes()
    page = text(opens("reports-links", year.cycle.pk, code="i19"))
    sentence = report.told.measures[0].results[0]
    assert reverse("measure", args=[year.proven.pk]) in page
    assert reverse("turn", args=[sentence.turn]) in page
    assert reverse("proof", args=[year.proof.pk]) in page
    assert f"{report.get_absolute_url()}#{sentence.key}" in page
    assert '"?code=O12"' in page
    assert '"?code=I20"' in page
    assert f'"?proof={year.proof.pk}"' in page
    assert reverse("measure", args=[year.bare.pk]) not in page
    back = text(opens("report", report.pk))
    assert f"{reverse('reports-links', args=[year.cycle.pk])}?measure={year.proven.pk}" in back


def test_a_proof_leads_to_what_it_is_used_for_alone(year, makes, opens):
    with year.office.speaks():
        ProofUse.objects.create(agency=year.office.agency, proof=year.proof, item="O13")
    page = text(opens("reports-links", year.cycle.pk, proof=year.proof.pk))
    assert '"?code=O13"' in page
    assert "บันทึกแจ้งเวียน" not in page
    item = text(opens("reports-links", year.cycle.pk, code="O13"))
    assert reverse("measure", args=[year.proven.pk]) in item


def test_proof_of_an_item_alone_is_found_by_its_item(year, opens):
    with year.office.speaks():
        alone = proved(year.office, year.cycle, "ประกาศบนเว็บไซต์", item="O7")
    assert reverse("proof", args=[alone.pk]) in text(opens("reports-links", year.cycle.pk, code="O7"))


def test_without_a_beginning_all_questions_and_items_are_listed(year, opens):
    page = text(opens("reports-links", year.cycle.pk))
    for code in ("E14", "I7", "I19", "I20", "O12"):
        assert f'"?code={code}"' in page
    assert page.index("?code=I7") < page.index("?code=I19")


def test_somebody_of_another_unit_sees_no_proof_that_is_not_theirs(year, opens):
    page = text(opens("reports-links", year.cycle.pk, code="I19", role=Role.OFFICER))
    assert reverse("measure", args=[year.proven.pk]) in page
    assert reverse("proof", args=[year.proof.pk]) not in page


@pytest.mark.parametrize("query", [{"code": "<script>"}, {"code": "X1"}, {"measure": "-1"}, {"proof": "1" * 40}])
def test_what_is_no_beginning_is_not_there(year, opens, query):
    assert opens("reports-links", year.cycle.pk, **query).status_code == 404


def test_the_month_stands_on_one_page(year, makes, opens):
    makes()
    page = text(opens("report-month", year.cycle.pk, role=Role.EXECUTIVE))
    assert "รอสำเนาที่ลงนาม" in page
    assert "1 จาก 4" in page
    assert opens("month-now", role=Role.EXECUTIVE).url == reverse("report-month", args=[year.cycle.pk])
    assert opens("report-month", year.cycle.pk, role=Role.OFFICER).status_code == 404


def test_the_list_of_kinds_is_for_who_makes_them(year, opens):
    link = reverse("report-make", args=[year.cycle.pk, ReportKind.MONTHLY])
    assert link in text(opens("reports", year.cycle.pk))
    assert link not in text(opens("reports", year.cycle.pk, role=Role.EXECUTIVE))
