"""Single sign-on, where the office has a server for it: it opens accounts that were tied to it, and makes none."""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from prongsai.platform.accounts.access import came_by_link
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import User
from prongsai.platform.accounts.proved import is_recently_proved
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.pending import remember

PROVIDER = "office"


class SignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """What allauth asks this house about sign-on."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002
        """Refuse: accounts are made by the system administrator."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let a known one in, tie a new one to who is logged in; send everybody else back."""
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            _tie(request, sociallogin)
        elif not sociallogin.is_existing:
            words = _("No account here is tied to it. Log in with your passphrase once, and tie it under “My account”.")
            raise ImmediateHttpResponse(_back(request, words))
        else:
            remember(request, sociallogin.user)

    def on_authentication_error(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> None:
        """Say plainly that it did not work."""
        words = _("The sign-on did not work. Please try again, or log in with your passphrase.")
        raise ImmediateHttpResponse(_back(request, words))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:  # noqa: ARG002
        """Go back to one's own account."""
        return redirect("own-account").url

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: the log of deeds tells."""


def _tie(request: HttpRequest, sociallogin: SocialLogin) -> None:
    user = request.user
    if not isinstance(user, User) or came_by_link(request) or not is_recently_proved(request):
        raise ImmediateHttpResponse(redirect("account_login"))
    if sociallogin.is_existing and sociallogin.user != user:
        raise ImmediateHttpResponse(_back(request, _("It is tied to another account already.")))
    record(acting_as(user), "account.sign_on_tied", thing=user)


def _back(request: HttpRequest, words: str) -> HttpResponse:
    messages.error(request, words)
    return redirect("own-account" if request.user.is_authenticated else "account_login")
