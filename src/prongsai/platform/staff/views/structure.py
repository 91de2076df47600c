"""The agency's facts, its units and posts."""

from __future__ import annotations

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.agency.kinds import kind_of
from prongsai.platform.agency.line import holder_of
from prongsai.platform.agency.models import Post, Unit
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.staff.forms.structure import AgencyForm, CloseForm, PostForm, UnitForm
from prongsai.platform.staff.module import KEEPERS, READERS
from prongsai.platform.staff.overview import overview_of
from prongsai.platform.staff.services import structure
from prongsai.platform.staff.views.editing import act, edit, found_or_404, today_of

_PAGE = ["GET", "HEAD", "POST"]


@for_roles(*READERS)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Show the agency, who approves what today, and its units."""
    if request.acting.agency is None:
        raise Http404
    told = {"overview": overview_of(today_of(request)), "kind": kind_of(request.acting.agency.kind)}
    return render(request, "staff/overview.html", {**told, "changes": request.acting.has(*KEEPERS)})


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def agency(request: StaffRequest) -> HttpResponse:
    """Change the facts of the agency."""
    if request.acting.agency is None:
        raise Http404
    return edit(
        request,
        request.acting.agency,
        AgencyForm,
        lambda row, facts: structure.change_agency(acting=request.acting, agency=row, **facts),
        title=_("Facts of the agency"),
        back=reverse("staff"),
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def new_unit(request: StaffRequest) -> HttpResponse:
    """Add a unit; those an agency of this kind usually has are suggested."""
    form = UnitForm(request.POST if request.method == "POST" else None)
    kind = kind_of(request.acting.agency.kind if request.acting.agency else "")
    there = set(Unit.objects.values_list("name", flat=True))
    return act(
        request,
        form,
        lambda: structure.add_unit(acting=request.acting, **form.cleaned_data),
        template="staff/new_unit.html",
        back=reverse("staff"),
        suggested=[name for name in kind.units if name not in there],
    )


@for_roles(*READERS)
@require_safe
def unit(request: StaffRequest, unit: int) -> HttpResponse:
    """Show a unit: its posts and who holds them, its people, its history."""
    found = found_or_404(Unit.objects.all(), unit)
    on = today_of(request)
    posts = [(post, holder_of(post, on)) for post in Post.objects.standing(on).filter(unit=found)]
    told = {"unit": found, "posts": posts, "people": found.people.here(on), "history": history_of(found)}
    return render(request, "staff/unit.html", {**told, "changes": request.acting.has(*KEEPERS)})


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def edit_unit(request: StaffRequest, unit: int) -> HttpResponse:
    """Rename a unit, or move it in the order."""
    found = found_or_404(Unit.objects.all(), unit)
    return edit(
        request,
        found,
        UnitForm,
        lambda row, facts: structure.change_unit(acting=request.acting, unit=row, **facts),
        title=found.name,
        back=reverse("unit", args=[found.pk]),
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def close_unit(request: StaffRequest, unit: int) -> HttpResponse:
    """Close a unit from a day on."""
    found = found_or_404(Unit.objects.all(), unit)
    form = CloseForm(request.POST if request.method == "POST" else None, initial={"day": today_of(request)})
    return act(
        request,
        form,
        lambda: structure.close_unit(acting=request.acting, unit=found, day=form.cleaned_data["day"]),
        template="staff/close.html",
        back=reverse("unit", args=[found.pk]),
        thing=found,
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def new_post(request: StaffRequest, unit: int) -> HttpResponse:
    """Add a post to a unit."""
    found = found_or_404(Unit.objects.standing(today_of(request)), unit)
    form = PostForm(request.POST if request.method == "POST" else None)
    return act(
        request,
        form,
        lambda: structure.add_post(acting=request.acting, unit=found, **form.cleaned_data),
        template="staff/new_post.html",
        back=reverse("unit", args=[found.pk]),
        unit=found,
    )


@for_roles(*READERS)
@require_safe
def post(request: StaffRequest, post: int) -> HttpResponse:
    """Show a post: who holds it and held it, its history."""
    found = found_or_404(Post.objects.select_related("unit"), post)
    held = found.holdings.select_related("person").order_by("-since", "-id")
    told = {"post": found, "there": holder_of(found, today_of(request)), "held": held, "history": history_of(found)}
    return render(request, "staff/post.html", {**told, "changes": request.acting.has(*KEEPERS)})


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def edit_post(request: StaffRequest, post: int) -> HttpResponse:
    """Change a post."""
    found = found_or_404(Post.objects.select_related("unit"), post)
    change = partial(structure.change_post, acting=request.acting, today=today_of(request))
    return edit(
        request,
        found,
        PostForm,
        lambda row, facts: change(post=row, **facts),
        title=found.title,
        back=reverse("post", args=[found.pk]),
    )


@for_roles(*KEEPERS)
@require_http_methods(_PAGE)
def close_post(request: StaffRequest, post: int) -> HttpResponse:
    """Close a post from a day on."""
    found = found_or_404(Post.objects.all(), post)
    form = CloseForm(request.POST if request.method == "POST" else None, initial={"day": today_of(request)})
    return act(
        request,
        form,
        lambda: structure.close_post(acting=request.acting, post=found, day=form.cleaned_data["day"]),
        template="staff/close.html",
        back=reverse("post", args=[found.pk]),
        thing=found,
    )
