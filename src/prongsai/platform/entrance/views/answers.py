"""Answers that several pages give."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.platform.accounts.hashing import Busy
from prongsai.platform.entrance.refusals import Refusal
from prongsai.platform.ui.refusals import Unavailable


def patient(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say politely that too many log in at this moment, where the two turns to hash are taken."""

    @wraps(view)
    def waiting(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Busy as busy:
            raise Unavailable(_("Many people are logging in at this moment. Please try again shortly.")) from busy

    return waiting


def refused(
    request: HttpRequest, template: str, form: forms.Form, refusal: Refusal, words: str, **context: Any
) -> HttpResponse:
    """Show a form again with the reason: 429 where there is a wait, else 200 as for any mistake in a form."""
    seconds = int(refusal.wait.total_seconds()) + 1
    if refusal.wait:
        minutes = -(-seconds // 60)
        words = ngettext(
            "Too many tries. Please wait one minute, then try again.",
            "Too many tries. Please wait %(minutes)s minutes, then try again.",
            minutes,
        ) % {"minutes": minutes}
    form.add_error(None, words)
    response = render(request, template, {"form": form, **context}, status=429 if refusal.wait else 200)
    if refusal.wait:
        response.headers["Retry-After"] = str(seconds)
    return response


def wanted(request: HttpRequest) -> str:
    """Give the page a visitor wanted, if it is one of this host, else the front page."""
    address = next(
        filter(None, (sent.get(name) for sent in (request.POST, request.GET) for name in ("next", "then"))), ""
    )
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if safe else resolve_url("home")
