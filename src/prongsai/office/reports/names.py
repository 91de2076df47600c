"""What papers are called, in Thai, on files and in letters."""

from __future__ import annotations

from prongsai.ita.thai import format_date
from prongsai.office.reports.models import Report, ReportKind

TITLES = {
    ReportKind.MEASURES: "มาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    ReportKind.MEASURES_MEMO: "บันทึกขออนุมัติมาตรการ",
    ReportKind.MEASURES_ANNOUNCED: "ประกาศมาตรการ",
    ReportKind.MONTHLY: "บันทึกความก้าวหน้าประจำเดือน",
    ReportKind.SIX: "รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน",
    ReportKind.SIX_MEMO: "บันทึกนำส่งรายงานรอบ 6 เดือน",
    ReportKind.TWELVE: "รายงานผลการดำเนินการตามมาตรการ รอบ 12 เดือน",
    ReportKind.TWELVE_MEMO: "บันทึกนำส่งรายงานรอบ 12 เดือน",
    ReportKind.RESULT_ANNOUNCED: "ประกาศผลการประเมิน",
}


def title_of(report: Report) -> str:
    """Give what a report is called in Thai, with its year, and its day where there is one for each month."""
    day = f" {format_date(report.until, digits='arabic')}" if report.kind == ReportKind.MONTHLY else ""
    return f"{TITLES[ReportKind(report.kind)]} ปีงบประมาณ {report.round.fiscal_year}{day}"


def file_name(report: Report) -> str:
    """Give the name of its files, without their ending."""
    return f"{title_of(report)} ฉบับที่ {report.version}"
