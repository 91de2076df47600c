"""Pages of the example desk."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.desks.example.forms import TalkForm
from prongsai.desks.example.models import Talk
from prongsai.desks.example.services import record_talk
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role

STAFF = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*STAFF)
def talks(request: StaffRequest) -> HttpResponse:
    """List the talks; write one down."""
    form = TalkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        record_talk(acting=request.acting, **form.cleaned_data)
        return redirect("example-talks")
    return render(request, "example/talks.html", {"form": form, "talks": Talk.objects.visible_to(request.acting)})


@require_safe
@for_roles(*STAFF)
def talk(request: StaffRequest, talk_id: int) -> HttpResponse:
    """Show one talk."""
    found = get_object_or_404(Talk.objects.visible_to(request.acting), pk=talk_id)
    return render(request, "example/talk.html", {"talk": found})
