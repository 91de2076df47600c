"""Single sign-on: begun, answered, untied. Routed only where a server for it is named."""

from __future__ import annotations

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect import views as openid
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_accounts, for_everybody
from prongsai.platform.accounts.proved import recently_proved
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.sign_on import PROVIDER
from prongsai.platform.entrance.views.answers import wanted


@transaction.non_atomic_requests
@for_everybody
@require_POST
@never_cache
def sign_on(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the server of the office."""
    return _send(request, AuthProcess.LOGIN, wanted(request))


@for_accounts()
@require_POST
@recently_proved
def tie_sign_on(request: StaffRequest) -> HttpResponse:
    """Send an account's owner there, to tie what answers to the account."""
    return _send(request, AuthProcess.CONNECT, None)


@for_accounts()
@require_POST
@recently_proved
def untie_sign_on(request: StaffRequest) -> HttpResponse:
    """Untie the account from it."""
    SocialAccount.objects.filter(user_id=request.acting.user.pk).delete()
    record(request.acting, "account.sign_on_untied", thing=request.acting.user)
    messages.success(request, _("Untied."))
    return redirect("own-account")


@transaction.non_atomic_requests
@for_everybody
@require_safe
@never_cache
def answered(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the answer of the server; no transaction is held while it is asked."""
    response: HttpResponse = openid.callback(request, provider_id)
    return response


def _send(request: HttpRequest, process: AuthProcess, then: str | None) -> HttpResponse:
    provider = get_adapter(request).get_provider(request, PROVIDER)
    response: HttpResponse = provider.redirect(request, process, next_url=then)
    return response
