"""Result sheets of an office as papers give them, for tests of the yearly job."""

from __future__ import annotations

from functools import cache

from cast import Office
from prongsai.ita.papers.reading import Reading
from prongsai.ita.reading import Trace, read_traced_limited
from prongsai.office.results import services
from prongsai.office.results.models import ResultSheet
from prongsai.office.results.services import Kept
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.demo.papers.shipped import DEMO_PAPERS
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here

KINDS = {"pdf": Kind.PDF, "xlsx": Kind.XLSX, "docx": Kind.DOCX, "txt": Kind.TXT}


@cache
def shipped(name: str) -> bytes:
    return DEMO_PAPERS[name]()


@cache
def read(name: str) -> tuple[Reading, tuple[Trace, ...]]:
    return read_traced_limited(shipped(name), name)


def kept(office: Office, name: str) -> Kept:
    """Keep a shipped paper as the coordinator of an office. Called while the office speaks."""
    reading, traces = read(name)
    file = made_here(shipped(name), name, KINDS[name.rpartition(".")[2]])
    acting = acting_as(office.accounts[Role.COORDINATOR])
    return services.keep_paper(acting=acting, agency=office.agency, file=file, reading=reading, traces=traces)


def confirmed(office: Office, name: str) -> ResultSheet:
    """Keep a shipped paper and confirm its result. Called while the office speaks."""
    (sheet,) = kept(office, name).sheets
    services.confirm(acting=acting_as(office.accounts[Role.COORDINATOR]), sheet=sheet)
    return ResultSheet.objects.select_related("round").get(pk=sheet.pk)
