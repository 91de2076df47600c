"""Passphrases forgotten, set with a code, changed."""

from __future__ import annotations

import time
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts import throttle
from prongsai.platform.accounts.access import StaffRequest, for_accounts, for_everybody, for_roles
from prongsai.platform.accounts.models import PassphraseCode, Role, User
from prongsai.platform.accounts.proved import note_proof, recently_proved
from prongsai.platform.entrance.forms.accounts import CodeForm
from prongsai.platform.entrance.forms.entering import ChangePassphraseForm, ForgottenForm, UseCodeForm
from prongsai.platform.entrance.forms.fields import WEAK_WORDS
from prongsai.platform.entrance.mail import mail_can_be_sent, send_code_later
from prongsai.platform.entrance.places import address_of, settled_agency
from prongsai.platform.entrance.refusals import Refusal
from prongsai.platform.entrance.services import codes
from prongsai.platform.entrance.views.answers import patient, refused

_PAGE = ["GET", "HEAD", "POST"]
ALWAYS_TAKES = 0.25


@for_everybody
@require_http_methods(_PAGE)
@never_cache
def forgotten(request: HttpRequest) -> HttpResponse:
    """Take a request for a new passphrase. The answer, and its time, are the same whether there is such a name."""
    began = time.monotonic()
    settled = settled_agency(request)
    form = ForgottenForm(request.POST if request.method == "POST" else None, settled=settled)
    told = {"form": form, "agency": settled, "by_mail": mail_can_be_sent()}
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/forgotten.html", told)
    if not throttle.take([throttle.bucket_of_requests(address_of(request))]).wait:
        _ask(User.objects.named(form.cleaned_data["login_name"], form.agency))
    time.sleep(max(0.0, ALWAYS_TAKES - (time.monotonic() - began)))
    return render(request, "entrance/asked.html", told)


@transaction.non_atomic_requests
@for_everybody
@require_http_methods(_PAGE)
@never_cache
@sensitive_post_parameters("code", "passphrase", "again")
@patient
def use_code(request: HttpRequest) -> HttpResponse:
    """Set one's own passphrase with a one-time code."""
    settled = settled_agency(request)
    initial = {"agency_code": request.GET.get("agency", ""), "login_name": request.GET.get("name", "")}
    form = UseCodeForm(request.POST if request.method == "POST" else None, settled=settled, initial=initial)
    told = {"agency": settled}
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/use_code.html", {"form": form, **told})
    given = form.cleaned_data
    try:
        codes.use_code(
            request,
            agency=form.agency,
            login_name=given["login_name"],
            code=given["code"],
            passphrase=given["passphrase"],
        )
    except codes.Weak as weak:
        form.add_error("passphrase", WEAK_WORDS[weak.weakness])
        return render(request, "entrance/use_code.html", {"form": form, **told})
    except Refusal as refusal:
        words = _("The login name or the code is not right, or the code is older than 24 hours or was used.")
        return refused(request, "entrance/use_code.html", form, refusal, words, **told)
    messages.success(request, _("The passphrase is set. Please log in with it."))
    who = {"agency": form.agency.code if form.agency else "", "name": given["login_name"]}
    return redirect(f"{reverse('account_login')}?{urlencode(who)}")


@for_accounts(without_second_factor=True)
@require_http_methods(_PAGE)
@recently_proved
@sensitive_post_parameters("passphrase", "again")
@patient
def change(request: StaffRequest) -> HttpResponse:
    """Change one's own passphrase; every other session ends, this one goes on."""
    form = ChangePassphraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            codes.change_passphrase(acting=request.acting, passphrase=form.cleaned_data["passphrase"])
        except codes.Weak as weak:
            form.add_error("passphrase", WEAK_WORDS[weak.weakness])
        else:
            _go_on(request)
            messages.success(request, _("The passphrase is changed. All other places were logged out."))
            return redirect("own-account")
    return render(request, "entrance/change.html", {"form": form})


@for_roles(Role.SYSTEM_ADMIN, Role.COORDINATOR)
@require_http_methods(["GET", "HEAD"])
def code_requests(request: StaffRequest) -> HttpResponse:
    """Show who waits for a new passphrase."""
    waiting = PassphraseCode.objects.visible_to(request.acting).asked().select_related("user", "asked_by")
    return render(request, "entrance/code_requests.html", {"waiting": waiting, "me": request.acting.user})


@for_roles(Role.COORDINATOR, Role.SYSTEM_ADMIN)
@require_POST
def ask(request: StaffRequest, account: int) -> HttpResponse:
    """Ask for a new passphrase for somebody; a second person makes the code."""
    user = get_object_or_404(User, pk=account, agency=request.acting.agency, agency__isnull=False)
    codes.ask_for_code(user=user, acting=request.acting)
    messages.success(request, _("Asked. Another person with the right to do so makes the code."))
    return redirect("code-requests")


@for_roles(Role.SYSTEM_ADMIN, Role.COORDINATOR)
@require_http_methods(_PAGE)
@recently_proved
@patient
def make(request: StaffRequest, account: int) -> HttpResponse:
    """Make a one-time code and show it, once, as a slip to print."""
    user = get_object_or_404(User, pk=account, agency=request.acting.agency, agency__isnull=False)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/make_code.html", {"form": form, "account": user})
    code = codes.make_code(acting=request.acting, user=user, ends_second_factor=form.cleaned_data["ends_second_factor"])
    return render(request, "entrance/code_slip.html", {"account": user, "code": code})


def _ask(user: User | None) -> None:
    if user is None or not user.may_enter:
        return
    if user.email and mail_can_be_sent():
        send_code_later(user)
    else:
        codes.ask_for_code(user=user)


def _go_on(request: StaffRequest) -> None:
    """Keep the session in which the passphrase was changed, under a new key."""
    update_session_auth_hash(request, request.acting.user)
    request.session.cycle_key()
    note_proof(request)
