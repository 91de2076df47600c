"""What other rooms ask about reports of the agency that speaks."""

from __future__ import annotations

from prongsai.office.reports.content import ReportContent
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.rounds.models import Round


def latest_report(cycle: Round, kind: ReportKind) -> Report | None:
    """Give the last version of a paper of a year, None where none was made."""
    found = Report.objects.select_related("round").filter(round=cycle, kind=kind)
    return found.order_by("-until", "-version").first()


def content_of(report: Report) -> ReportContent:
    """Give what a report says, every sentence with its record and its proof."""
    return report.told


def signed_report(cycle: Round, kind: ReportKind) -> Report | None:
    """Give the last version that was signed, None where none was."""
    found = Report.objects.select_related("round").filter(round=cycle, kind=kind, signed__isnull=False)
    return found.order_by("-until", "-version").first()
