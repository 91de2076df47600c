"""Each kind of paper, composed from the records of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prongsai.office.reports.composing.basis import Basis, Made, Wishes
from prongsai.office.reports.composing.letters import carrying_memo, month_memo
from prongsai.office.reports.composing.plan_papers import plan_announcement, plan_memo, plan_paper, result_paper
from prongsai.office.reports.composing.year_report import year_report
from prongsai.office.reports.models import ReportKind

COMPOSERS: Mapping[ReportKind, Callable[[Basis], Made]] = {
    ReportKind.MEASURES: plan_paper,
    ReportKind.MEASURES_MEMO: plan_memo,
    ReportKind.MEASURES_ANNOUNCED: plan_announcement,
    ReportKind.MONTHLY: month_memo,
    ReportKind.SIX: lambda basis: year_report(basis, 6),
    ReportKind.SIX_MEMO: lambda basis: carrying_memo(basis, 6),
    ReportKind.TWELVE: lambda basis: year_report(basis, 12),
    ReportKind.TWELVE_MEMO: lambda basis: carrying_memo(basis, 12),
    ReportKind.RESULT_ANNOUNCED: result_paper,
}

__all__ = ["COMPOSERS", "Basis", "Made", "Wishes"]
