"""Adding a policy, and writing the draft of its next version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import detach_all
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies.file_holders import POLICY_FILE
from prongsai.registers.policies.models import Policy, PolicyKind, PolicyState, PolicyVersion
from prongsai.registers.policies.services.putting_in_force import hold


@dataclass(frozen=True, slots=True)
class PolicyText:
    """What a policy says: kind, title, owner unit, text (may stay empty where a file says it), whether public."""

    kind: PolicyKind
    title: str
    unit: Unit
    text: str = ""
    is_public: bool = True


@transaction.atomic
def add_policy(*, acting: Acting, agency: int, told: PolicyText) -> PolicyVersion:
    """Add a policy with its first draft."""
    policy = Policy(agency_id=agency, made_by=acting.actor)
    _follow(policy, told)
    version = _new_version(policy, 1, told.title, told.text, acting)
    record(acting, "policies.added", thing=policy, figures={"kind": told.kind.value})
    return version


@transaction.atomic
def add_existing(
    *,
    acting: Acting,
    agency: int,
    told: PolicyText,
    signed: date,
    since: date,
    number: str = "",
    signer: Person | None = None,
    signer_post: str = "",
    scan: Sequence[CleanFile] = (),
) -> PolicyVersion:
    """Write down a policy that was signed and in force before it came in here; without `scan` its page asks for one.

    Refuses Conflict for days to come.
    """
    policy = Policy(agency_id=agency, made_by=acting.actor)
    _follow(policy, told)
    version = _new_version(policy, 1, told.title, told.text, acting)
    hold(version, acting, signed=signed, since=since, number=number, signer=signer, signer_post=signer_post, scan=scan)
    record(acting, "policies.written_down", thing=policy, figures={"signed": signed, "since": since})
    return version


@transaction.atomic
def save_draft(*, acting: Acting, version: PolicyVersion, told: PolicyText) -> None:
    """Write a draft. Refuses Conflict where it is no draft any more."""
    current = draft(version)
    current.title, current.text, current.edited_by = told.title, told.text, acting.actor
    current.save(update_fields=["title", "text", "edited_by"])
    _follow(current.policy, told)
    record(acting, "policies.draft_saved", thing=current)


@transaction.atomic
def start_version(*, acting: Acting, policy: Policy) -> PolicyVersion:
    """Begin the next version as a copy of the newest. Refuses Conflict: one is open, or the policy is repealed."""
    current = Policy.objects.select_for_update(of=("self",)).get(pk=policy.pk)
    newest = current.versions.order_by("-number").first()
    if newest is None or current.repealed or current.versions.open().exists():
        raise Conflict(_("A version of this is being worked on, or it is repealed."))
    made = _new_version(current, newest.number + 1, newest.title, newest.text, acting)
    record(acting, "policies.version_begun", thing=made, figures={"version": made.number})
    return made


@transaction.atomic
def drop_draft(*, acting: Acting, version: PolicyVersion) -> None:
    """Drop a draft with its files; the first one goes with its policy. Refuses Conflict."""
    current = draft(version)
    record(acting, "policies.draft_dropped", thing=current, figures={"version": current.number})
    detach_all(acting=acting, holder=POLICY_FILE.key, thing=current.pk)
    before = current.policy.versions.exclude(pk=current.pk).first()
    current.delete()
    if before is None:
        current.policy.delete()
        return
    current.policy.title = before.title
    current.policy.keep_keys(before.text)
    current.policy.save(update_fields=["title", "search_text", "sort_key"])


def draft(version: PolicyVersion) -> PolicyVersion:
    """Give a version locked and read anew. Refuses Conflict where it is no draft."""
    found = PolicyVersion.objects.select_for_update(of=("self",)).select_related("policy__unit")
    current = found.get(pk=version.pk)
    if not current.is_draft:
        raise Conflict(_("This version is no longer a draft, so it cannot be changed."))
    return current


def _follow(policy: Policy, told: PolicyText) -> None:
    policy.kind, policy.title, policy.unit = told.kind.value, told.title, told.unit
    policy.is_public = told.is_public
    policy.keep_keys(told.text)
    policy.save()


def _new_version(policy: Policy, number: int, title: str, text: str, acting: Acting) -> PolicyVersion:
    made: PolicyVersion = PolicyVersion.objects.create(
        agency_id=policy.agency_id,
        policy=policy,
        number=number,
        state=PolicyState.DRAFT,
        title=title,
        text=text,
        made_by=acting.actor,
        edited_by=acting.actor,
    )
    return made
