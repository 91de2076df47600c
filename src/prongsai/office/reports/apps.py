"""Reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Frozen papers of a year."""

    name = "prongsai.office.reports"
    label = "reports"

    def ready(self) -> None:
        """Say who may read the files, submit reports, and put the pages of this room among those of a year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.reports.answered_at import links_of_result
        from prongsai.office.reports.approval_kind import ReportApproval
        from prongsai.office.reports.file_holders import REPORT_FILE, SIGNED_REPORT
        from prongsai.office.rounds.answered_at import answered_at
        from prongsai.office.rounds.year_pages import YearPage, year_pages
        from prongsai.platform.files.holders import holders
        from prongsai.registers.approvals.services import approval_kinds

        holders.register(REPORT_FILE)
        holders.register(SIGNED_REPORT)
        approval_kinds.register(ReportApproval())
        answered_at.of_result = links_of_result
        year_pages.register(YearPage("reports", _("Reports"), "reports", order=70))
        year_pages.register(YearPage("learning", _("Did it help?"), "reports-learning", order=75, part_of="reports"))
        year_pages.register(YearPage("links", _("Links"), "reports-links", order=80, part_of="reports"))
