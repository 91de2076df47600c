"""A report is a draft until its signed copy is attached with number and day; it may be submitted before."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from log_of_deeds import lines_of as lines_of_log
from office_line import WORDS, add_approver
from photographs import photograph
from prongsai.ita.papers.blocks import Field, FormLine
from prongsai.office.reports import services
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.writing import settled
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services as approvals
from prongsai.registers.approvals.models import Verdict
from prongsai.registers.approvals.services import approval_kinds
from reported_years import done


@pytest.fixture
def sends(asks):
    def post(name: str, *args: object, role: Role = Role.COORDINATOR, **told: object):
        return asks(role).post(reverse(name, args=args), told)

    return post


def anew(year, report: Report) -> Report:
    with year.office.speaks():
        return Report.objects.get(pk=report.pk)


def signed(sends, report: Report, **told: object):
    told = {"number": "ตย ๗๑๐๐๑/๑๒", "day": "16/03/2568", "scan": photograph()} | told
    return sends("report-sign", report.pk, **told)


def test_the_signed_copy_makes_it_no_draft_and_its_files_are_written_anew(year, makes, sends):
    report = makes(ReportKind.MONTHLY)
    assert signed(sends, report).status_code == 302
    now = anew(year, report)
    assert (now.number, now.day, now.signed) == ("ตย ๗๑๐๐๑/๑๒", date(2025, 3, 16), date(2025, 3, 17))
    assert now.is_backdated
    assert now.content == report.content
    with year.office.speaks():
        held = Attachment.objects.filter(holder="report-file", thing=report.pk).select_related("file")
        versions = {attachment.file.newest.kind: len(attachment.file.versions.all()) for attachment in held}
        assert Attachment.objects.filter(holder="report-signed", thing=report.pk).count() == 1
    assert versions == {"pdf": 2, "docx": 2, "xlsx": 2}
    assert "reports.signed" in [line.action for line in lines_of_log(year.office)]


def test_number_and_day_stand_in_their_places_and_other_gaps_stay(makes):
    paper = makes(ReportKind.MONTHLY).told.blocks
    final = settled(paper, number="ตย 71001/12", day=date(2025, 3, 16))
    (line,) = [block for block in final.blocks if isinstance(block, FormLine) and len(block.fields) == 2]
    assert line.fields == (Field("ที่", ("ตย 71001/12",)), Field("วันที่", ("16 มีนาคม 2568",)))
    assert not final.draft
    assert "asks_for" in str(final)


def test_number_and_day_alone_leave_it_a_draft(year, makes, sends):
    report = makes()
    assert sends("report-number", report.pk, number="12/2568", day="๑๖ มีนาคม ๒๕๖๘").status_code == 302
    now = anew(year, report)
    assert (now.number, now.day, now.is_draft) == ("12/2568", date(2025, 3, 16), True)


def test_a_signed_version_stays_as_it_is(year, makes, sends):
    report = makes()
    signed(sends, report)
    assert signed(sends, report).status_code == 409
    assert sends("report-number", report.pk, number="x", day="16/03/2568").status_code == 409


def test_a_day_to_come_is_refused_and_nothing_is_written(year, makes, sends):
    report = makes()
    assert signed(sends, report, day="18/03/2568").status_code == 409
    assert sends("report-number", report.pk, number="x", day="18/03/2568").status_code == 409
    assert anew(year, report).day is None
    with year.office.speaks():
        assert not Attachment.objects.filter(holder="report-signed").exists()


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"day": "31/02/2568"}, 422),
        ({"day": ""}, 400),
        ({"scan": ""}, 400),
        ({"number": "ก" * 61}, 422),
        ({"scan": photograph("ภาพ.exe")}, 415),
    ],
)
def test_what_is_no_signature_is_refused_in_thai(year, makes, sends, told, status):
    report = makes()
    response = signed(sends, report, **told)
    assert response.status_code == status
    assert "โปรดแก้ไข" in response.content.decode()
    assert anew(year, report).is_draft


def test_a_copy_is_needed(year, makes, acting):
    report = makes()
    with year.office.speaks(), pytest.raises(Conflict):
        services.sign_report(acting=acting(), report=report, number="", day=date(2025, 3, 16), scan=[])


def test_it_is_submitted_approved_and_then_signed(year, makes, acting, sends):
    report = makes()
    with year.office.speaks():
        approver = add_approver(year.office)
        made = approvals.submit(acting=acting(), kind="report", thing=report.pk, sentences=WORDS)
        assert Report.objects.get(pk=report.pk).waiting
        assert not approval_kinds["report"].may_submit(acting(), report.pk)
    assert signed(sends, report).status_code == 409
    with year.office.speaks():
        head = acting_as(year.office.accounts[Role.UNIT_HEAD])
        for who in (head, acting_as(approver)):
            approvals.give_opinion(acting=who, submission=made, verdict=Verdict.AGREES)
            made.refresh_from_db()
        approvals.approve(acting=acting(Role.EXECUTIVE), submission=made)
    now = anew(year, report)
    assert (now.waiting, now.approved) == (False, date(2025, 3, 17))
    assert now.content == report.content
    assert signed(sends, report).status_code == 302


def test_a_withdrawn_report_may_be_submitted_again(year, makes, acting):
    report = makes()
    with year.office.speaks():
        add_approver(year.office)
        made = approvals.submit(acting=acting(), kind="report", thing=report.pk, sentences=WORDS)
        approvals.withdraw(acting=acting(), submission=made)
        assert not Report.objects.get(pk=report.pk).waiting
        assert approval_kinds["report"].may_submit(acting(), report.pk)
        assert not approval_kinds["report"].may_submit(acting(Role.EXECUTIVE), report.pk)
        told = approval_kinds["report"].tell(report.pk)
    assert told.unit == year.office.units["สำนักปลัด"]
    assert told.written_by == (report.made_by,)
    assert len(told.enclosures) == 3
    assert approval_kinds["report"].tell(2**40) is None


def test_the_form_asks_only_what_the_paper_needs(year, asks):
    def page(kind: str) -> str:
        return asks().get(reverse("report-make", args=[year.cycle.pk, kind])).content.decode()

    assert 'name="no_problems"' in page("twelve")
    assert 'name="ready"' in page("monthly")
    assert 'name="ready"' not in page("twelve")
    assert "name=" in page("measures")
    assert asks().get(reverse("report-make", args=[year.cycle.pk, "poem"])).status_code == 404


def test_a_paper_is_made_by_its_form_and_made_again_only_when_something_changed(year, sends):
    first = sends("report-make", year.cycle.pk, "six", no_problems="on")
    again = sends("report-make", year.cycle.pk, "six", no_problems="on")
    assert first.url == again.url
    with year.office.speaks():
        done(year.idle, "สำรวจแล้ว", date(2025, 2, 1))
    assert sends("report-make", year.cycle.pk, "six", no_problems="on").url != first.url


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"until": "17/03/2568", "ready": "20", "matters": "เรื่องที่หนึ่ง\nเรื่องที่สอง"}, 302),
        ({"until": "17/03/2568", "no_matters": "on"}, 302),
        ({"until": "18/03/2568"}, 409),
        ({"until": ""}, 400),
        ({"until": "17/03/2568", "ready": "-1"}, 400),
        ({"until": "17/03/2568", "ready": "ยี่สิบ"}, 400),
        ({"until": "17/03/2568", "ready": "999"}, 400),
        ({"until": "17/03/2568", "no_matters": "on", "matters": "มี"}, 400),
        ({"until": "17/03/2568", "matters": "ก" * 1001}, 400),
        ({"until": ["17/03/2568", "16/03/2568"]}, 400),
    ],
)
def test_the_monthly_page_takes_counts_and_words_and_refuses_the_rest(year, sends, told, status):
    assert sends("report-make", year.cycle.pk, "monthly", **told).status_code == status
    with year.office.speaks():
        assert Report.objects.exists() is (status == 302)


def test_an_announcement_that_cannot_be_made_says_why(year, sends):
    response = sends("report-make", year.cycle.pk, "result-announced")
    assert response.status_code == 409
    assert "ยังไม่มีผลการประเมินของปีนี้ที่ยืนยันแล้ว" in response.content.decode()
