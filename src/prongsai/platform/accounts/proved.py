"""Dangerous acts ask for the passphrase again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

PROVED, FOR = "proved", timedelta(minutes=10)


def note_proof(request: HttpRequest) -> None:
    """Remember that the passphrase was given now."""
    request.session[PROVED] = timezone.now().timestamp()


def is_recently_proved(request: HttpRequest) -> bool:
    """Say whether it was given within ten minutes."""
    since = timezone.now().timestamp() - float(request.session.get(PROVED, 0))
    return 0 <= since <= FOR.total_seconds()


def recently_proved(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for the passphrase first if it was not given within ten minutes. Stands below `@for_roles` and the methods.

    A form that comes too late is asked for again: after the passphrase one stands on the page that showed it.
    """

    @wraps(view)
    def proving(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_recently_proved(request):
            return view(request, *args, **kwargs)
        return HttpResponseRedirect(f"{reverse('prove')}?{urlencode({'then': _way_back(request)})}")

    return proving


def _way_back(request: HttpRequest) -> str:
    """Give the page to come back to: this one, or for a form the page it stood on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    return page.path if page.netloc == request.get_host() else reverse("home")
