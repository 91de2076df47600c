"""Pages for citizens: what is in force, its text and files. Only what is public, nothing else."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from prongsai.ita.thai import search_key, single_line
from prongsai.platform.accounts.access import for_everybody
from prongsai.platform.agency.visited import speaking_of
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.files.serving import file_response
from prongsai.registers.policies.file_holders import POLICY_FILE
from prongsai.registers.policies.models import Policy, PolicyVersion


@require_safe
@for_everybody
def policies(request: HttpRequest, code: str) -> HttpResponse:
    """List the policies of an agency that are in force and public."""
    sought = single_line(request.GET.get("q", ""))[:100]
    with speaking_of(code) as agency:
        found = PolicyVersion.objects.public().select_related("policy__unit").order_by("policy__sort_key", "pk")
        for word in search_key(sought).split():
            found = found.filter(policy__search_text__contains=word)
        told = {"agency": agency, "sought": sought, "listed": list(found)}
        return render(request, "policies/public_policies.html", told)


@require_safe
@for_everybody
def policy(request: HttpRequest, code: str, policy: int) -> HttpResponse:
    """Show one policy; where it is repealed, say so: the address stays."""
    with speaking_of(code) as agency:
        found = get_object_or_404(Policy.objects.select_related("unit"), pk=policy, is_public=True)
        version = PolicyVersion.objects.public().filter(policy=found).first()
        if version is None and not _was_public(found):
            raise Http404
        told = {"agency": agency, "policy": found, "version": version}
        if version is None:
            return render(request, "policies/public_repealed.html", told, status=410)
        paragraphs = [line for line in version.text.splitlines() if line.strip()]
        page = {**told, "paragraphs": paragraphs, "files": _files_of(version)}
        return render(request, "policies/public_policy.html", page)


@require_safe
@for_everybody
def file(request: HttpRequest, code: str, policy: int, file: UUID) -> HttpResponse:
    """Give a file of a public policy. The picture of the signature is none of these."""
    with speaking_of(code):
        version = PolicyVersion.objects.public().filter(policy=policy).first()
        wanted = FileVersion.objects.select_related("file").filter(public_id=file).first()
        if version is None or wanted is None or not _files_of(version).filter(file=wanted.file).exists():
            raise Http404
        return file_response(request, wanted)


def _was_public(policy: Policy) -> bool:
    """Say whether a repealed policy ever stood here: one of its versions has its signed paper."""
    return policy.repealed is not None and policy.versions.all().with_paper().exists()


def _files_of(version: PolicyVersion) -> QuerySet[Attachment]:
    held = Attachment.objects.filter(holder=POLICY_FILE.key, thing=version.pk)
    return held.select_related("file").prefetch_related("file__versions")
