"""Making a report: composed from the records of the moment, frozen, written as files."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.ita.papers.block_json import paper_to_json
from prongsai.office.reports.composing import COMPOSERS, Basis, Wishes
from prongsai.office.reports.content import ReportContent, mark_of
from prongsai.office.reports.due import last_day_of
from prongsai.office.reports.file_holders import REPORT_FILE
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.names import file_name
from prongsai.office.reports.writing import written_files
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def make_report(
    *, acting: Acting, cycle: Round, kind: ReportKind, until: date | None = None, wishes: Wishes | None = None
) -> Report:
    """Make a version of a paper from the records as they are now; give the last one where nothing has changed since.

    `until` is the last day that it covers, of a monthly page alone: other papers cover what is custom. A closed year
    may still be reported on. Refuses Conflict: a day to come, nothing to report on, FONT where fonts are missing.
    """
    agency, day = agency_of(acting), today(acting.agency)
    last = until if until and kind is ReportKind.MONTHLY else last_day_of(kind, cycle.fiscal_year, day)
    if kind is ReportKind.MONTHLY and last > day:
        raise Conflict(_("The day has not come yet."))
    Round.objects.select_for_update().get(pk=cycle.pk)  # two at once would both be the next version
    basis = Basis(agency, cycle, last, day, acting, wishes or Wishes())
    content = composed(basis, kind)
    before = Report.objects.filter(round=cycle, kind=kind, until=last).order_by("-version").first()
    if before is not None and before.mark == mark_of(content.frozen()):
        return before
    return keep_report(basis, kind, content)


def composed(basis: Basis, kind: ReportKind) -> ReportContent:
    """Compose a paper, always in the language of the office, whatever the language of the page."""
    with translation.override(settings.LANGUAGE_CODE):
        made = COMPOSERS[kind](basis)
    return ReportContent(
        kind=kind.value,
        year=basis.cycle.fiscal_year,
        until=basis.until,
        paper=paper_to_json(made.paper),
        measures=tuple(made.measures),
        problems=None if made.problems is None else tuple(made.problems),
        proposals=None if made.proposals is None else tuple(made.proposals),
        rests_on=dict(made.rests_on),
    )


def keep_report(basis: Basis, kind: ReportKind, content: ReportContent, *, with_files: bool = True) -> Report:
    """Freeze a content as the next version, with its files as drafts. Called inside a transaction.

    `with_files` False is for what is signed in the same breath: its files are then written once, without ร่าง.
    """
    assert basis.acting is not None
    frozen = content.frozen()
    known = Report.objects.filter(round=basis.cycle, kind=kind, until=basis.until)
    report = Report.objects.create(
        agency=basis.agency,
        round=basis.cycle,
        kind=kind,
        version=(known.aggregate(last=Max("version"))["last"] or 0) + 1,
        until=basis.until,
        content=frozen,
        mark=mark_of(frozen),
        made=basis.day,
        made_by=basis.acting.actor,
    )
    attach_files(
        acting=basis.acting,
        agency=report.agency_id,
        holder=REPORT_FILE.key,
        thing=report.pk,
        files=written_files(content, report.made, file_name(report)) if with_files else (),
    )
    results = content.results
    figures: dict[str, str | int] = {
        "kind": report.kind,
        "year": content.year,
        "version": report.version,
        "sentences": len(results),
        "proven": sum(sentence.is_proven for sentence in results),
    }
    record(basis.acting, "reports.made", thing=report, figures=figures)
    return report
