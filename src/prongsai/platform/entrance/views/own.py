"""One's own account: where it is logged in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_accounts
from prongsai.platform.accounts.sessions import hashed
from prongsai.platform.entrance.services import keeping


@for_accounts()
@require_http_methods(["GET", "HEAD"])
def own_account(request: StaffRequest) -> HttpResponse:
    """Show where the account is logged in, and the ways to its passphrase and second steps."""
    sessions = request.acting.user.sessions.filter(expire_date__gt=timezone.now())
    told: dict[str, Any] = {
        "sessions": sessions,
        "this": hashed(request.session.session_key),
        "account": request.acting.user,
    }
    if settings.SIGN_ON:
        told |= {"sign_on": settings.SIGN_ON_NAME, "tied": request.acting.user.socialaccount_set.exists()}  # type: ignore[attr-defined] # an app that may be absent
    return render(request, "entrance/own_account.html", told)


@for_accounts()
@require_POST
def log_out_elsewhere(request: StaffRequest) -> HttpResponse:
    """End all one's sessions but this one."""
    ended = keeping.log_out_elsewhere(acting=request.acting, session_key=request.session.session_key)
    words = ngettext("One other place was logged out.", "%(count)s other places were logged out.", ended)
    messages.success(request, words % {"count": ended})
    return redirect("own-account")
