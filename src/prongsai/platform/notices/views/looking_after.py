"""Pages of who looks after the sending: outbox, days of follow-ups, the LINE official account."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.accounts.proved import recently_proved
from prongsai.platform.notices.forms import FollowUpDaysForm, LineAccountForm
from prongsai.platform.notices.links import whole_address
from prongsai.platform.notices.models import LineAccount, Sending, State
from prongsai.platform.notices.services import looking_after
from prongsai.platform.notices.stepping import days_of_agency, usual_days
from prongsai.platform.notices.troubles import explained
from prongsai.platform.notices.views.own import ON_A_PAGE, agency_of
from prongsai.platform.ui.refusals import Conflict


@for_roles(Role.COORDINATOR, Role.SYSTEM_ADMIN)
@require_safe
def outbox(request: StaffRequest) -> HttpResponse:
    """Show what did not get through: to whom and why, never what was written."""
    visible = Sending.objects.visible_to(request.acting)
    troubled = visible.troubled().select_related("user", "copy__notice").order_by("-changed")
    page = Paginator(troubled, ON_A_PAGE).get_page(request.GET.get("page"))
    line = LineAccount.objects.first()
    told = {
        "page": page,
        "rows": [(sending, explained(sending.trouble)) for sending in page],
        "waiting": visible.filter(state=State.WAITING).count(),
        "mail_on": settings.MAIL_CONFIGURED,
        "line_on": bool(line and line.is_ready),
        "is_admin": request.acting.has(Role.SYSTEM_ADMIN),
        "is_coordinator": request.acting.has(Role.COORDINATOR),
    }
    return render(request, "notices/outbox.html", told)


@for_roles(Role.COORDINATOR, Role.SYSTEM_ADMIN)
@require_POST
def send_again(request: StaffRequest, sending: int) -> HttpResponse:
    """Let a message be sent once more."""
    found = get_object_or_404(Sending.objects.visible_to(request.acting), pk=sending)
    looking_after.send_again(acting=request.acting, sending=found)
    messages.success(request, _("The message will be sent once more."))
    return redirect("outbox")


@for_roles(Role.COORDINATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_days(request: StaffRequest) -> HttpResponse:
    """Show and change when the steps of a follow-up are taken."""
    now = {step.value: days for step, days in days_of_agency().items()}
    form = FollowUpDaysForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        looking_after.set_follow_up_days(acting=request.acting, agency=agency_of(request), days=form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("follow-up-days")
    return render(request, "notices/follow_up_days.html", {"form": form, "usual": usual_days().items()})


@for_roles(Role.SYSTEM_ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("secret", "token")
@recently_proved
def line_account(request: StaffRequest) -> HttpResponse:
    """Set up the LINE official account; its secrets are taken and never shown."""
    agency, account = agency_of(request), LineAccount.objects.first()
    now = {"basic_id": account.basic_id, "on": account.on} if account else {}
    form = LineAccountForm(request.POST or None, initial=now)
    if account:
        form.say_what_is_kept()
    if request.method == "POST" and form.is_valid():
        try:
            looking_after.set_line_account(acting=request.acting, agency=agency, **form.cleaned_data)
        except Conflict as refused:
            form.add_error("on", refused.said)
        else:
            messages.success(request, _("Saved."))
            return redirect("line-account")
    path = reverse("line-webhook", kwargs={"code": agency.code})
    told = {
        "form": form,
        "webhook": whole_address(agency, path) or request.build_absolute_uri(path),
        "from_outside": settings.HTTPS,
    }
    return render(request, "notices/line_account.html", told)
