"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.office.reports.file_holders import READERS
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.models.report import SEES_ALL
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder
from prongsai.platform.files.models import Attachment

WRITERS = (Role.COORDINATOR,)
WHOLE = SEES_ALL
__all__ = ["READERS", "WHOLE", "WRITERS", "held", "kind_or_404", "report_or_404", "round_or_404", "versions_of"]


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting), pk=round_id)


def report_or_404(acting: Acting, report: int) -> Report:
    """Give a version of a report."""
    return get_object_or_404(Report.objects.visible_to(acting).select_related("round", "agency"), pk=report)


def kind_or_404(kind: str) -> ReportKind:
    """Give a kind of paper."""
    if kind not in ReportKind.values:
        raise Http404
    return ReportKind(kind)


def versions_of(acting: Acting, report: Report) -> QuerySet[Report]:
    """Give all versions of a paper, the newest first."""
    found = Report.objects.visible_to(acting).filter(round=report.round_id, kind=report.kind, until=report.until)
    return found.order_by("-version")


def held(holder: Holder, report: Report) -> QuerySet[Attachment]:
    """Give what a report holds."""
    return Attachment.objects.filter(holder=holder.key, thing=report.pk).select_related("file")
