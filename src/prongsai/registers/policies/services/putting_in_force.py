"""From the signature on: in force, reviewed each year, repealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.line import posts_of
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies.file_holders import SIGNED_POLICY
from prongsai.registers.policies.models import Policy, PolicyState, PolicyVersion

A_YEAR = timedelta(days=365)


@transaction.atomic
def put_in_force(
    *,
    acting: Acting,
    version: PolicyVersion,
    signer: Person,
    signed: date,
    since: date,
    scan: Sequence[CleanFile],
    number: str = "",
) -> None:
    """Write down that an approved version was signed: from `since` it holds in place of the one before.

    Refuses Conflict: not approved, no scan, a signature to come, in force before the version it replaces.
    """
    found = PolicyVersion.objects.select_for_update(of=("self",)).select_related("policy__unit")
    current = found.get(pk=version.pk)
    if current.state != PolicyState.APPROVED or not scan:
        raise Conflict(_("Only an approved version with its signed paper comes into force."))
    held = posts_of(signer, signed)
    post = held[0].title if held else ""
    hold(current, acting, signed=signed, since=since, number=number, signer=signer, signer_post=post, scan=scan)
    record(acting, "policies.put_in_force", thing=current, figures={"signed": signed, "since": since})


@transaction.atomic
def confirm_review(*, acting: Acting, policy: Policy) -> None:
    """Write down that a policy was looked through and nothing is to be changed. Refuses Conflict: not in force."""
    current = _locked(policy)
    if current.repealed or not current.versions.in_force().exists():
        raise Conflict(_("Only what is in force is reviewed."))
    current.reviewed = today(acting.agency)
    current.review_due = current.reviewed + A_YEAR
    current.save(update_fields=["reviewed", "review_due"])
    record(acting, "policies.reviewed", thing=current)


@transaction.atomic
def repeal(*, acting: Acting, policy: Policy, day: date, because: str) -> None:
    """Repeal a policy from a day on, with the reason or the paper by which it is. Refuses Conflict."""
    current = _locked(policy)
    holding = current.versions.in_force().first()
    if current.repealed or holding is None:
        raise Conflict(_("Only what is in force is repealed."))
    if day > today(acting.agency) or (holding.since and day < holding.since):
        raise Conflict(_("The day is still to come, or lies before it came into force."))
    current.repealed, current.repealed_because = day, because
    current.save(update_fields=["repealed", "repealed_because"])
    _end(holding, day)
    record(acting, "policies.repealed", thing=current, figures={"day": day})


def hold(
    version: PolicyVersion,
    acting: Acting,
    *,
    signed: date,
    since: date,
    number: str,
    signer: Person | None,
    signer_post: str,
    scan: Sequence[CleanFile],
) -> None:
    """Let a version hold from a day on; the one before ends on the day before. Refuses Conflict for impossible days."""
    entered = today(acting.agency)
    if signed > entered or since > entered:
        raise Conflict(_("A day to come cannot be written down as past."))
    before = PolicyVersion.objects.in_force().filter(policy=version.policy).first()
    if before and before.since and since <= before.since:
        raise Conflict(_("It cannot come into force before the version that it replaces."))
    if before:
        _end(before, since - timedelta(days=1))
    version.state, version.signed, version.since, version.entered = PolicyState.IN_FORCE, signed, since, entered
    version.signer, version.signer_post, version.paper_number = signer, signer_post[:200], number
    version.save()
    attach_files(acting=acting, agency=version.agency_id, holder=SIGNED_POLICY.key, thing=version.pk, files=scan)
    policy = version.policy
    policy.reviewed, policy.review_due = since, since + A_YEAR
    policy.save(update_fields=["reviewed", "review_due"])


def _end(version: PolicyVersion, day: date) -> None:
    version.state, version.until = PolicyState.ENDED, day
    version.save(update_fields=["state", "until"])


def _locked(policy: Policy) -> Policy:
    return Policy.objects.select_for_update(of=("self",)).get(pk=policy.pk)
