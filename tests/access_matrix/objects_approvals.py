"""Makes what the addresses of submissions name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing
from prongsai.registers.approvals import services
from prongsai.registers.approvals.models import ImportedSubmissions, Matter, Submission
from prongsai.registers.approvals.services import Sentences

Told = Mapping[str, object]


def _matter(office: Office) -> Matter:
    return services.add_matter(
        acting=acting_as(office.accounts[Role.OFFICER]), agency=office.agency.pk, subject=office.canary,
        unit=office.units["สำนักปลัด"], decides=Standing.EXECUTIVE,
    )  # fmt: skip


def _submission(office: Office) -> Submission:
    """A matter that waits."""
    officer = acting_as(office.accounts[Role.OFFICER])
    words = Sentences(office.canary, office.canary, office.canary)
    return services.submit(acting=officer, kind="matter", thing=_matter(office).pk, sentences=words)


def matter(office: Office) -> Told:
    return {"kind": "matter", "thing": _matter(office).pk}


def submission(office: Office) -> Told:
    return {"submission": _submission(office).pk}


def submission_memo(office: Office) -> Told:
    return {"submission": _submission(office).pk, "form": "docx"}


def imported_submissions(office: Office) -> Told:
    kept = ImportedSubmissions.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", found=[], made_by="user:0"
    )
    return {"waiting": kept.pk}


MAKERS: Mapping[str, Callable[[Office], Told]] = {
    "matter": matter,
    "submission": submission,
    "submission_memo": submission_memo,
    "imported_submissions": imported_submissions,
}
NOWHERE: dict[str, object] = {"submission": 2**40, "waiting": 2**40, "form": "docx", "kind": "nothing"}
