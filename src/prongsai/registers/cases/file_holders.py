"""Papers of cases: they hang on the line with which they came, and are read by who sees the case."""

from __future__ import annotations

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.registers.cases.models import Case, CaseEntry
from prongsai.registers.cases.services.writing import CASE_PAPER as KEY


def _sees(acting: Acting, entry: int) -> bool:
    line = CaseEntry.objects.filter(pk=entry).first()
    return line is not None and Case.objects.visible_to(acting).filter(pk=line.case_id).exists()


def _tell(entry: int) -> Told:
    case = CaseEntry.objects.select_related("case").get(pk=entry).case
    return Told(case.told_number, case.get_absolute_url())


CASE_PAPER = Holder(
    key=KEY,
    may_read=_sees,
    may_change=lambda _acting, _entry: False,  # what came with a line stays as it came
    tell=_tell,
)
