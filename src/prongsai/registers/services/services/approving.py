"""Submitting a version, returning it, approving it on screen or on paper. Nobody approves what they wrote."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.line import posts_of
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services.file_holders import APPROVAL_SCAN
from prongsai.registers.services.models import ServiceVersion, VersionState
from prongsai.registers.services.services.drafting import draft

A_YEAR = timedelta(days=365)


@transaction.atomic
def submit(*, acting: Acting, version: ServiceVersion) -> None:
    """Submit a draft. Refuses Conflict while it has gaps: silence is no answer to somebody who comes."""
    current = draft(version)
    if current.gaps:
        raise Conflict(_("Something is still missing in this version. It is listed on its page."))
    current.state = VersionState.SUBMITTED
    current.submitted_by, current.submitted, current.returned_because = acting.actor, today(acting.agency), ""
    current.save(update_fields=["state", "submitted_by", "submitted", "returned_because"])
    record(acting, "services.submitted", thing=current, figures={"version": current.number})


@transaction.atomic
def return_for_changes(*, acting: Acting, version: ServiceVersion, because: str) -> None:
    """Give a submitted version back to its writer, with a reason. Refuses Conflict."""
    current = _submitted(version)
    if not may_approve(acting, current):
        raise Conflict(_("Who wrote or submitted a version cannot decide on it."))
    current.state, current.returned_because = VersionState.DRAFT, because
    current.save(update_fields=["state", "returned_because"])
    record(acting, "services.returned", thing=current, figures={"version": current.number})


@transaction.atomic
def approve(*, acting: Acting, version: ServiceVersion) -> None:
    """Approve a submitted version on screen: from now on its content is frozen. Refuses Conflict."""
    current = _submitted(version)
    if not may_approve(acting, current):
        raise Conflict(_("Who wrote or submitted a version cannot decide on it."))
    day = today(acting.agency)
    current.approver = acting.person
    _settle(current, acting, day, entered=day)
    record(acting, "services.approved", thing=current, figures={"version": current.number})


@transaction.atomic
def record_paper_approval(
    *, acting: Acting, version: ServiceVersion, approver: Person, number: str, day: date, scan: Sequence[CleanFile]
) -> None:
    """Write down an approval that was signed on paper: who signed, number, day, and the scan.

    Refuses Conflict: not submitted, no scan, a day that has not come, or signed by who submitted it.
    """
    current = _submitted(version)
    entered = today(acting.agency)
    if day > entered or not scan:
        raise Conflict(_("An approval on paper needs its scan and a day that is not in the future."))
    if approver.pk == _person_behind(current.submitted_by):
        raise Conflict(_("Who wrote or submitted a version cannot decide on it."))
    current.approver, current.paper_number = approver, number
    _settle(current, acting, day, entered=entered)
    attach_files(acting=acting, agency=current.agency_id, holder=APPROVAL_SCAN.key, thing=current.pk, files=scan)
    record(acting, "services.approved_on_paper", thing=current, figures={"version": current.number, "day": day})


def may_approve(acting: Acting, version: ServiceVersion) -> bool:
    """Say whether somebody may decide: executive or head of the owner unit, neither writer nor submitter."""
    if acting.actor in (version.submitted_by, version.edited_by):
        return False
    heads = acting.has(Role.UNIT_HEAD) and version.service.unit_id in acting.units
    return acting.has(Role.EXECUTIVE) or heads


def _settle(version: ServiceVersion, acting: Acting, day: date, *, entered: date) -> None:
    """Make a version the one that holds, and count a year to its review."""
    version.state, version.approved, version.entered = VersionState.APPROVED, day, entered
    version.approved_by = acting.actor
    version.approver_post = _post_of(version.approver, day)
    version.save()
    version.service.reviewed, version.service.review_due = day, day + A_YEAR
    version.service.save(update_fields=["reviewed", "review_due"])


def _submitted(version: ServiceVersion) -> ServiceVersion:
    current = ServiceVersion.objects.select_for_update().select_related("service").get(pk=version.pk)
    if current.state != VersionState.SUBMITTED:
        raise Conflict(_("This version is not waiting for approval."))
    return current


def _post_of(person: Person | None, day: date) -> str:
    held = posts_of(person, day) if person else []
    return held[0].title if held else ""


def _person_behind(actor: str) -> int | None:
    """Give the person of the account that did something."""
    from prongsai.platform.accounts.models import User  # noqa: PLC0415

    kind, _colon, number = actor.partition(":")
    if kind not in ("user", "link") or not number.isdigit():
        return None
    return User.objects.filter(pk=int(number)).values_list("person_id", flat=True).first()
