"""Papers that were sent to be read."""

from __future__ import annotations

from django.urls import reverse

from prongsai.office.results.models import ReadPaper
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import PAPERS

READERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


def _sees(acting: Acting, paper: int) -> bool:
    return acting.has(*READERS) and ReadPaper.objects.visible_to(acting).filter(pk=paper).exists()


def _tell(paper: int) -> Told:
    found = ReadPaper.objects.get(pk=paper)
    return Told(found.file_name, reverse("read-paper", args=[paper]))


RESULT_PAPER = Holder(
    key="read-paper",
    may_read=_sees,
    may_change=lambda _acting, _paper: False,  # what was read stays what it was; a better paper is sent anew
    tell=_tell,
    purpose=PAPERS,
    listed=True,
)
