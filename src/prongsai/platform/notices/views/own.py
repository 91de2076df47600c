"""One's own notices."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.kinds import kinds
from prongsai.platform.notices.line_text import line_text_of
from prongsai.platform.notices.models import Copy
from prongsai.platform.notices.services import settling

STAFF = tuple(role for role in Role if role is not Role.KIOSK)
ON_A_PAGE = 50


def agency_of(request: StaffRequest) -> Agency:
    """Give the agency of who asks; accounts that run the installation have no notices."""
    if request.acting.agency is None:
        raise Http404
    return request.acting.agency


@for_roles(*STAFF, by_link=True)
@require_safe
def notices(request: StaffRequest) -> HttpResponse:
    """List one's notices: what is open, or all (`?show=all`)."""
    mine = Copy.objects.visible_to(request.acting).select_related("notice")
    show_all = request.GET.get("show") == "all"
    shown = mine if show_all else mine.filter(done__isnull=True)
    page = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("page"))
    told = {"page": page, "show_all": show_all, "unread": mine.unread().exists()}
    return render(request, "notices/notices.html", told)


@for_roles(*STAFF, by_link=True)
@require_safe
def notice(request: StaffRequest, notice: int) -> HttpResponse:
    """Show a notice; to open it is to have read it."""
    copy = _copy(request, notice)
    if request.method == "GET" and copy.read is None:
        settling.mark_read(acting=request.acting, copy=copy)
    kind = kinds.get(copy.notice.kind)
    told = {
        "copy": copy,
        "notice": copy.notice,
        "kind": _(kind.title) if kind else "",
        "by_itself": bool(kind and kind.is_done and copy.notice.thing is not None),
        "line_text": line_text_of(copy.notice, agency_of(request)),
    }
    return render(request, "notices/notice.html", told)


@for_roles(*STAFF, by_link=True)
@require_POST
def notice_done(request: StaffRequest, notice: int) -> HttpResponse:
    """Mark one's copy as done."""
    settling.mark_done(acting=request.acting, copy=_copy(request, notice))
    messages.success(request, _("The notice is marked as done."))
    return redirect("notices")


@for_roles(*STAFF, by_link=True)
@require_POST
def notices_read(request: StaffRequest) -> HttpResponse:
    """Mark all one's notices as read."""
    settling.mark_read(acting=request.acting)
    return redirect("notices")


def _copy(request: StaffRequest, notice: int) -> Copy:
    mine = Copy.objects.visible_to(request.acting).select_related("notice__unit")
    return get_object_or_404(mine, notice_id=notice)
