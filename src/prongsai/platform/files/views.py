"""Pages of files. Who may read one is asked of what holds it; who may not gets the 404 of what is not there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.ita.thai import single_line
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files import services
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.forms import AttachForm, VersionForm
from prongsai.platform.files.holders import Holder, holders
from prongsai.platform.files.models import Attachment, FileVersion, StoredFile
from prongsai.platform.files.page import FilePage
from prongsai.platform.files.serving import file_response

STAFF = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.INVESTIGATOR, Role.AUDITOR)
_AT_ONCE = 50


@for_roles(Role.COORDINATOR)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """List the files of the agency whose names the coordinator may see."""
    sought = single_line(request.GET.get("q", ""))[:100]
    found = _whole(StoredFile.objects.filter(attachments__holder__in=holders.listed()).distinct())
    if sought:
        found = found.filter(versions__name__icontains=sought)
    page = Paginator(found, _AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "files/index.html", {"page": page, "sought": sought})


@for_roles(*STAFF, by_link=True)
@require_safe
def about(request: StaffRequest, file: UUID) -> HttpResponse:
    """Show a file: its versions, who attached them and when, where it is used."""
    stored = _readable(request.acting, file)
    return render(request, "files/file.html", {"file": FilePage(stored, request.acting)})


@for_roles(*STAFF, by_link=True)
@require_safe
def download(request: StaffRequest, version: UUID, name: str) -> HttpResponse:  # noqa: ARG001
    """Give a version. The name in the address is for people; the version alone decides."""
    found = get_object_or_404(FileVersion.objects.select_related("file"), public_id=version)
    _check(holders.may_read(request.acting, found.file))
    return file_response(request, found)


@for_roles(*STAFF, by_link=True)
@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: StaffRequest, holder: str, thing: int) -> HttpResponse:
    """Attach files to a thing."""
    kind = _changeable(request.acting, holder, thing)
    form = AttachForm(**_sent(request), purpose=kind.purpose)
    if form.is_valid():
        files = form.cleaned_data["files"]
        services.attach_files(
            acting=request.acting, agency=_agency(request.acting), holder=holder, thing=thing, files=files
        )
        messages.success(request, _("%(count)s files have been attached.") % {"count": len(files)})
        return redirect(kind.tell(thing).url)
    told = {"form": form, "thing": kind.tell(thing)}
    return render(request, "files/attach.html", told, status=status_of(form))


@for_roles(*STAFF, by_link=True)
@require_http_methods(["GET", "HEAD", "POST"])
def add_version(request: StaffRequest, file: UUID) -> HttpResponse:
    """Give a file a new version."""
    stored = _readable(request.acting, file)
    _check(holders.may_change(request.acting, stored))
    purpose = holders.get_or_404(stored.attachments.all()[0].holder).purpose
    start = {"seen": stored.newest.number}
    form = VersionForm(**_sent(request), purpose=purpose, initial=start)
    if form.is_valid():
        (content,) = form.cleaned_data["files"]
        services.add_version(acting=request.acting, file=stored, content=content, seen=form.cleaned_data["seen"])
        messages.success(request, _("The new version has been stored. Earlier ones can still be read."))
        return redirect(stored)
    return render(request, "files/add_version.html", {"form": form, "file": stored}, status=status_of(form))


@for_roles(*STAFF, by_link=True)
@require_http_methods(["GET", "HEAD", "POST"])
def detach(request: StaffRequest, attachment: int) -> HttpResponse:
    """Take a file away from a thing, after asking once more."""
    found = get_object_or_404(Attachment.objects.select_related("file"), pk=attachment)
    kind = _changeable(request.acting, found.holder, found.thing)
    if request.method != "POST":
        return render(request, "files/detach.html", {"file": found.file, "thing": kind.tell(found.thing)})
    services.detach(acting=request.acting, attachment=found)
    messages.success(request, _("The file has been taken away."))
    return redirect(kind.tell(found.thing).url)


def _readable(acting: Acting, public_id: UUID) -> StoredFile:
    stored = get_object_or_404(_whole(StoredFile.objects.all()), public_id=public_id)
    _check(holders.may_read(acting, stored))
    return stored


def _changeable(acting: Acting, key: str, thing: int) -> Holder:
    kind = holders.get_or_404(key)
    _check(kind.changes(acting, thing))
    return kind


def _whole(files: QuerySet[StoredFile]) -> QuerySet[StoredFile]:
    return files.prefetch_related("versions", "attachments")


def _check(allowed: bool) -> None:
    if not allowed:
        raise Http404


def _sent(request: StaffRequest) -> dict[str, Any]:
    """Give what a form was sent with, nothing where the page is only looked at."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def _agency(acting: Acting) -> int:
    if acting.agency is None:
        raise Http404
    return acting.agency.pk
