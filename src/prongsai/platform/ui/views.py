"""Pages everybody shares."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, came_by_link, for_accounts, for_everybody, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import registry
from prongsai.platform.ui.catalogue import PARTS, part_of
from prongsai.platform.ui.display import CONTRASTS, SIZES, Display, display_of, language_of, remember
from prongsai.platform.ui.examples import example_context

STAFF = [role for role in Role if role is not Role.KIOSK]


@require_safe
@for_everybody
def home(request: HttpRequest) -> HttpResponse:
    """Show the front page: to staff the doors of their work, to everybody else what this is.

    Who came by a personal link is led back to the own tasks.

    Who brings no session is not asked who it is, so that the page may be kept for all.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
        if came_by_link(request) and registry.personal_page:
            return redirect(registry.personal_page)
        try:
            return doors(request)
        except Http404:  # a stand, or somebody who came by a personal link
            pass
    return render(request, "ui/home.html")


@for_accounts()
def doors(request: StaffRequest) -> HttpResponse:
    """Show where somebody's work begins; a stand in the hall has no such page."""
    return render(request, "ui/doors.html")


@csrf_exempt  # changes how this browser shows pages and nothing else; pages of other sites are refused all the same
@require_POST
@for_everybody
def display(request: HttpRequest) -> HttpResponse:
    """Remember a size of text, a contrast or a language, and go back to where the reader was."""
    now = display_of(request)
    size, contrast = request.POST.get("size", now.size), request.POST.get("contrast", now.contrast)
    chosen = Display(size if size in SIZES else now.size, contrast if contrast in CONTRASTS else now.contrast)
    language = request.POST.get("language", "")
    response = HttpResponseRedirect(_way_back(request))
    remember(response, chosen, language if language in ("th", "en") else language_of(request))
    return response


@require_safe
@for_roles(*STAFF)
def design(request: HttpRequest) -> HttpResponse:
    """List the parts that pages are made of, or show the components of one (`?part=`) in all their states."""
    key = request.GET.get("part", "")
    if not key:
        return render(request, "ui/catalogue/index.html", {"parts": PARTS})
    part = part_of(key)
    if part is None:
        raise Http404
    return render(request, "ui/catalogue/part.html", {"part": part, **example_context()})


def _way_back(request: HttpRequest) -> str:
    """Give the page to go back to: one of ours, or the front page."""
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if own else reverse("home")
