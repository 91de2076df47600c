"""A report is composed from the records, frozen, and written as files."""

from __future__ import annotations

from datetime import date

import pytest

from log_of_deeds import lines_of as lines_of_log
from prongsai.ita.papers.blocks import Table
from prongsai.office.evidence.models import StepTurn
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.paper_lines import lines_of
from prongsai.office.reports.services import Wishes, content_of, latest_report
from prongsai.office.reports.writing import written_files
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.room import store
from prongsai.platform.ui.refusals import Conflict
from reported_years import done, noted, proved, turn_of

KINDS = [kind for kind in ReportKind if kind is not ReportKind.RESULT_ANNOUNCED]


def words(report: Report) -> str:
    return "\n".join(lines_of(report.told.blocks))


def measure(report: Report, number: int):
    return next(each for each in report.told.measures if each.id == number)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_paper_is_made_with_its_three_files(year, makes, kind):
    report = makes(kind)
    with year.office.speaks():
        held = Attachment.objects.filter(holder="report-file", thing=report.pk).select_related("file")
        names = sorted(attachment.file.newest.name.rpartition(".")[2] for attachment in held)
    assert names == ["docx", "pdf", "xlsx"]
    assert report.is_intact
    assert report.is_draft
    assert report.told.blocks.draft


def test_results_are_told_as_people_wrote_them_with_their_day(year, makes):
    told = measure(makes(), year.proven.pk)
    assert [sentence.text for sentence in told.results] == [
        "จัดทำทะเบียนการยืม 37 รายการ (วันที่ 10 มกราคม 2568)",
        "แจ้งเวียนเมื่อวันที่ 15 มกราคม 2568 ครบ 5 ส่วนราชการ",
    ]
    assert told.status == "completed"
    assert [sentence.text for sentence in told.outcomes] == ["ยืมและคืนตรงตามกำหนดมากขึ้น"]


def test_each_result_leads_to_its_record_and_its_proof(year, makes):
    first = measure(makes(), year.proven.pk).results[0]
    with year.office.speaks():
        assert first.turn == turn_of(year.proven).pk
    assert [(proof.id, proof.number) for proof in first.proofs] == [(year.proof.pk, "ตย 71001/5")]
    assert first.is_proven


def test_a_result_without_proof_is_marked_for_the_coordinator_and_not_on_paper(year, makes):
    report = makes()
    (bare,) = measure(report, year.bare.pk).results
    assert not bare.is_proven
    assert "ยังไม่มีหลักฐาน" not in words(report)
    assert "เผยแพร่สรุปไตรมาสที่ 1 (วันที่ 20 มกราคม 2568) (ยังไม่มีหลักฐาน)" in words(makes(wishes=Wishes(mark_unproven=True)))


def test_proof_that_nobody_accepted_proves_nothing(year, makes):
    with year.office.speaks():
        proved(year.office, year.cycle, "ภาพที่รอตรวจ", accepted=False, turn=turn_of(year.bare))
    assert not measure(makes(), year.bare.pk).results[0].is_proven


def test_a_measure_without_result_keeps_its_gap_and_a_stopped_one_its_reason(year, makes):
    report = makes()
    idle, stopped = measure(report, year.idle.pk), measure(report, year.stopped.pk)
    assert (idle.status, idle.results) == ("not_started", ())
    assert "«เหตุที่ยังไม่ดำเนินการ»" in words(report)
    assert [sentence.text for sentence in stopped.results] == [
        "โอนงบประมาณไปซ่อมแซมความเสียหายจากน้ำท่วม (วันที่ 10 มีนาคม 2568)"
    ]
    assert stopped.results[0].is_proven


def test_nothing_to_report_is_said_as_none(year, makes):
    with year.office.speaks():
        done(year.idle, "", date(2025, 2, 28), state="none")
    assert measure(makes(), year.idle.pk).results[0].text == "ไม่มี (วันที่ 28 กุมภาพันธ์ 2568)"


def test_figures_are_told_as_typed_unless_the_words_say_them(year, makes):
    with year.office.speaks():
        done(year.idle, "สำรวจแล้ว", date(2025, 2, 1), figures={"ผู้ตอบ": 120})
    assert measure(makes(), year.idle.pk).results[0].text == "สำรวจแล้ว ผู้ตอบ 120 (วันที่ 1 กุมภาพันธ์ 2568)"


def test_a_dropped_step_tells_its_reason(year, makes):
    with year.office.speaks():
        turn = turn_of(year.idle)
        StepTurn.objects.filter(pk=turn.pk).update(state="dropped", reason="ไม่มีงบประมาณ", due=date(2025, 1, 31))
    told = measure(makes(), year.idle.pk)
    assert told.results[0].text == "ไม่ได้ดำเนินการขั้นตอนนี้ เนื่องจากไม่มีงบประมาณ"
    assert told.status == "not_started"


