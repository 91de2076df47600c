"""What this room says on the home page: reports that wait for their signed copy, and how much of the last is proved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from prongsai.office.reports.models import Report, ReportKind
from prongsai.platform.modules import HomeLine, HomePart

SHOWN = 3


class ReportsWithoutSignedCopy:
    """The last version of each paper of an open year that is a draft still, the newest first."""

    key = "reports.unsigned"
    part = HomePart.SIGNATURES

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:  # noqa: ARG002
        """Give at most three lines, to the whole office alone."""
        if units is not None:
            return
        waiting = Report.objects.newest().filter(signed=None, round__closed=None).select_related("round")
        for report in waiting.defer("content").order_by("-made", "-pk")[:SHOWN]:
            told = {"title": report.get_kind_display(), "year": report.round.fiscal_year, "version": report.version}
            words = _("%(title)s %(year)s, version %(version)s: the signed copy is awaited") % told
            yield HomeLine(words, "report", {"report": report.pk}, order=50)


class HowMuchIsProven:
    """How many sentences of the last report of an open year have proof."""

    key = "reports.proven"
    part = HomePart.FIGURE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:  # noqa: ARG002
        """Give one line, none where no report was made."""
        if units is not None:
            return
        found = Report.objects.filter(kind__in=(ReportKind.SIX, ReportKind.TWELVE), round__closed=None)
        report = found.select_related("round").order_by("-until", "-version").first()
        results = report.told.results if report else ()
        if report is None or not results:
            return
        told = {
            "count": sum(each.is_proven for each in results),
            "all": len(results),
            "title": report.get_kind_display(),
        }
        words = _("%(title)s: %(count)s of %(all)s results have proof") % told
        yield HomeLine(words, "report-proof", {"report": report.pk}, order=300)
