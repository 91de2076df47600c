"""Second steps of one's own account."""

from __future__ import annotations

from typing import Any

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import clear_totp_secret, get_totp_secret
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts import second_factor, throttle
from prongsai.platform.accounts.access import PASSED, StaffRequest, for_accounts
from prongsai.platform.accounts.proved import recently_proved
from prongsai.platform.entrance.forms.entering import AppCodeForm, PasskeyForm
from prongsai.platform.entrance.passkeys import are_possible
from prongsai.platform.entrance.refusals import Refusal
from prongsai.platform.entrance.services import entering, steps
from prongsai.platform.entrance.views.answers import refused

_PAGE = ["GET", "HEAD", "POST"]


@for_accounts(without_second_factor=True)
@require_http_methods(["GET", "HEAD"])
def overview(request: StaffRequest) -> HttpResponse:
    """Show the second steps of the account, and those it can add."""
    acting = request.acting
    held = list(Authenticator.objects.filter(user_id=acting.user.pk).order_by("created_at"))
    told = {
        "held": held,
        "has_app": any(step.type == Authenticator.Type.TOTP for step in held),
        "required": second_factor.is_required(acting.user, acting.roles),
        "in_demo": acting.agency is not None and acting.agency.is_demo,
        "codes_left": second_factor.printed_codes_left(acting.user),
        "passkeys": are_possible(request),
    }
    return render(request, "entrance/second_factor.html", told)


@for_accounts(without_second_factor=True)
@require_http_methods(_PAGE)
@recently_proved
def add_app(request: StaffRequest) -> HttpResponse:
    """Tie an authenticator app: scan, then type the code it shows."""
    form = AppCodeForm(request.POST if request.method == "POST" else None)
    secret = get_totp_secret(regenerate=request.method != "POST")
    told = _app_words(request, secret)
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/add_app.html", {"form": form, **told})
    try:
        bucket = throttle.bucket_of_second_step(request.acting.user.pk)
        entering.take([bucket], request.acting.agency, request.acting.user)
        steps.add_app(acting=request.acting, secret=secret, code=form.cleaned_data["code"])
    except Refusal as refusal:
        words = _("This is not the code the app should show now. Please look at the clock of the telephone.")
        return refused(request, "entrance/add_app.html", form, refusal, words, **told)
    throttle.forgive([bucket])
    clear_totp_secret(request)
    return _added(request, _("The app is set up. From the next log-in on it is asked for its code."))


@for_accounts(without_second_factor=True)
@require_http_methods(_PAGE)
@recently_proved
def printed_codes(request: StaffRequest) -> HttpResponse:
    """Make a printed list of codes and show it, once."""
    if request.method != "POST":
        return render(
            request, "entrance/print_codes.html", {"left": second_factor.printed_codes_left(request.acting.user)}
        )
    codes = [f"{code[:5]} {code[5:]}" for code in steps.print_codes(acting=request.acting)]
    return render(request, "entrance/printed_codes.html", {"codes": codes, "account": request.acting.user})


@for_accounts(without_second_factor=True)
@require_http_methods(_PAGE)
@recently_proved
def add_passkey(request: StaffRequest) -> HttpResponse:
    """Tie a passkey: the device's own lock. It needs a script, so it is offered only where one runs."""
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        credential = form.cleaned_data["credential"]
        if _is_sound(credential):
            steps.add_passkey(acting=request.acting, name=form.cleaned_data["name"], credential=credential)
            return _added(request, _("The passkey is set up. From the next log-in on it is asked for."))
        form.add_error(None, _("The device did not answer as expected. Please try again."))
    options = webauthn.begin_registration(request.acting.user, passwordless=False) if are_possible(request) else None
    return render(request, "entrance/add_passkey.html", {"form": form, "passkey": options})


@for_accounts(without_second_factor=True)
@require_http_methods(_PAGE)
@recently_proved
def remove(request: StaffRequest) -> HttpResponse:
    """Take a second step off the account: `step` names which."""
    named = request.POST.get("step") or request.GET.get("step") or ""
    own = Authenticator.objects.filter(user_id=request.acting.user.pk)
    authenticator = own.filter(pk=named).first() if named.isascii() and named.isdigit() and len(named) < 19 else None
    if authenticator is None:
        return redirect("second-factor")
    if request.method != "POST":
        return render(request, "entrance/remove_step.html", {"step": authenticator})
    steps.remove_step(acting=request.acting, authenticator=authenticator)
    request.session.pop(PASSED, None)
    messages.success(request, _("The second step is removed."))
    return redirect("second-factor")


def _app_words(request: HttpRequest, secret: str) -> dict[str, Any]:
    address = get_adapter().build_totp_url(request.user, secret)
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return {"picture": segno.make(address, error="m").svg_data_uri(scale=5), "secret": groups}


def _is_sound(credential: Any) -> bool:
    """Say whether the answer of a device is one to the question of this session."""
    try:
        webauthn.parse_registration_response(credential)
        webauthn.complete_registration(credential)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def _added(request: StaffRequest, words: str) -> HttpResponse:
    messages.success(request, words)
    if second_factor.printed_codes_left(request.acting.user) is None:
        messages.info(request, _("Print a list of codes as well, for the day the telephone is not there."))
    return redirect("second-factor")
