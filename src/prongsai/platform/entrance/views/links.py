"""Personal links: made, printed, opened, withdrawn."""

from __future__ import annotations

from urllib.parse import urlencode

import segno
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts import sessions
from prongsai.platform.accounts.access import StaffRequest, for_accounts, for_everybody, for_roles
from prongsai.platform.accounts.models import PersonalLink, Role, User
from prongsai.platform.accounts.models.links import in_groups
from prongsai.platform.entrance.forms.entering import LinkKeyForm
from prongsai.platform.entrance.places import device_words
from prongsai.platform.entrance.services import entering, links
from prongsai.platform.modules import registry


@for_everybody
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters("key")
def open_link(request: HttpRequest) -> HttpResponse:
    """Say what a link opens, and open it when the button is pressed: a preview in a chat presses nothing."""
    key = request.POST.get("key") or request.GET.get("key") or ""
    link = links.find_link(key) if key else None
    if request.method == "POST" and link:
        _enter_by_link(request, link)
        return redirect(registry.personal_page or "link-home")
    form = LinkKeyForm(request.POST if request.method == "POST" else None)
    if key and not link:
        form = LinkKeyForm({"key": ""})
        form.add_error(None, _("This link opens nothing any more. Please ask the coordinator for a new one."))
    response = render(request, "entrance/link_door.html", {"form": form, "link": link, "key": key})
    response.headers["Referrer-Policy"] = "strict-origin"  # "no-referrer" would make the form's own origin null
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@for_accounts(by_link=True)
@require_http_methods(["GET", "HEAD"])
def link_home(request: StaffRequest) -> HttpResponse:
    """Greet who came by a link, and lead to the tasks."""
    told = {"account": request.acting.user, "personal_page": registry.personal_page}
    return render(request, "entrance/link_home.html", told)


@for_roles(Role.COORDINATOR)
@require_http_methods(["GET", "HEAD"])
def personal_links(request: StaffRequest) -> HttpResponse:
    """Show whose links stand, and the accounts for which one can be made."""
    accounts = User.objects.filter(agency=request.acting.agency, agency__isnull=False, is_active=True)
    accounts = accounts.exclude(grants__role__in=links.NO_LINKS).order_by("display_name", "login_name").distinct()
    standing = PersonalLink.objects.usable().select_related("user", "made_by")
    return render(request, "entrance/personal_links.html", {"accounts": accounts, "standing": standing})


@for_roles(Role.COORDINATOR)
@require_POST
def make_link(request: StaffRequest, account: int) -> HttpResponse:
    """Make a link and show it, once: as an address, as a picture to scan, as a text for the chat."""
    user = get_object_or_404(User, pk=account, agency=request.acting.agency, agency__isnull=False)
    link, key = links.make_link(acting=request.acting, user=user)
    address = request.build_absolute_uri(f"{reverse('open-link')}?{urlencode({'key': key})}")
    told = {
        "link": link,
        "typed": in_groups(key),
        "address": address,
        "picture": segno.make(address, error="m").svg_data_uri(scale=5),
    }
    return render(request, "entrance/link_slip.html", told)


@for_roles(Role.COORDINATOR)
@require_POST
def withdraw_link(request: StaffRequest, link: int) -> HttpResponse:
    """Withdraw a link."""
    links.withdraw_link(acting=request.acting, link=get_object_or_404(PersonalLink, pk=link))
    messages.success(request, _("The link is withdrawn. Whoever came in by it is out."))
    return redirect("personal-links")


def _enter_by_link(request: HttpRequest, link: PersonalLink) -> None:
    request.session.flush()
    login(request, link.user)
    device = device_words(request.headers.get("User-Agent", ""))
    sessions.begin(request.session, device=device, kiosk=False, by_link=True)
    links.note_opening(link)
    entering.note_entry(link.user, by_link=True)
