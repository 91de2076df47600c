"""Files of reports: those that were made from the content, and the signed copy."""

from __future__ import annotations

from prongsai.office.reports.models import Report
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE, PAPERS

READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


def _sees(acting: Acting, report: int) -> bool:
    return acting.has(*READERS) and Report.objects.visible_to(acting).filter(pk=report).exists()


def _tell(report: int) -> Told:
    found = Report.objects.get(pk=report)
    return Told(str(found), found.get_absolute_url())


def _never(_acting: Acting, _report: int) -> bool:
    """Refuse: files follow from the content, a signed copy comes by its own form and stays."""
    return False


REPORT_FILE = Holder(key="report-file", may_read=_sees, may_change=_never, tell=_tell, purpose=PAPERS, listed=True)
SIGNED_REPORT = Holder(
    key="report-signed", may_read=_sees, may_change=_never, tell=_tell, purpose=EVIDENCE, listed=True
)
