"""Accounts of an agency and their roles."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role, RoleGrant, RoleProposal, User
from prongsai.platform.accounts.proved import recently_proved
from prongsai.platform.entrance.forms.accounts import AccountForm, GrantForm
from prongsai.platform.entrance.refusals import Refusal
from prongsai.platform.entrance.services import granting, keeping

_PAGE = ["GET", "HEAD", "POST"]


@for_roles(Role.SYSTEM_ADMIN, Role.EXECUTIVE)
@require_http_methods(["GET", "HEAD"])
def accounts(request: StaffRequest) -> HttpResponse:
    """List the accounts of the agency with their roles, and roles that wait for a second person."""
    listed = User.objects.filter(agency=request.acting.agency, agency__isnull=False)
    listed = listed.prefetch_related("grants__unit").order_by("-is_active", "display_name", "login_name")
    proposals = RoleProposal.objects.select_related("user", "proposed_by")
    told = {"accounts": listed, "proposals": proposals, "me": request.acting.user, "changes": _changes(request)}
    return render(request, "entrance/accounts.html", told)


@for_roles(Role.SYSTEM_ADMIN)
@require_http_methods(_PAGE)
def new_account(request: StaffRequest) -> HttpResponse:
    """Make an account."""
    form = AccountForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "entrance/new_account.html", {"form": form})
    try:
        user = keeping.make_account(acting=request.acting, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error("login_name", refusal.said)
        return render(request, "entrance/new_account.html", {"form": form})
    messages.success(request, _("The account is made. Next: a role, and a one-time code for its owner."))
    return redirect("account", account=user.pk)


@for_roles(Role.SYSTEM_ADMIN)
@require_http_methods(["GET", "HEAD"])
def account(request: StaffRequest, account: int) -> HttpResponse:
    """Show one account."""
    return _account_page(request, _found(request, account), GrantForm())


@for_roles(Role.SYSTEM_ADMIN)
@require_POST
@recently_proved
def grant(request: StaffRequest, account: int) -> HttpResponse:
    """Give a role, or propose it to a second person."""
    user, form = _found(request, account), GrantForm(request.POST)
    if not form.is_valid():
        return _account_page(request, user, form)
    try:
        given = granting.grant_role(acting=request.acting, user=user, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, refusal.said)
        return _account_page(request, user, form, status=409)
    if isinstance(given, RoleProposal):
        messages.info(request, _("Proposed. Another system administrator or an executive confirms it."))
    else:
        messages.success(request, _("The role is given. The account has to log in again."))
    return redirect("account", account=user.pk)


@for_roles(Role.SYSTEM_ADMIN)
@require_POST
@recently_proved
def revoke(request: StaffRequest, grant: int) -> HttpResponse:
    """Take a role away."""
    held = get_object_or_404(RoleGrant, pk=grant, agency=request.acting.agency, agency__isnull=False)
    return _act(request, held.user, lambda: granting.revoke_role(acting=request.acting, grant=held))


@for_roles(Role.SYSTEM_ADMIN)
@require_POST
@recently_proved
def switch(request: StaffRequest, account: int) -> HttpResponse:
    """Switch an account off, or on again (`to`). What was pressed decides, not how the account stands by now."""
    user = _found(request, account)
    deed = keeping.switch_on if request.POST.get("to") == "on" else keeping.switch_off
    return _act(request, user, lambda: deed(acting=request.acting, user=user))


@for_roles(Role.SYSTEM_ADMIN, Role.EXECUTIVE)
@require_POST
@recently_proved
def decide(request: StaffRequest, proposal: int) -> HttpResponse:
    """Confirm a proposed role as the second person, or take it back."""
    found = get_object_or_404(RoleProposal, pk=proposal)
    if request.POST.get("decision") == "confirm":
        granting.confirm_role(acting=request.acting, proposal=found)
        messages.success(request, _("The role is given. The account has to log in again."))
    elif request.POST.get("decision") == "drop":
        granting.drop_proposal(acting=request.acting, proposal=found)
        messages.success(request, _("The proposal is taken back."))
    return redirect("accounts")


def _found(request: StaffRequest, account: int) -> User:
    return get_object_or_404(User, pk=account, agency=request.acting.agency, agency__isnull=False)


def _changes(request: StaffRequest) -> bool:
    return request.acting.has(Role.SYSTEM_ADMIN)


def _act(request: StaffRequest, user: User, deed: Callable[[], None]) -> HttpResponse:
    deed()
    messages.success(request, _("Done."))
    return redirect("account", account=user.pk)


def _account_page(request: StaffRequest, user: User, form: GrantForm, status: int = 200) -> HttpResponse:
    told = {
        "account": user,
        "grants": user.grants.select_related("unit"),
        "proposals": user.proposals.select_related("proposed_by"),
        "form": form,
        "is_me": user.pk == request.acting.user.pk,
    }
    return render(request, "entrance/account.html", told, status=status)
