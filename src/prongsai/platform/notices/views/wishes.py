"""How one is told: channels, one's LINE, one's calendar address."""

from __future__ import annotations

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import User
from prongsai.platform.notices.channels.line import client_of_speaker
from prongsai.platform.notices.channels.mail import MailSender
from prongsai.platform.notices.forms import WishesForm
from prongsai.platform.notices.links import whole_address
from prongsai.platform.notices.models import Feed, LineAccount, LineLink, Preference
from prongsai.platform.notices.services import wishes
from prongsai.platform.notices.views.own import STAFF, agency_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.wording import day_in_words


@for_roles(*STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def notice_wishes(request: StaffRequest) -> HttpResponse:
    """Show and change how one is told."""
    agency, user = agency_of(request), request.acting.user
    wish = Preference.objects.filter(user=user).first() or Preference(user=user)
    now = {name: getattr(wish, name) for name in WishesForm.base_fields}
    form = WishesForm(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        wishes.set_preference(acting=request.acting, agency=agency, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("notice-wishes")
    line, link = client_of_speaker(), LineLink.objects.filter(user=user).first()
    form.say_where(by_mail=_where_mail_goes(user), by_line=_where_line_goes(link, on=line is not None))
    told = {"form": form, "line_on": line is not None, "line": link, "feed": Feed.objects.filter(user=user).first()}
    return render(request, "notices/wishes.html", told)


@for_roles(*STAFF)
@require_POST
def line_code(request: StaffRequest) -> HttpResponse:
    """Make a linking code and show it."""
    line = LineAccount.objects.first()
    if line is None or not line.is_ready:
        raise Conflict(_("The office does not send by LINE."))
    code = wishes.make_linking_code(acting=request.acting, agency=agency_of(request))
    friend = f"https://line.me/R/ti/p/{line.basic_id}" if line.basic_id else ""
    picture = segno.make(friend, error="m").svg_data_uri(scale=5) if friend else ""
    return render(request, "notices/line_code.html", {"code": code, "line": line, "picture": picture})


@for_roles(*STAFF)
@require_POST
def line_unlink(request: StaffRequest) -> HttpResponse:
    """Forget one's LINE."""
    wishes.unlink_line(acting=request.acting)
    messages.success(request, _("Your LINE is not linked any more."))
    return redirect("notice-wishes")


@for_roles(*STAFF)
@require_POST
def calendar_address(request: StaffRequest) -> HttpResponse:
    """Make a calendar address and show it, once."""
    agency = agency_of(request)
    token = wishes.make_feed(acting=request.acting, agency=agency)
    path = reverse("calendar-feed", kwargs={"code": agency.code, "token": token})
    address = whole_address(agency, path) or request.build_absolute_uri(path)
    return render(request, "notices/calendar_address.html", {"address": address})


@for_roles(*STAFF)
@require_POST
def calendar_withdraw(request: StaffRequest) -> HttpResponse:
    """End one's calendar address."""
    wishes.withdraw_feed(acting=request.acting)
    messages.success(request, _("The address gives nothing any more."))
    return redirect("notice-wishes")


def _where_mail_goes(user: User) -> str:
    if not settings.MAIL_CONFIGURED:
        return _("This installation does not send e-mail.")
    if address := MailSender().addresses([user])[user.pk]:
        return _("To %(address)s") % {"address": address}
    return _("Your account has no e-mail address: the system administrator can enter one.")


def _where_line_goes(link: LineLink | None, *, on: bool) -> str:
    if not on:
        return _("The office does not send by LINE.")
    if link:
        return _("Linked since %(day)s") % {"day": day_in_words(link.since)}
    return _("Your LINE is not linked yet: see below.")
