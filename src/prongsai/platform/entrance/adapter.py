"""allauth's flows, as this house enters accounts: closed sign-up, second step after the passphrase, no e-mails."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.models import User
from prongsai.platform.accounts.proved import note_proof
from prongsai.platform.entrance.places import device_words, remember_browser
from prongsai.platform.entrance.services.entering import note_entry


class EntranceAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """What allauth asks this house."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: accounts are made by the system administrator."""
        return False

    def get_login_stages(self) -> list[str]:
        """Name what stands between the passphrase and the session: the second step."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def pre_login(self, request: HttpRequest, user: User, **_: Any) -> HttpResponse | None:  # noqa: ARG002
        """Send who may not enter back, without a word of why."""
        return None if user.may_enter else HttpResponseRedirect(resolve_url("account_login"))

    def login(self, request: HttpRequest, user: User) -> None:
        """Open a session from nothing: what a visitor, or a personal link, left in the old one is gone."""
        request.session.flush()
        super().login(request, user)
        device = device_words(request.headers.get("User-Agent", ""))
        sessions.begin(request.session, device=device, kiosk=user.is_kiosk, by_link=False)
        if not user.is_kiosk:  # whoever stands there next has proved nothing
            note_proof(request)
        note_entry(user)

    def post_login(self, request: HttpRequest, user: User, *, redirect_url: str | None, **_: Any) -> HttpResponse:
        """Go to where the visitor wanted to, and remember the browser."""
        response = HttpResponseRedirect(redirect_url or resolve_url("home"))
        remember_browser(request, response, user)
        return response

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing of allauth's own: the pages say it."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing of allauth's own."""