def test_a_deed_after_the_last_day_is_left_to_the_next_report(year, makes):
    year.office.agency.demo_today = date(2025, 4, 10)
    year.office.agency.save()
    with year.office.speaks():
        done(year.idle, "สำรวจแล้ว 9 หมู่บ้าน", date(2025, 4, 5))
    six, twelve = makes(), makes(ReportKind.TWELVE)
    assert (six.until, twelve.until) == (date(2025, 3, 31), date(2025, 9, 30))
    assert measure(six, year.idle.pk).results == ()
    assert measure(six, year.idle.pk).status == "not_started"
    assert measure(twelve, year.idle.pk).status == "in_progress"


def test_problems_that_nobody_told_are_a_gap_until_somebody_says_none(year, makes):
    gap = "«ปัญหาหรืออุปสรรค หากไม่มีให้เขียนว่า ไม่มี»"
    silent = makes()
    assert gap in words(silent)
    assert silent.told.problems is None
    said = makes(wishes=Wishes(no_problems=True))
    assert gap not in words(said)
    assert said.told.problems == ()


def test_notes_that_the_report_carries_are_told_others_not(year, makes):
    with year.office.speaks():
        kept = noted(year.office, year.cycle, "problem", "ผู้รับจ้างลงข้อมูลช้า")
        noted(year.office, year.cycle, "proposal", "เรื่องภายใน", in_report=False)
    told = makes(wishes=Wishes(no_problems=True)).told
    assert [(note.id, note.words) for note in told.problems] == [(kept.pk, "ผู้รับจ้างลงข้อมูลช้า")]
    assert told.proposals is None


def test_same_records_are_the_same_version_and_other_records_the_next(year, makes):
    first = makes()
    assert makes().pk == first.pk
    with year.office.speaks():
        done(year.idle, "สำรวจแล้ว", date(2025, 2, 1))
    second = makes()
    assert (first.version, second.version) == (1, 2)
    assert first.mark != second.mark
    with year.office.speaks():
        assert latest_report(year.cycle, ReportKind.SIX) == second
        assert latest_report(year.cycle, ReportKind.TWELVE) is None
        assert Report.objects.get(pk=first.pk).content == first.content


def test_a_report_stays_as_it_was_when_its_records_change(year, makes):
    report = makes()
    with year.office.speaks():
        done(year.proven, "เปลี่ยนไปแล้ว", date(2025, 1, 11))
        kept = Report.objects.get(pk=report.pk)
    assert "37 รายการ" in measure(kept, year.proven.pk).results[0].text
    assert content_of(kept) == report.told
    assert kept.is_intact


def test_a_content_that_was_tampered_with_is_noticed(year, makes):
    report = makes()
    report.content["measures"][0]["title"] = "อื่น"
    assert not report.is_intact


def test_files_are_made_from_the_content_alone_and_are_the_same_bytes(year, makes):
    report = makes()
    with year.office.speaks():
        again = {file.sent_sha256 for file in written_files(Report.objects.get(pk=report.pk).told, report.made, "ก")}
        held = Attachment.objects.filter(holder="report-file", thing=report.pk).select_related("file")
        assert {attachment.file.newest.sha256 for attachment in held} == again
        assert all(store().read(year.office.agency.pk, mark) for mark in again)


def test_the_periods_stand_in_the_report_whatever_the_layout_of_the_year(makes):
    table = next(block for block in makes().told.blocks.blocks if isinstance(block, Table))
    assert "ระยะเวลา" in [column.header for column in table.columns]


def test_post_and_name_of_who_signs_are_those_of_the_day_and_never_a_signature(makes):
    text = words(makes())
    assert "นักวิเคราะห์นโยบายและแผน" in text
    assert "นายกองค์การบริหารส่วนตำบล" in text
    assert "«ตำแหน่งผู้ตรวจสอบ»" in text  # nobody is approver in this office


def test_a_plan_that_is_not_decided_has_an_empty_report(here, acting, makes, year):
    with here.speaks():
        year.proven.plan.state = "draft"
        year.proven.plan.save()
    assert makes().told.measures == ()


def test_an_announcement_needs_a_decision_and_a_result(year, makes):
    with pytest.raises(Conflict):
        makes(ReportKind.RESULT_ANNOUNCED)
    with year.office.speaks():
        year.proven.plan.state = "draft"
        year.proven.plan.save()
    with pytest.raises(Conflict):
        makes(ReportKind.MEASURES_ANNOUNCED)


def test_the_deed_stands_in_the_log_with_its_figures(year, makes):
    makes()
    (line,) = [each for each in lines_of_log(year.office) if each.action == "reports.made"]
    assert '"proven":2' in line.figures.replace(" ", "")


def test_no_gap_is_filled_by_the_program(makes):
    content = makes(ReportKind.MONTHLY).told
    gaps = [line for line in lines_of(content.blocks) if "«" in line]
    assert any("เลขที่หนังสือ" in line for line in gaps)
    assert any("จำนวนข้อที่พร้อม" in line for line in gaps)


def test_an_estimated_day_says_so_in_the_monthly_page(makes):
    assert "(ประมาณการจากปี 2565) วันที่" in words(makes(ReportKind.MONTHLY))
