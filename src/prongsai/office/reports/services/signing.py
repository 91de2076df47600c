"""The number and day that the registry of papers gave, and the signed copy: only then it is no draft any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.reports.file_holders import REPORT_FILE, SIGNED_REPORT
from prongsai.office.reports.models import Report
from prongsai.office.reports.names import file_name
from prongsai.office.reports.writing import settled_files
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.services import add_version, attach_files
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def number_report(*, acting: Acting, report: Report, number: str, day: date) -> None:
    """Write down number and day as the registry gave them, while the signed copy is awaited.

    Refuses Conflict: signed already, a day to come.
    """
    current = _unsigned(report)
    _refuse_tomorrow(acting, day)
    current.number, current.day = number, day
    current.save(update_fields=["number", "day"])
    record(acting, "reports.numbered", thing=current, figures={"day": day})


@transaction.atomic
def sign_report(*, acting: Acting, report: Report, number: str, day: date, scan: Sequence[CleanFile]) -> None:
    """Attach the signed copy with its number and day: from now on it is no draft, and its files are written so.

    The drafts stay as earlier versions of the files. Refuses Conflict: signed already, while a decision is awaited, a
    day to come, no copy.
    """
    current = _unsigned(report)
    _refuse_tomorrow(acting, day)
    if not scan:
        raise Conflict(_("Attach the signed copy."))
    if current.waiting:
        raise Conflict(_("It waits for a decision. What was decided comes first."))
    current.number, current.day, current.signed = number, day, today(acting.agency)
    current.save(update_fields=["number", "day", "signed"])
    attach_files(acting=acting, agency=current.agency_id, holder=SIGNED_REPORT.key, thing=current.pk, files=scan)
    _write_anew(acting, current, number, day)
    record(acting, "reports.signed", thing=current, figures={"day": day})


def _write_anew(acting: Acting, report: Report, number: str, day: date) -> None:
    """Give each file a version without ร่าง, from the same content; the first version where none was written yet."""
    made = settled_files(report.told, report.made, file_name(report), number=number, day=day)
    written = {file.kind.value: file for file in made}
    held = list(Attachment.objects.filter(holder=REPORT_FILE.key, thing=report.pk).select_related("file"))
    if not held:
        attach_files(acting=acting, agency=report.agency_id, holder=REPORT_FILE.key, thing=report.pk, files=made)
    for attachment in held:
        newest = attachment.file.newest
        add_version(acting=acting, file=attachment.file, content=written[newest.kind], seen=newest.number)


def _unsigned(report: Report) -> Report:
    found = Report.objects.select_for_update(of=("self",)).select_related("round").get(pk=report.pk)
    if found.signed:
        raise Conflict(_("It is signed and stays as it is. Make a new version to change something."))
    return found


def _refuse_tomorrow(acting: Acting, day: date) -> None:
    if day > today(acting.agency):
        raise Conflict(_("The day has not come yet."))
