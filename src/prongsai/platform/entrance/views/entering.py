"""Log-in, the second step, log-out, and the passphrase asked again."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.account.stages import LoginStage, LoginStageController
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.internal import auth as webauthn
from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts import second_factor, throttle
from prongsai.platform.accounts.access import StaffRequest, for_accounts, for_everybody
from prongsai.platform.accounts.models import User
from prongsai.platform.accounts.proved import note_proof
from prongsai.platform.entrance.forms.entering import LogInForm, ProveForm, SecondStepForm
from prongsai.platform.entrance.passkeys import are_possible
from prongsai.platform.entrance.pending import is_still_the_same, remember
from prongsai.platform.entrance.places import settled_agency
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.entrance.services import entering
from prongsai.platform.entrance.views.answers import patient, refused, wanted

_PAGE = ["GET", "HEAD", "POST"]


@transaction.non_atomic_requests
@for_everybody
@require_http_methods(_PAGE)
@never_cache
@sensitive_post_parameters("passphrase")
@patient
def log_in(request: HttpRequest) -> HttpResponse:
    """Let an account in by its name and passphrase. No transaction is held while the passphrase is hashed."""
    if request.user.is_authenticated and request.method != "POST":
        return HttpResponseRedirect(wanted(request))
    settled = settled_agency(request)
    known = {"agency_code": request.GET.get("agency", ""), "login_name": request.GET.get("name", "")}
    form = LogInForm(request.POST if request.method == "POST" else None, settled=settled, initial=known)
    told = {"agency": settled, "next": wanted(request), "sign_on": settings.SIGN_ON and settings.SIGN_ON_NAME}
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/log_in.html", {"form": form, **told})
    given = form.cleaned_data
    try:
        user = entering.log_in(
            request, agency=form.agency, login_name=given["login_name"], passphrase=given["passphrase"]
        )
    except Refusal as refusal:
        words = _("The login name or the passphrase is not right.")
        return refused(request, "entrance/log_in.html", form, refusal, words, **told)
    return _enter(request, user)


@for_everybody
@require_http_methods(_PAGE)
@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask an account that has a second step for it, after the right passphrase."""
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None or not is_still_the_same(request, stage.login.user):
        return redirect("account_login")
    form = SecondStepForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _second_step_page(request, stage, form)
    user = stage.login.user
    bucket = throttle.bucket_of_second_step(user.pk)
    try:
        entering.take([bucket], user.agency, user)
        authenticator = _authenticator(user, form.cleaned_data)
    except Refusal as refusal:
        words = _("The code is not right, or it was used already. Please wait for the next one.")
        return refused(request, "entrance/second_step.html", form, refusal, words, **_passkey_options(request, user))
    throttle.forgive([bucket])
    post_authentication(request, authenticator)
    response: HttpResponse = stage.exit()
    return response


@require_http_methods(_PAGE)
@for_accounts(without_second_factor=True, by_link=True, kiosk=True)
@sensitive_post_parameters("passphrase")
@patient
def log_out(request: StaffRequest) -> HttpResponse:
    """Log out; a kiosk asks for its passphrase, since everybody can touch it."""
    acting = request.acting
    form = ProveForm(request.POST if request.method == "POST" else None) if acting.user.is_kiosk else None
    if request.method != "POST" or (form and not form.is_valid()):
        return render(request, "entrance/log_out.html", {"form": form})
    if form:
        try:
            _prove(request, form.cleaned_data["passphrase"])
        except Refusal as refusal:
            return refused(request, "entrance/log_out.html", form, refusal, _("The passphrase is not right."))
    logout(request)
    return redirect("home")


@for_accounts(without_second_factor=True)
@require_http_methods(_PAGE)
@sensitive_post_parameters("passphrase")
@patient
def prove(request: StaffRequest) -> HttpResponse:
    """Ask for the passphrase again before a dangerous deed."""
    form = ProveForm(request.POST if request.method == "POST" else None)
    told = {"next": wanted(request)}
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/prove.html", {"form": form, **told})
    try:
        _prove(request, form.cleaned_data["passphrase"])
    except Refusal as refusal:
        return refused(request, "entrance/prove.html", form, refusal, _("The passphrase is not right."), **told)
    note_proof(request)
    return HttpResponseRedirect(told["next"])


def _enter(request: HttpRequest, user: User) -> HttpResponse:
    """Hand a proved account to allauth's stages; it remembers how the account stood at this moment."""
    login = Login(user=user, redirect_url=wanted(request))
    remember(request, user)
    response: HttpResponse = perform_password_login(request, {"username": user.username}, login)
    return response


def _authenticator(user: User, given: dict[str, Any]) -> Authenticator:
    if credential := given.get("credential"):
        try:
            webauthn.parse_authentication_response(credential)
            return webauthn.complete_authentication(user, credential)
        except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise Refusal(Why.WRONG) from error
    authenticator = second_factor.spend_code(user, given["code"])
    if authenticator is None:
        raise Refusal(Why.WRONG)
    return authenticator


def _second_step_page(request: HttpRequest, stage: LoginStage, form: SecondStepForm) -> HttpResponse:
    told = {"form": form, **_passkey_options(request, stage.login.user)}
    return render(request, "entrance/second_step.html", told)


def _passkey_options(request: HttpRequest, user: User) -> dict[str, Any]:
    keys = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.WEBAUTHN)
    return {"passkey": webauthn.begin_authentication(user) if are_possible(request) and keys.exists() else None}


def _prove(request: StaffRequest, passphrase: str) -> None:
    user = request.acting.user
    bucket = throttle.bucket_of_proof(user.pk)
    entering.take([bucket], user.agency, user)
    if not user.check_password(passphrase):
        raise Refusal(Why.WRONG)
    throttle.forgive([bucket])
