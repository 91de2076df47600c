"""The pages of a policy and of its versions, and the paper to be signed."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.holders import Holder
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper
from prongsai.registers.approvals.services import approval_kinds, submissions_of
from prongsai.registers.policies.file_holders import POLICY_FILE, SIGNED_POLICY
from prongsai.registers.policies.forms import MadeKnownForm, RepealForm
from prongsai.registers.policies.models import PolicyState, PolicyVersion
from prongsai.registers.policies.models.policy import READERS, WRITERS
from prongsai.registers.policies.papers import announcement_of
from prongsai.registers.policies.services.looking_up import read_of
from prongsai.registers.policies.views.finding import policy_of, version_of


@require_safe
@for_roles(*READERS)
def policy(request: StaffRequest, policy: int) -> HttpResponse:
    """Show a policy by the version that holds, else by the newest."""
    found = policy_of(request.acting, policy)
    versions = list(found.versions.all())
    shown_one = next((version for version in versions if version.is_in_force), versions[0])
    return shown(request, version_of(request.acting, shown_one.pk))


@require_safe
@for_roles(*READERS)
def version(request: StaffRequest, edition: int) -> HttpResponse:
    """Show one version."""
    return shown(request, version_of(request.acting, edition))


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, edition: int, form: str) -> HttpResponse:
    """Give the paper of a version that has a text, to be signed."""
    found, agency = version_of(request.acting, edition), agency_of(request.acting)
    if not found.text.strip():
        raise Http404
    return written_paper(announcement_of(found, agency), form, f"{found.title[:80]} {found.number}", today(agency))


def shown(request: StaffRequest, found: PolicyVersion, **refused: Any) -> HttpResponse:
    """Show the page, with the form that was refused in place of an empty one."""
    acting, day = request.acting, today(request.acting.agency)
    policy = found.policy
    writes = acting.has(*WRITERS) and policy.repealed is None
    versions = list(policy.versions.all())
    page = {
        "policy": policy,
        "version": found,
        "versions": versions,
        "paragraphs": [line for line in found.text.splitlines() if line.strip()],
        "files": _held(POLICY_FILE, found),
        "papers": _held(SIGNED_POLICY, found),
        "made_known": found.made_known.all(),
        "read": read_of(found, day) if found.since else None,
        "submissions": submissions_of("policy", found.pk),
        "is_review_due": found.is_in_force and policy.is_review_due(day),
        "may_edit": writes and found.is_draft,
        "may_submit": writes and approval_kinds["policy"].may_submit(acting, found.pk),
        "may_sign": writes and found.state == PolicyState.APPROVED,
        "may_hold": writes and found.is_in_force,
        "may_begin": writes and not any(each.state in ("draft", "waiting", "approved") for each in versions),
        "told_form": refused.get("told") or MadeKnownForm(initial={"day": day}),
        "repeal_form": refused.get("repeal") or RepealForm(initial={"day": day}, auto_id="repeal_%s"),
        "form": next(iter(refused.values()), None),
        "history": history_of(found),
    }
    return render(request, "policies/policy.html", page, status=400 if refused else 200)


def _held(holder: Holder, version: PolicyVersion) -> QuerySet[Attachment]:
    return Attachment.objects.filter(holder=holder.key, thing=version.pk).select_related("file")
