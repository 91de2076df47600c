"""Records of this room."""

from prongsai.office.reports.models.report import Report, ReportKind

__all__ = ["Report", "ReportKind"]
